using Karelia.Crm.Kernel.Jobs;

namespace Karelia.Crm.Accounts.Bulk;

[Allow(Role.CustomerManager, Role.PartnershipManager, Role.AlumniCoordinator, Role.ExpertCoordinator, Role.Sales)]
internal sealed record UndoBulk([FromRoute] Guid Id) : ICommand<StartedBulk>;

file sealed class Route : IRoute
{
    public void Map(IEndpointRouteBuilder api) => api
        .MapPost("/bulk-operations/{id:guid}/undo", async ([AsParameters] UndoBulk command, IMediator crm, CancellationToken ct) =>
        {
            var started = await crm.Send(command, ct);
            return TypedResults.Accepted($"/api/v1/jobs/{started.JobId}", started);
        })
        .WithSummary("Takes one of the caller's bulk changes back, as a job; what others wrote since stays");
}

file sealed class Handler(AccountsDb db, JobQueue jobs, CurrentUser user, TimeProvider clock) : IRequestHandler<UndoBulk, StartedBulk>
{
    public async Task<StartedBulk> Handle(UndoBulk command, CancellationToken ct)
    {
        var operation = await db.Lock(command.Id, ct);
        if (operation.UserId != user.Id)
            throw Refusal.Unknown();
        if (operation.FinishedAt is null || operation.UndoneAt is not null || operation.UndoJobId is not null)
            throw new Refusal("bulk-not-done", detail: "Only an operation that is done, and not undone, can be undone.");
        if (operation.At < clock.GetUtcNow() - Bulks.Kept)
            throw new Refusal("bulk-too-old", detail: "What an undo needs is kept for 30 days.");
        operation.UndoJobId = jobs.Add("bulk-undo", new TakeBulkBack(operation.Id), operation.Total);
        return new(operation.UndoJobId.Value, operation.Id);
    }
}
