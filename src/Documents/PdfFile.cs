using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace Karelia.Crm.Documents;

/// <summary>The parts of a PDF (ISO 32000) that text on pages needs: fonts with all their letters, lines, and what makes the text copy and read aloud as it was written.</summary>
internal sealed class PdfFile(string title, string language)
{
    private readonly List<StringBuilder> pages = [];
    private readonly Dictionary<Typeface, Dictionary<int, char>> used = [];

    public int PageCount => pages.Count;

    public void AddPage() => pages.Add(new());

    /// <summary>From the upper left corner, in points.</summary>
    public void Text(int page, string text, Face face, double x, double baseline)
    {
        if (!used.TryGetValue(face.Type, out var letters))
            used[face.Type] = letters = [];
        var content = pages[page].Append(CultureInfo.InvariantCulture, $"BT /{face.Type.Name} {face.Size} Tf 1 0 0 1 {x:0.##} {Pages.Height - baseline:0.##} Tm <");
        foreach (var letter in text)
        {
            var glyph = face.Type.Glyph(letter);
            letters.TryAdd(glyph, letter);
            content.Append(glyph.ToString("X4", CultureInfo.InvariantCulture));
        }

        content.Append("> Tj ET\n");
    }

    public void Line(int page, double from, double to, double y) =>
        pages[page].Append(CultureInfo.InvariantCulture, $"0.75 G 0.4 w {from:0.##} {Pages.Height - y:0.##} m {to:0.##} {Pages.Height - y:0.##} l S\n");

    public byte[] Build()
    {
        using var file = new MemoryStream();
        var places = new List<long>();
        void Write(string text) => file.Write(Encoding.Latin1.GetBytes(text));
        int Add(string dictionary, byte[]? stream = null)
        {
            places.Add(file.Position);
            Write($"{places.Count} 0 obj\n{dictionary}\n");
            if (stream is not null)
            {
                Write("stream\n");
                file.Write(stream);
                Write("\nendstream\n");
            }

            Write("endobj\n");
            return places.Count;
        }

        int Stream(string dictionary, byte[] content)
        {
            var packed = Packed(content);
            return Add($"<< {dictionary} /Filter /FlateDecode /Length {packed.Length} >>", packed);
        }

        Write("%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n");
        var tree = pages.Count * 2 + used.Count * 5 + 1;
        var fonts = string.Concat(used.Select(font => $"/{font.Key.Name} {Font(font.Key, font.Value)} 0 R "));
        var kids = new List<int>();
        foreach (var page in pages)
        {
            var content = Stream("", Encoding.ASCII.GetBytes(page.ToString()));
            kids.Add(Add($"<< /Type /Page /Parent {tree} 0 R /MediaBox [0 0 {Pages.PageWidth} {Pages.Height}] /Contents {content} 0 R /Resources << /Font << {fonts}>> >> >>"));
        }

        Add($"<< /Type /Pages /Count {kids.Count} /Kids [{string.Join(' ', kids.Select(kid => $"{kid} 0 R"))}] >>");
        var catalog = Add($"<< /Type /Catalog /Pages {tree} 0 R /Lang ({language}) /ViewerPreferences << /DisplayDocTitle true >> >>");
        var info = Add($"<< /Title <FEFF{Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(title))}> /Producer (Karelia CRM) >>");
        var table = file.Position;
        Write($"xref\n0 {places.Count + 1}\n0000000000 65535 f \n{string.Concat(places.Select(place => $"{place:0000000000} 00000 n \n"))}");
        Write($"trailer\n<< /Size {places.Count + 1} /Root {catalog} 0 R /Info {info} 0 R >>\nstartxref\n{table}\n%%EOF\n");
        return file.ToArray();

        int Font(Typeface type, Dictionary<int, char> letters)
        {
            var program = type.Only(letters.Keys);
            var data = Stream($"/Length1 {program.Length}", program);
            var descriptor = Add(
                $"<< /Type /FontDescriptor /FontName /{type.Name} /Flags 32 /FontBBox [-544 -303 1302 980] /ItalicAngle 0 /Ascent 905 /Descent -212 /CapHeight 729 /StemV 80 /FontFile2 {data} 0 R >>");
            var widths = string.Join(' ', letters.Keys.Order().Select(glyph => $"{glyph} [{type.Width(glyph)}]"));
            var descendant = Add(
                $"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /{type.Name} /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /FontDescriptor {descriptor} 0 R /W [{widths}] /CIDToGIDMap /Identity >>");
            var unicode = Stream("", Encoding.ASCII.GetBytes(Unicode(letters)));
            return Add($"<< /Type /Font /Subtype /Type0 /BaseFont /{type.Name} /Encoding /Identity-H /DescendantFonts [{descendant} 0 R] /ToUnicode {unicode} 0 R >>");
        }
    }

    /// <summary>Which letter each glyph shows.</summary>
    private static string Unicode(Dictionary<int, char> letters)
    {
        var map = new StringBuilder("/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /Letters def /CMapType 2 def 1 begincodespacerange <0000> <FFFF> endcodespacerange\n");
        foreach (var some in letters.Chunk(100))
        {
            map.Append(CultureInfo.InvariantCulture, $"{some.Length} beginbfchar\n");
            foreach (var (glyph, letter) in some)
                map.Append(CultureInfo.InvariantCulture, $"<{glyph:X4}> <{(int)letter:X4}>\n");
            map.Append("endbfchar\n");
        }

        return map.Append("endcmap CMapName currentdict /CMap defineresource pop end end").ToString();
    }

    private static byte[] Packed(byte[] content)
    {
        using var packed = new MemoryStream();
        using (var zip = new ZLibStream(packed, CompressionLevel.Fastest))
            zip.Write(content);
        return packed.ToArray();
    }
}
