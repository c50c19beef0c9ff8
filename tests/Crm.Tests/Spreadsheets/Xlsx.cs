using System.IO.Compression;
using System.Text;
using Karelia.Crm.Spreadsheets;

namespace Karelia.Crm.Tests.Spreadsheets;

/// <summary>Workbooks made by hand, part by part, so that a test can break any of them.</summary>
internal static class Xlsx
{
    const string Schemas = "http://schemas.openxmlformats.org";

    public const string Namespace = $"""xmlns="{Schemas}/spreadsheetml/2006/main" xmlns:r="{Schemas}/officeDocument/2006/relationships" """;

    public static Stream Of(string rows, params (string Name, string Content)[] parts) =>
        Zip([("xl/worksheets/sheet1.xml", $"<worksheet {Namespace}><sheetData>{rows}</sheetData></worksheet>"), .. parts]);

    /// <summary>A whole workbook; a part that is given replaces the usual one.</summary>
    public static Stream Zip(params (string Name, string Content)[] parts)
    {
        (string Name, string Content)[] usual =
        [
            ("_rels/.rels", Links(("officeDocument", "xl/workbook.xml", null))),
            ("xl/workbook.xml", Book("""<sheet name="A" sheetId="1" r:id="rId1"/>""")),
            ("xl/_rels/workbook.xml.rels", Links(("worksheet", "worksheets/sheet1.xml", null), ("styles", "styles.xml", null), ("sharedStrings", "sharedStrings.xml", null))),
            ("xl/worksheets/sheet1.xml", $"<worksheet {Namespace}><sheetData><row><c><v>1</v></c></row></sheetData></worksheet>"),
        ];
        return Raw([.. usual.ExceptBy(parts.Select(p => p.Name), p => p.Name), .. parts]);
    }

    public static Stream Raw(params (string Name, string Content)[] parts)
    {
        var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
            foreach (var (name, content) in parts)
                using (var part = zip.CreateEntry(name, CompressionLevel.Optimal).Open()) part.Write(Encoding.UTF8.GetBytes(content));
        return file;
    }

    public static string Book(string sheets, string properties = "") => $"<workbook {Namespace}><workbookPr {properties}/><sheets>{sheets}</sheets></workbook>";

    /// <summary>Relationships rId1, rId2 and so on.</summary>
    public static string Links(params (string Type, string Target, string? Mode)[] links) =>
        $"""<Relationships xmlns="{Schemas}/package/2006/relationships">{string.Concat(links.Select((link, i) =>
            $"""<Relationship Id="rId{i + 1}" Type="{Schemas}/officeDocument/2006/relationships/{link.Type}" Target="{link.Target}"{(link.Mode is null ? "" : $" TargetMode=\"{link.Mode}\"")}/>"""))}</Relationships>""";

    public static List<(int Line, Cell[] Cells)> Rows(this Stream file, string name = "a.xlsx", Limits? limits = null)
    {
        var rows = new List<(int, Cell[])>();
        using var reader = Workbook.Open(file, name, limits);
        while (reader.Read()) rows.Add((reader.Line, reader.Cells.ToArray()));
        return rows;
    }

    public static string[][] Texts(this Stream file, string name = "a.xlsx") => [.. file.Rows(name).Select(r => r.Cells.Select(c => c.Text).ToArray())];

    public static Cell Cell(this Stream file) => file.Rows()[0].Cells[0];
}
