using System.Globalization;

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

file sealed class Rules : AbstractValidator<ListUsers>
{
    public Rules()
    {
        RuleFor(q => q.Q).MaximumLength(200);
        RuleFor(q => q.Sort).Must(sort => sort is null or "name" or "-lastSignInAt").WithMessage("One of: name, -lastSignInAt.");
        RuleFor(q => q.Limit).IsLimit();
    }
}

file sealed class Handler(AdministrationDb db) : IRequestHandler<ListUsers, Page<ListedUser>>
{
    public async Task<Page<ListedUser>> Handle(ListUsers query, CancellationToken ct)
    {
        var users = db.Users.AsNoTracking();
        if (query.Active is { } active)
            users = users.Where(user => user.IsActive == active);
        if (!string.IsNullOrWhiteSpace(query.Q))
            users = users.Where(user => EF.Functions.ILike(user.Name, Paging.Like(query.Q)) || EF.Functions.ILike(user.PreferredUsername, Paging.Like(query.Q)));
        var limit = query.Limit ?? Paging.Usual;
        var byTime = query.Sort == "-lastSignInAt";
        var page = byTime ? NewestFirst(users, query.Cursor) : ByName(users, query.Cursor);
        var rows = await page.Take(limit + 1)
            .Select(user => new ListedUser(user.Id, user.Name, user.PreferredUsername, user.Roles, user.IsActive, user.FirstSeen, user.LastSeen))
            .ToListAsync(ct);
        return Paging.Of(rows, limit, last => Cursor.After(byTime ? last.LastSignInAt.UtcTicks.ToString(CultureInfo.InvariantCulture) : last.Name, last.Id.ToString())) with
        {
            Total = query.Count ? await users.LongCountAsync(ct) : null,
        };
    }

    private static IQueryable<User> ByName(IQueryable<User> users, string? cursor)
    {
        if (Cursor.Read(cursor, 2) is [{ } name, var id])
        {
            var after = CursorId(id);
            users = users.Where(user => user.Name.CompareTo(name) > 0 || (user.Name == name && user.Id > after));
        }

        return users.OrderBy(user => user.Name).ThenBy(user => user.Id);
    }

    private static IQueryable<User> NewestFirst(IQueryable<User> users, string? cursor)
    {
        if (Cursor.Read(cursor, 2) is [var ticks, var id])
        {
            var (before, after) = (new DateTimeOffset(Math.Clamp(long.TryParse(ticks, CultureInfo.InvariantCulture, out var t) ? t : 0, 0, DateTimeOffset.MaxValue.UtcTicks), TimeSpan.Zero), CursorId(id));
            users = users.Where(user => user.LastSeen < before || (user.LastSeen == before && user.Id > after));
        }

        return users.OrderByDescending(user => user.LastSeen).ThenBy(user => user.Id);
    }

    private static Guid CursorId(string? id) => Guid.TryParse(id, out var known) ? known : Guid.Empty;
}
