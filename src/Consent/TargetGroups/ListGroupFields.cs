namespace Karelia.Crm.Consent.TargetGroups;

[Allow(Role.Communications, Role.DataProtectionOfficer)]
internal sealed record ListGroupFields : IQuery<Page<GroupField>>;

file sealed class Route : IRoute
{
    public void Map(IEndpointRouteBuilder api) => api
        .MapGet("/target-groups/fields", ([AsParameters] ListGroupFields query, IMediator crm, CancellationToken ct) => crm.Send(query, ct))
        .WithSummary("What people can be chosen by: the fields of all modules, how each is asked, and what it can say")
        .Produces<Page<GroupField>>();
}

file sealed class Handler(GroupFields fields) : IRequestHandler<ListGroupFields, Page<GroupField>>
{
    public async Task<Page<GroupField>> Handle(ListGroupFields query, CancellationToken ct) => new(await fields.All(ct), null);
}
