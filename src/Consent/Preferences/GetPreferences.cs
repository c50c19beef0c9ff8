using Karelia.Crm.Accounts;

namespace Karelia.Crm.Consent.Preferences;

[Allow(Role.Reader, Role.IntegrationRead)]
internal sealed record GetPreferences([property: FromRoute] Guid Id) : IQuery<CommunicationPreferences>;

file sealed class Route : IRoute
{
    public void Map(IEndpointRouteBuilder api) => api
        .MapGet("/contacts/{id:guid}/preferences", ([AsParameters] GetPreferences query, IMediator crm, CancellationToken ct) => crm.Send(query, ct))
        .WithSummary("Reads what a person wants to hear of in each channel, and what is blocked")
        .Produces<CommunicationPreferences>();
}

file sealed class Handler(ConsentDb db, IKnownPeople people) : IRequestHandler<GetPreferences, CommunicationPreferences>
{
    public async Task<CommunicationPreferences> Handle(GetPreferences query, CancellationToken ct) =>
        (await PreferenceSheet.Read(db, (await people.Know(query.Id, ct)).Id, ct)).Answer();
}
