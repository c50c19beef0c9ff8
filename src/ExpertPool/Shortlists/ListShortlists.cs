namespace Karelia.Crm.ExpertPool.Shortlists;

[Allow(Role.ExpertCoordinator, Role.CustomerManager, Role.DataProtectionOfficer)]
internal sealed record ListShortlists(bool? Closed = null, string? Sort = null, int? Limit = null, string? Cursor = null, bool? Count = null) : IQuery<Page<ShortlistItem>>;

/// <summary>A shortlist in a list: how many are on it, and how many of them said yes.</summary>
internal sealed record ShortlistItem(Guid Id, string Name, string? Purpose, bool IsClosed, int Experts, int Yes, string CreatedBy, DateTimeOffset UpdatedAt);

file sealed class Route : IRoute
{
    public void Map(IEndpointRouteBuilder api) => api
        .MapGet("/expert-shortlists", ([AsParameters] ListShortlists query, IMediator crm, CancellationToken ct) => crm.Send(query, ct))
        .WithSummary("Shortlists of experts; closed=false gives the open ones");
}

file static class Orders
{
    public static readonly Sorts<Shortlist> All = new Sorts<Shortlist>(l => l.Id).By("updatedAt", l => l.UpdatedAt).By("name", l => l.Name);
}

file sealed class Rules : AbstractValidator<ListShortlists>
{
    public Rules()
    {
        RuleFor(q => q.Sort).IsOneOf(Orders.All.Names);
        RuleFor(q => q.Limit).IsLimit();
    }
}

file sealed class Handler(ExpertPoolDb db) : IRequestHandler<ListShortlists, Page<ShortlistItem>>
{
    public Task<Page<ShortlistItem>> Handle(ListShortlists query, CancellationToken ct)
    {
        var lists = db.Shortlists.AsNoTracking();
        if (query.Closed is { } closed)
            lists = lists.Where(l => l.IsClosed == closed);
        return Orders.All.Page(
            lists, query.Sort ?? "-updatedAt", query.Limit, query.Cursor, query.Count,
            l => new ShortlistItem(
                l.Id, l.Name, l.Purpose, l.IsClosed, db.Shortlisted.Count(s => s.ShortlistId == l.Id), db.Shortlisted.Count(s => s.ShortlistId == l.Id && s.State == "yes"), l.CreatedBy, l.UpdatedAt),
            ct);
    }
}
