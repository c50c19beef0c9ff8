namespace Karelia.Crm.Consent.Breaches;

[Allow(Role.DataProtectionOfficer)]
internal sealed record GetBreach([property: FromRoute] Guid Id) : IQuery<BreachDetails>;

file sealed class Route : IRoute
{
    public void Map(IEndpointRouteBuilder api) => api
        .MapGet("/breaches/{id:guid}", ([AsParameters] GetBreach query, IMediator crm, CancellationToken ct) => crm.Send(query, ct))
        .WithSummary("Reads a breach");
}

file sealed class Handler(ConsentDb db, TimeProvider clock) : IRequestHandler<GetBreach, BreachDetails>
{
    public async Task<BreachDetails> Handle(GetBreach query, CancellationToken ct) => BreachDetails.Of(await db.FindBreach(query.Id, ct), clock.GetUtcNow());
}
