using Karelia.Crm.Accounts.Contacts;

namespace Karelia.Crm.Accounts.Needs;

[Allow(Role.CustomerManager, Role.PartnershipManager)]
internal sealed record DeleteNeed([FromRoute] Guid Id) : ICommand<Unit>;

file sealed class Route : IRoute
{
    public void Map(IEndpointRouteBuilder api) => api
        .MapDelete("/needs/{id:guid}", async ([AsParameters] DeleteNeed command, IMediator crm, CancellationToken ct) =>
        {
            await crm.Send(command, ct);
            return TypedResults.NoContent();
        })
        .WithSummary("Takes away a need that was written down by mistake");
}

file sealed class Handler(AccountsDb db, CurrentUser user, Call call) : IRequestHandler<DeleteNeed, Unit>
{
    public async Task<Unit> Handle(DeleteNeed command, CancellationToken ct)
    {
        var need = await db.Needs.FirstOrDefaultAsync(n => n.Id == command.Id, ct) ?? throw Refusal.Unknown();
        (await db.Accounts.FirstAsync(a => a.Id == need.AccountId, ct)).RefuseIfPassive();
        call.Expect(need.Version);
        if (need.ContactId is { } contact)
            await db.RefuseIfHeld([contact], user, ct);
        db.Needs.Remove(need);
        return Unit.Value;
    }
}
