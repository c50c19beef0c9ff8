namespace Karelia.Crm.Consent.Erasure;

[Allow(Role.DataProtectionOfficer)]
internal sealed record GetErasureSettings : IQuery<ErasureChoice>;

/// <summary>How erasures are decided: whether one officer proposes and another carries out.</summary>
internal sealed record ErasureChoice(bool NeedsTwo);

file sealed class Route : IRoute
{
    public void Map(IEndpointRouteBuilder api) => api
        .MapGet("/erasure-settings", ([AsParameters] GetErasureSettings query, IMediator crm, CancellationToken ct) => crm.Send(query, ct))
        .WithSummary("How erasures are decided");
}

file sealed class Handler(ConsentDb db) : IRequestHandler<GetErasureSettings, ErasureChoice>
{
    public async Task<ErasureChoice> Handle(GetErasureSettings query, CancellationToken ct) => new(await db.ErasureSettings.AnyAsync(s => s.NeedsTwo, ct));
}
