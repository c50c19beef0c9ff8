namespace Karelia.Crm.Accounts.Accounts;

[Allow(Role.CustomerManager, Role.PartnershipManager, Role.Sales)]
internal sealed record PassivateAccount(string Reason) : ICommand<AccountDetails>
{
    [FromRoute] public Guid Id { get; init; }
}

file sealed class Route : IRoute
{
    public void Map(IEndpointRouteBuilder api) => api
        .MapPost("/accounts/{id:guid}/passivate", (Guid id, PassivateAccount command, IMediator crm, CancellationToken ct) => crm.Send(command with { Id = id }, ct))
        .WithSummary("Puts an organisation aside: readable, but neither editable nor usable with other records");
}

file sealed class Rules : AbstractValidator<PassivateAccount>
{
    public Rules() => RuleFor(c => c.Reason).NotEmpty().MaximumLength(500).IsPlainText();
}

file sealed class Handler(AccountsDb db, TimeProvider clock) : IRequestHandler<PassivateAccount, AccountDetails>
{
    public async Task<AccountDetails> Handle(PassivateAccount command, CancellationToken ct)
    {
        var account = await db.Find(command.Id, ct);
        account.Passivate(command.Reason.Trim(), clock.GetUtcNow());
        return await db.Show(account, ct);
    }
}
