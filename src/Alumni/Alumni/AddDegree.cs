using Karelia.Crm.Kernel.Web;

namespace Karelia.Crm.Alumni.Alumni;

[Allow(Role.AlumniCoordinator)]
internal sealed record AddDegree(string? Programme = null, string? Institution = null, int? StartedYear = null, string? Degree = null, int? GraduatedYear = null) : ICommand<AlumnusDetails>
{
    [FromRoute] public Guid ContactId { get; init; }

    public DegreeLine Line() => new(Programme, StartedYear, Degree, GraduatedYear, Institution);
}

file sealed class Route : IRoute
{
    public void Map(IEndpointRouteBuilder api) => api
        .MapPost("/alumni/{contactId:guid}/degrees", async (Guid contactId, AddDegree command, IMediator crm, CancellationToken ct) =>
        {
            var alumnus = await crm.Send(command with { ContactId = contactId }, ct);
            return Endpoints.Created($"/alumni/{alumnus.ContactId}", alumnus);
        })
        .WithSummary("Adds a degree; the words stay as given, a programme that they name is found beside them");
}

file sealed class Rules : AbstractValidator<AddDegree>
{
    public Rules(TimeProvider clock)
    {
        this.AddDegreeRules(d => d.Programme, d => d.Institution, d => d.Degree, d => d.StartedYear, d => d.GraduatedYear, clock);
        RuleFor(d => d.Degree).Must((d, _) => d.Line() is not { Programme: null, Degree: null, StartedYear: null, GraduatedYear: null }).WithMessage("Say a programme, a degree or a year.");
    }
}

file sealed class Handler(AlumniDb db, Degrees degrees, TimeProvider clock) : IRequestHandler<AddDegree, AlumnusDetails>
{
    public async Task<AlumnusDetails> Handle(AddDegree command, CancellationToken ct)
    {
        var (alumnus, card) = await db.FindToChange(command.ContactId, ct);
        if (alumnus.Degrees.Count >= Degrees.Most)
            throw Refusal.Field("/degree", $"A person has {Degrees.Most} degrees at most.");
        alumnus.Degrees.Add(await degrees.Of(alumnus.ContactId, command.Line(), ct));
        alumnus.Touch(clock.GetUtcNow());
        return AlumnusDetails.Of(alumnus, card.IsPassive);
    }
}
