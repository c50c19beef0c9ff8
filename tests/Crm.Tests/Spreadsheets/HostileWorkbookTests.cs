using System.Buffers.Binary;
using CsCheck;
using Karelia.Crm.Spreadsheets;

namespace Karelia.Crm.Tests.Spreadsheets;

/// <summary>Files that are made to hurt: each gets a clear problem, soon and within bounded memory.</summary>
public class HostileWorkbookTests
{
    const int Megabyte = 1 << 20;

    static IEnumerable<TestCaseData> Files() => HostileFiles.All().Select(file => new TestCaseData(file.Problem, file.Make).SetArgDisplayNames(file.Name));

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
}
