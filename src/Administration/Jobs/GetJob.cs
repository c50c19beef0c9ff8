namespace Karelia.Crm.Administration.Jobs;

[Allow(Role.Anyone)]
internal sealed record GetJob : IQuery<JobState>
{
    [FromRoute] public Guid Id { get; init; }
}

file sealed class Route : IRoute
{
    public void Map(IEndpointRouteBuilder api) => api
        .MapGet("/jobs/{id:guid}", ([AsParameters] GetJob query, IMediator crm, CancellationToken ct) => crm.Send(query, ct))
        .WithSummary("How far a long piece of work is, and how it ended")
        .Produces<JobState>();
}

file sealed class Handler(JobProgress jobs) : IRequestHandler<GetJob, JobState>
{
    public Task<JobState> Handle(GetJob query, CancellationToken ct) => jobs.Find(query.Id, ct);
}
