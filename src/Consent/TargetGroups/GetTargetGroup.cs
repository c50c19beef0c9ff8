namespace Karelia.Crm.Consent.TargetGroups;

[Allow(Role.Communications, Role.DataProtectionOfficer)]
internal sealed record GetTargetGroup([property: FromRoute] Guid Id) : IQuery<TargetGroupDetails>;

file sealed class Route : IRoute
{
    public void Map(IEndpointRouteBuilder api) => api
        .MapGet("/target-groups/{id:guid}", ([AsParameters] GetTargetGroup query, IMediator crm, CancellationToken ct) => crm.Send(query, ct))
        .WithSummary("Reads a target group: its definition, and how many people it means now")
        .Produces<TargetGroupDetails>();
}

file sealed class Handler(GroupPeople people, CurrentUser user) : IRequestHandler<GetTargetGroup, TargetGroupDetails>
{
    public async Task<TargetGroupDetails> Handle(GetTargetGroup query, CancellationToken ct)
    {
        var group = await people.Find(query.Id, ct);
        return TargetGroupDetails.Of(group, user, await people.Count(group, ct));
    }
}
