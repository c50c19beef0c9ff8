namespace Karelia.Crm.Accounts.Contacts;

[Allow(Role.Reader, Role.IntegrationRead)]
internal sealed record GetContact([FromRoute] Guid Id) : IQuery<ContactDetails>;

file sealed class Route : IRoute
{
    public void Map(IEndpointRouteBuilder api) => api
        .MapGet("/contacts/{id:guid}", ([AsParameters] GetContact query, IMediator crm, CancellationToken ct) => crm.Send(query, ct))
        .WithSummary("One person");
}

file sealed class Handler(AccountsDb db, CurrentUser user) : IRequestHandler<GetContact, ContactDetails>
{
    public async Task<ContactDetails> Handle(GetContact query, CancellationToken ct) => await db.Show(await db.Find(query.Id, user, ct), ct);
}
