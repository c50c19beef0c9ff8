namespace Karelia.Crm.ExpertPool.Experts;

/// <summary>What is told of an expert. What a message does not name stays; tags, fields, forms and languages are whole sets.</summary>
internal abstract record ToldOfExpert
{
    public Optional<string?> Competence { get; init; }
    public Optional<IReadOnlyList<string>?> Tags { get; init; }
    public Optional<IReadOnlyList<string>?> Fields { get; init; }
    public Optional<IReadOnlyList<string>?> Forms { get; init; }
    public Optional<IReadOnlyList<string>?> Languages { get; init; }
    public Optional<string?> Availability { get; init; }
    public Optional<DateOnly?> AvailableFrom { get; init; }
    public Optional<string?> Employer { get; init; }
    public Optional<string?> Task { get; init; }
    public Optional<string?> RateNote { get; init; }
}

/// <summary>The shape of it.</summary>
internal abstract class ToldOfExpertRules<T> : AbstractValidator<T> where T : ToldOfExpert
{
    private const int MostCodes = 100;
    private const int LongestCode = 50;

    private static readonly string[] Languages = [.. ExpertLists.Languages.Select(language => language.Code)];

    protected ToldOfExpertRules()
    {
        RuleFor(e => e.Competence.Value).MaximumLength(10_000).IsPlainText().OverridePropertyName("Competence");
        RuleFor(e => e.Tags.Value).IsShortList(MostCodes, longest: LongestCode).OverridePropertyName("Tags");
        RuleFor(e => e.Fields.Value).IsShortList(MostCodes, longest: LongestCode).OverridePropertyName("Fields");
        RuleFor(e => e.Forms.Value).IsShortList(MostCodes, longest: LongestCode).OverridePropertyName("Forms");
        RuleFor(e => e.Languages.Value).IsShortList(MostCodes).OverridePropertyName("Languages");
        RuleForEach(e => e.Languages.Value).IsOneOf(Languages).OverridePropertyName("Languages");
        RuleFor(e => e.Availability.Value).MaximumLength(1000).IsPlainText().OverridePropertyName("Availability");
        RuleFor(e => e.Employer.Value).MaximumLength(200).IsPlainText(lines: false).OverridePropertyName("Employer");
        RuleFor(e => e.Task.Value).MaximumLength(200).IsPlainText(lines: false).OverridePropertyName("Task");
        RuleFor(e => e.RateNote.Value).MaximumLength(500).IsPlainText().OverridePropertyName("RateNote");
    }
}

/// <summary>Writing it down.</summary>
internal static class TellingOfExpert
{
    public static async Task Tell(this ExpertPoolDb db, Expert expert, ToldOfExpert told, CancellationToken ct)
    {
        expert.Competence = told.Competence.Or(expert.Competence)?.Trim();
        expert.Tags = await db.Sure(ExpertLists.Competences, "/tags", told.Tags, expert.Tags, ct);
        expert.Fields = await db.Sure(ExpertLists.Fields, "/fields", told.Fields, expert.Fields, ct);
        expert.Forms = await db.Sure(ExpertLists.Forms, "/forms", told.Forms, expert.Forms, ct);
        expert.Languages = told.Languages.IsSet ? [.. (told.Languages.Value ?? []).Distinct()] : expert.Languages;
        expert.Availability = told.Availability.Or(expert.Availability)?.Trim();
        expert.AvailableFrom = told.AvailableFrom.Or(expert.AvailableFrom);
        expert.Employer = told.Employer.Or(expert.Employer)?.Trim();
        expert.Task = told.Task.Or(expert.Task)?.Trim();
        expert.RateNote = told.RateNote.Or(expert.RateNote)?.Trim();
    }

    private static async Task<string[]> Sure(this ExpertPoolDb db, string list, string pointer, Optional<IReadOnlyList<string>?> given, string[] now, CancellationToken ct)
    {
        if (!given.IsSet)
            return now;
        string[] codes = [.. (given.Value ?? []).Distinct()];
        await db.RefuseUnknown(list, pointer, [.. codes.Except(now)], ct);
        return codes;
    }
}
