namespace Karelia.Crm.Administration.Me;

[Allow(Role.Anyone)]
internal sealed record GetMe : IQuery<Me>;

internal sealed record Me(MyUser User, IReadOnlyList<string> Roles, string Language);

internal sealed record MyUser(Guid Id, string Name, string PreferredUsername);

file sealed class Route : IRoute
{
    public void Map(IEndpointRouteBuilder api) => api
        .MapGet("/me", ([AsParameters] GetMe query, IMediator crm, CancellationToken ct) => crm.Send(query, ct))
        .WithSummary("Who is signed in, and as what")
        .Produces<Me>();
}

file sealed class Handler(AdministrationDb db, CurrentUser user) : IRequestHandler<GetMe, Me>
{
    public async Task<Me> Handle(GetMe query, CancellationToken ct)
    {
        var known = await db.Users.AsNoTracking().Where(u => u.Id == user.Id).Select(u => new { u.PreferredUsername, u.Language }).SingleOrDefaultAsync(ct);
        return new(new(user.Id, user.Name, known?.PreferredUsername ?? user.Name), [.. user.Roles.Order(StringComparer.Ordinal)], known?.Language ?? "fi");
    }
}
