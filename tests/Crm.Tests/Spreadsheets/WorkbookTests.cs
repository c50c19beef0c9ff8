using System.Text.Json;
using Karelia.Crm.Spreadsheets;

namespace Karelia.Crm.Tests.Spreadsheets;

public class WorkbookTests
{
    static IEnumerable<string> Webropol => Directory.GetFiles(TestFiles.Data("webropol")).Select(f => Path.GetFileName(f)).Where(f => !f.StartsWith('.')).Order();

    [TestCaseSource(nameof(Webropol))]
    public void Each_row_of_a_registration_file_stands_on_the_line_that_its_truth_names(string file)
    {
        using var stream = File.OpenRead(TestFiles.Data("webropol", file));
        var rows = stream.Rows(file).ToDictionary(r => r.Line, r => r.Cells.Select(c => c.Text).ToArray());
        using var truth = JsonDocument.Parse(File.ReadAllBytes(TestFiles.Data("webropol", "truth", Path.ChangeExtension(file, ".json"))));
        var clean = truth.RootElement.EnumerateArray().Where(r => r.GetProperty("dirt").ValueKind == JsonValueKind.Null).ToList();
        Assert.That(clean, Is.Not.Empty);
        using (Assert.EnterMultipleScope())
            foreach (var row in clean)
                Assert.That(rows[row.GetProperty("line").GetInt32()], Does.Contain(row.GetProperty("email").GetString()).And.Contain(row.GetProperty("last").GetString()));
        Assert.That(rows.Keys.Max(), Is.EqualTo(truth.RootElement.EnumerateArray().Max(r => r.GetProperty("line").GetInt32())));
    }

    [Test]
    public void A_formula_saved_without_its_result_says_so()
    {
        using var file = File.OpenRead(TestFiles.Data("webropol", "alumnirekisteroityminen_Perusraportti.xlsx"));
        Assert.That(file.Rows().Single(r => r.Line == 29).Cells[15], Is.EqualTo(new Cell(CellKind.FormulaWithoutValue, "")));
    }

    [Test]
    public void A_date_added_by_hand_is_a_date_and_a_postal_code_has_lost_its_zero()
    {
        using var file = File.OpenRead(TestFiles.Data("webropol", "alumnirekisteroityminen_muokattu.xlsx"));
        var row = file.Rows().Single(r => r.Line == 2);
        Assert.That((row.Cells[0].Kind, row.Cells[0].Date, row.Cells[0].Text), Is.EqualTo((CellKind.Date, (DateTime?)new DateTime(2026, 1, 7, 8, 0, 0), "2026-01-07 08:00:00")));
        Assert.That((row.Cells[9].Kind, row.Cells[9].Number, row.Cells[9].Text), Is.EqualTo((CellKind.Number, 2150d, "2150")));
    }

    [TestCase("", "45000", "2023-03-15")]
    [TestCase("", "45000.445197", "2023-03-15 10:41:05")]
    [TestCase("", "59", "1900-02-28")]
    [TestCase("", "61", "1900-03-01")]
    [TestCase("", "2958465", "9999-12-31")]
    [TestCase("date1904=\"1\"", "43538", "2023-03-15")]
    [TestCase("date1904=\"true\"", "43538", "2023-03-15")]
    public void A_date_follows_the_system_of_its_workbook(string properties, string serial, string expected) =>
        Assert.That(Dated(properties, 14, serial).Cell(), Has.Property("Kind").EqualTo(CellKind.Date).And.Property("Text").EqualTo(expected));

    [TestCase("-1")]
    [TestCase("0")]
    [TestCase("2958466")]
    [TestCase("310101195609823100")]
    [TestCase("1E+300")]
    public void A_number_that_no_calendar_has_stays_a_number(string serial) => Assert.That(Dated("", 14, serial).Cell().Kind, Is.EqualTo(CellKind.Number));

    [Test]
    public void A_time_alone_is_text() => Assert.That(Dated("", 14, "0.4451967593").Cell(), Is.EqualTo(new Cell(CellKind.Text, "10:41:05")));

    [TestCase("d.m.yyyy", true)]
    [TestCase("yyyy\\-mm\\-dd", true)]
    [TestCase("[$-40B]d. mmmm yyyy", true)]
    [TestCase("[h]:mm", true)]
    [TestCase("h.mm;@", true)]
    [TestCase("General", false)]
    [TestCase("0.00", false)]
    [TestCase("0 \"days\"", false)]
    [TestCase("[Red]0.0", false)]
    [TestCase("\\d0", false)]
    [TestCase("_s0", false)]
    [TestCase("#,##0\\ \"€\";[Red]-#,##0\\ \"€\"", false)]
    [TestCase("\"unclosed", false)]
    public void A_format_tells_a_date_from_a_number(string format, bool date) => Assert.That(Dates.IsDate(format), Is.EqualTo(date));

    [TestCase("<c><v>100</v></c>", CellKind.Number, "100")]
    [TestCase("<c><v>358401234567</v></c>", CellKind.Number, "358401234567")]
    [TestCase("<c><v>3.58401234567E11</v></c>", CellKind.Number, "358401234567")]
    [TestCase("<c><v>0.5</v></c>", CellKind.Number, "0.5")]
    [TestCase("<c><v>0.30000000000000004</v></c>", CellKind.Number, "0.3")]
    [TestCase("<c><v>NaN</v></c>", CellKind.Text, "NaN")]
    [TestCase("<c s=\"9999\"><v>1</v></c>", CellKind.Number, "1")]
    [TestCase("<c t=\"b\"><v>1</v></c>", CellKind.Boolean, "TRUE")]
    [TestCase("<c t=\"e\"><v>#N/A</v></c>", CellKind.Error, "#N/A")]
    [TestCase("<c t=\"d\"><v>2022-01-05T10:41:00</v></c>", CellKind.Date, "2022-01-05 10:41:00")]
    [TestCase("<c t=\"str\"><f>A1</f><v>klikkaa</v></c>", CellKind.Text, "klikkaa")]
    [TestCase("<c><f>1+1</f><v>2</v></c>", CellKind.Number, "2")]
    [TestCase("<c><f>1+1</f></c>", CellKind.FormulaWithoutValue, "")]
    [TestCase("<c t=\"inlineStr\"><is><t>=1+1</t></is></c>", CellKind.Text, "=1+1")]
    [TestCase("<c t=\"inlineStr\"><is><r><t>Aino </t></r><r><rPr><b/></rPr><t>Virtanen</t></r><rPh sb=\"0\" eb=\"1\"><t>no</t></rPh></is></c>", CellKind.Text, "Aino Virtanen")]
    [TestCase("<c t=\"inlineStr\"><is><t>a_x000D_\nb_x005F_x000D_ _x00_</t></is></c>", CellKind.Text, "a\r\nb_x000D_ _x00_")]
    [TestCase("<c t=\"inlineStr\"><is><t>_x0000__xD83D__xDE00__xD83D_</t></is></c>", CellKind.Text, "😀\uFFFD")]
    [TestCase("<c t=\"inlineStr\"><is><t> <![CDATA[<p>]]>&amp;&#xE4; </t></is></c>", CellKind.Text, " <p>&ä ")]
    public void A_cell_is_read_as_what_it_is(string cell, CellKind kind, string text)
    {
        var read = Xlsx.Of($"<row>{cell}</row><row><c><v>1</v></c></row>").Rows();
        Assert.That((read[0].Cells[0].Kind, read[0].Cells[0].Text), Is.EqualTo((kind, text)));
    }

    [Test]
    public void Rows_keep_their_numbers_and_empty_ones_are_passed_over()
    {
        var rows = Xlsx.Of("""<row r="2"/><row r="3"><c r="B3"/></row><row r="5"><c r="C5"><v>1</v></c><c><v>2</v></c></row><row><c r="B6"><v>3</v></c></row>""").Rows();
        Assert.That(rows.Select(r => (r.Line, string.Join('|', r.Cells.Select(c => c.Text)))), Is.EqualTo(new[] { (5, "||1|2"), (6, "|3") }));
    }

    [Test]
    public void The_first_sheet_that_a_person_sees_is_read()
    {
        var file = Xlsx.Zip(
            ("xl/workbook.xml", Xlsx.Book("""<sheet name="A" r:id="rId1" state="veryHidden"/><sheet name="B" r:id="rId3"/><sheet name="C" r:id="rId2"/>""")),
            ("xl/_rels/workbook.xml.rels", Xlsx.Links(("worksheet", "worksheets/sheet1.xml", null), ("worksheet", "/xl/worksheets/./x/../sheet2.xml", null), ("chartsheet", "c.xml", null))),
            ("xl/worksheets/sheet2.xml", $"<x:worksheet xmlns:x=\"a\"><x:sheetData><x:row><x:c t=\"str\"><x:v>seen</x:v></x:c></x:row></x:sheetData></x:worksheet>"));
        Assert.That(file.Texts(), Is.EqualTo(new[] { new[] { "seen" } }));
    }

    [Test]
    public void The_reader_gives_empty_cells_past_the_end_and_leaves_the_stream_open()
    {
        var file = Xlsx.Of("<row><c><v>1</v></c></row>");
        using (var reader = Workbook.Open(file, "a.xlsx"))
        {
            Assert.That(reader.Read(), Is.True);
            Assert.That((reader.Count, reader[0].Text, reader[7]), Is.EqualTo((1, "1", new Cell(CellKind.Empty, ""))));
            Assert.That(reader.Read(), Is.False);
            Assert.That(reader.Read(), Is.False);
        }
        Assert.That(file.CanRead, Is.True);
    }

    [TestCase("agile_AES256_SHA512_CBC_pwd_password.xlsx", "workbook-encrypted")]
    [TestCase("EmptyZipFile.xlsx", "workbook-unknown-format")]
    [TestCase("renamed_from_xls.xlsx", "workbook-old-format")]
    [TestCase("NoDimensionOrCellReferenceAttribute.xlsx", "2017-03-06|GPR 250 EUR|588.492524864606|-0.00527418346560432|0.000152338874340756|-0.00512184459126356|249|18.6767045785292")]
    [TestCase("Test_git_issue_250_richtext.xlsx", "Lorem ipsum dolor sit amet, ei pri verterem efficiantur, per id meis idque deterruisset.")]
    [TestCase("Test_git_Issue_649_Date1904_Parsings.xlsx", "||||||||||||2023-09-01")]
    [TestCase("Test_googlesourced.xlsx", "9583638582|49.99|69.99|One time special offer|April 1st 2013|May 1st 2013")]
    [TestCase("Test_Issue_7433_IllegalOleAutDate.xlsx", "B221055625")]
    [TestCase("Test_Issue_NoStyles_NoRAttribute.xlsx", "||||ROW NUMBER 5|||s@gmail.com")]
    [TestCase("Test_MergedCell.xlsx", "Merge Cell 1||Merge Cell 2")]
    public void A_workbook_that_breaks_readers_gives_rows_or_a_clear_problem(string file, string expected)
    {
        using var stream = File.OpenRead(TestFiles.Shared("quirky", file));
        string found;
        try { found = stream.Texts(file) is var rows && rows.Length > 1 ? string.Join('|', rows.Select(r => string.Join('|', r)).First(r => r == expected)) : string.Join('|', rows[0]); }
        catch (WorkbookProblem problem) { found = problem.Type; }
        Assert.That(found, Is.EqualTo(expected));
    }

    [Test]
    public void A_real_form_edited_by_hand_is_read_with_its_72_columns()
    {
        using var stream = File.OpenRead(TestFiles.Shared("webropol", "public_municipal_form_72_columns.xlsx"));
        var rows = stream.Rows();
        Assert.That((rows.Count, rows[0].Cells.Length, rows[1].Cells[0].Text), Is.EqualTo((10, 72, "5.1.2022")));
    }

    static Stream Dated(string properties, int format, string serial) => Xlsx.Of($"<row><c s=\"1\"><v>{serial}</v></c></row>",
        ("xl/workbook.xml", Xlsx.Book("""<sheet name="A" r:id="rId1"/>""", properties).Replace("</workbook>", "<extLst><ext><workbookPr/></ext></extLst></workbook>", StringComparison.Ordinal)),
        ("xl/styles.xml", $"<styleSheet {Xlsx.Namespace}><cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs><cellXfs><xf/><xf numFmtId=\"{format}\"/></cellXfs></styleSheet>"));
}
