namespace Karelia.Crm.Accounts.Activities;

[Allow(Role.Reader, Role.IntegrationRead)]
internal sealed record GetActivity([FromRoute] Guid Id) : IQuery<ActivityDetails>;

file sealed class Route : IRoute
{
    public void Map(IEndpointRouteBuilder api) => api
        .MapGet("/activities/{id:guid}", ([AsParameters] GetActivity query, IMediator crm, CancellationToken ct) => crm.Send(query, ct))
        .WithSummary("One activity with those who took part");
}

file sealed class Handler(AccountsDb db, CurrentUser user) : IRequestHandler<GetActivity, ActivityDetails>
{
    public async Task<ActivityDetails> Handle(GetActivity query, CancellationToken ct) => await db.Show(await db.FindActivity(query.Id, user, ct), user, ct);
}
