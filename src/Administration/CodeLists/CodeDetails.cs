namespace Karelia.Crm.Administration.CodeLists;

/// <summary>One code: its names, the other names that lead to it, its place in the list.</summary>
internal sealed record CodeDetails(string List, string Code, string Fi, string En, IReadOnlyList<string> Aliases, int Position, bool IsRetired, long Version) : IVersioned
{
    public static CodeDetails Of(ListedCode c) => new(c.List, c.Code, c.Fi, c.En, c.Aliases, c.Position, c.IsRetired, c.Version);
}

/// <summary>What is right in a code's members, said once for all messages.</summary>
internal static class CodeRules
{
    public const int MostAliases = 500;

    public static IRuleBuilderOptions<T, string> IsCode<T>(this IRuleBuilder<T, string> rule) =>
        rule.NotNull().HasShape("^[a-z0-9][a-z0-9-]{0,49}$").WithMessage("1 to 50 characters: a to z, 0 to 9 and hyphens.")!;

    public static IRuleBuilderOptions<T, string?> IsCodeName<T>(this IRuleBuilder<T, string?> rule) => rule.NotEmpty().MaximumLength(200).IsPlainText(lines: false);

    public static IRuleBuilderOptions<T, IReadOnlyList<string>?> AreAliases<T>(this IRuleBuilder<T, IReadOnlyList<string>?> rule) => rule.IsShortList(MostAliases, longest: 200)
        .Must(all => all is null || all.All(alias => !string.IsNullOrWhiteSpace(alias) && !alias.Any(char.IsControl))).WithMessage("A name has 1 to 200 characters.");

    public static string[] Aliases(IReadOnlyList<string>? typed) => [.. (typed ?? []).Select(alias => alias.Trim()).Distinct()];
}
