using System.Net.ServerSentEvents;

namespace Karelia.Crm.Administration.Jobs;

[Allow(Role.Anyone)]
internal sealed record WatchJob : IQuery<IAsyncEnumerable<JobState>>
{
    [FromRoute] public Guid Id { get; init; }
}

file sealed class Route : IRoute
{
    public void Map(IEndpointRouteBuilder api) => api
        .MapGet("/jobs/{id:guid}/progress", async ([AsParameters] WatchJob query, IMediator crm, CancellationToken ct) =>
            TypedResults.ServerSentEvents(Events(await crm.Send(query, ct))))
        .WithSummary("The job as server-sent events named progress, each time it has moved, until it is over")
        .Produces<JobState>(contentType: "text/event-stream");

    private static async IAsyncEnumerable<SseItem<JobState>> Events(IAsyncEnumerable<JobState> states)
    {
        await foreach (var state in states)
            yield return new(state, "progress");
    }
}

file sealed class Handler(JobProgress jobs) : IRequestHandler<WatchJob, IAsyncEnumerable<JobState>>
{
    public async Task<IAsyncEnumerable<JobState>> Handle(WatchJob query, CancellationToken ct) => jobs.Watch(await jobs.Find(query.Id, ct), ct);
}
