namespace Karelia.Crm.Consent.TargetGroups;

[Allow(Role.Communications, Role.DataProtectionOfficer)]
internal sealed record ListTargetGroups(string? Q = null, bool? IsStatic = null, int? Limit = null, string? Cursor = null, bool? Count = null) : IQuery<Page<TargetGroupItem>>;

/// <summary>A group in a list; its people are counted when it is opened.</summary>
internal sealed record TargetGroupItem(Guid Id, string Name, string? Description, bool IsStatic, bool IsShared, bool Mine, string OwnerName, DateTimeOffset UpdatedAt);

file sealed class Route : IRoute
{
    public void Map(IEndpointRouteBuilder api) => api
        .MapGet("/target-groups", ([AsParameters] ListTargetGroups query, IMediator crm, CancellationToken ct) => crm.Send(query, ct))
        .WithSummary("Target groups: the caller's own and the shared ones, by name")
        .Produces<Page<TargetGroupItem>>();
}

file sealed class Rules : AbstractValidator<ListTargetGroups>
{
    public Rules()
    {
        RuleFor(q => q.Limit).IsLimit();
        RuleFor(q => q.Q).MaximumLength(200);
    }
}

file sealed class Handler(GroupPeople people, CurrentUser user) : IRequestHandler<ListTargetGroups, Page<TargetGroupItem>>
{
    private static readonly Sorts<TargetGroup> Orders = new Sorts<TargetGroup>(g => g.Id).By("name", g => g.Name);

    public Task<Page<TargetGroupItem>> Handle(ListTargetGroups query, CancellationToken ct)
    {
        var groups = people.Visible().AsNoTracking();
        if (!string.IsNullOrWhiteSpace(query.Q))
            groups = groups.Where(g => EF.Functions.ILike(g.Name, Paging.Like(query.Q)));
        if (query.IsStatic is { } isStatic)
            groups = groups.Where(g => g.Definition == null == isStatic);
        return Orders.Page(
            groups, "name", query.Limit, query.Cursor, query.Count,
            g => new TargetGroupItem(g.Id, g.Name, g.Description, g.Definition == null, g.IsShared, g.OwnerId == user.Id, g.OwnerName, g.UpdatedAt), ct);
    }
}
