namespace Karelia.Crm.Accounts.Activities;

[Allow(Role.Reader)]
internal sealed record ReopenActivity([FromRoute] Guid Id) : ICommand<ActivityDetails>;

file sealed class Route : IRoute
{
    public void Map(IEndpointRouteBuilder api) => api
        .MapPost("/activities/{id:guid}/reopen", ([AsParameters] ReopenActivity command, IMediator crm, CancellationToken ct) => crm.Send(command, ct))
        .WithSummary("Says that a task is not done after all");
}

file sealed class Handler(AccountsDb db, Attending attending, CurrentUser user, Call call, TimeProvider clock) : IRequestHandler<ReopenActivity, ActivityDetails>
{
    public async Task<ActivityDetails> Handle(ReopenActivity command, CancellationToken ct)
    {
        var activity = await db.FindActivity(command.Id, user, ct);
        attending.RefuseUnlessMine(activity);
        call.Expect(activity.Version);
        if (activity.Kind != ActivityKinds.Task)
            throw new Refusal("not-a-task", detail: "Only tasks are done and opened again.");
        if (activity.DoneAt is not null)
        {
            activity.DoneAt = null;
            activity.Touch(clock.GetUtcNow());
        }

        return await db.Show(activity, user, ct);
    }
}
