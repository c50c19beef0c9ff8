using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Karelia.Crm.Tests.Spreadsheets;

/// <summary>Files that are made to hurt.</summary>
internal static class HostileFiles
{
    const int Megabyte = 1 << 20;

    /// <summary>Where the files would have a reader call: nobody may come.</summary>
    public static readonly TcpListener Elsewhere = Listen();

    const string Laughs = """<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>""";

    /// <summary>What each is called, the problem that it gets, and how it is made.</summary>
    public static IEnumerable<(string Name, string Problem, Func<Stream> Make)> All()
    {
        (string, string, Func<Stream>) Case(string name, string problem, Func<Stream> make) => (name, problem, make);
        string Sheet(string before, string rows, string after = "") => $"{before}<worksheet {Xlsx.Namespace}><sheetData>{rows}</sheetData>{after}</worksheet>";
        Stream WithSheet(string sheet) => Xlsx.Zip(("xl/worksheets/sheet1.xml", sheet));
        Stream WithLink(string part, string type, string target, string? mode) => Xlsx.Zip((part, Xlsx.Links(("worksheet", "worksheets/sheet1.xml", null), (type, target, mode))));
        Stream WithText(string text) => Xlsx.Of($"<row><c t=\"inlineStr\"><is>{text}</is></c></row>");

        yield return Case("zip bomb", "workbook-too-large", () => Xlsx.Of(new string(' ', 16 * Megabyte)));
        yield return Case("zip bomb beside the sheet", "workbook-too-large", () => Xlsx.Zip(("xl/media/image.png", new string(' ', 16 * Megabyte))));
        yield return Case("zip bomb that lies about its size", "workbook-broken", () => Lying(Xlsx.Of(new string(' ', 16 * Megabyte))));
        yield return Case("thousands of parts", "workbook-too-large", () => Xlsx.Raw([.. Enumerable.Range(0, 3000).Select(i => ($"{i}", ""))]));
        yield return Case("DTD in the sheet", "workbook-broken", () => WithSheet(Sheet(Laughs, "<row><c t=\"inlineStr\"><is><t>&b;</t></is></c></row>")));
        yield return Case("DTD in the workbook", "workbook-broken", () => Xlsx.Zip(("xl/workbook.xml", Laughs + Xlsx.Book(""))));
        yield return Case("DTD in the relationships", "workbook-broken", () => Xlsx.Zip(("_rels/.rels", Laughs + Xlsx.Links())));
        yield return Case("DTD with an outside entity", "workbook-broken", () => WithSheet(Sheet($"<!DOCTYPE x SYSTEM \"http://{Elsewhere.LocalEndpoint}/x.dtd\">", "")));
        yield return Case("DTD in the texts", "workbook-broken", () => Xlsx.Of("<row><c t=\"s\"><v>0</v></c></row>", ("xl/sharedStrings.xml", Laughs + "<sst><si><t>&b;</t></si></sst>")));
        yield return Case("row 2,000,000,000", "workbook-broken", () => Xlsx.Of("<row r=\"2000000000\"><c><v>1</v></c></row>"));
        yield return Case("row 9,999,999,999", "workbook-broken", () => Xlsx.Of("<row r=\"9999999999\"><c><v>1</v></c></row>"));
        yield return Case("row 0", "workbook-broken", () => Xlsx.Of("<row r=\"0\"><c><v>1</v></c></row>"));
        yield return Case("rows backwards", "workbook-broken", () => Xlsx.Of("<row r=\"2\"><c><v>1</v></c></row><row r=\"1\"><c><v>1</v></c></row>"));
        yield return Case("column XFE", "workbook-broken", () => Xlsx.Of("<row><c r=\"XFE1\"><v>1</v></c></row>"));
        yield return Case("column without end", "workbook-broken", () => Xlsx.Of("<row><c r=\"AAAAAAAAAAAAAAAA1\"><v>1</v></c></row>"));
        yield return Case("column of no letters", "workbook-broken", () => Xlsx.Of("<row><c r=\"1\"><v>1</v></c></row>"));
        yield return Case("too many columns", "workbook-too-large", () => Xlsx.Of("<row><c r=\"XFD1\"><v>1</v></c></row>"));
        yield return Case("too many rows", "workbook-too-large", () => Xlsx.Of(string.Concat(Enumerable.Range(0, 200_001).Select(i => $"<row><c><v>{i}</v></c></row>"))));
        yield return Case("a million empty rows", "workbook-empty", () => Xlsx.Of(string.Concat(Enumerable.Range(1, 1_048_576).Select(i => $"<row r=\"{i}\"/>"))));
        foreach (var index in new[] { "99", "-1", "x", "99999999999" })
            yield return Case($"text number {index}", "workbook-broken", () => Xlsx.Of($"<row><c t=\"s\"><v>{index}</v></c></row>", ("xl/sharedStrings.xml", "<sst><si><t>a</t></si></sst>")));
        yield return Case("duplicate parts", "workbook-broken", () => Xlsx.Raw(("xl/workbook.xml", ""), ("xl/workbook.xml", "")));
        yield return Case("duplicate parts but for case", "workbook-broken", () => Xlsx.Zip(("xl/WORKBOOK.xml", "")));
        foreach (var name in new[] { "../evil.xml", "/xl/a.xml", "xl\\a.xml", "C:/a.xml", "xl//a.xml", "xl/./a.xml" })
            yield return Case($"part {name}", "workbook-broken", () => Xlsx.Zip((name, "")));
        yield return Case("link out of the package", "workbook-broken", () => WithLink("xl/_rels/workbook.xml.rels", "styles", "../../../etc/passwd", null));
        yield return Case("sheet at another place", "workbook-external-links", () => WithLink("xl/_rels/workbook.xml.rels", "worksheet", $"http://{Elsewhere.LocalEndpoint}/s.xml", "External"));
        yield return Case("sheet at an address", "workbook-external-links", () => WithLink("xl/_rels/workbook.xml.rels", "worksheet", $"http://{Elsewhere.LocalEndpoint}/s.xml", null));
        yield return Case("workbook of values elsewhere", "workbook-external-links", () => WithLink("xl/externalLinks/_rels/externalLink1.xml.rels", "externalLinkPath", "file:///C:/a.xlsx", "External"));
        yield return Case("image elsewhere", "workbook-external-links", () => WithLink("xl/drawings/_rels/drawing1.xml.rels", "image", $"http://{Elsewhere.LocalEndpoint}/a.png", "External"));
        yield return Case("no workbook in it", "workbook-unknown-format", () => Xlsx.Raw(("test.txt", "test")));
        yield return Case("binary workbook", "workbook-old-format", () => Xlsx.Raw(("_rels/.rels", Xlsx.Links(("officeDocument", "xl/workbook.bin", null))), ("xl/workbook.bin", "")));
        yield return Case("no sheet", "workbook-empty", () => Xlsx.Zip(("xl/workbook.xml", Xlsx.Book(""))));
        yield return Case("missing sheet", "workbook-broken", () => Xlsx.Zip(("xl/_rels/workbook.xml.rels", Xlsx.Links(("worksheet", "worksheets/sheet9.xml", null)))));
        yield return Case("empty sheet", "workbook-empty", () => Xlsx.Of(""));
        yield return Case("cell of 40,000 characters", "workbook-too-large", () => WithText($"<t>{new string('a', 40_000)}</t>"));
        yield return Case("cell of 5 MB", "workbook-too-large", () => WithText($"<t>{Noise(5 * Megabyte)}</t>"));
        yield return Case("cell of a million runs", "workbook-too-large", () => WithText(string.Concat(Enumerable.Repeat("<r><t>ab</t></r>", 1_000_000))));
        yield return Case("attribute of 5 MB", "workbook-too-large", () => Xlsx.Of($"<row r=\"{Noise(5 * Megabyte)}\"/>"));
        yield return Case("comment of 5 MB", "workbook-too-large", () => Xlsx.Of($"<!--{Noise(5 * Megabyte)}-->"));
        yield return Case("a hundred thousand names", "workbook-broken", () => Xlsx.Of(string.Concat(Enumerable.Range(0, 100_000).Select(i => $"<a{i}/>"))));
        yield return Case("nested a hundred thousand deep", "workbook-broken", () => Xlsx.Of(string.Concat(Enumerable.Repeat("<a>", 100_000))));
        yield return Case("sheet that does not end", "workbook-broken", () => WithSheet($"<worksheet {Xlsx.Namespace}><sheetData><row><c><v>1</v></c>"));
        yield return Case("not XML at all", "workbook-broken", () => WithSheet("PNG"));
        yield return Case("elements in a value", "workbook-broken", () => Xlsx.Of("<row><c><v><v>1</v></v></c></row>"));
        yield return Case("encrypted", "workbook-encrypted", () => Compound("EncryptedPackage"));
        yield return Case("renamed .xls", "workbook-old-format", () => Compound("Workbook"));
        yield return Case("zero bytes", "workbook-empty", () => new MemoryStream());
        yield return Case("text named .xlsx", "workbook-broken", () => new MemoryStream("a;b\n1;2\n"u8.ToArray()));
        yield return Case("only a beginning", "workbook-broken", () => new MemoryStream("PK\u0003\u0004"u8.ToArray()));
    }

    static TcpListener Listen()
    {
        var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return listener;
    }

    static string Noise(int length)
    {
        var random = new Random(1);
        return string.Create(length, random, (span, r) => { foreach (ref var c in span) c = (char)r.Next('a', 'z'); });
    }

    // Every part declares one byte, in the directory and in its own header.
    static MemoryStream Lying(Stream file)
    {
        var bytes = ((MemoryStream)file).ToArray();
        for (var i = 0; i < bytes.Length - 46; i++)
            if (bytes.AsSpan(i).StartsWith("PK\u0001\u0002"u8)) BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(i + 24), 1);
            else if (bytes.AsSpan(i).StartsWith("PK\u0003\u0004"u8)) BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(i + 22), 1);
        return new MemoryStream(bytes);
    }

    static MemoryStream Compound(string stream) =>
        new([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[70_000], .. Encoding.Unicode.GetBytes("Root Entry"), .. new byte[63], .. Encoding.Unicode.GetBytes(stream), .. new byte[600]]);
}
