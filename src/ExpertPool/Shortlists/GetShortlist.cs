namespace Karelia.Crm.ExpertPool.Shortlists;

[Allow(Role.ExpertCoordinator, Role.CustomerManager, Role.DataProtectionOfficer)]
internal sealed record GetShortlist([FromRoute] Guid Id) : IQuery<ShortlistDetails>;

file sealed class Route : IRoute
{
    public void Map(IEndpointRouteBuilder api) => api
        .MapGet("/expert-shortlists/{id:guid}", ([AsParameters] GetShortlist query, IMediator crm, CancellationToken ct) => crm.Send(query, ct))
        .WithSummary("A shortlist with its experts, by name");
}

file sealed class Handler(ExpertPoolDb db) : IRequestHandler<GetShortlist, ShortlistDetails>
{
    public async Task<ShortlistDetails> Handle(GetShortlist query, CancellationToken ct) => await db.Show(await db.FindList(query.Id, ct), ct);
}
