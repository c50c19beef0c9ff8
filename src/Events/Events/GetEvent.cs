namespace Karelia.Crm.Events.Events;

[Allow(Role.Reader, Role.IntegrationRead)]
internal sealed record GetEvent([FromRoute] Guid Id) : IQuery<EventDetails>;

file sealed class Route : IRoute
{
    public void Map(IEndpointRouteBuilder api) => api
        .MapGet("/events/{id:guid}", ([AsParameters] GetEvent query, IMediator crm, CancellationToken ct) => crm.Send(query, ct))
        .WithSummary("One event: sessions, organisers, capacity and how many are in each state");
}

file sealed class Handler(EventsDb db) : IRequestHandler<GetEvent, EventDetails>
{
    public async Task<EventDetails> Handle(GetEvent query, CancellationToken ct) => await db.Show(await db.Find(query.Id, ct), ct);
}
