using System.Globalization;

namespace Karelia.Crm.Spreadsheets;

/// <summary>Numbers as text, the same in every language.</summary>
internal static class Numbers
{
    public static string Text(double number) => Math.Abs(number) < 1e15 && number == Math.Floor(number)
        ? ((long)number).ToString(CultureInfo.InvariantCulture)
        : number.ToString("G15", CultureInfo.InvariantCulture); // as many digits as Excel shows: 0.1 + 0.2 is 0.3

    public static Cell Of(string text)
    {
        if (text.Length is > 0 and < 16 && !text.AsSpan().ContainsAnyExceptInRange('0', '9') && (text[0] != '0' || text.Length == 1))
            return new Cell(CellKind.Number, text, long.Parse(text, CultureInfo.InvariantCulture));
        return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number)
            ? new Cell(CellKind.Number, Text(number), number)
            : Cell.OfText(text);
    }
}
