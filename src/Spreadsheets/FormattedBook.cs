using System.Drawing;
using OfficeOpenXml;
using OfficeOpenXml.Style;

namespace Karelia.Crm.Spreadsheets;

/// <summary>Workbooks for people to work in, with a column that catches the eye. Widths come from text lengths: EPPlus measures fonts through GDI, which Linux has not.</summary>
public static class FormattedBook
{
    /// <summary>EPPlus keeps the whole workbook in memory; past this many rows it is streamed, and looks the same.</summary>
    internal const int MostRows = 5_000;

    /// <summary>Writes a sheet of text cells with frozen headings; the highlighted column (from 0; -1 for none) stands on a coloured ground.</summary>
    public static void Write(Stream output, string sheetName, IReadOnlyList<string> headings, IEnumerable<IReadOnlyList<string?>> rows, int highlightColumn)
    {
        using var row = rows.GetEnumerator();
        var first = new List<IReadOnlyList<string?>>();
        while (first.Count <= MostRows && row.MoveNext()) first.Add(row.Current);
        if (first.Count <= MostRows)
        {
            Format(output, WorkbookParts.SheetName(sheetName), headings, first, highlightColumn);
            return;
        }
        using var sheet = SheetWriter.Create(output, sheetName, headings, highlightColumn);
        foreach (var cells in first) sheet.Write([.. cells]);
        while (row.MoveNext()) sheet.Write([.. row.Current]);
        sheet.Complete();
    }

    static void Format(Stream output, string sheetName, IReadOnlyList<string> headings, List<IReadOnlyList<string?>> rows, int highlightColumn)
    {
        using var book = new ExcelPackage();
        var sheet = book.Workbook.Worksheets.Add(sheetName);
        for (var column = 0; column < headings.Count; column++)
        {
            var longest = headings[column].Length;
            sheet.Cells[1, column + 1].Value = Texts.Clean(headings[column]);
            for (var i = 0; i < rows.Count; i++)
            {
                if (column >= rows[i].Count || string.IsNullOrEmpty(rows[i][column]) || Texts.Clean(rows[i][column]!) is not { Length: > 0 } text) continue;
                var cell = sheet.Cells[i + 2, column + 1];
                cell.Value = text;
                if (SheetWriter.LooksLikeFormula(text)) cell.Style.QuotePrefix = true;
                longest = Math.Max(longest, text.Length);
            }
            sheet.Column(column + 1).Width = SheetWriter.WidthOf(longest);
        }
        var all = sheet.Cells[1, 1, rows.Count + 1, headings.Count];
        all.Style.Numberformat.Format = "@";
        all.AutoFilter = true;
        sheet.Cells[1, 1, 1, headings.Count].Style.Font.Bold = true;
        sheet.View.FreezePanes(2, 1);
        if (highlightColumn >= 0)
        {
            var highlight = sheet.Cells[1, highlightColumn + 1, rows.Count + 1, highlightColumn + 1].Style.Fill;
            highlight.PatternType = ExcelFillStyle.Solid;
            highlight.BackgroundColor.SetColor(Color.FromArgb(0xFF, 0xF2, 0xCC));
        }
        book.SaveAs(output);
    }
}
