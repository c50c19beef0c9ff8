namespace Karelia.Crm.Consent.Public;

[Allow(Role.Public)]
internal sealed record GetMyPreferences([property: FromRoute] string Token) : IQuery<MyPreferences>;

file sealed class Route : IRoute
{
    public void Map(IEndpointRouteBuilder api) => api
        .MapGet("/public/preferences/{token}", ([AsParameters] GetMyPreferences query, IMediator crm, CancellationToken ct) => crm.Send(query, ct))
        .WithSummary("Reads what a person hears of, by the person's own link")
        .Produces<MyPreferences>();
}

file sealed class Handler(OwnPage page) : IRequestHandler<GetMyPreferences, MyPreferences>
{
    public async Task<MyPreferences> Handle(GetMyPreferences query, CancellationToken ct) =>
        (await page.Read((await page.Open(query.Token, toChange: false, ct)).Id, ct)).Shown;
}
