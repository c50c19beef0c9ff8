namespace Karelia.Crm.Imports.Imports;

[Allow(Role.AlumniCoordinator, Role.ExpertCoordinator, Role.CustomerManager, Role.Communications, Role.DataProtectionOfficer)]
internal sealed record GetImport([FromRoute] Guid Id) : IQuery<ImportDetails>;

file sealed class Route : IRoute
{
    public void Map(IEndpointRouteBuilder api) => api
        .MapGet("/imports/{id:guid}", ([AsParameters] GetImport query, IMediator crm, CancellationToken ct) => crm.Send(query, ct))
        .WithSummary("One import: its mapping, counts and results");
}

file sealed class Handler(Kinds kinds) : IRequestHandler<GetImport, ImportDetails>
{
    public async Task<ImportDetails> Handle(GetImport query, CancellationToken ct) =>
        await kinds.Show(await kinds.Find(query.Id, ct), ct);
}
