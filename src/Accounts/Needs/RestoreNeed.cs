using Karelia.Crm.Accounts.History;

namespace Karelia.Crm.Accounts.Needs;

[Allow(Role.CustomerManager, Role.PartnershipManager)]
internal sealed record RestoreNeed([FromRoute] Guid Id) : ICommand<NeedDetails>;

file sealed class Route : IRoute
{
    public void Map(IEndpointRouteBuilder api) => api
        .MapPost("/needs/{id:guid}/restore", ([AsParameters] RestoreNeed command, IMediator crm, CancellationToken ct) => crm.Send(command, ct))
        .WithSummary("Brings back a need that the caller deleted within the hour, as it was");
}

file sealed class Handler(AccountsDb db, BringingBack back, CurrentUser user, TimeProvider clock) : IRequestHandler<RestoreNeed, NeedDetails>
{
    public async Task<NeedDetails> Handle(RestoreNeed command, CancellationToken ct)
    {
        var (need, _) = await back.Of<Need>(command.Id, ct);
        // It went too, after the need.
        if (!await db.Activities.AnyAsync(a => a.Id == need.ActivityId, ct))
            need.ActivityId = null;
        need.Touch(clock.GetUtcNow());
        return await db.Show(need, user, ct);
    }
}
