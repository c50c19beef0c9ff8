using Karelia.Crm.Kernel.Jobs;

namespace Karelia.Crm.Imports.Imports;

[Allow(Role.AlumniCoordinator, Role.ExpertCoordinator, Role.CustomerManager, Role.Communications)]
internal sealed record UndoImport([FromRoute] Guid Id) : ICommand<StartedJob>;

file sealed class Route : IRoute
{
    public void Map(IEndpointRouteBuilder api) => api
        .MapPost("/imports/{id:guid}/undo", async ([AsParameters] UndoImport command, IMediator crm, CancellationToken ct) =>
        {
            var started = await crm.Send(command, ct);
            return TypedResults.Accepted($"/api/v1/jobs/{started.JobId}", started);
        })
        .WithSummary("Takes a committed import back, as a job; later edits stay");
}

file sealed class Handler(Kinds kinds, JobQueue jobs, TimeProvider clock) : IRequestHandler<UndoImport, StartedJob>
{
    public async Task<StartedJob> Handle(UndoImport command, CancellationToken ct)
    {
        var import = await kinds.Lock(command.Id, ct);
        if (import.State != States.Committed)
            throw new Refusal("import-not-committed", detail: "Only a committed import can be undone.");
        if (import.CommittedAt < clock.GetUtcNow() - StagingPurge.Kept)
            throw new Refusal("import-too-old", detail: "What an undo needs is kept for 30 days after the commit.");
        import.JobId = jobs.Add("import-undo", new TakeImportBack(import.Id), import.Tally.Total);
        return new(import.JobId.Value);
    }
}
