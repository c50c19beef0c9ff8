namespace Karelia.Crm.Spreadsheets;

/// <summary>
/// The heading of each column, from one header row or two: with two the question stands above (once, then blank or repeated to the right) and the option or
/// field below. They are joined as a single header row has them: <c>question:field</c>.
/// </summary>
public static class Headings
{
    /// <summary>The headings of a single row.</summary>
    public static string[] Of(IReadOnlyList<string> row) => [.. row.Select(CellText.WithoutMarkup)];

    /// <summary>The headings of two rows.</summary>
    public static string[] Of(IReadOnlyList<string> upper, IReadOnlyList<string> lower)
    {
        var (above, below) = (Of(upper), Of(lower));
        var headings = new string[Math.Max(above.Length, below.Length)];
        var question = "";
        for (var i = 0; i < headings.Length; i++)
        {
            var (top, bottom) = (i < above.Length ? above[i] : "", i < below.Length ? below[i] : "");
            if (top.Length > 0)
                question = top;
            headings[i] = bottom.Length == 0 || bottom == top ? top : question.Length == 0 ? bottom : $"{question.TrimEnd(':')}:{bottom}";
        }

        return headings;
    }

    /// <summary>Whether a second row can be a header row: it holds no address, time or number, and either the first row has gaps above its texts or repeats itself.</summary>
    public static bool MayBeTwo(IReadOnlyList<string> upper, IReadOnlyList<string> lower)
    {
        if (lower.Any(text => text.Contains('@', StringComparison.Ordinal) || FinnishDate.Read(text.Trim()) is not null || double.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out _)))
            return false;
        for (var i = 0; i < lower.Count; i++)
        {
            if (lower[i].Trim().Length > 0 && (i >= upper.Count || upper[i].Trim().Length == 0 || (i > 0 && upper[i] == upper[i - 1])))
                return true;
        }

        return false;
    }

    /// <summary>The readings of a heading, likeliest first: the whole, the field after the question, the field before a help text; each with and without brackets.</summary>
    public static IEnumerable<(string Text, double Confidence)> Readings(string heading)
    {
        var colon = heading.IndexOf(':', StringComparison.Ordinal);
        (string Text, double Confidence)[] parts = colon < 0
            ? [(heading, 1)]
            : [(heading, 1), (heading[(colon + 1)..], 1), (heading[..colon], 0.8)];
        foreach (var (text, confidence) in parts)
        {
            yield return (text, confidence);
            var open = text.IndexOf('(', StringComparison.Ordinal);
            if (open > 0)
                yield return (text[..open], confidence - 0.1);
        }
    }
}
