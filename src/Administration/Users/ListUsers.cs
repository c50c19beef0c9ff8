namespace Karelia.Crm.Administration.Users;

[Allow(Role.Admin, Role.DataProtectionOfficer)]
internal sealed record ListUsers(string? Q = null, bool? Active = null, string? Sort = null, int? Limit = null, string? Cursor = null, bool Count = false) : IQuery<Page<ListedUser>>;

internal sealed record ListedUser(
    Guid Id, string Name, string PreferredUsername, IReadOnlyList<string> Roles, bool IsActive, DateTimeOffset FirstSignInAt, DateTimeOffset LastSignInAt);

file sealed class Route : IRoute
{
    public void Map(IEndpointRouteBuilder api) => api
        .MapGet("/users", ([AsParameters] ListUsers query, IMediator crm, CancellationToken ct) => crm.Send(query, ct))
        .WithSummary("Those who have signed in, with the roles they had then")
        .Produces<Page<ListedUser>>();
}

file static class Orders
{
    public static readonly Sorts<User> All = new Sorts<User>(user => user.Id).By("name", user => user.Name).By("lastSignInAt", user => user.LastSeen);
}

file sealed class Rules : AbstractValidator<ListUsers>
{
    public Rules()
    {
        RuleFor(q => q.Q).MaximumLength(200);
        RuleFor(q => q.Sort).IsOneOf(Orders.All.Names);
        RuleFor(q => q.Limit).IsLimit();
    }
}

file sealed class Handler(AdministrationDb db) : IRequestHandler<ListUsers, Page<ListedUser>>
{
    public Task<Page<ListedUser>> Handle(ListUsers query, CancellationToken ct)
    {
        // Without a user name: the time of the account is over.
        var users = db.Users.AsNoTracking().Where(user => user.PreferredUsername != "");
        if (query.Active is { } active)
            users = users.Where(user => user.IsActive == active);
        if (!string.IsNullOrWhiteSpace(query.Q))
            users = users.Where(user => EF.Functions.ILike(user.Name, Paging.Like(query.Q)) || EF.Functions.ILike(user.PreferredUsername, Paging.Like(query.Q)));
        return Orders.All.Page(
            users, query.Sort, query.Limit, query.Cursor, query.Count,
            user => new ListedUser(user.Id, user.Name, user.PreferredUsername, user.Roles, user.IsActive, user.FirstSeen, user.LastSeen), ct);
    }
}
