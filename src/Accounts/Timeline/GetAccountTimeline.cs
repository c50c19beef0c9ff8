namespace Karelia.Crm.Accounts.Timeline;

[Allow(Role.Reader, Role.IntegrationRead)]
internal sealed record GetAccountTimeline([FromRoute] Guid Id, string? Kind = null, int? Limit = null, string? Cursor = null) : IQuery<TimelinePage>;

file sealed class Route : IRoute
{
    public void Map(IEndpointRouteBuilder api) => api
        .MapGet("/accounts/{id:guid}/timeline", ([AsParameters] GetAccountTimeline query, IMediator crm, CancellationToken ct) => crm.Send(query, ct))
        .WithSummary("What happened with an organisation, over all modules, newest first");
}

file sealed class Rules : AbstractValidator<GetAccountTimeline>
{
    public Rules()
    {
        RuleFor(q => q.Kind).MaximumLength(30).IsPlainText();
        RuleFor(q => q.Limit).IsLimit();
    }
}

file sealed class Handler(AccountsDb db, Events events) : IRequestHandler<GetAccountTimeline, TimelinePage>
{
    public async Task<TimelinePage> Handle(GetAccountTimeline query, CancellationToken ct)
    {
        var id = await db.Accounts.Where(a => a.Id == query.Id).Select(a => (Guid?)(a.MergedIntoId ?? a.Id)).FirstOrDefaultAsync(ct) ?? throw Refusal.Unknown();
        var ids = await db.Accounts.Where(a => a.Id == id || a.MergedIntoId == id).Select(a => a.Id).ToArrayAsync(ct);
        var page = await events.Of("account", ids, query.Kind, query.Limit, query.Cursor, ct);
        return new(page.Items, page.NextCursor);
    }
}
