using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.Text;
using UglyToad.PdfPig.Fonts.TrueType;
using UglyToad.PdfPig.Fonts.TrueType.Parser;

namespace Karelia.Crm.Documents;

/// <summary>A font file: Liberation Sans (SIL Open Font License, Fonts/LICENSE.txt), with Latin, Greek and Cyrillic letters.</summary>
internal sealed class Typeface
{
    private readonly byte[] file;
    private readonly TrueTypeFont font;
    private readonly ConcurrentDictionary<char, int> glyphs = new();
    private readonly ConcurrentDictionary<int, int> widths = new();

    public Typeface(string name)
    {
        Name = name;
        using var resource = typeof(Typeface).Assembly.GetManifestResourceStream(name)!;
        file = new byte[resource.Length];
        resource.ReadExactly(file);
        font = TrueTypeFontParser.Parse(new TrueTypeDataBytes(file));
    }

    public string Name { get; }

    /// <summary>The number of a letter's picture; 0 when the font has none.</summary>
    public int Glyph(char letter) => glyphs.GetOrAdd(letter, static (one, font) => font.WindowsUnicodeCMap!.CharacterCodeToGlyphIndex(one), font);

    /// <summary>In thousandths of the size.</summary>
    public int Width(int glyph) => widths.GetOrAdd(glyph, static (one, font) => font.TableRegister.HorizontalMetricsTable.GetAdvanceWidth(one) * 1000 / font.GetUnitsPerEm(), font);

    /// <summary>The file with the pictures of these glyphs alone: the others are empty, which takes no room once compressed.</summary>
    public byte[] Only(IEnumerable<int> used)
    {
        var (glyf, loca, head) = (Table("glyf"), Table("loca"), Table("head"));
        var isLong = Number(head + 50) == 1;
        int At(int glyph) => glyf + (isLong ? BinaryPrimitives.ReadInt32BigEndian(file.AsSpan(loca + glyph * 4)) : Number(loca + glyph * 2) * 2);
        var kept = new HashSet<int>();
        var open = new Stack<int>(used.Append(0));
        while (open.TryPop(out var glyph))
        {
            // Letters with accents are made of others.
            if (kept.Add(glyph) && At(glyph + 1) > At(glyph) && (short)Number(At(glyph)) < 0)
                foreach (var part in Parts(At(glyph) + 10))
                    open.Push(part);
        }

        var only = (byte[])file.Clone();
        var count = Number(Table("maxp") + 4);
        for (var glyph = 0; glyph < count; glyph++)
        {
            if (!kept.Contains(glyph))
                only.AsSpan(At(glyph)..At(glyph + 1)).Clear();
        }

        return only;
    }

    /// <summary>The glyphs that a composite one is made of (OpenType, table glyf).</summary>
    private IEnumerable<int> Parts(int at)
    {
        for (var more = true; more;)
        {
            var flags = Number(at);
            yield return Number(at + 2);
            at += 4 + ((flags & 1) != 0 ? 4 : 2) + ((flags & 8) != 0 ? 2 : (flags & 64) != 0 ? 4 : (flags & 128) != 0 ? 8 : 0);
            more = (flags & 32) != 0;
        }
    }

    private int Table(string name)
    {
        for (var at = 12; ; at += 16)
        {
            if (Encoding.ASCII.GetString(file, at, 4) == name)
                return BinaryPrimitives.ReadInt32BigEndian(file.AsSpan(at + 8));
        }
    }

    private int Number(int at) => BinaryPrimitives.ReadUInt16BigEndian(file.AsSpan(at));
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

    /// <summary>From one line to the next.</summary>
    public double Line => Size * 1.3;

    public double Measure(ReadOnlySpan<char> text)
    {
        var width = 0.0;
        foreach (var letter in text)
            width += Measure(letter);
        return width;
    }

    public double Measure(char letter) => Type.Width(Type.Glyph(letter)) * Size / 1000;

    /// <summary>The text in lines that fit; a word that is wider than the column is broken, a letter that the font has not is a question mark.</summary>
    public List<string> Lines(string? text, double width)
    {
        var lines = new List<string>();
        foreach (var paragraph in (string.IsNullOrEmpty(text) ? "–" : text).ReplaceLineEndings("\n").Split('\n'))
        {
            var (start, end, used) = (0, -1, 0.0);
            var letters = string.Concat(paragraph.Where(letter => letter == '\t' || !char.IsControl(letter)).Select(letter => letter == '\t' ? ' ' : Type.Glyph(letter) > 0 ? letter : '?'));
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
