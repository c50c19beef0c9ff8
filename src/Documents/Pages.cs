using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Writer;

namespace Karelia.Crm.Documents;

/// <summary>A text in a column.</summary>
internal sealed record Cell(string? Text, Face Face, double X, double Width);

/// <summary>The pages of a document as they fill from the top.</summary>
internal sealed class Pages
{
    public const double Width = 595 - 2 * Margin;
    private const double Height = 842;
    private const double Margin = 50;
    private const double Bottom = Height - 60;

    /// <summary>A simple font holds 255 letters; the ones after them go into another copy of it.</summary>
    private const int LettersOfAFont = 250;

    private readonly PdfDocumentBuilder pdf;
    private readonly List<PdfPageBuilder> pages = [];
    private readonly Dictionary<Typeface, Dictionary<char, int>> letters = [];
    private readonly Dictionary<(Typeface Type, int Copy), PdfDocumentBuilder.AddedFont> fonts = [];
    private double y;

    public Pages(PdfDocumentBuilder pdf)
    {
        this.pdf = pdf;
        Turn();
    }

    /// <summary>What stands again on top of each page that a table goes on to.</summary>
    public Action? OnNewPage { get; set; }

    public void Space(double height) => y += height;

    /// <summary>Running text; <paramref name="keep"/> is how much must follow on the same page.</summary>
    public void Text(string text, Face face, double before = 0, double after = 0, double keep = 0)
    {
        Space(before);
        if (y + face.Line + keep > Bottom)
            Turn();
        Row([new(text, face, 0, Width)]);
        Space(after);
    }

    /// <summary>Texts beside each other; what is longer than the page goes on on the next.</summary>
    public void Row(IReadOnlyList<Cell> cells, bool line = false)
    {
        var texts = cells.Select(cell => (Cell: cell, Lines: cell.Face.Lines(cell.Text, cell.Width))).ToList();
        var (rows, height) = (texts.Max(text => text.Lines.Count), texts.Max(text => text.Cell.Face.Line));
        if (y + rows * height > Bottom && rows * height < Bottom / 2)
            Turn();
        for (var i = 0; i < rows; i++)
        {
            if (y + height > Bottom)
                Turn();
            foreach (var (cell, lines) in texts.Where(text => i < text.Lines.Count))
                Draw(pages[^1], lines[i], cell.Face, Margin + cell.X, y + cell.Face.Line * 0.8);
            y += height;
        }

        Space(2);
        if (!line)
            return;
        pages[^1].DrawLine(new PdfPoint(Margin, Height - y), new PdfPoint(Margin + Width, Height - y), 0.4);
        Space(2);
    }

    /// <summary>Which page of how many, once all are there.</summary>
    public void Number(string title)
    {
        for (var i = 0; i < pages.Count; i++)
        {
            var number = $"{i + 1} / {pages.Count}";
            Draw(pages[i], Face.Small.Lines(title, Width - 60)[0], Face.Small, Margin, Height - 36);
            Draw(pages[i], number, Face.Small, Margin + Width - Face.Small.Measure(number), Height - 36);
        }
    }

    private void Turn()
    {
        pages.Add(pdf.AddPage(PageSize.A4));
        pages[^1].SetStrokeColor(190, 190, 190);
        y = Margin;
        OnNewPage?.Invoke();
    }

    private void Draw(PdfPageBuilder page, string text, Face face, double x, double baseline)
    {
        for (var start = 0; start < text.Length;)
        {
            var (copy, end) = (CopyOf(face.Type, text[start]), start + 1);
            while (end < text.Length && CopyOf(face.Type, text[end]) == copy)
                end++;
            page.AddText(text[start..end], face.Size, new PdfPoint(x, Height - baseline), Font(face.Type, copy));
            x += face.Measure(text.AsSpan(start..end));
            start = end;
        }
    }

    private int CopyOf(Typeface type, char letter)
    {
        if (!letters.TryGetValue(type, out var known))
            letters[type] = known = [];
        return (known.TryGetValue(letter, out var order) ? order : known[letter] = known.Count) / LettersOfAFont;
    }

    private PdfDocumentBuilder.AddedFont Font(Typeface type, int copy) =>
        fonts.TryGetValue((type, copy), out var font) ? font : fonts[(type, copy)] = pdf.AddTrueTypeFont(type.File);
}
