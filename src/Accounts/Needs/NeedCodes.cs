using Karelia.Crm.Accounts.Activities;

namespace Karelia.Crm.Accounts.Needs;

/// <summary>What is right in a need's fields, said once for all messages.</summary>
internal static class NeedCodes
{
    public const string Normal = "normal";
    public static readonly string[] Urgencies = ["low", Normal, "high"];

    /// <summary>Kansallinen koulutusluokitus 2016, the fields of education on level 1 (as ISCED-F 2013).</summary>
    public static readonly string[] Fields = ["01", "02", "03", "04", "05", "06", "07", "08", "09", "10"];

    public static IRuleBuilderOptions<T, string?> IsNeed<T>(this IRuleBuilder<T, string?> rule) => rule.NotEmpty().IsLongText();

    public static IRuleBuilderOptions<T, IReadOnlyList<string>?> AreTags<T>(this IRuleBuilder<T, IReadOnlyList<string>?> rule) => rule.IsShortList(longest: 60)
        .Must(tags => tags is null || tags.All(tag => !string.IsNullOrWhiteSpace(tag) && !tag.Any(char.IsControl))).WithMessage("A tag has 1 to 60 characters.");

    /// <summary>As the register writes them: lower case, each once.</summary>
    public static string[] Tags(IReadOnlyList<string>? typed) => [.. (typed ?? []).Select(tag => tag.Trim().ToLowerInvariant()).Distinct()];
}
