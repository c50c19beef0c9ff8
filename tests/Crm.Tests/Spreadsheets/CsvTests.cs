using System.Text;
using CsCheck;
using Karelia.Crm.Spreadsheets;

namespace Karelia.Crm.Tests.Spreadsheets;

public class CsvTests
{
    static readonly Encoding Windows1252 = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    static IEnumerable<TestCaseData> Encodings =>
    [
        new TestCaseData(new UTF8Encoding(true)).SetArgDisplayNames("UTF-8 with mark"), new TestCaseData(new UTF8Encoding(false)).SetArgDisplayNames("UTF-8"),
        new TestCaseData(new UnicodeEncoding(false, true)).SetArgDisplayNames("UTF-16 with mark"), new TestCaseData(new UnicodeEncoding(false, false)).SetArgDisplayNames("UTF-16"),
        new TestCaseData(new UnicodeEncoding(true, true)).SetArgDisplayNames("UTF-16 BE with mark"), new TestCaseData(new UnicodeEncoding(true, false)).SetArgDisplayNames("UTF-16 BE"),
        new TestCaseData(Windows1252).SetArgDisplayNames("Windows-1252"),
    ];

    [TestCaseSource(nameof(Encodings))]
    public void Letters_survive_whatever_they_were_written_in(Encoding encoding) =>
        Assert.That(Csv("Vastausaika;Työtehtävä\r\n7.1.2026 8.00;Äijälä – Öhman\r\n", encoding).Texts("a.csv"),
            Is.EqualTo(new[] { new[] { "Vastausaika", "Työtehtävä" }, ["7.1.2026 8.00", "Äijälä – Öhman"] }));

    [TestCase(';')]
    [TestCase(',')]
    [TestCase('\t')]
    public void The_delimiter_is_found_although_headings_hold_the_others(char delimiter)
    {
        var text = $"\"Mitkä; muodot, kiinnostavat\tsinua\"{delimiter}Nimi\r\n\"a;b,c\td\"{delimiter}Aino\r\n";
        Assert.That(Csv(text).Texts("a.csv"), Is.EqualTo(new[] { new[] { "Mitkä; muodot, kiinnostavat\tsinua", "Nimi" }, ["a;b,c\td", "Aino"] }));
    }

    [Test]
    public void Commas_in_sentences_do_not_outvote_the_semicolon() =>
        Assert.That(Csv("Lupa, jonka annan, on voimassa, kunnes perun sen;Nimi\nKyllä;Aino\n").Texts("a.csv")[1], Is.EqualTo(new[] { "Kyllä", "Aino" }));

    [Test]
    public void A_record_is_one_line_however_many_its_text_takes_and_blank_ones_count()
    {
        var rows = Csv("a;b\r\n\"1\r\n\"\"2\"\"\n3\";x\r\n\r\n;\r\n4;y").Rows("a.csv");
        Assert.That(rows.Select(r => (r.Line, r.Cells[0].Text)), Is.EqualTo(new[] { (1, "a"), (2, "1\r\n\"2\"\n3"), (5, "4") }));
    }

    [TestCase("email\naino@example.com\n", "email", "aino@example.com")]
    [TestCase("email\raino@example.com", "email", "aino@example.com")]
    [TestCase("a \"b\" c\n\"d\"e\n", "a \"b\" c", "de")]
    public void Lines_are_read_as_they_come(string text, params string[] expected) => Assert.That(Csv(text).Texts("a.csv").SelectMany(r => r), Is.EqualTo(expected));

    [Test]
    public void Formulas_stay_text() => Assert.That(Csv("a;b\n=1+1;@x\n").Rows("a.csv")[1].Cells, Is.EqualTo(new[] { new Cell(CellKind.Text, "=1+1"), new Cell(CellKind.Text, "@x") }));

    [Test]
    public void A_zero_character_is_left_out() => Assert.That(Csv("a\0b;c\n", new UnicodeEncoding(false, true)).Texts("a.csv")[0], Is.EqualTo(new[] { "ab", "c" }));

    [TestCase("\u0000\u0001\u0002\u0003", "workbook-unknown-format")]
    [TestCase("<html><body>", "workbook-unknown-format")]
    [TestCase("%PDF-1.7", "workbook-unknown-format")]
    [TestCase("\uFEFF", "workbook-empty")]
    [TestCase("\r\n\r\n", "workbook-empty")]
    [TestCase("a;b\n\"never closed;\n", "workbook-broken")]
    public void What_is_no_table_is_told(string text, string type) => Assert.That(Assert.Throws<WorkbookProblem>(() => Csv(text).Rows("a.csv"))!.Type, Is.EqualTo(type));

    [Test]
    public void A_line_of_delimiters_or_one_endless_field_is_refused()
    {
        Assert.That(Assert.Throws<WorkbookProblem>(() => Csv("a\n" + new string(';', 1000) + "b").Rows("a.csv"))!.Type, Is.EqualTo("workbook-too-large"));
        Assert.That(Assert.Throws<WorkbookProblem>(() => Csv(new string('a', 100_000)).Rows("a.csv"))!.Type, Is.EqualTo("workbook-too-large"));
        Assert.That(Assert.Throws<WorkbookProblem>(() => Csv("a;b").Rows("a.csv", new Limits { InflatedBytes = 2 }))!.Type, Is.EqualTo("workbook-too-large"));
    }

    [Test]
    public void What_was_written_is_read()
    {
        var value = Gen.OneOf(Gen.Char[" ä\"a;,\n\r\t="].Array[0, 8].Select(c => new string(c)), Gen.String[Gen.Char[' ', '\uD7FF'], 0, 20]);
        Gen.Select(value.Array2D[2, 40], Gen.OneOf(';', ',', '\t')).Sample((table, delimiter) =>
        {
            var rows = Enumerable.Range(0, table.GetLength(0)).Select(r => Enumerable.Range(0, table.GetLength(1)).Select(c => table[r, c]).Prepend("ä").ToArray()).ToArray();
            var text = string.Join("\r\n", rows.Select(r => string.Join(delimiter, r.Select(v => $"\"{v.Replace("\"", "\"\"", StringComparison.Ordinal)}\""))));
            var read = Csv(text).Texts("a.csv");
            for (var r = 0; r < rows.Length; r++)
                if (!read[r].SequenceEqual(rows[r].AsSpan().TrimEnd("").ToArray())) return false;
            return read.Length == rows.Length;
        }, iter: 500);
    }

    static MemoryStream Csv(string text, Encoding? encoding = null)
    {
        encoding ??= new UTF8Encoding(false);
        return new MemoryStream([.. encoding.GetPreamble(), .. encoding.GetBytes(text)]);
    }
}
