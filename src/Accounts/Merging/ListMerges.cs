namespace Karelia.Crm.Accounts.Merging;

[Allow(Role.Reader, Role.IntegrationRead)]
internal sealed record ListMerges(string? Kind = null, Guid? ContactId = null, Guid? AccountId = null, int? Limit = null, string? Cursor = null) : IQuery<MergePage>;

internal sealed record MergePage(IReadOnlyList<MergeItem> Items, string? NextCursor) : Page<MergeItem>(Items, NextCursor), IShowsPeople
{
    public IEnumerable<Guid> ShownPeople() => Items.Where(item => item.Kind == RecordKinds.Contact).Select(item => item.SurvivorId);
}

/// <summary>Records that became one; the name is the survivor's, as it is now.</summary>
internal sealed record MergeItem(Guid Id, string Kind, Guid SurvivorId, string Name, Guid[] OtherIds, DateTimeOffset At, string By, DateTimeOffset? UndoneAt, string? UndoneBy);

file sealed class Route : IRoute
{
    public void Map(IEndpointRouteBuilder api) => api
        .MapGet("/merges", ([AsParameters] ListMerges query, IMediator crm, CancellationToken ct) => crm.Send(query, ct))
        .WithSummary("What was merged, the latest first; those of one person or organisation by its present or an old id");
}


file sealed class Rules : AbstractValidator<ListMerges>
{
    public Rules()
    {
        RuleFor(q => q.Kind).IsOneOf(RecordKinds.All);
        RuleFor(q => q.Limit).IsLimit();
    }
}

file sealed class Handler(AccountsDb db, CurrentUser user) : IRequestHandler<ListMerges, MergePage>
{
    public async Task<MergePage> Handle(ListMerges query, CancellationToken ct)
    {
        var people = db.Contacts.Where(c => c.ErasedAt == null && (user.Is(Role.DataProtectionOfficer) || c.RestrictedAt == null));
        var id = query.ContactId ?? query.AccountId;
        var items = db.Merges.AsNoTracking()
            .Where(m => (query.Kind == null || m.Kind == query.Kind) && (id == null || m.SurvivorId == id || m.OtherIds.Contains(id.Value)) && (m.Kind == RecordKinds.Account || people.Any(c => c.Id == m.SurvivorId)));
        // Ids are by time: the newest first.
        var before = Cursor.Read(query.Cursor, 1) is [var last] ? Cursor.Key<Guid>(last) : (Guid?)null;
        var limit = query.Limit ?? Paging.Usual;
        var rows = await items.Where(m => before == null || m.Id.CompareTo(before.Value) < 0).OrderByDescending(m => m.Id).Take(limit + 1)
            .Select(m => new MergeItem(
                m.Id, m.Kind, m.SurvivorId,
                m.Kind == RecordKinds.Contact ? db.Contacts.First(c => c.Id == m.SurvivorId).LastName + " " + db.Contacts.First(c => c.Id == m.SurvivorId).FirstNames : db.Accounts.First(a => a.Id == m.SurvivorId).Name,
                m.OtherIds, m.At, m.By, m.UndoneAt, m.UndoneBy))
            .ToListAsync(ct);
        var page = Paging.Of(rows, limit, row => Cursor.After(row.Id.ToString()));
        return new(page.Items, page.NextCursor);
    }
}
