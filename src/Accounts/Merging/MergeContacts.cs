using Karelia.Crm.Accounts.Contacts;

namespace Karelia.Crm.Accounts.Merging;

[Allow(Role.CustomerManager, Role.PartnershipManager, Role.AlumniCoordinator, Role.ExpertCoordinator, Role.DataProtectionOfficer)]
internal sealed record MergeContacts(IReadOnlyList<Guid> Others, IReadOnlyDictionary<string, Guid>? Fields = null, IReadOnlyDictionary<Guid, long>? Versions = null) : ICommand<MergedRecords>
{
    [FromRoute] public Guid Id { get; init; }
}

file sealed class Route : IRoute
{
    public void Map(IEndpointRouteBuilder api) => api
        .MapPost("/contacts/{id:guid}/merge", (Guid id, MergeContacts command, IMediator crm, CancellationToken ct) => crm.Send(command with { Id = id }, ct))
        .WithSummary("Makes one person of two to five: all rows follow, the stricter consent holds, old ids lead to the survivor; can be undone");
}

file static class Person
{
    public static readonly Dictionary<string, Choosable<Contact>> Fields = new()
    {
        ["lastName"] = new((to, from) => to.LastName = from.LastName, c => c.LastName.Length == 0),
        ["firstNames"] = new((to, from) => to.FirstNames = from.FirstNames, c => c.FirstNames.Length == 0),
        ["calledName"] = new((to, from) => to.CalledName = from.CalledName, c => c.CalledName is null),
        ["language"] = new((to, from) => to.Language = from.Language, _ => false),
        ["address"] = new((to, from) => to.Move(new(from.Street, from.PostalCode, from.Town, from.Country)), c => (c.Street ?? c.PostalCode ?? c.Town) is null),
        ["owner"] = new((to, from) => to.HandTo(from.OwnerId, from.OwnerName), c => c.OwnerId is null),
        ["sourceId"] = new((to, from) => to.SourceId = from.SourceId, c => c.SourceId is null),
    };

    /// <summary>Which of a person's rows is the primary one: table, and the column that tells the rows apart for people.</summary>
    public static readonly Dictionary<string, (string Table, string By)> Primaries = new()
    {
        ["email"] = ("accounts.contact_emails", "address"),
        ["phone"] = ("accounts.contact_phones", "number"),
        ["affiliation"] = ("accounts.affiliations", "id"),
    };

    public static readonly string[] Names = [.. Fields.Keys, "status", .. Primaries.Keys];
}

file sealed class Rules : AbstractValidator<MergeContacts>
{
    public Rules()
    {
        RuleFor(m => m.Others).AreOthers(m => m.Id);
        RuleFor(m => m.Fields).AreChoices(Person.Names, m => [m.Id, .. m.Others ?? []]);
        RuleFor(m => m.Versions).AreVersions();
    }
}

file sealed class Handler(AccountsDb db, DbSession session, Merging merging, Following following, CurrentUser user, TimeProvider clock) : IRequestHandler<MergeContacts, MergedRecords>
{
    public async Task<MergedRecords> Handle(MergeContacts command, CancellationToken ct)
    {
        // A restricted person is unknown to all but the data protection officer.
        var people = await merging.Hold(db.Contacts.To(user), command.Id, command.Others, command.Versions, ct);
        var survivor = people[0];
        Person.Fields.Take(people, command.Fields);
        if (people.Source("status", command.Fields, c => c.Status is null) is { } told)
            following.Become(survivor, told.Status, clock.GetUtcNow());
        if (people.FirstOrDefault(c => c.RestrictedAt is not null) is { } restricted)
            survivor.Restrict(restricted.RestrictedAt!.Value);
        var primaries = new List<(string, string, string)>();
        foreach (var (name, (table, by)) in Person.Primaries)
        {
            if (command.Fields?.TryGetValue(name, out var of) is true)
                primaries.AddRange(await session.Rows($"select {by}::text from {table} where contact_id = $1 and is_primary", row => (table, by, row.GetString(0)), ct, of));
        }

        return await merging.Merge(people, primaries, ct);
    }
}
