using Karelia.Crm.Kernel.Jobs;

namespace Karelia.Crm.Consent.Erasure;

[Allow(Role.DataProtectionOfficer)]
internal sealed record VerifyErasure([FromRoute] Guid Id) : ICommand<StartedVerification>;

internal sealed record StartedVerification(Guid JobId);

file sealed class Route : IRoute
{
    public void Map(IEndpointRouteBuilder api) => api
        .MapPost("/erasure-certificates/{id:guid}/verify", async ([AsParameters] VerifyErasure command, IMediator crm, CancellationToken ct) =>
        {
            var started = await crm.Send(command, ct);
            return TypedResults.Accepted($"/api/v1/jobs/{started.JobId}", started);
        })
        .WithSummary("Looks through the whole database and the folders of files again for traces of the erased person, as a job");
}

file sealed class Handler(ConsentDb db, JobQueue jobs) : IRequestHandler<VerifyErasure, StartedVerification>
{
    public async Task<StartedVerification> Handle(VerifyErasure command, CancellationToken ct) =>
        await db.ErasureCertificates.AnyAsync(c => c.Id == command.Id && !c.IsPartial, ct) ? new(jobs.Add("erasure-verify", new RunVerifier(command.Id))) : throw Refusal.Unknown();
}
