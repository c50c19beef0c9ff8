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

/// <summary>What is right in a degree's fields, in a list of degrees and in the messages that name them one by one.</summary>
internal static class DegreeFields
{
    public static void AddDegreeRules<T>(
        this AbstractValidator<T> rules, Expression<Func<T, string?>> programme, Expression<Func<T, string?>> institution, Expression<Func<T, string?>> degree,
        Expression<Func<T, int?>> started, Expression<Func<T, int?>> graduated, TimeProvider clock)
    {
        foreach (var (words, name) in new[] { (programme, "Programme"), (institution, "Institution"), (degree, "Degree") })
            rules.RuleFor(words).MaximumLength(200).IsPlainText().OverridePropertyName(name);
        foreach (var (year, name) in new[] { (started, "StartedYear"), (graduated, "GraduatedYear") })
            rules.RuleFor(year).GreaterThanOrEqualTo(1900).Must(y => y is null || y <= clock.GetUtcNow().Year + 1).OverridePropertyName(name);
    }
}
