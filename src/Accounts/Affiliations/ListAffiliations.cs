using Karelia.Crm.Accounts.Contacts;

namespace Karelia.Crm.Accounts.Affiliations;

[Allow(Role.Reader, Role.IntegrationRead)]
internal sealed record ListAffiliations([FromRoute] Guid Id) : IQuery<AffiliationList>;

/// <summary>A person's places in organisations.</summary>
internal sealed record AffiliationList(IReadOnlyList<AffiliationLine> Items);

file sealed class Route : IRoute
{
    public void Map(IEndpointRouteBuilder api) => api
        .MapGet("/contacts/{id:guid}/affiliations", ([AsParameters] ListAffiliations query, IMediator crm, CancellationToken ct) => crm.Send(query, ct))
        .WithSummary("A person's places in organisations, past ones too");
}

file sealed class Handler(AccountsDb db, CurrentUser user) : IRequestHandler<ListAffiliations, AffiliationList>
{
    public async Task<AffiliationList> Handle(ListAffiliations query, CancellationToken ct) => new(await AffiliationLine.Of(db, (await db.Find(query.Id, user, ct)).Id, ct));
}
