using System.Buffers;

namespace Karelia.Crm.Spreadsheets;

/// <summary>Finnish personal identity codes (henkilötunnus), found wherever they stand: the register may not hold them (tietosuojalaki 29 §).</summary>
public static class IdentityCode
{
    /// <summary>What stands in a code's place.</summary>
    public const string Mask = "******-****";

    private const string Checks = "0123456789ABCDEFHJKLMNPRSTUVWXY";
    private static readonly SearchValues<char> Digits = SearchValues.Create("0123456789");

    /// <summary>The text with every code masked; null when it holds none.</summary>
    public static string? Masked(string text)
    {
        string? masked = null;
        for (var at = 0; text.Length - at >= 10;)
        {
            var digit = text.AsSpan(at).IndexOfAny(Digits);
            if (digit < 0)
                break;
            at += digit;
            var run = 1;
            while (at + run < text.Length && char.IsAsciiDigit(text[at + run]))
                run++;
            if (run == 6 && LengthAt(text, at) is var length and > 0)
            {
                masked = (masked ?? text)[..^(text.Length - at)] + Mask + text[(at + length)..];
                text = masked;
                at += Mask.Length;
            }
            else
            {
                at += run;
            }
        }

        return masked;
    }

    // Six digits that are a date, a sign of the century, three digits and a check character. A wrong check character is a slip of the pen when it is a letter;
    // when it is a digit, the whole is likelier a phone number.
    private static int LengthAt(string text, int at)
    {
        var next = at + 6;
        while (next < text.Length && text[next] == ' ')
            next++;
        if (next >= text.Length || !IsCenturySign(text[next]))
            return 0;
        var spaced = next > at + 6;
        for (next++; next < text.Length && text[next] == ' '; next++)
            spaced = true;
        if (next + 3 >= text.Length || !IsDate(text.AsSpan(at, 6)) || text.AsSpan(next, 3).IndexOfAnyExcept(Digits) >= 0)
            return 0;
        var check = char.ToUpperInvariant(text[next + 3]);
        if (!Checks.Contains(check, StringComparison.Ordinal) || (next + 4 < text.Length && char.IsLetterOrDigit(text[next + 4])))
            return 0;
        var isRight = Checks[int.Parse($"{text.AsSpan(at, 6)}{text.AsSpan(next, 3)}", System.Globalization.CultureInfo.InvariantCulture) % 31] == check;
        return isRight || (!spaced && char.IsAsciiLetter(check)) ? next + 4 - at : 0;
    }

    private static bool IsCenturySign(char c) =>
        c is '-' or '+' or '\u2010' or '\u2011' or '\u2012' or '\u2013' or '\u2212' or (>= 'A' and <= 'F') or (>= 'U' and <= 'Y') or (>= 'a' and <= 'f') or (>= 'u' and <= 'y');

    private static bool IsDate(ReadOnlySpan<char> ddmmyy)
    {
        var (day, month) = (Number(ddmmyy), Number(ddmmyy[2..]));
        return month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(2000, month);

        static int Number(ReadOnlySpan<char> two) => (two[0] - '0') * 10 + (two[1] - '0');
    }
}
