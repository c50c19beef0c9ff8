using System.Linq.Expressions;
using Karelia.Crm.Administration;

namespace Karelia.Crm.Alumni.Alumni;

/// <summary>Degrees being written: the words as given, and the codes that they name. The database finds the same codes; here they are for the answer.</summary>
internal sealed class Degrees(ICodeLists lists)
{
    public const int Most = 20;

    public async Task<Degree> Of(Guid contactId, DegreeLine line, CancellationToken ct)
    {
        var degree = new Degree { ContactId = contactId, StartedYear = line.StartedYear, Title = line.Degree?.Trim(), GraduatedYear = line.GraduatedYear };
        await Name(degree, line.Programme, line.Institution, ct);
        return degree;
    }

    public async Task Name(Degree degree, string? programme, string? institution, CancellationToken ct)
    {
        (degree.Programme, degree.Institution) = (programme?.Trim(), institution?.Trim());
        degree.ProgrammeCode = await lists.CodeOf(AlumniLists.Programmes, degree.Programme, ct);
        degree.InstitutionCode = await lists.CodeOf(AlumniLists.Institutions, degree.Institution, ct);
    }
}

/// <summary>What is right in a degree's fields, for the messages that name them one by one.</summary>
internal sealed class DegreeFields<T> : AbstractValidator<T>
{
    public DegreeFields(
        Expression<Func<T, string?>> programme, Expression<Func<T, string?>> institution, Expression<Func<T, string?>> degree, Expression<Func<T, int?>> started, Expression<Func<T, int?>> graduated,
        TimeProvider clock)
    {
        RuleFor(programme).MaximumLength(200).IsPlainText().OverridePropertyName("Programme");
        RuleFor(institution).MaximumLength(200).IsPlainText().OverridePropertyName("Institution");
        RuleFor(degree).MaximumLength(200).IsPlainText().OverridePropertyName("Degree");
        RuleFor(started).GreaterThanOrEqualTo(1900).Must(year => year is null || year <= clock.GetUtcNow().Year + 1).OverridePropertyName("StartedYear");
        RuleFor(graduated).GreaterThanOrEqualTo(1900).Must(year => year is null || year <= clock.GetUtcNow().Year + 1).OverridePropertyName("GraduatedYear");
    }
}
