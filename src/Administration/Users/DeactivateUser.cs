namespace Karelia.Crm.Administration.Users;

[Allow(Role.Admin)]
internal sealed record DeactivateUser(string? Reason = null) : ICommand<DeactivatedUser>
{
    [FromRoute] public Guid Id { get; init; }
}

internal sealed record DeactivatedUser(Guid Id, bool IsActive);

file sealed class Route : IRoute
{
    public void Map(IEndpointRouteBuilder api) => api
        .MapPost("/users/{id:guid}/deactivate", (Guid id, DeactivateUser? command, IMediator crm, CancellationToken ct) =>
            crm.Send((command ?? new()) with { Id = id }, ct))
        .WithSummary("Shuts a user out: their sessions end at once, and they cannot sign in until activated")
        .Produces<DeactivatedUser>();
}

file sealed class Rules : AbstractValidator<DeactivateUser>
{
    public Rules() => RuleFor(c => c.Reason).MaximumLength(500);
}

file sealed class Handler(AdministrationDb db, DbSession session, CurrentUser by, IRememberedSignIns remembered) : IRequestHandler<DeactivateUser, DeactivatedUser>
{
    public async Task<DeactivatedUser> Handle(DeactivateUser command, CancellationToken ct)
    {
        var user = await db.Users.FindAsync([command.Id], ct) ?? throw Refusal.Unknown();
        user.Deactivate(by, command.Reason);
        session.AfterCommit(remembered.Forget);
        return new(user.Id, user.IsActive);
    }
}
