namespace Karelia.Crm.Consent.TargetGroups;

/// <summary>
/// Whom a group means: all, any or none of the parts hold, or a field says so: it is one of, contains, lies from..to. No part scores anybody: a person is in or not.
/// </summary>
internal sealed record Condition(
    IReadOnlyList<Condition>? All = null,
    IReadOnlyList<Condition>? Any = null,
    IReadOnlyList<Condition>? None = null,
    string? Field = null,
    IReadOnlyList<string>? Is = null,
    string? Contains = null,
    string? From = null,
    string? To = null)
{
    public const int MostDepth = 6;
    public const int MostParts = 60;
    public const int MostValues = 200;

    /// <summary>The parts, when it is no field.</summary>
    public IReadOnlyList<Condition>? Parts() => All ?? Any ?? None;

    /// <summary>Itself and all below, with its place as JSON pointer and its depth from 1.</summary>
    public IEnumerable<(Condition Part, string Path, int Depth)> Tree(string path = "", int depth = 1)
    {
        yield return (this, path, depth);
        if (depth > MostDepth)
            yield break;
        foreach (var (name, parts) in new[] { ("all", All), ("any", Any), ("none", None) })
            for (var i = 0; i < parts?.Count; i++)
                if (parts[i] is not null)
                    foreach (var below in parts[i].Tree($"{path}/{name}/{i}", depth + 1))
                        yield return below;
    }

    /// <summary>What is wrong with the shape, and where; null when nothing is.</summary>
    public (string Path, string Message)? Fault()
    {
        var count = 0;
        foreach (var (part, path, depth) in Tree())
        {
            if (depth > MostDepth)
                return (path, $"At most {MostDepth} levels.");
            if (++count > MostParts)
                return (path, $"At most {MostParts} conditions.");
            var kinds = new object?[] { part.All, part.Any, part.None, part.Field }.Count(kind => kind is not null);
            if (kinds != 1)
                return (path, "A condition is one of all, any, none or field.");
            if (part.Field is null ? part.IsAsked : !part.IsAsked)
                return (path, part.Field is null ? "Only a field is asked what it is." : "Say what the field is, contains, or lies between.");
            if (ConditionRules.Alone.Validate(part).Errors is [var wrong, ..])
                return ($"{path}/{wrong.PropertyName}", wrong.ErrorMessage);
        }

        return null;
    }

    private bool IsAsked => Is is not null || Contains is not null || From is not null || To is not null;
}

/// <summary>What is right in one condition, its parts aside.</summary>
internal sealed class ConditionRules : AbstractValidator<Condition>
{
    public static readonly ConditionRules Alone = new();

    public ConditionRules()
    {
        RuleFor(c => c.All).IsShortList(Condition.MostParts);
        RuleFor(c => c.Any).IsShortList(Condition.MostParts);
        RuleFor(c => c.None).IsShortList(Condition.MostParts);
        RuleFor(c => c.Field).MaximumLength(100);
        RuleFor(c => c.Is).IsShortList(Condition.MostValues, longest: 300)
            .Must(values => values is null || (values.Count > 0 && !values.Any(value => value?.Any(char.IsControl) == true))).WithMessage($"Name 1 to {Condition.MostValues} values.");
        RuleFor(c => c.Contains).MaximumLength(200)
            .Must(text => text is null || !(string.IsNullOrWhiteSpace(text) || text.Any(char.IsControl))).WithMessage("Say 1 to 200 characters.");
        RuleFor(c => c.From).MaximumLength(40).IsPlainText();
        RuleFor(c => c.To).MaximumLength(40).IsPlainText();
    }
}

internal static class Definitions
{
    /// <summary>The shape is right; whether the fields are known the register tells.</summary>
    public static void IsDefinition<T>(this IRuleBuilder<T, Condition?> rule) => rule.Custom((definition, context) =>
    {
        if (definition?.Fault() is { } fault)
            context.AddFailure($"{context.PropertyPath}{fault.Path.Replace('/', '.')}", fault.Message);
    });
}
