namespace Karelia.Crm.Accounts.Needs;

[Allow(Role.Reader, Role.IntegrationRead)]
internal sealed record ListNeeds(
    string? Q = null,
    Guid? AccountId = null,
    string? Field = null,
    string? Tag = null,
    string? Urgency = null,
    DateOnly? HeardFrom = null,
    DateOnly? HeardTo = null,
    string? Sort = null,
    int? Limit = null,
    string? Cursor = null,
    bool? Count = null) : IQuery<NeedPage>;

internal sealed record NeedPage(IReadOnlyList<NeedDetails> Items, string? NextCursor) : Page<NeedDetails>(Items, NextCursor), IShowsPeople
{
    public IEnumerable<Guid> ShownPeople() => Items.SelectMany(item => item.ShownPeople());
}

file sealed class Route : IRoute
{
    public void Map(IEndpointRouteBuilder api) => api
        .MapGet("/needs", ([AsParameters] ListNeeds query, IMediator crm, CancellationToken ct) => crm.Send(query, ct))
        .WithSummary("Work-life needs, the last heard first unless sorted otherwise");
}

file static class Orders
{
    public static readonly Sorts<Need> All = new Sorts<Need>(n => n.Id).By("heardOn", n => n.HeardOn);
}

file sealed class Rules : AbstractValidator<ListNeeds>
{
    public Rules()
    {
        RuleFor(q => q.Q).MaximumLength(200).IsPlainText();
        RuleFor(q => q.Field).IsOneOf(NeedCodes.Fields);
        RuleFor(q => q.Tag).MaximumLength(60).IsPlainText();
        RuleFor(q => q.Urgency).IsOneOf(NeedCodes.Urgencies);
        RuleFor(q => q.Sort).IsOneOf(Orders.All.Names);
        RuleFor(q => q.Limit).IsLimit();
    }
}

file sealed class Handler(AccountsDb db, CurrentUser user) : IRequestHandler<ListNeeds, NeedPage>
{
    public async Task<NeedPage> Handle(ListNeeds query, CancellationToken ct)
    {
        var page = await Orders.All.Page(Chosen(query), query.Sort ?? "-heardOn", query.Limit, query.Cursor, query.Count, n => n.Id, ct);
        var ids = page.Items;
        var needs = await db.Needs.AsNoTracking().Where(n => ids.Contains(n.Id)).ToDictionaryAsync(n => n.Id, ct);
        return new(await db.Show([.. ids.Select(id => needs[id])], user, ct), page.NextCursor) { Total = page.Total };
    }

    private IQueryable<Need> Chosen(ListNeeds query)
    {
        var needs = db.Needs.AsNoTracking();
        foreach (var pattern in (query.Q ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(Paging.Like))
            needs = needs.Where(n => EF.Functions.Like(EF.Property<string>(n, "SearchText"), AccountsDb.Fold(pattern)));
        if (query.AccountId is not null)
            needs = needs.Where(n => n.AccountId == query.AccountId);
        if (query.Field is not null)
            needs = needs.Where(n => n.Field == query.Field);
        if (query.Tag is { } tag)
        {
            var tags = NeedCodes.Tags([tag]);
            needs = needs.Where(n => tags.All(one => n.Tags.Contains(one)));
        }

        if (query.Urgency is not null)
            needs = needs.Where(n => n.Urgency == query.Urgency);
        if (query.HeardFrom is not null)
            needs = needs.Where(n => n.HeardOn >= query.HeardFrom);
        if (query.HeardTo is not null)
            needs = needs.Where(n => n.HeardOn <= query.HeardTo);
        return needs;
    }
}
