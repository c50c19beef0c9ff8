namespace Karelia.Crm.Accounts.Accounts;

[Allow(Role.Reader, Role.IntegrationRead)]
internal sealed record GetAccount([FromRoute] Guid Id) : IQuery<AccountDetails>;

file sealed class Route : IRoute
{
    public void Map(IEndpointRouteBuilder api) => api
        .MapGet("/accounts/{id:guid}", async ([AsParameters] GetAccount query, IMediator crm, HttpContext http, CancellationToken ct) =>
        {
            var found = await crm.Send(query, ct);
            // The id of a record that was merged away leads to what it became a part of.
            if (found.Id != query.Id)
                http.Response.Headers.ContentLocation = $"/api/v1/accounts/{found.Id}";
            return found;
        })
        .WithSummary("One organisation");
}

file sealed class Handler(AccountsDb db) : IRequestHandler<GetAccount, AccountDetails>
{
    public async Task<AccountDetails> Handle(GetAccount query, CancellationToken ct) => await db.Show(await db.Find(query.Id, ct), ct);
}
