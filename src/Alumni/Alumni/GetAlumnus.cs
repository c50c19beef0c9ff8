namespace Karelia.Crm.Alumni.Alumni;

[Allow(Role.AlumniCoordinator, Role.Communications, Role.DataProtectionOfficer, Role.PartnershipManager, Role.CustomerManager, Role.ExpertCoordinator)]
internal sealed record GetAlumnus([FromRoute] Guid ContactId) : IQuery<AlumnusDetails>;

file sealed class Route : IRoute
{
    public void Map(IEndpointRouteBuilder api) => api
        .MapGet("/alumni/{contactId:guid}", ([AsParameters] GetAlumnus query, IMediator crm, CancellationToken ct) => crm.Send(query, ct))
        .WithSummary("One alumnus: degrees, work and forms of cooperation of interest");
}

file sealed class Handler(AlumniDb db) : IRequestHandler<GetAlumnus, AlumnusDetails>
{
    public async Task<AlumnusDetails> Handle(GetAlumnus query, CancellationToken ct)
    {
        var (alumnus, card) = await db.Find(query.ContactId, ct);
        return AlumnusDetails.Of(alumnus, card.IsPassive);
    }
}
