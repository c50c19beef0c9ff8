using Karelia.Crm.Accounts;

namespace Karelia.Crm.Consent.Preferences;

[Allow(Role.Reader, Role.IntegrationRead)]
internal sealed record GetPreferences(Guid ContactId) : IQuery<CommunicationPreferences>;

file sealed class Route : IRoute
{
    public void Map(IEndpointRouteBuilder api) => api
        .MapGet("/contacts/{id:guid}/preferences", (Guid id, IMediator crm, CancellationToken ct) => crm.Send(new GetPreferences(id), ct))
        .WithSummary("Reads what a person wants to hear of in each channel, and what is blocked")
        .Produces<CommunicationPreferences>();
}

file sealed class Handler(ConsentDb db, IKnownPeople people) : IRequestHandler<GetPreferences, CommunicationPreferences>
{
    public async Task<CommunicationPreferences> Handle(GetPreferences query, CancellationToken ct) =>
        (await PreferenceSheet.Read(db, (await people.Know(query.ContactId, ct)).Id, ct)).Answer();
}
