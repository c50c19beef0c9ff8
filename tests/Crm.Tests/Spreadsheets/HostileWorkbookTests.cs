using System.Buffers.Binary;
using System.Text;
using CsCheck;
using Karelia.Crm.Spreadsheets;

namespace Karelia.Crm.Tests.Spreadsheets;

/// <summary>Files that are made to hurt: each gets a clear problem, soon and within bounded memory.</summary>
public class HostileWorkbookTests
{
    const int Megabyte = 1 << 20;
    const string Laughs = """<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>""";

    static IEnumerable<TestCaseData> Files()
    {
        TestCaseData Case(string name, string type, Func<Stream> file) => new TestCaseData(type, file).SetArgDisplayNames(name);
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
        yield return Case("DTD with an outside entity", "workbook-broken", () => WithSheet(Sheet("<!DOCTYPE x SYSTEM \"http://127.0.0.1:9/x.dtd\">", "")));
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
        yield return Case("sheet at another place", "workbook-external-links", () => WithLink("xl/_rels/workbook.xml.rels", "worksheet", "http://127.0.0.1:9/s.xml", "External"));
        yield return Case("sheet at an address", "workbook-external-links", () => WithLink("xl/_rels/workbook.xml.rels", "worksheet", "http://127.0.0.1:9/s.xml", null));
        yield return Case("workbook of values elsewhere", "workbook-external-links", () => WithLink("xl/externalLinks/_rels/externalLink1.xml.rels", "externalLinkPath", "file:///C:/a.xlsx", "External"));
        yield return Case("image elsewhere", "workbook-external-links", () => WithLink("xl/drawings/_rels/drawing1.xml.rels", "image", "http://127.0.0.1:9/a.png", "External"));
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

    [TestCaseSource(nameof(Files))]
    public async Task A_hostile_workbook_gets_a_clear_problem(string type, Func<Stream> file)
    {
        using var stream = file();
        var (problem, allocated) = await Task.Run(() => Measured(() => Read(stream))).WaitAsync(TimeSpan.FromSeconds(60));
        Assert.That(problem?.Type, Is.EqualTo(type), problem?.ToString());
        Assert.That(WorkbookProblem.Types, Does.Contain(type));
        Assert.That(problem!.Message, Does.EndWith("."));
        Assert.That(allocated, Is.LessThan(100 * Megabyte));
        if (type == "workbook-empty") return; // hurts no library
        (problem, allocated) = await Task.Run(() => Measured(() => Guard.Check(stream, Limits.Default))).WaitAsync(TimeSpan.FromSeconds(60));
        Assert.That(problem?.Type, Is.Not.Null);
        Assert.That(allocated, Is.LessThan(100 * Megabyte));
    }

    [Test]
    public void The_parts_together_have_a_limit()
    {
        var file = Xlsx.Zip([.. Enumerable.Range(0, 3).Select(i => ($"x{i}.xml", new string(' ', 7 * Megabyte)))]);
        Assert.That(Assert.Throws<WorkbookProblem>(() => file.Rows(limits: new Limits { InflatedBytes = 16 * Megabyte }))!.Type, Is.EqualTo("workbook-too-large"));
        Assert.That(file.Rows(), Has.Count.EqualTo(1));
    }

    // Zip64: some programs write it for small files too. The counts of the usual end are then all ones, the real ones stand before it.
    [Test]
    public void A_package_with_long_offsets_is_read_and_its_directory_measured()
    {
        var zip = ((MemoryStream)Xlsx.Of("<row><c><v>1</v></c></row>")).ToArray();
        byte[] body = zip[..^22], end = zip[^22..], longEnd = new byte[56], locator = new byte[20];
        var entries = BinaryPrimitives.ReadInt16LittleEndian(end.AsSpan(10));
        "PK\u0006\u0006"u8.CopyTo(longEnd);
        foreach (var (at, value) in new[] { (4, 44), (24, entries), (32, entries), (40, BinaryPrimitives.ReadInt32LittleEndian(end.AsSpan(12))), (48, BinaryPrimitives.ReadInt32LittleEndian(end.AsSpan(16))) })
            BinaryPrimitives.WriteInt64LittleEndian(longEnd.AsSpan(at), value);
        "PK\u0006\u0007"u8.CopyTo(locator);
        BinaryPrimitives.WriteInt64LittleEndian(locator.AsSpan(8), body.Length);
        locator[16] = 1;
        end.AsSpan(8, 12).Fill(0xFF);
        var file = new MemoryStream([.. body, .. longEnd, .. locator, .. end]);
        Assert.That(file.Rows(), Has.Count.EqualTo(1));
        Assert.That(Assert.Throws<WorkbookProblem>(() => file.Rows(limits: new Limits { Entries = 3 }))!.Type, Is.EqualTo("workbook-too-large"));
    }

    [Test]
    public void The_guard_lets_an_honest_workbook_through()
    {
        using var file = File.OpenRead(TestFiles.Data("webropol", "alumnirekisteroityminen_Perusraportti.xlsx"));
        Assert.DoesNotThrow(() => Guard.Check(file, Limits.Default));
    }

    [Test]
    public void Declared_rows_are_not_believed_and_a_hyperlink_in_a_cell_is_harmless()
    {
        var file = Xlsx.Zip(
            ("xl/worksheets/sheet1.xml", $"<worksheet {Xlsx.Namespace}><dimension ref=\"A1:XFD1048576\"/><sheetData><row r=\"1048576\"><c><v>1</v></c></row></sheetData></worksheet>"),
            ("xl/worksheets/_rels/sheet1.xml.rels", Xlsx.Links(("hyperlink", "mailto:aino@example.com", "External"))));
        Assert.That(file.Rows().Single().Line, Is.EqualTo(1_048_576));
    }

    [Test]
    public void A_workbook_cut_short_anywhere_is_broken()
    {
        var whole = File.ReadAllBytes(TestFiles.Data("webropol", "osaajapooli_Perusraportti.xlsx"));
        using (Assert.EnterMultipleScope())
            for (var length = 4; length < whole.Length - 22; length += 97)
                Assert.That(Assert.Throws<WorkbookProblem>(() => new MemoryStream(whole[..length]).Rows())!.Type, Is.EqualTo("workbook-broken"));
    }

    [Test]
    public void A_workbook_with_bytes_changed_gives_rows_or_a_problem_and_nothing_else()
    {
        var whole = File.ReadAllBytes(TestFiles.Data("webropol", "osaajapooli_Perusraportti.xlsx"));
        var ends = Gen.OneOf(Gen.Int[0, whole.Length - 1], Gen.Int[whole.Length - 900, whole.Length - 1], Gen.Int[0, 900]);
        Gen.Select(ends, Gen.Byte).Array[1, 4].Sample(changes =>
        {
            var bytes = (byte[])whole.Clone();
            foreach (var (at, value) in changes) bytes[at] = value;
            try { new MemoryStream(bytes).Rows(); }
            catch (WorkbookProblem) { }
        }, iter: 1_000);
    }

    [Test]
    public void A_sheet_with_tags_changed_gives_rows_or_a_problem_and_nothing_else()
    {
        var pieces = Gen.OneOf("<row>", "<row r=\"3\">", "</row>", "<c>", "<c t=\"s\">", "<c r=\"B2\" t=\"inlineStr\"/>", "</c>", "<v>", "</v>", "<is>", "<t>", "<r>", "</t>", "</r>",
            "</is>", "<f/>", "<f>", "1", "0", " ", "</sheetData>", "<sheetData/>", "<![CDATA[x]]>", "&lt;", "<rPh/>", "_x000D_");
        pieces.Array[0, 12].Sample(parts =>
        {
            try { Xlsx.Of(string.Concat(parts) + "<row r=\"9\"><c t=\"s\"><v>0</v></c></row>", ("xl/sharedStrings.xml", "<sst><si><t>a</t></si></sst>")).Rows(); }
            catch (WorkbookProblem) { }
        }, iter: 1_000);
    }

    static void Read(Stream stream)
    {
        using var reader = Workbook.Open(stream, "a.xlsx");
        while (reader.Read()) { }
    }

    static (WorkbookProblem? Problem, long Allocated) Measured(Action read)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        WorkbookProblem? problem = null;
        try { read(); }
        catch (WorkbookProblem e) { problem = e; }
        return (problem, GC.GetAllocatedBytesForCurrentThread() - before);
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
