using Karelia.Crm.Accounts;
using Karelia.Crm.Administration;
using Karelia.Crm.Alumni.Cooperation;

namespace Karelia.Crm.Alumni.Alumni;

[Allow(Role.AlumniCoordinator)]
internal sealed record EditAlumnus : ICommand<AlumnusDetails>
{
    public Optional<string?> FormerLastName { get; init; }
    public Optional<DateOnly?> DateOfBirth { get; init; }
    public Optional<string?> Employer { get; init; }
    public Optional<string?> Task { get; init; }
    public Optional<IReadOnlyList<DegreeLine>?> Degrees { get; init; }
    public Optional<IReadOnlyList<FormLine>?> Forms { get; init; }

    [FromRoute] public Guid ContactId { get; init; }
}

file sealed class Route : IRoute
{
    public void Map(IEndpointRouteBuilder api) => api
        .MapPatch("/alumni/{contactId:guid}", (Guid contactId, EditAlumnus command, IMediator crm, CancellationToken ct) =>
            crm.Send(command with { ContactId = contactId }, ct))
        .WithSummary("Changes the members that are named; degrees and forms are whole sets");
}

file sealed class Rules : AbstractValidator<EditAlumnus>
{
    public Rules(TimeProvider clock)
    {
        RuleFor(a => a.FormerLastName.Value).MaximumLength(100).IsPlainText().OverridePropertyName("FormerLastName");
        RuleFor(a => a.DateOfBirth.Value).Must(day => day is null || (day.Value.Year >= 1900 && day < clock.Today()))
            .WithMessage("A date of birth lies in the past, from 1900 on.").OverridePropertyName("DateOfBirth");
        RuleFor(a => a.Employer.Value).MaximumLength(200).IsPlainText().OverridePropertyName("Employer");
        RuleFor(a => a.Task.Value).MaximumLength(200).IsPlainText().OverridePropertyName("Task");
        RuleFor(a => a.Degrees.Value).IsShortList(Alumni.Degrees.Most).OverridePropertyName("Degrees");
        RuleForEach(a => a.Degrees.Value).SetValidator(new DegreeRules(clock)).OverridePropertyName("Degrees");
        RuleFor(a => a.Forms.Value).IsShortList(50).OverridePropertyName("Forms");
        RuleForEach(a => a.Forms.Value).SetValidator(new FormRules()).OverridePropertyName("Forms");
    }
}

file sealed class Handler(AlumniDb db, ICodeLists lists, Degrees degrees, Call call, TimeProvider clock) : IRequestHandler<EditAlumnus, AlumnusDetails>
{
    public async Task<AlumnusDetails> Handle(EditAlumnus command, CancellationToken ct)
    {
        var (alumnus, card) = await db.FindToChange(command.ContactId, ct);
        call.Expect(alumnus.Version);
        alumnus.FormerLastName = command.FormerLastName.Or(alumnus.FormerLastName)?.Trim();
        alumnus.DateOfBirth = command.DateOfBirth.Or(alumnus.DateOfBirth);
        alumnus.Employer = command.Employer.Or(alumnus.Employer)?.Trim();
        alumnus.Task = command.Task.Or(alumnus.Task)?.Trim();
        if (command.Degrees.IsSet)
            await ReplaceDegrees(alumnus, command.Degrees.Value ?? [], ct);
        if (command.Forms.IsSet)
            await ReplaceForms(alumnus, command.Forms.Value ?? [], ct);
        alumnus.Touch(clock.GetUtcNow());
        return AlumnusDetails.Of(alumnus, card.IsPassive);
    }

    /// <summary>A degree that is said again as it was stays the same row: its history goes on.</summary>
    private async Task ReplaceDegrees(Alumnus alumnus, IReadOnlyList<DegreeLine> lines, CancellationToken ct)
    {
        var before = alumnus.Degrees.ToList();
        alumnus.Degrees.Clear();
        foreach (var line in lines)
        {
            var same = before.Find(d => new DegreeLine(d.Programme, d.StartedYear, d.Title, d.GraduatedYear, d.Institution) == line);
            if (same is not null)
                before.Remove(same);
            alumnus.Degrees.Add(same ?? await degrees.Of(alumnus.ContactId, line, ct));
        }
    }

    private async Task ReplaceForms(Alumnus alumnus, IReadOnlyList<FormLine> lines, CancellationToken ct)
    {
        var wanted = lines.DistinctBy(line => line.Code).ToDictionary(line => line.Code, line => line.Note?.Trim());
        if (wanted.Keys.Except((await lists.Of(AlumniLists.Forms, ct)).Select(form => form.Code)).FirstOrDefault() is { } unknown)
            throw Refusal.Field("/forms", $"There is no form of cooperation '{unknown}'.");
        alumnus.Interests.RemoveAll(interest => !wanted.ContainsKey(interest.FormCode));
        foreach (var (code, note) in wanted)
        {
            var interest = alumnus.Interests.Find(i => i.FormCode == code);
            if (interest is null)
                alumnus.Interests.Add(interest = new Interest { ContactId = alumnus.ContactId, FormCode = code, AddedAt = clock.GetUtcNow() });
            interest.Note = note;
        }
    }
}
