namespace Karelia.Crm.Administration.Users;

[Allow(Role.Admin)]
internal sealed record ActivateUser(string? Reason = null) : ICommand<ActivatedUser>
{
    [FromRoute] public Guid Id { get; init; }
}

internal sealed record ActivatedUser(Guid Id, bool IsActive);

file sealed class Route : IRoute
{
    public void Map(IEndpointRouteBuilder api) => api
        .MapPost("/users/{id:guid}/activate", (Guid id, ActivateUser? command, IMediator crm, CancellationToken ct) =>
            crm.Send((command ?? new()) with { Id = id }, ct))
        .WithSummary("Lets a deactivated user sign in again")
        .Produces<ActivatedUser>();
}

file sealed class Rules : AbstractValidator<ActivateUser>
{
    public Rules() => RuleFor(c => c.Reason).MaximumLength(500);
}

file sealed class Handler(AdministrationDb db) : IRequestHandler<ActivateUser, ActivatedUser>
{
    public async Task<ActivatedUser> Handle(ActivateUser command, CancellationToken ct)
    {
        var user = await db.Users.FindAsync([command.Id], ct) ?? throw Refusal.Unknown();
        user.Activate(command.Reason);
        return new(user.Id, user.IsActive);
    }
}
