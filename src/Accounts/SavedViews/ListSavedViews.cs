namespace Karelia.Crm.Accounts.SavedViews;

[Allow(Role.Reader)]
internal sealed record ListSavedViews(string? List = null) : IQuery<Page<SavedViewItem>>;

file sealed class Route : IRoute
{
    public void Map(IEndpointRouteBuilder api) => api
        .MapGet("/saved-views", ([AsParameters] ListSavedViews query, IMediator crm, CancellationToken ct) => crm.Send(query, ct))
        .WithSummary("The caller's own views and the shared ones");
}

file sealed class Rules : AbstractValidator<ListSavedViews>
{
    public Rules() => RuleFor(q => q.List).MaximumLength(30);
}

file sealed class Handler(AccountsDb db, CurrentUser user) : IRequestHandler<ListSavedViews, Page<SavedViewItem>>
{
    public async Task<Page<SavedViewItem>> Handle(ListSavedViews query, CancellationToken ct) => new(
        await db.SavedViews
            .Where(v => (v.OwnerId == user.Id || v.IsShared) && (query.List == null || v.List == query.List))
            .OrderBy(v => v.Name).ThenBy(v => v.Id).Take(Paging.Most)
            .Select(v => new SavedViewItem(v.Id, v.List, v.Name, v.Query, v.IsShared, v.OwnerId == user.Id, db.DefaultViews.Any(d => d.UserId == user.Id && d.ViewId == v.Id)))
            .ToListAsync(ct),
        null);
}
