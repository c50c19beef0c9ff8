namespace Karelia.Crm.Alumni.Alumni;

[Allow(Role.AlumniCoordinator)]
internal sealed record RemoveDegree([property: FromRoute] Guid ContactId, [property: FromRoute] Guid DegreeId) : ICommand<AlumnusDetails>;

file sealed class Route : IRoute
{
    public void Map(IEndpointRouteBuilder api) => api
        .MapDelete("/alumni/{contactId:guid}/degrees/{degreeId:guid}", ([AsParameters] RemoveDegree command, IMediator crm, CancellationToken ct) => crm.Send(command, ct))
        .WithSummary("Takes away a degree that was written down by mistake. The version is the alumnus's");
}

file sealed class Handler(AlumniDb db, Call call, TimeProvider clock) : IRequestHandler<RemoveDegree, AlumnusDetails>
{
    public async Task<AlumnusDetails> Handle(RemoveDegree command, CancellationToken ct)
    {
        var (alumnus, card) = await db.FindToChange(command.ContactId, ct);
        var degree = alumnus.Degrees.Find(d => d.Id == command.DegreeId) ?? throw Refusal.Unknown();
        call.Expect(alumnus.Version);
        alumnus.Degrees.Remove(degree);
        alumnus.Touch(clock.GetUtcNow());
        return AlumnusDetails.Of(alumnus, card.IsPassive);
    }
}
