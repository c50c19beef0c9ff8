using Karelia.Crm.Kernel.Audit;

namespace Karelia.Crm.Consent.TargetGroups;

[Allow(Role.Communications)]
internal sealed record ChangeGroupMembers(string Act, IReadOnlyList<Guid>? ContactIds = null, Condition? Definition = null) : ICommand<ChangedMembers>
{
    public const string Add = "add";
    public const string Remove = "remove";

    [FromRoute]
    public Guid Id { get; init; }
}

/// <summary>How many came or went, how many are on the list now, and how many were left out: unknown, restricted or passive people.</summary>
internal sealed record ChangedMembers(int Changed, int LeftOut, int Count);

file sealed class Route : IRoute
{
    public void Map(IEndpointRouteBuilder api) => api
        .MapPost("/target-groups/{id:guid}/members", (Guid id, ChangeGroupMembers command, IMediator crm, CancellationToken ct) => crm.Send(command with { Id = id }, ct))
        .WithSummary("Adds people to a list that is kept by hand or removes them: one by one, or whom a definition means now")
        .Produces<ChangedMembers>();
}

file sealed class Rules : AbstractValidator<ChangeGroupMembers>
{
    public Rules()
    {
        RuleFor(c => c.Act).NotNull().IsOneOf([ChangeGroupMembers.Add, ChangeGroupMembers.Remove]);
        RuleFor(c => c.ContactIds).IsShortList(1000).Must((c, ids) => ids is null != c.Definition is null).WithMessage("Say whom by contactIds or by definition.");
        RuleFor(c => c.Definition).IsDefinition();
    }
}

file sealed class Handler(GroupPeople people, GroupFields fields, DbSession session, AuditLog audit, TimeProvider clock) : IRequestHandler<ChangeGroupMembers, ChangedMembers>
{
    public async Task<ChangedMembers> Handle(ChangeGroupMembers command, CancellationToken ct)
    {
        var group = await people.Find(command.Id, ct);
        if (!group.IsStatic)
            throw new Refusal("not-a-list", detail: "The people of this group follow from its definition: change that.");
        // Two changes of one list follow one another.
        await session.Execute("select 1 from consent.target_groups where id = $1 for update", ct, group.Id);
        var values = new List<object?>();
        var condition = command.Definition is { } definition ? await fields.Sql(definition, "p.contact_id", values, ct) : "p.contact_id = any($1)";
        if (command.ContactIds is { } ids)
            values.Add(ids.Distinct().ToArray());
        var meant = await session.Rows($"select p.contact_id, p.is_passive from accounts.target_person p where {condition}", row => (Id: row.GetGuid(0), IsPassive: row.GetBoolean(1)), ct, [.. values]);
        var isAdding = command.Act == ChangeGroupMembers.Add;
        if (isAdding && command.ContactIds is { Count: 1 } && meant is [{ IsPassive: true }])
            throw Refusal.Passive();
        var chosen = meant.Where(person => !isAdding || !person.IsPassive).Select(person => person.Id).ToArray();
        var changed = isAdding ? await Add(group, chosen, ct) : await Remove(group, chosen, ct);
        group.Touch(clock.Now());
        await audit.Bulk(nameof(ChangeGroupMembers), command.Act, nameof(TargetGroup), group.Id, changed, ct);
        return new(changed.Length, (command.ContactIds?.Distinct().Count() ?? meant.Count) - chosen.Length, await people.Count(group, ct));
    }

    private async Task<Guid[]> Add(TargetGroup group, Guid[] chosen, CancellationToken ct) => [.. await session.Rows(
        "insert into consent.target_group_members (group_id, contact_id, added_at) select $1, c, $3 from unnest($2::uuid[]) c on conflict do nothing returning contact_id",
        row => row.GetGuid(0), ct, group.Id, chosen, clock.Now())];

    private async Task<Guid[]> Remove(TargetGroup group, Guid[] chosen, CancellationToken ct)
    {
        // Who has become passive may leave a list.
        await session.Execute("select set_config('crm.act', 'withdraw', true)", ct);
        return [.. await session.Rows(
            "delete from consent.target_group_members where group_id = $1 and contact_id = any($2) returning contact_id", row => row.GetGuid(0), ct, group.Id, chosen)];
    }
}
