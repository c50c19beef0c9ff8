using Karelia.Crm.Accounts.Accounts;

namespace Karelia.Crm.Accounts.Merging;

[Allow(Role.CustomerManager, Role.PartnershipManager, Role.Sales)]
internal sealed record MergeAccounts(IReadOnlyList<Guid> Others, IReadOnlyDictionary<string, Guid>? Fields = null, IReadOnlyDictionary<Guid, long>? Versions = null) : ICommand<MergedRecords>
{
    [FromRoute] public Guid Id { get; init; }
}

file sealed class Route : IRoute
{
    public void Map(IEndpointRouteBuilder api) => api
        .MapPost("/accounts/{id:guid}/merge", (Guid id, MergeAccounts command, IMediator crm, CancellationToken ct) => crm.Send(command with { Id = id }, ct))
        .WithSummary("Makes one organisation of two to five: people, parts and all rows follow, old ids lead to the survivor; can be undone");
}

file static class Organisation
{
    public static readonly Dictionary<string, Choosable<Account>> Fields = new()
    {
        ["name"] = new((to, from) => to.Name = from.Name, _ => false),
        ["businessId"] = new((to, from) => to.BusinessId = from.BusinessId, a => a.BusinessId is null),
        ["kind"] = new((to, from) => to.Kind = from.Kind, _ => false),
        ["relationships"] = new((to, from) => to.Relationships = from.Relationships, a => a.Relationships.Length == 0),
        ["customerKinds"] = new((to, from) => to.CustomerKinds = from.CustomerKinds, a => a.CustomerKinds.Length == 0),
        ["industry"] = new((to, from) => to.Industry = from.Industry, a => a.Industry is null),
        ["municipality"] = new((to, from) => to.Municipality = from.Municipality, a => a.Municipality is null),
        ["website"] = new((to, from) => to.Website = from.Website, a => a.Website is null),
        ["phone"] = new((to, from) => to.Phone = from.Phone, a => a.Phone is null),
        ["sizeClass"] = new((to, from) => to.SizeClass = from.SizeClass, a => a.SizeClass is null),
        ["owner"] = new((to, from) => to.HandTo(from.OwnerId, from.OwnerName), a => a.OwnerId is null),
        ["sourceId"] = new((to, from) => to.SourceId = from.SourceId, a => a.SourceId is null),
    };

    public static readonly string[] Names = [.. Fields.Keys, "status"];
}

file sealed class Rules : AbstractValidator<MergeAccounts>
{
    public Rules()
    {
        RuleFor(m => m.Others).AreOthers(m => m.Id);
        RuleFor(m => m.Fields).AreChoices(Organisation.Names, m => [m.Id, .. m.Others ?? []]);
        RuleFor(m => m.Versions).AreVersions();
    }
}

file sealed class Handler(AccountsDb db, Merging merging, Following following, TimeProvider clock) : IRequestHandler<MergeAccounts, MergedRecords>
{
    public async Task<MergedRecords> Handle(MergeAccounts command, CancellationToken ct)
    {
        var accounts = await merging.Hold(db.Accounts, command.Id, command.Others, command.Versions, ct);
        var survivor = accounts[0];
        Organisation.Fields.Take(accounts, command.Fields);
        if (accounts.Source("status", command.Fields, a => a.Status is null) is { } told)
            following.Become(survivor, told.Status, clock.GetUtcNow());
        survivor.ParentId = await Above(accounts, ct);
        return await merging.Merge(accounts, [], ct);
    }

    /// <summary>What stands above the survivor: its own, unless that is one of those that it swallows, or below one; then what stood above the highest of them.</summary>
    private async Task<Guid?> Above(IReadOnlyList<Account> accounts, CancellationToken ct)
    {
        var merged = accounts.Select(account => account.Id).ToHashSet();
        var (above, seen) = (accounts[0].ParentId ?? accounts.Select(a => a.ParentId).FirstOrDefault(id => id is not null && !merged.Contains(id.Value)), new HashSet<Guid>());
        for (var id = above; id is { } next && seen.Add(next);)
        {
            id = await db.Accounts.Where(a => a.Id == next).Select(a => a.ParentId).FirstAsync(ct);
            if (merged.Contains(next))
                above = id;
        }

        return above;
    }
}
