namespace Karelia.Crm.ExpertPool.Experts;

[Allow(Role.ExpertCoordinator, Role.CustomerManager, Role.DataProtectionOfficer)]
internal sealed record GetExpert([FromRoute] Guid ContactId) : IQuery<ExpertDetails>;

file sealed class Route : IRoute
{
    public void Map(IEndpointRouteBuilder api) => api
        .MapGet("/experts/{contactId:guid}", ([AsParameters] GetExpert query, IMediator crm, CancellationToken ct) => crm.Send(query, ct))
        .WithSummary("One expert: competence, availability, consent, assignments, files and shortlists");
}

file sealed class Handler(ExpertPoolDb db) : IRequestHandler<GetExpert, ExpertDetails>
{
    public async Task<ExpertDetails> Handle(GetExpert query, CancellationToken ct) => await db.Show(await db.Find(query.ContactId, ct), ct);
}
