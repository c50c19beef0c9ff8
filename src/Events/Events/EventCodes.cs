namespace Karelia.Crm.Events.Events;

/// <summary>What is right in an event's fields, said once for all messages.</summary>
internal static class EventCodes
{
    public const string Planned = "planned";
    public const string Held = "held";
    public const string Cancelled = "cancelled";
    public const string RdiEvent = "rdi-event";
    public static readonly string[] Kinds = ["continuing-education", "event", RdiEvent];
    public static readonly string[] States = [Planned, Held, Cancelled];

    public static IRuleBuilderOptions<T, string?> IsName<T>(this IRuleBuilder<T, string?> rule) => rule.NotEmpty().MaximumLength(200).IsPlainText(lines: false);

    public static IRuleBuilderOptions<T, decimal?> AreCredits<T>(this IRuleBuilder<T, decimal?> rule) =>
        rule.InclusiveBetween(0, 240).Must(credits => credits is null || decimal.Round(credits.Value, 1) == credits).WithMessage("Credits are 0 to 240, to one decimal.");

    public static IRuleBuilderOptions<T, IReadOnlyList<SessionLine>?> AreSessions<T>(this IRuleBuilder<T, IReadOnlyList<SessionLine>?> rule) =>
        rule.NotEmpty().IsShortList(100);

    public static string? Trimmed(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}

internal sealed class SessionRules : AbstractValidator<SessionLine>
{
    private static readonly DateTimeOffset first = new(1990, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public SessionRules()
    {
        RuleFor(s => s.StartsAt).InclusiveBetween(first, first.AddYears(200));
        RuleFor(s => s.EndsAt).GreaterThan(s => s.StartsAt).WithMessage("A session ends after it begins.").LessThan(s => s.StartsAt.AddDays(31)).WithMessage("A session lasts a month at most.")
            .When(s => s.StartsAt >= first && s.StartsAt <= first.AddYears(200));
        RuleFor(s => s.Place).MaximumLength(200).IsPlainText(lines: false);
    }
}
