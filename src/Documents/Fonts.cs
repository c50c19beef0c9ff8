using UglyToad.PdfPig.Fonts.TrueType;
using UglyToad.PdfPig.Fonts.TrueType.Parser;

namespace Karelia.Crm.Documents;

/// <summary>A font file: Liberation Sans (SIL Open Font License, Fonts/LICENSE.txt), with Latin, Greek and Cyrillic letters.</summary>
internal sealed class Typeface
{
    private readonly TrueTypeFont font;
    private readonly double units;

    public Typeface(string name)
    {
        using var file = typeof(Typeface).Assembly.GetManifestResourceStream(name)!;
        File = new byte[file.Length];
        file.ReadExactly(File);
        font = TrueTypeFontParser.Parse(new TrueTypeDataBytes(File));
        units = font.GetUnitsPerEm();
    }

    public byte[] File { get; }

    public bool Has(char letter) => font.WindowsUnicodeCMap?.CharacterCodeToGlyphIndex(letter) > 0;

    /// <summary>Of a letter of size 1.</summary>
    public double Width(char letter) => font.TryGetAdvanceWidth(letter, out var width) ? width / units : 0;
}

/// <summary>A font in a size.</summary>
internal sealed record Face(Typeface Type, double Size)
{
    private static readonly Typeface regular = new("LiberationSans-Regular");
    private static readonly Typeface bold = new("LiberationSans-Bold");

    public static readonly Face Title = new(bold, 18);
    public static readonly Face Section = new(bold, 13);
    public static readonly Face Strong = new(bold, 10);
    public static readonly Face Plain = new(regular, 10);
    public static readonly Face SmallStrong = new(bold, 8);
    public static readonly Face Small = new(regular, 8);

    private readonly System.Collections.Concurrent.ConcurrentDictionary<char, double> widths = new();

    /// <summary>From one line to the next.</summary>
    public double Line => Size * 1.3;

    public double Measure(ReadOnlySpan<char> text)
    {
        var width = 0.0;
        foreach (var letter in text)
            width += Measure(letter);
        return width;
    }

    public double Measure(char letter) => widths.GetOrAdd(letter, static (one, face) => face.Type.Width(one) * face.Size, this);

    /// <summary>The text in lines that fit; a word that is wider than the column is broken, a letter that the font has not is a question mark.</summary>
    public List<string> Lines(string? text, double width)
    {
        var lines = new List<string>();
        foreach (var paragraph in (string.IsNullOrEmpty(text) ? "–" : text).ReplaceLineEndings("\n").Split('\n'))
        {
            var (start, end, used) = (0, -1, 0.0);
            var letters = string.Concat(paragraph.Where(letter => letter == '\t' || !char.IsControl(letter)).Select(letter => letter == '\t' ? ' ' : Type.Has(letter) ? letter : '?'));
            for (var i = 0; i < letters.Length; i++)
            {
                if (letters[i] == ' ')
                    end = i;
                used += Measure(letters[i]);
                if (used <= width || i == start)
                    continue;
                // Back to the last space of the line; without one, here.
                var stop = end > start ? end : i;
                lines.Add(letters[start..stop]);
                (start, end) = (end > start ? stop + 1 : stop, -1);
                used = start > i ? 0 : Measure(letters.AsSpan(start..(i + 1)));
            }

            lines.Add(letters[Math.Min(start, letters.Length)..]);
        }

        return lines;
    }
}
