using System.Security.Cryptography;
using System.Text;
using Karelia.Crm.Kernel.Imports;
using Karelia.Crm.Spreadsheets;

namespace Karelia.Crm.Imports.Imports;

/// <summary>A file that is being uploaded: its headings, and its lines as they are staged, identity codes masked wherever they stand.</summary>
internal sealed class SheetLines : IDisposable
{
    private readonly SheetReader reader;
    private ImportLine? held;

    private SheetLines(SheetReader reader) => this.reader = reader;

    /// <summary>The headings of the likeliest reading, one header row or two.</summary>
    public string[] Headings { get; private set; } = [];

    public RecognisedForm Recognised { get; private set; } = new(null, [], false);

    /// <summary>The last line that was read.</summary>
    public int LastRow { get; private set; }

    public static async Task<SheetLines> Open(Stream file, string fileName, IImportKind kind, CancellationToken ct)
    {
        var lines = new SheetLines(Workbook.Open(file, fileName));
        try
        {
            await lines.ReadHeadings(kind, ct);
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
        if (held is not null)
            lines.Add(held);
        held = null;
        while (lines.Count < most && reader.Read())
        {
            if (Line() is { } line)
                lines.Add(line);
        }

        return lines;
    }

    public void Dispose() => reader.Dispose();

    private async Task ReadHeadings(IImportKind kind, CancellationToken ct)
    {
        reader.Read();
        var first = Texts();
        Headings = Mask(Spreadsheets.Headings.Of(first));
        Recognised = await kind.Recognise(Headings, ct);
        if (!reader.Read())
            return;
        var second = Texts();
        if (Spreadsheets.Headings.MayBeTwo(first, second))
        {
            var joined = Mask(Spreadsheets.Headings.Of(first, second));
            var both = await kind.Recognise(joined, ct);
            if (both.Columns.Count(column => column.Field is not null) > Recognised.Columns.Count(column => column.Field is not null))
            {
                (Headings, Recognised) = (joined, both);
                return;
            }
        }

        held = Line();
    }

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
            var clean = CellText.Clean(cell.Text, out var repairs);
            isEmpty &= clean.Length == 0;
            cells[i] = repairs.HasFlag(Repairs.Invisible) || cell.Text.AsSpan().IndexOfAnyInRange('\uD800', '\uDFFF') >= 0 ? Storable(cell.Text) : cell.Text;
            if (IdentityCode.Masked(clean) is { } without)
            {
                cells[i] = without;
                (masked ??= []).Add(i);
            }
        }

        return isEmpty && formulas is null ? null : new() { Row = reader.Line, Cells = cells, Masked = [.. masked ?? []], Formulas = [.. formulas ?? []] };
    }

    // PostgreSQL has no place for NUL and lone surrogates.
    private static string Storable(string text)
    {
        var storable = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value != 0)
                storable.Append(rune.ToString());
        }

        return storable.ToString();
    }
}
