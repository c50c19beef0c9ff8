namespace Karelia.Crm.Consent.Breaches;

[Allow(Role.DataProtectionOfficer)]
internal sealed record ListBreaches(int? Limit = null, string? Cursor = null, bool Count = false) : IQuery<Page<BreachDetails>>;

file sealed class Route : IRoute
{
    public void Map(IEndpointRouteBuilder api) => api
        .MapGet("/breaches", ([AsParameters] ListBreaches query, IMediator crm, CancellationToken ct) => crm.Send(query, ct))
        .WithSummary("The log of personal data breaches, the newest first");
}

file sealed class Rules : AbstractValidator<ListBreaches>
{
    public Rules() => RuleFor(q => q.Limit).IsLimit();
}

file sealed class Handler(ConsentDb db, TimeProvider clock) : IRequestHandler<ListBreaches, Page<BreachDetails>>
{
    private static readonly Sorts<Breach> Orders = new Sorts<Breach>(b => b.Id).By("noticedAt", b => b.NoticedAt);

    public async Task<Page<BreachDetails>> Handle(ListBreaches query, CancellationToken ct)
    {
        var page = await Orders.Page(db.Set<Breach>().AsNoTracking(), "-noticedAt", query.Limit, query.Cursor, query.Count, b => b, ct);
        var now = clock.GetUtcNow();
        return new([.. page.Items.Select(b => BreachDetails.Of(b, now))], page.NextCursor) { Total = page.Total };
    }
}
