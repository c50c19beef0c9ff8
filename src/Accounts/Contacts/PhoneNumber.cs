using PhoneNumbers;

namespace Karelia.Crm.Accounts.Contacts;

/// <summary>Phone numbers as E.164; a number without a country is Finnish.</summary>
internal static class PhoneNumber
{
    private static readonly PhoneNumberUtil Library = PhoneNumberUtil.GetInstance();

    /// <summary>With spaces, brackets and an extension.</summary>
    public const int Longest = 40;

    /// <summary>Numbers that have this in them, as a LIKE pattern: 040 123 is a part of +35840123...; what has no digit is a part of none.</summary>
    public static string Part(string typed) => typed.Any(char.IsAsciiDigit) ? Paging.Like(string.Concat(typed.Where(char.IsAsciiDigit)).TrimStart('0')) : "";

    public static bool IsPossible(string? typed) => typed is { Length: <= Longest } && Parse(typed) is { } number && Library.IsPossibleNumber(number);

    /// <summary><c>040 123 4567</c> is <c>+358401234567</c>; what is no number stays as typed.</summary>
    public static string Normalize(string typed) =>
        Parse(typed) is { } number && Library.IsPossibleNumber(number) ? Library.Format(number, PhoneNumberFormat.E164) : typed.Trim();

    private static PhoneNumbers.PhoneNumber? Parse(string typed)
    {
        try
        {
            return Library.Parse(typed, "FI");
        }
        catch (NumberParseException)
        {
            return null;
        }
    }
}
