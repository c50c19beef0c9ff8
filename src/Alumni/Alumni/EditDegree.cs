namespace Karelia.Crm.Alumni.Alumni;

[Allow(Role.AlumniCoordinator)]
internal sealed record EditDegree : ICommand<AlumnusDetails>
{
    public Optional<string?> Programme { get; init; }
    public Optional<string?> Institution { get; init; }
    public Optional<int?> StartedYear { get; init; }
    public Optional<string?> Degree { get; init; }
    public Optional<int?> GraduatedYear { get; init; }

    [FromRoute] public Guid ContactId { get; init; }
    [FromRoute] public Guid DegreeId { get; init; }
}

file sealed class Route : IRoute
{
    public void Map(IEndpointRouteBuilder api) => api
        .MapPatch("/alumni/{contactId:guid}/degrees/{degreeId:guid}", (Guid contactId, Guid degreeId, EditDegree command, IMediator crm, CancellationToken ct) =>
            crm.Send(command with { ContactId = contactId, DegreeId = degreeId }, ct))
        .WithSummary("Changes the members of a degree that are named. The version is the alumnus's");
}

file sealed class Rules : AbstractValidator<EditDegree>
{
    public Rules(TimeProvider clock) =>
        this.AddDegreeRules(d => d.Programme.Value, d => d.Institution.Value, d => d.Degree.Value, d => d.StartedYear.Value, d => d.GraduatedYear.Value, clock);
}

file sealed class Handler(AlumniDb db, Degrees degrees, Call call, TimeProvider clock) : IRequestHandler<EditDegree, AlumnusDetails>
{
    public async Task<AlumnusDetails> Handle(EditDegree command, CancellationToken ct)
    {
        var (alumnus, card) = await db.FindToChange(command.ContactId, ct);
        var degree = alumnus.Degrees.Find(d => d.Id == command.DegreeId) ?? throw Refusal.Unknown();
        call.Expect(alumnus.Version);
        degree.StartedYear = command.StartedYear.Or(degree.StartedYear);
        degree.Title = command.Degree.Or(degree.Title)?.Trim();
        degree.GraduatedYear = command.GraduatedYear.Or(degree.GraduatedYear);
        await degrees.Name(degree, command.Programme.Or(degree.Programme), command.Institution.Or(degree.Institution), ct);
        alumnus.Touch(clock.GetUtcNow());
        return AlumnusDetails.Of(alumnus, card.IsPassive);
    }
}
