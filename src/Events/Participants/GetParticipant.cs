namespace Karelia.Crm.Events.Participants;

[Allow(Role.Reader, Role.IntegrationRead)]
internal sealed record GetParticipant([FromRoute] Guid Id, [FromRoute] Guid ParticipantId) : IQuery<ParticipantDetails>;

file sealed class Route : IRoute
{
    public void Map(IEndpointRouteBuilder api) => api
        .MapGet("/events/{id:guid}/participants/{participantId:guid}", ([AsParameters] GetParticipant query, IMediator crm, CancellationToken ct) => crm.Send(query, ct))
        .WithSummary("One participant of an event");
}

file sealed class Handler(EventsDb db) : IRequestHandler<GetParticipant, ParticipantDetails>
{
    public async Task<ParticipantDetails> Handle(GetParticipant query, CancellationToken ct)
    {
        var (one, card) = await db.Find(query.Id, query.ParticipantId, ct);
        return await db.Show(one, card, ct);
    }
}
