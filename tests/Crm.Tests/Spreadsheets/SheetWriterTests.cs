using System.IO.Pipelines;
using CsCheck;
using Karelia.Crm.Spreadsheets;
using OfficeOpenXml;

namespace Karelia.Crm.Tests.Spreadsheets;

public class SheetWriterTests
{
    static readonly string[] Naughty =
    [
        "=1+1", "+358 40 123", "-1", "@SUM(A1)", "\tx", "\rx", "=HYPERLINK(\"http://example.com\",\"x\")", "00100", "1E5", "TRUE", "NULL", "null", "undefined", " a ", "a\nb\r\nc",
        "<script>alert(1)</script>", "]]>", "&amp;", "'", "\"", "_x000D_", "_x005F_x000D_", "_xZZZZ_", "Z̷a̴l̵g̸o", "ﷺ", "👩‍👩‍👧‍👦", "Nguyễn Väinö", "\u202Etest", "\u200B", "\u00A0", "田中さん",
        "Robert'); DROP TABLE students;--", "../../etc/passwd", "%s%n", "\u0085", "\u2028", "ÅÄÖåäö",
    ];

    [TestCaseSource(nameof(Naughty))]
    public void A_naughty_string_comes_back_as_it_was_in_any_reader(string text)
    {
        var file = Written(["otsikko", text], [["x", text], [text, null]]);
        Assert.That(file.Texts(), Is.EqualTo(new[] { new[] { "otsikko", text }, ["x", text], [text] }));
        using var book = new ExcelPackage(file);
        Assert.That(book.Workbook.Worksheets[0].Cells[2, 2].GetValue<string>(), Is.EqualTo(text));
        Assert.That(book.Workbook.Worksheets[0].Cells[2, 2].Formula, Is.Empty);
    }

    [Test]
    public void Any_table_comes_back_cleaned()
    {
        var text = Gen.OneOf(Gen.String, Gen.Char["=+-@\t\r\n\0\u0001\uD83D\uDE00\uFFFE_x0DäA<&> "].Array[0, 12].Select(c => new string(c)), Gen.Const(""));
        text.Array2D[3, 20].Sample(table =>
        {
            var rows = Enumerable.Range(0, table.GetLength(0)).Select(r => Enumerable.Range(0, table.GetLength(1)).Select(c => table[r, c]).Prepend("ä").ToArray()).ToArray();
            var read = Written([.. rows[0]], rows[1..]).Texts();
            return read.Length == rows.Length && rows.Zip(read).All(p => p.First.Select(Texts.Clean).Reverse().SkipWhile(t => t.Length == 0).Reverse().SequenceEqual(p.Second));
        }, iter: 300);
    }

    // Not as test cases: an attribute cannot hold half a character either.
    [Test]
    public void What_a_workbook_cannot_hold_is_left_out()
    {
        Assert.That(Texts.Clean("a\u0001b\u0000c\uFFFEd\uFFFFe"), Is.EqualTo("abcde"));
        Assert.That(Texts.Clean("\uD83D"), Is.Empty);
        Assert.That(Texts.Clean("x\uDE00\uD83D\uDE00"), Is.EqualTo("x\uD83D\uDE00"));
    }

    [Test]
    public void A_long_text_is_cut_where_Excel_would_and_never_within_a_character()
    {
        Assert.That(Texts.Clean(new string('a', 40_000)), Has.Length.EqualTo(32_767));
        Assert.That(Texts.Clean(new string('a', 32_766) + "😀"), Has.Length.EqualTo(32_766));
    }

    [Test]
    public void The_sheet_is_ready_to_work_in()
    {
        using var book = new ExcelPackage(Written(["email", "etunimi"], [["a.rather.long.address@example.com", "=Aino"]], "Kohde: [2026]/alumnit, joilla on ylipitkä nimi"));
        var sheet = book.Workbook.Worksheets[0];
        using (Assert.EnterMultipleScope())
        {
            Assert.That(sheet.Name, Is.EqualTo("Kohde 2026alumnit, joilla on yl"));
            Assert.That(sheet.Cells["A1"].Style.Font.Bold, Is.True);
            Assert.That(sheet.Cells["A2"].Style.Font.Bold, Is.False);
            Assert.That(sheet.Column(1).Width, Is.EqualTo(36));
            Assert.That(sheet.Cells["B2"].Style.QuotePrefix, Is.True);
            Assert.That(sheet.Cells["A2"].Style.QuotePrefix, Is.False);
            Assert.That(sheet.Cells["A2"].Style.Numberformat.Format, Is.EqualTo("@"));
            Assert.That(sheet.AutoFilterAddress.Address, Is.EqualTo("A1:B2"));
        }
    }

    [TestCase("", "Sheet1")]
    [TestCase("'[]:*?/\\'", "Sheet1")]
    [TestCase("Virheet", "Virheet")]
    public void A_sheet_always_has_a_name_that_Excel_takes(string name, string expected) => Assert.That(WorkbookParts.SheetName(name), Is.EqualTo(expected));

    [Test]
    public void Columns_past_Z_have_their_letters() =>
        Assert.That(new[] { 0, 25, 26, 51, 52, 701, 702, 16_383 }.Select(SheetWriter.Letters), Is.EqualTo(new[] { "A", "Z", "AA", "AZ", "BA", "ZZ", "AAA", "XFD" }));

    [Test]
    public async Task It_writes_to_a_stream_that_cannot_seek()
    {
        var pipe = new Pipe(new PipeOptions(pauseWriterThreshold: 0));
        using (var output = pipe.Writer.AsStream()) Write(output, ["a"], Enumerable.Range(0, 5_000).Select(i => new[] { $"{i}" }));
        var file = new MemoryStream();
        await pipe.Reader.CopyToAsync(file);
        Assert.That(file.Rows(), Has.Count.EqualTo(5_001));
    }

    [Test]
    public void A_workbook_that_was_not_completed_is_broken()
    {
        var file = new MemoryStream();
        using (var sheet = SheetWriter.Create(file, "a", ["a"])) sheet.Write("x");
        Assert.That(Assert.Throws<WorkbookProblem>(() => file.Rows()), Has.Property("Type").EqualTo("workbook-broken").Or.Property("Type").EqualTo("workbook-empty"));
    }

    [Test]
    public void A_long_list_needs_no_memory()
    {
        string?[] row = ["aino.virtanen@example.com", "Aino", "Virtanen", "fi", "Ohjelmistotalo Näyte Oy", null, "=alumnit", "0198"];
        using var output = new BufferedStream(Stream.Null);
        var before = GC.GetAllocatedBytesForCurrentThread();
        Write(output, row!, Enumerable.Repeat(row, 100_000));
        Assert.That(GC.GetAllocatedBytesForCurrentThread() - before, Is.LessThan(5 << 20));
    }

    [TestCase(3)]
    [TestCase(FormattedBook.MostRows + 1)]
    public void An_errors_workbook_looks_the_same_streamed_or_not(int count)
    {
        var file = new MemoryStream();
        FormattedBook.Write(file, "Virheet", ["email", "syy"], Enumerable.Range(0, count).Select(i => new[] { i == 0 ? "=1+1" : $"{i}", "sähköposti puuttuu" }), 1);
        Assert.That(file.Rows(), Has.Count.EqualTo(count + 1));
        using var book = new ExcelPackage(file);
        var sheet = book.Workbook.Worksheets[0];
        using (Assert.EnterMultipleScope())
        {
            Assert.That(sheet.Cells["A2"].Value, Is.EqualTo("=1+1"));
            Assert.That(sheet.Cells["A2"].Style.QuotePrefix, Is.True);
            Assert.That(sheet.Cells["B2"].Style.Fill.BackgroundColor.Rgb, Is.EqualTo("FFFFF2CC"));
            Assert.That(sheet.Cells["A2"].Style.Fill.BackgroundColor.Rgb, Is.Null.Or.Empty);
            Assert.That(sheet.Cells["A1"].Style.Font.Bold, Is.True);
            Assert.That(sheet.Cells["A3"].Style.Numberformat.Format, Is.EqualTo("@"));
            Assert.That(sheet.View.ActiveCell, Is.Not.Null);
        }
    }

    // They measure fonts or load pictures through GDI, which Linux has not.
    [Test]
    public void Nobody_calls_what_throws_on_Linux()
    {
        string[] banned = ["AutoFit", "AddPicture(", "SetFromFont("];
        var sources = Directory.GetFiles(TestFiles.Repository("src"), "*.cs", SearchOption.AllDirectories).Where(f => !f.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}")).ToList();
        Assert.That(sources.Any(f => File.ReadAllText(f).Contains("OfficeOpenXml", StringComparison.Ordinal)), Is.True);
        Assert.That(sources.Where(f => banned.Any(File.ReadAllText(f).Contains)), Is.Empty);
    }

    static MemoryStream Written(string[] headings, IEnumerable<string?[]> rows, string name = "Lista")
    {
        var file = new MemoryStream();
        Write(file, headings, rows, name);
        file.Position = 0;
        return file;
    }

    static void Write(Stream output, string[] headings, IEnumerable<string?[]> rows, string name = "Lista")
    {
        using var sheet = SheetWriter.Create(output, name, headings);
        foreach (var row in rows) sheet.Write(row);
        sheet.Complete();
    }
}
