using Karelia.Crm.Kernel.Jobs;

namespace Karelia.Crm.Imports.Imports;

[Allow(Role.AlumniCoordinator, Role.ExpertCoordinator, Role.CustomerManager, Role.Communications)]
internal sealed record CommitImport([FromRoute] Guid Id) : ICommand<StartedJob>;

/// <summary>The job that does the work.</summary>
internal sealed record StartedJob(Guid JobId);

file sealed class Route : IRoute
{
    public void Map(IEndpointRouteBuilder api) => api
        .MapPost("/imports/{id:guid}/commit", async ([AsParameters] CommitImport command, IMediator crm, CancellationToken ct) =>
        {
            var started = await crm.Send(command, ct);
            return TypedResults.Accepted($"/api/v1/jobs/{started.JobId}", started);
        })
        .WithSummary("Writes the preview to the register, as a job");
}

file sealed class Handler(Kinds kinds, JobQueue jobs) : IRequestHandler<CommitImport, StartedJob>
{
    public async Task<StartedJob> Handle(CommitImport command, CancellationToken ct)
    {
        var import = await kinds.Lock(command.Id, ct);
        if (await kinds.StateOf(import, ct) is not (States.Ready or States.Failed))
            throw new Refusal("import-not-ready", detail: "Only an import with an open preview can be committed.");
        (import.State, import.JobId) = (States.Committing, jobs.Add("import-commit", new WriteImport(import.Id), import.Tally.Total));
        return new(import.JobId.Value);
    }
}
