using Karelia.Crm.Kernel.Audit;

namespace Karelia.Crm.Accounts.Accounts;

[Allow(Role.CustomerManager, Role.PartnershipManager, Role.Sales)]
internal sealed record ActivateAccount(string Reason) : ICommand<AccountDetails>
{
    [FromRoute] public Guid Id { get; init; }
}

file sealed class Route : IRoute
{
    public void Map(IEndpointRouteBuilder api) => api
        .MapPost("/accounts/{id:guid}/activate", (Guid id, ActivateAccount command, IMediator crm, CancellationToken ct) => crm.Send(command with { Id = id }, ct))
        .WithSummary("Takes a passive organisation back into use");
}

file sealed class Rules : AbstractValidator<ActivateAccount>
{
    public Rules() => RuleFor(c => c.Reason).NotEmpty().MaximumLength(500).IsPlainText();
}

file sealed class Handler(AccountsDb db, AuditLog audit, TimeProvider clock) : IRequestHandler<ActivateAccount, AccountDetails>
{
    public async Task<AccountDetails> Handle(ActivateAccount command, CancellationToken ct)
    {
        var account = await db.Find(command.Id, ct);
        account.Activate(clock.GetUtcNow());
        await audit.Bulk(nameof(ActivateAccount), "reason", nameof(Account), account.Id, [], ct, command.Reason);
        return await db.Show(account, ct);
    }
}
