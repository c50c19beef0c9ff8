using System.Globalization;
using Karelia.Crm.Kernel.Audit;
using Karelia.Crm.Kernel.Imports;

namespace Karelia.Crm.Imports.Imports;

/// <summary>A person corrects cells of a line before the commit: the line is judged anew, and with it every line about the same person, as it was and as it is now.</summary>
internal sealed class Correction(Staging staging, Preview preview, Kinds kinds, AuditLog audit, TimeProvider clock)
{
    /// <summary>Cells by their place from 0, or by a heading that stands once. What was decided of the line no longer holds.</summary>
    public async Task Make(Import import, int row, IReadOnlyDictionary<string, string?> cells, CancellationToken ct)
    {
        var line = await staging.Find(import.Id, row, ct) ?? throw Refusal.Unknown();
        var (corrected, columns) = Corrected(line, import.Headings, cells);
        if (columns.Any(column => import.Columns[column].Field?.StartsWith("consent.", StringComparison.Ordinal) is true))
            throw Refusal.Field("/cells", "A consent is what the person said, in the file that proves it; it is not corrected. Record one that was given otherwise at the person.");
        var (kind, sheet) = (kinds.Of(import.Kind), import.Sheet(clock.GetUtcNow()));
        await staging.Correct(import.Id, corrected, ct);
        await kind.Read(sheet, [corrected], ct);
        var lines = await staging.Like(import.Id, corrected, ct);
        await preview.Judge(kind, sheet, lines, ct);
        await staging.Judged(import.Id, lines, ct);
        import.Tally = await staging.Count(import.Id, ct);
        // Which cells, not what they say: the line may be about somebody whom the register does not know yet, and whose erasure would not find it in the log.
        await audit.Bulk(
            nameof(DecideRow), "modified", nameof(StagedRow), import.Id, [.. lines.Where(judged => judged.Row == row).Select(judged => judged.ContactId).OfType<Guid>()], ct,
            $"{row}: {string.Join(", ", columns.Select(column => import.Headings[column]))}");
    }

    private static (ImportLine Line, IReadOnlyList<int> Columns) Corrected(ImportLine line, string[] headings, IReadOnlyDictionary<string, string?> cells)
    {
        var texts = line.Cells.Concat(Enumerable.Repeat<string?>(null, Math.Max(0, headings.Length - line.Cells.Length))).ToArray();
        var (masked, formulas) = (line.Masked.ToHashSet(), line.Formulas.ToHashSet());
        var columns = cells.Select(cell => (Column: ColumnOf(cell.Key, headings), cell.Value)).ToList();
        if (columns.DistinctBy(cell => cell.Column).Count() < columns.Count)
            throw Refusal.Field("/cells", "A cell is corrected once.");
        foreach (var (column, value) in columns.Where(cell => (cell.Value ?? "") != (texts[cell.Column] ?? "")))
        {
            var text = StagedText.Of(value ?? "", out var isMasked, out var says);
            texts[column] = says ? text : null;
            formulas.Remove(column);
            // A code that is masked already stands there for as long as its mask does.
            if (isMasked || (masked.Contains(column) && text.Contains(Spreadsheets.IdentityCode.Mask, StringComparison.Ordinal)))
                masked.Add(column);
            else
                masked.Remove(column);
        }

        return (new() { Row = line.Row, Cells = texts, Masked = [.. masked.Order()], Formulas = [.. formulas.Order()] }, [.. columns.Select(cell => cell.Column).Order()]);
    }

    private static int ColumnOf(string key, string[] headings)
    {
        if (int.TryParse(key, NumberStyles.None, CultureInfo.InvariantCulture, out var place) && place < headings.Length)
            return place;
        var named = Enumerable.Range(0, headings.Length).Where(column => headings[column] == key).Take(2).ToList();
        return named is [var only] ? only : throw Refusal.Field($"/cells/{key.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal)}", "The sheet has no such column, or several: name it by its place, from 0.");
    }
}
