using Karelia.Crm.Kernel.Web;

namespace Karelia.Crm.Consent.Erasure;

[Allow(Role.DataProtectionOfficer)]
internal sealed record SetErasureSettings(bool NeedsTwo) : ICommand<ErasureChoice>;

file sealed class Route : IRoute
{
    public void Map(IEndpointRouteBuilder api) => api
        .MapPut("/erasure-settings", (SetErasureSettings command, IMediator crm, CancellationToken ct) => crm.Send(command, ct))
        .WithoutVersion()
        .WithSummary("Sets whether one data protection officer proposes an erasure and another carries it out");
}

file sealed class Handler(ConsentDb db) : IRequestHandler<SetErasureSettings, ErasureChoice>
{
    public async Task<ErasureChoice> Handle(SetErasureSettings command, CancellationToken ct)
    {
        var settings = await db.ErasureSettings.FirstOrDefaultAsync(ct) ?? db.ErasureSettings.Add(new()).Entity;
        settings.NeedsTwo = command.NeedsTwo;
        return new(command.NeedsTwo);
    }
}
