using Karelia.Crm.Accounts.History;

namespace Karelia.Crm.Accounts.Activities;

[Allow(Role.CustomerManager, Role.PartnershipManager, Role.AlumniCoordinator, Role.ExpertCoordinator, Role.Sales)]
internal sealed record RestoreActivity([FromRoute] Guid Id) : ICommand<ActivityDetails>;

file sealed class Route : IRoute
{
    public void Map(IEndpointRouteBuilder api) => api
        .MapPost("/activities/{id:guid}/restore", ([AsParameters] RestoreActivity command, IMediator crm, CancellationToken ct) => crm.Send(command, ct))
        .WithSummary("Brings back an activity that the caller deleted within the hour, as it was");
}

file sealed class Handler(AccountsDb db, BringingBack back, CurrentUser user, TimeProvider clock) : IRequestHandler<RestoreActivity, ActivityDetails>
{
    public async Task<ActivityDetails> Handle(RestoreActivity command, CancellationToken ct)
    {
        var (activity, needs) = await back.Of<Activity>(command.Id, ct);
        activity.Touch(clock.GetUtcNow());
        foreach (var need in await db.Needs.Where(n => needs.Contains(n.Id)).ToListAsync(ct))
        {
            need.ActivityId = activity.Id;
            need.Touch(clock.GetUtcNow());
        }

        return await db.Show(activity, user, ct);
    }
}
