namespace Karelia.Crm.Consent.Retention;

[Allow(Role.DataProtectionOfficer)]
internal sealed record ListRetentionRuns(int? Limit = null, string? Cursor = null, bool Count = false) : IQuery<Page<RetentionRunLine>>;

file sealed class Route : IRoute
{
    public void Map(IEndpointRouteBuilder api) => api
        .MapGet("/retention/runs", ([AsParameters] ListRetentionRuns query, IMediator crm, CancellationToken ct) => crm.Send(query, ct))
        .WithSummary("The retention runs with their certificates, the newest first");
}

file sealed class Rules : AbstractValidator<ListRetentionRuns>
{
    public Rules() => RuleFor(q => q.Limit).IsLimit();
}

file sealed class Handler(ConsentDb db) : IRequestHandler<ListRetentionRuns, Page<RetentionRunLine>>
{
    private static readonly Sorts<RetentionRun> Orders = new Sorts<RetentionRun>(r => r.Id).By("proposedAt", r => r.ProposedAt);

    public async Task<Page<RetentionRunLine>> Handle(ListRetentionRuns query, CancellationToken ct)
    {
        var page = await Orders.Page(db.Set<RetentionRun>().AsNoTracking(), "-proposedAt", query.Limit, query.Cursor, query.Count, r => r, ct);
        var lines = new List<RetentionRunLine>();
        foreach (var run in page.Items)
            lines.Add(await RetentionRunLine.Of(db, run, ct));
        return new(lines, page.NextCursor) { Total = page.Total };
    }
}
