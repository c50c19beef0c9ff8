namespace Karelia.Crm.Documents;

/// <summary>A document as PDF: A4, with its fonts in it, so that it looks the same everywhere.</summary>
public static class Pdf
{
    /// <summary>The media type of a PDF.</summary>
    public const string ContentType = "application/pdf";

    /// <summary>Writes the file.</summary>
    public static void Write(Document document, Stream output)
    {
        // As the pages show it: no control letters, no halves of pairs.
        var file = new PdfFile(string.Join(' ', Face.Title.Lines(document.Title, double.MaxValue)), document.Language);
        var pages = new Pages(file);
        pages.Text(document.Title, Face.Title, after: 8);
        foreach (var block in document.Blocks)
            Write(pages, block);
        pages.Number(document.Title);
        output.Write(file.Build());
    }

    private static void Write(Pages pages, Block block)
    {
        switch (block)
        {
            case Heading heading:
                pages.Text(heading.Text, heading.Level == 2 ? Face.Section : Face.Strong, before: heading.Level == 2 ? 12 : 6, after: 4, keep: 40);
                break;
            case Paragraph paragraph:
                pages.Text(paragraph.Text, Face.Plain, after: 6);
                break;
            case Points points:
                foreach (var item in points.Items)
                    pages.Row([new("•", Face.Plain, 6, 10), new(item, Face.Plain, 18, Pages.Width - 18)]);
                pages.Space(6);
                break;
            case Facts facts:
                foreach (var fact in facts.Items)
                    pages.Row([new(fact.Label, Face.Strong, 0, Pages.Width * 0.36), new(fact.Value, Face.Plain, Pages.Width * 0.38, Pages.Width * 0.62)]);
                pages.Space(6);
                break;
            case Table table:
                Write(pages, table);
                break;
        }
    }

    private static void Write(Pages pages, Table table)
    {
        pages.Text(table.Caption, Face.Strong, before: 6, after: 3, keep: 40);
        var widths = Widths(table);
        var from = new double[widths.Length];
        for (var i = 1; i < widths.Length; i++)
            from[i] = from[i - 1] + widths[i - 1];
        Cell[] Cells(IReadOnlyList<string?> texts, Face face) => [.. texts.Take(widths.Length).Select((text, i) => new Cell(text, face, from[i], widths[i] - Gap))];
        var headings = Cells(table.Headings, Face.SmallStrong);
        pages.Row(headings, line: true);
        pages.OnNewPage = () => pages.Row(headings, line: true);
        foreach (var row in table.Rows)
            pages.Row(Cells(row, Face.Small), line: true);
        pages.OnNewPage = null;
        pages.Space(8);
    }

    private const double Gap = 6;

    /// <summary>Each column gets what its longest text wants, within its share of the page.</summary>
    private static double[] Widths(Table table)
    {
        var most = Pages.Width * 0.5;
        var wanted = table.Headings.Select((heading, i) => Gap + Math.Min(most, table.Rows.Take(200)
            .Select(row => i < row.Count ? Face.Small.Measure(row[i] ?? "") : 0).Append(Face.SmallStrong.Measure(heading)).Max())).ToArray();
        var all = wanted.Sum();
        return [.. wanted.Select(width => width * Pages.Width / all)];
    }
}
