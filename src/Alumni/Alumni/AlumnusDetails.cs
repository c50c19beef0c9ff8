namespace Karelia.Crm.Alumni.Alumni;

/// <summary>What an alumnus told. The date of birth is not here: it is shown one at a time, with a reason (<see cref="RevealDateOfBirth"/>).</summary>
internal sealed record AlumnusDetails(
    Guid ContactId,
    string? FormerLastName,
    IReadOnlyList<DegreeDetails> Degrees,
    string? Employer,
    string? Task,
    IReadOnlyList<FormLine> Forms,
    IReadOnlyList<RegistrationLine> Registrations,
    DateTimeOffset RegisteredAt,
    string Source,
    bool HasDateOfBirth,
    bool IsPassive,
    DateTimeOffset UpdatedAt,
    long Version) : IVersioned, IShowsPeople
{
    public static AlumnusDetails Of(Alumnus a, bool isPassive) => new(
        a.ContactId,
        a.FormerLastName,
        [.. a.Degrees.OrderByDescending(d => d.GraduatedYear).ThenBy(d => d.Id).Select(d => new DegreeDetails(d.Id, d.Programme, d.ProgrammeCode, d.Institution, d.InstitutionCode, d.StartedYear, d.Title, d.GraduatedYear))],
        a.Employer,
        a.Task,
        [.. a.Interests.OrderBy(i => i.FormCode, StringComparer.Ordinal).Select(i => new FormLine(i.FormCode, i.Note))],
        [.. a.Registrations.OrderBy(r => r.At).Select(r => new RegistrationLine(r.Channel, r.At, r.Source))],
        a.RegisteredAt,
        a.Source,
        a.DateOfBirth is not null,
        isPassive,
        a.UpdatedAt,
        a.Version);

    public IEnumerable<Guid> ShownPeople() => [ContactId];
}

/// <summary>A degree as it was told, with the programme and the institution of the code lists that the words name; null when they name none.</summary>
internal sealed record DegreeDetails(
    Guid Id, string? Programme, string? ProgrammeCode, string? Institution, string? InstitutionCode, int? StartedYear, string? Degree, int? GraduatedYear);

/// <summary>A way by which the person registered: degree-application or webropol.</summary>
internal sealed record RegistrationLine(string Channel, DateTimeOffset At, string Source);

/// <summary>A degree: programme and degree in the words given; years 1900 to next year.</summary>
internal sealed record DegreeLine(string? Programme = null, int? StartedYear = null, string? Degree = null, int? GraduatedYear = null, string? Institution = null);

/// <summary>A form of cooperation of interest, by code, and what the person wrote beside it.</summary>
internal sealed record FormLine(string Code, string? Note = null);

internal sealed class DegreeRules : AbstractValidator<DegreeLine>
{
    public DegreeRules(TimeProvider clock) => this.AddDegreeRules(d => d.Programme, d => d.Institution, d => d.Degree, d => d.StartedYear, d => d.GraduatedYear, clock);
}

internal sealed class FormRules : AbstractValidator<FormLine>
{
    public FormRules()
    {
        RuleFor(f => f.Code).NotEmpty().MaximumLength(50).IsPlainText();
        RuleFor(f => f.Note).MaximumLength(500).IsPlainText();
    }
}
