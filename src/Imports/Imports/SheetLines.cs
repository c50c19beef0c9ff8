using System.Security.Cryptography;
using System.Text;
using Karelia.Crm.Kernel.Imports;
using Karelia.Crm.Spreadsheets;

namespace Karelia.Crm.Imports.Imports;

/// <summary>A file that is being uploaded: its headings, and its lines as they are staged, identity codes masked wherever they stand.</summary>
internal sealed class SheetLines : IDisposable
{
    private readonly SheetReader reader;
    private readonly Queue<ImportLine> held = [];

    private SheetLines(SheetReader reader, IImportKind kind) => (this.reader, Kind) = (reader, kind);

    /// <summary>The headings of the likeliest reading, one header row or two.</summary>
    public string[] Headings { get; private set; } = [];

    public RecognisedForm Recognised { get; private set; } = new(null, [], false);

    /// <summary>The kind that knows the headings best.</summary>
    public IImportKind Kind { get; private set; }

    /// <summary>The last line that was read.</summary>
    public int LastRow { get; private set; }

    public static async Task<SheetLines> Open(Stream file, string fileName, IReadOnlyList<IImportKind> kinds, CancellationToken ct)
    {
        var lines = new SheetLines(Workbook.Open(file, fileName), kinds[0]);
        try
        {
            await lines.ReadHeadings(kinds, ct);
            return lines;
        }
        catch
        {
            lines.Dispose();
            throw;
        }
    }

    /// <summary>The headings' hash, by which a form is known again.</summary>
    public string Signature => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', Headings.Select(CellText.Key)))));

    /// <summary>The next lines that hold something.</summary>
    public List<ImportLine> Next(int most)
    {
        var lines = new List<ImportLine>(most);
        while (held.TryDequeue(out var line))
            lines.Add(line);
        while (lines.Count < most && reader.Read())
        {
            if (Line() is { } line)
                lines.Add(line);
        }

        return lines;
    }

    public void Dispose() => reader.Dispose();

    private async Task ReadHeadings(IReadOnlyList<IImportKind> kinds, CancellationToken ct)
    {
        reader.Read();
        var first = Texts();
        var one = Mask(Spreadsheets.Headings.Of(first));
        var top = Array.Exists(first, text => text.Contains('@', StringComparison.Ordinal)) ? Line() : null;
        var hasMore = reader.Read();
        var second = hasMore ? Texts() : [];
        var two = hasMore && Spreadsheets.Headings.MayBeTwo(first, second) ? Mask(Spreadsheets.Headings.Of(first, second)) : null;
        foreach (var kind in kinds)
        {
            var (headings, form) = (one, await kind.Recognise(one, ct));
            if (two is not null && await kind.Recognise(two, ct) is var both && Known(both) > Known(form))
                (headings, form) = (two, both);
            if (Headings.Length == 0 || (form.IsSure, Known(form)).CompareTo((Recognised.IsSure, Known(Recognised))) > 0)
                (Kind, Headings, Recognised) = (kind, headings, form);
        }

        if (Recognised.IsHeadless && top is not null)
        {
            held.Enqueue(top);
            Headings = [.. Recognised.Columns.Select(column => column.Column.Heading)];
        }

        if (hasMore && !ReferenceEquals(Headings, two) && Line() is { } line)
            held.Enqueue(line);
    }

    private static int Known(RecognisedForm form) => form.Columns.Count(column => column.Field is not null);

    private string[] Texts()
    {
        var texts = new string[reader.Count];
        for (var i = 0; i < texts.Length; i++)
            texts[i] = reader[i].Text;
        return texts;
    }

    private static string[] Mask(string[] headings) => [.. headings.Select(heading => IdentityCode.Masked(heading) ?? heading)];

    private ImportLine? Line()
    {
        LastRow = reader.Line;
        var cells = new string?[reader.Count];
        List<int>? masked = null, formulas = null;
        var isEmpty = true;
        for (var i = 0; i < cells.Length; i++)
        {
            var cell = reader[i];
            if (cell.Kind == CellKind.FormulaWithoutValue)
                (formulas ??= []).Add(i);
            if (cell.Text.Length == 0)
                continue;
            (cells[i], isEmpty) = (StagedText.Of(cell.Text, out var isMasked, out var says), isEmpty && !says);
            if (isMasked)
                (masked ??= []).Add(i);
        }

        return isEmpty && formulas is null ? null : new() { Row = reader.Line, Cells = cells, Masked = [.. masked ?? []], Formulas = [.. formulas ?? []] };
    }
}
