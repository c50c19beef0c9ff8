namespace Karelia.Crm.Consent.TargetGroups;

[Allow(Role.Communications)]
internal sealed record ArchiveTargetGroup([FromRoute] Guid Id) : ICommand<Unit>;

file sealed class Route : IRoute
{
    public void Map(IEndpointRouteBuilder api) => api
        .MapDelete("/target-groups/{id:guid}", async ([AsParameters] ArchiveTargetGroup command, IMediator crm, CancellationToken ct) =>
        {
            await crm.Send(command, ct);
            return TypedResults.NoContent();
        })
        .WithSummary("Puts a target group aside: what was disclosed by it still says so, and its monthly lists end");
}

file sealed class Handler(GroupPeople people, Call call, TimeProvider clock) : IRequestHandler<ArchiveTargetGroup, Unit>
{
    public async Task<Unit> Handle(ArchiveTargetGroup command, CancellationToken ct)
    {
        var group = await people.Find(command.Id, ct);
        call.Expect(group.Version);
        group.Touch(clock.Now());
        group.ArchivedAt = group.UpdatedAt;
        return Unit.Value;
    }
}
