using FluentValidation.Validators;

namespace Karelia.Crm.Kernel;

/// <summary>Rules that the messages of all modules share; what they limit stands in the contract.</summary>
public static class Codes
{
    /// <summary>One of the codes; null where the member may be absent.</summary>
    public static IRuleBuilderOptions<T, string?> IsOneOf<T>(this IRuleBuilder<T, string?> rule, IReadOnlyList<string> codes) => rule.SetValidator(new OneOf<T>(codes));

    /// <summary>At most so many, each text among them at most so long.</summary>
    public static IRuleBuilderOptions<T, IReadOnlyList<TItem>?> IsShortList<T, TItem>(this IRuleBuilder<T, IReadOnlyList<TItem>?> rule, int most = 20, int? longest = null) =>
        rule.SetValidator(new ShortList<T, TItem>(most, longest));

    /// <summary>No control characters, which no store or spreadsheet takes; ends of lines and tabs where there may be several lines.</summary>
    public static IRuleBuilderOptions<T, string?> IsPlainText<T>(this IRuleBuilder<T, string?> rule, bool lines = true) =>
        rule.Must(text => text is null || !text.Any(c => char.IsControl(c) && !(lines && c is ('\n' or '\r' or '\t')))).WithMessage("Control characters are not allowed.");

    /// <summary>Text of this shape. By itself <c>$</c> would let an end of line pass.</summary>
    public static IRuleBuilderOptions<T, string?> HasShape<T>(this IRuleBuilder<T, string?> rule, string pattern) => rule.IsPlainText(lines: false).Matches(pattern);
}

/// <summary>A rule that lists all the codes that are right.</summary>
public interface IOneOf
{
    IReadOnlyList<string> Codes { get; }
}

/// <summary>A rule that says how many a list may hold at most, and how long each text of it may be.</summary>
public interface IShortList
{
    int Most { get; }
    int? Longest { get; }
}

file sealed class OneOf<T>(IReadOnlyList<string> codes) : PropertyValidator<T, string?>, IOneOf
{
    public IReadOnlyList<string> Codes => codes;
    public override string Name => "OneOf";

    public override bool IsValid(ValidationContext<T> context, string? value) => value is null || codes.Contains(value);

    protected override string GetDefaultMessageTemplate(string errorCode) => $"One of: {string.Join(", ", codes)}.";
}

file sealed class ShortList<T, TItem>(int most, int? longest) : PropertyValidator<T, IReadOnlyList<TItem>?>, IShortList
{
    public int Most => most;
    public int? Longest => longest;
    public override string Name => "ShortList";

    public override bool IsValid(ValidationContext<T> context, IReadOnlyList<TItem>? value) => value is null || (value.Count <= most && !value.Any(item => item is null || (item as string)?.Length > longest));

    protected override string GetDefaultMessageTemplate(string errorCode) => $"At most {most}, none of them null{(longest is null ? "" : $" or longer than {longest} characters")}.";
}
