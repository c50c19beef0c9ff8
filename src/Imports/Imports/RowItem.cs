using System.Text.Json;
using System.Text.Json.Serialization;
using Karelia.Crm.Kernel.Imports;

namespace Karelia.Crm.Imports.Imports;

/// <summary>A line of the preview, or of what was written: what its cells say, and once any was corrected what they said at first.</summary>
internal sealed record RowItem(
    int Row,
    string? Outcome,
    IReadOnlyList<ImportReason> Reasons,
    IReadOnlyList<ImportReason> Notes,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] Guid? ContactId,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] Guid? AccountId,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<Candidate>? Candidates,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Decision,
    RowPerson Person,
    IReadOnlyDictionary<string, string> Values,
    IReadOnlyList<string> Cells,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<string>? Original) : IShowsPeople
{
    public IEnumerable<Guid> ShownPeople() => (Candidates ?? []).Select(candidate => candidate.ContactId).OfType<Guid>().Concat(ContactId is { } id ? [id] : []);
}

/// <summary>A person or an organisation in the register that the line may be about.</summary>
internal sealed record Candidate(
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] Guid? ContactId, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] Guid? AccountId, string Name);

/// <summary>Whom the line is about, as it says.</summary>
internal sealed record RowPerson(string? LastName, string? FirstNames, string? Email);

/// <summary>Shows staged lines: their values are read from the cells anew, and kept nowhere else.</summary>
internal sealed class RowItems(DbSession session, Kinds kinds, CurrentUser user, TimeProvider clock)
{
    public const string Columns = "r.row, r.cells, r.masked, r.formulas, r.outcome, r.reasons::text, r.notes::text, coalesce(w.contact_id, r.contact_id), r.candidates, r.decision, coalesce(w.account_id, r.account_id), r.original";
    public const string From = "imports.rows r left join imports.written_rows w on w.import_id = r.import_id and w.row = r.row";

    public async Task<List<RowItem>> Show(Import import, string where, CancellationToken ct, params object?[] parameters)
    {
        var staged = await session.Rows(
            $"select {Columns} from {From} where r.import_id = $1 and {where}",
            row => (
                Line: new ImportLine { Row = row.GetInt32(0), Cells = row.GetFieldValue<string?[]>(1), Masked = row.GetFieldValue<int[]>(2), Formulas = row.GetFieldValue<int[]>(3) },
                Outcome: row.IsDBNull(4) ? null : row.GetString(4), Reasons: row.GetString(5), Notes: row.GetString(6), Contact: row.IsDBNull(7) ? (Guid?)null : row.GetGuid(7),
                Candidates: row.GetFieldValue<Guid[]>(8), Decision: row.IsDBNull(9) ? null : row.GetString(9), Account: row.IsDBNull(10) ? (Guid?)null : row.GetGuid(10),
                Original: row.IsDBNull(11) ? null : row.GetFieldValue<string?[]>(11)),
            ct, [import.Id, .. parameters]);
        var kind = kinds.Of(import.Kind);
        await kind.Read(import.Sheet(clock.GetUtcNow()), [.. staged.Select(row => row.Line)], ct);
        var people = staged.SelectMany(row => row.Candidates).Distinct().ToArray();
        var names = people.Length == 0 ? new Dictionary<Guid, string>() : await kind.Names(people, ct);
        var ofAccounts = kind.IsAboutAccounts(import.Form);
        // Answers are shown without who gave them.
        var hidden = kind.ForgetsLines(import.Form) ? import.Columns.Where(column => column.Field is not null).Select(column => column.Column.Index).ToHashSet() : [];
        return [.. staged.Select(row =>
        {
            var values = row.Line.Values();
            return new RowItem(
                row.Line.Row, row.Outcome, [.. Parse(row.Reasons).Select(ForUser)], Parse(row.Notes), row.Contact, row.Account,
                row.Candidates.Length == 0 ? null : [.. row.Candidates.Where(names.ContainsKey).Select(id => ofAccounts ? new Candidate(null, id, names[id]) : new(id, null, names[id]))], row.Decision,
                new(values.GetValueOrDefault("lastName"), values.GetValueOrDefault("firstNames"), values.GetValueOrDefault("email")), values,
                Shown(row.Line.Cells), row.Original is null ? null : Shown(row.Original));
        })];

        List<string> Shown(string?[] cells) => [.. cells.Select((cell, column) => hidden.Contains(column) ? "" : cell ?? "")];
    }

    // Who is restricted is known to the data protection officer alone.
    private ImportReason ForUser(ImportReason reason) => (reason.Code, user.Is(Role.DataProtectionOfficer)) switch
    {
        ("restricted" or "previously-erased", false) => new(null, "held-for-officer", "The line waits for the data protection officer."),
        ("held-for-officer", true) => new(null, "restricted", "The processing of this person's data is restricted."),
        _ => reason,
    };

    private static List<ImportReason> Parse(string json) => JsonSerializer.Deserialize<List<ImportReason>>(json, JsonSerializerOptions.Web)!;
}
