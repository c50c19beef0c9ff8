namespace Karelia.Crm.Consent.Requests;

[Allow(Role.DataProtectionOfficer)]
internal sealed record GetRequest([FromRoute] Guid Id) : IQuery<RequestDetails>;

file sealed class Route : IRoute
{
    public void Map(IEndpointRouteBuilder api) => api
        .MapGet("/data-subject-requests/{id:guid}", ([AsParameters] GetRequest query, IMediator crm, CancellationToken ct) => crm.Send(query, ct))
        .WithSummary("One request: who asks, its clock, what the person's bases say of it, and every step");
}

file sealed class Handler(RequestFiles files) : IRequestHandler<GetRequest, RequestDetails>
{
    public async Task<RequestDetails> Handle(GetRequest query, CancellationToken ct) => await files.Show(await files.Open(query.Id, ct), ct);
}
