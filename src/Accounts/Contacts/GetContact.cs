namespace Karelia.Crm.Accounts.Contacts;

[Allow(Role.Reader, Role.IntegrationRead)]
internal sealed record GetContact([FromRoute] Guid Id) : IQuery<ContactDetails>;

file sealed class Route : IRoute
{
    public void Map(IEndpointRouteBuilder api) => api
        .MapGet("/contacts/{id:guid}", async ([AsParameters] GetContact query, IMediator crm, HttpContext http, CancellationToken ct) =>
        {
            var found = await crm.Send(query, ct);
            // The id of a record that was merged away leads to what it became a part of.
            if (found.Id != query.Id)
                http.Response.Headers.ContentLocation = $"/api/v1/contacts/{found.Id}";
            return found;
        })
        .WithSummary("One person");
}

file sealed class Handler(AccountsDb db, DbSession session, CurrentUser user, TimeProvider clock) : IRequestHandler<GetContact, ContactDetails>
{
    public async Task<ContactDetails> Handle(GetContact query, CancellationToken ct)
    {
        var contact = await db.Find(query.Id, user, ct);
        await session.RefuseUnlessOpened(contact, user, clock, ct);
        return await db.Show(contact, ct);
    }
}
