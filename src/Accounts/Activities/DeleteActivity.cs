using Karelia.Crm.Accounts.Contacts;

namespace Karelia.Crm.Accounts.Activities;

[Allow(Role.CustomerManager, Role.PartnershipManager, Role.AlumniCoordinator, Role.ExpertCoordinator, Role.Sales)]
internal sealed record DeleteActivity([FromRoute] Guid Id) : ICommand<Unit>;

file sealed class Route : IRoute
{
    public void Map(IEndpointRouteBuilder api) => api
        .MapDelete("/activities/{id:guid}", async ([AsParameters] DeleteActivity command, IMediator crm, CancellationToken ct) =>
        {
            await crm.Send(command, ct);
            return TypedResults.NoContent();
        })
        .WithSummary("Takes away an activity that was written down by mistake; needs that were heard in it stay");
}

file sealed class Handler(AccountsDb db, CurrentUser user, Call call, TimeProvider clock) : IRequestHandler<DeleteActivity, Unit>
{
    public async Task<Unit> Handle(DeleteActivity command, CancellationToken ct)
    {
        var activity = await db.FindActivity(command.Id, user, ct);
        call.Expect(activity.Version);
        await db.RefuseIfHeld(activity.Contacts.Select(link => link.ContactId), user, ct);
        foreach (var need in await db.Needs.Where(n => n.ActivityId == activity.Id).ToListAsync(ct))
        {
            need.ActivityId = null;
            need.Touch(clock.GetUtcNow());
        }

        db.Activities.Remove(activity);
        return Unit.Value;
    }
}
