namespace Karelia.Crm.Accounts.Accounts;

[Allow(Role.Reader, Role.IntegrationRead)]
internal sealed record GetAccount([FromRoute] Guid Id) : IQuery<AccountDetails>;

file sealed class Route : IRoute
{
    public void Map(IEndpointRouteBuilder api) => api
        .MapGet("/accounts/{id:guid}", ([AsParameters] GetAccount query, IMediator crm, CancellationToken ct) => crm.Send(query, ct))
        .WithSummary("One organisation");
}

file sealed class Handler(AccountsDb db) : IRequestHandler<GetAccount, AccountDetails>
{
    public async Task<AccountDetails> Handle(GetAccount query, CancellationToken ct) => await db.Show(await db.Find(query.Id, ct), ct);
}
