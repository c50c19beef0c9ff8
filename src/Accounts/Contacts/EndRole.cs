namespace Karelia.Crm.Accounts.Contacts;

[Allow(Role.CustomerManager, Role.PartnershipManager, Role.AlumniCoordinator, Role.ExpertCoordinator)]
internal sealed record EndRole(DateOnly? EndedOn = null) : ICommand<RoleLine>
{
    [FromRoute] public Guid Id { get; init; }
    [FromRoute] public Guid RoleId { get; init; }
}

file sealed class Route : IRoute
{
    public void Map(IEndpointRouteBuilder api) => api
        .MapPost("/contacts/{id:guid}/roles/{roleId:guid}/end", (Guid id, Guid roleId, EndRole command, IMediator crm, CancellationToken ct) =>
            crm.Send(command with { Id = id, RoleId = roleId }, ct))
        .WithSummary("Ends a role in the cooperation; it stays in the history");
}

file sealed class Handler(AccountsDb db, CurrentUser user, TimeProvider clock) : IRequestHandler<EndRole, RoleLine>
{
    public async Task<RoleLine> Handle(EndRole command, CancellationToken ct)
    {
        var contact = await db.Find(command.Id, user, ct);
        var role = contact.Roles.Find(r => r.Id == command.RoleId) ?? throw Refusal.Unknown();
        contact.RefuseIfPassive();
        if (role.EndedOn is not null)
            throw new Refusal("already-ended", detail: "The role has ended already.");
        var now = clock.GetUtcNow();
        role.EndedOn = command.EndedOn ?? Days.Of(now);
        if (role.EndedOn < role.StartedOn)
            throw Refusal.Field("/endedOn", "A role cannot end before it started.");
        contact.Touch(now);
        return RoleLine.Of(role);
    }
}
