namespace Karelia.Crm.Documents;

/// <summary>A text in a column.</summary>
internal sealed record Cell(string? Text, Face Face, double X, double Width);

/// <summary>The pages of a document as they fill from the top.</summary>
internal sealed class Pages
{
    public const int PageWidth = 595;
    public const int Height = 842;
    public const double Width = PageWidth - 2 * Margin;
    private const double Margin = 50;
    private const double Bottom = Height - 60;

    private readonly PdfFile file;
    private double y;

    public Pages(PdfFile file)
    {
        this.file = file;
        Turn();
    }

    private int Page => file.PageCount - 1;

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
                file.Text(Page, lines[i], cell.Face, Margin + cell.X, y + cell.Face.Line * 0.8);
            y += height;
        }

        Space(2);
        if (!line)
            return;
        file.Line(Page, Margin, Margin + Width, y);
        Space(2);
    }

    /// <summary>Which page of how many, once all are there.</summary>
    public void Number(string title)
    {
        for (var i = 0; i < file.PageCount; i++)
        {
            var number = $"{i + 1} / {file.PageCount}";
            file.Text(i, Face.Small.Lines(title, Width - 60)[0], Face.Small, Margin, Height - 36);
            file.Text(i, number, Face.Small, Margin + Width - Face.Small.Measure(number), Height - 36);
        }
    }

    private void Turn()
    {
        file.AddPage();
        y = Margin;
        OnNewPage?.Invoke();
    }
}
