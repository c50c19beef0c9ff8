using Karelia.Crm.Consent.Purposes;
using Karelia.Crm.Kernel.Jobs;

namespace Karelia.Crm.Consent.Retention;

[Allow(Role.DataProtectionOfficer)]
internal sealed record ApproveRetentionRun([property: FromRoute] Guid Id) : ICommand<RetentionJob>;

/// <summary>The job that carries the run out.</summary>
internal sealed record RetentionJob(Guid JobId);

file sealed class Route : IRoute
{
    public void Map(IEndpointRouteBuilder api) => api
        .MapPost("/retention/runs/{id:guid}/approve", async ([AsParameters] ApproveRetentionRun command, IMediator crm, CancellationToken ct) =>
        {
            var job = await crm.Send(command, ct);
            return TypedResults.Accepted($"/api/v1/jobs/{job.JobId}", job);
        })
        .WithSummary("Approves a proposed run: a job carries it out");
}

file sealed class Handler(ConsentDb db, JobQueue jobs, FourEyes four, CurrentUser user, TimeProvider clock) : IRequestHandler<ApproveRetentionRun, RetentionJob>
{
    public async Task<RetentionJob> Handle(ApproveRetentionRun command, CancellationToken ct)
    {
        var run = await db.Set<RetentionRun>().FirstOrDefaultAsync(r => r.Id == command.Id, ct) ?? throw Refusal.Unknown();
        run.MustBeProposed();
        four.Check(run.ProposedById, user);
        var job = jobs.Add("retention-run", new CarryOutRetention(run.Id), await db.Set<RetentionItem>().LongCountAsync(i => i.RunId == run.Id, ct));
        (run.State, run.ApprovedAt, run.ApprovedBy, run.JobId) = ("approved", clock.Now(), user.Name, job);
        return new(job);
    }
}
