namespace Karelia.Crm.Accounts.Needs;

[Allow(Role.Reader, Role.IntegrationRead)]
internal sealed record GetNeed([FromRoute] Guid Id) : IQuery<NeedDetails>;

file sealed class Route : IRoute
{
    public void Map(IEndpointRouteBuilder api) => api
        .MapGet("/needs/{id:guid}", ([AsParameters] GetNeed query, IMediator crm, CancellationToken ct) => crm.Send(query, ct))
        .WithSummary("One need");
}

file sealed class Handler(AccountsDb db, CurrentUser user) : IRequestHandler<GetNeed, NeedDetails>
{
    public async Task<NeedDetails> Handle(GetNeed query, CancellationToken ct) =>
        await db.Show(await db.Needs.AsNoTracking().FirstOrDefaultAsync(n => n.Id == query.Id, ct) ?? throw Refusal.Unknown(), user, ct);
}
