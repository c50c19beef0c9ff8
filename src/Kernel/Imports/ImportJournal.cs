namespace Karelia.Crm.Kernel.Imports;

/// <summary>One change that an import made to a person, or with OfAccount an organisation, that was there before: what an undo needs. An added row has no column and its whole content as <see cref="After"/>.</summary>
public sealed record ImportChange(Guid ContactId, string Table, string Key, string? Column, string? Before, string? After, bool OfAccount = false);

/// <summary>
/// A table whose changes are journaled: its name, the column that tells its rows apart for one person, the column that names the person, and the SQL types of columns
/// that are no text.
/// </summary>
public sealed record JournaledTable(string Name, string Key, string Person = "contact_id", bool OfAccounts = false)
{
    // A type, and the columns that have it.
    private static readonly Dictionary<string, string> Types = new[]
    {
        "bigint version", "timestamptz updated_at state_at passive_since", "uuid account_id", "date date_of_birth", "int started_year graduated_year", "boolean is_passive",
        "text[] relationships customer_kinds fields forms languages",
    }.Select(line => line.Split(' ')).SelectMany(words => words[1..], (words, column) => (column, words[0])).ToDictionary();

    internal string IsRow => $"t.{Person} = x.contact and t.{Key}::text = x.key";

    /// <summary>A change of a value in this table.</summary>
    public ImportChange Changed(Guid contact, string key, string column, string? before, string? after) => new(contact, Name, key, column, before, after, OfAccounts);

    internal static string TypeOf(string column) => Types.GetValueOrDefault(column, "text");
}

/// <summary>What an import changed of people who were there before it. People whom the import made need no journal: they go as a whole.</summary>
public sealed class ImportJournal
{
    private const string Given = "with x as (select * from unnest($1::uuid[], $2::text[], $3::text[], $4::text[]) as x(contact, key, before, after))";
    private readonly List<ImportChange> changes = [];

    /// <summary>In the order in which they were made.</summary>
    public IReadOnlyList<ImportChange> Changes => changes;

    /// <summary>Writes changed values, one statement a column, and keeps them.</summary>
    public async Task Change(DbSession session, JournaledTable table, IEnumerable<ImportChange> changed, CancellationToken ct)
    {
        foreach (var column in changed.GroupBy(change => change.Column!))
        {
            await Execute(session, $"{Given} update {table.Name} t set {column.Key} = x.after::{JournaledTable.TypeOf(column.Key)} from x where {table.IsRow}", column, ct);
            changes.AddRange(column);
        }
    }

    /// <summary>Rows were added: their content is read back, so that an undo knows whether somebody changed them since.</summary>
    public async Task Added(DbSession session, JournaledTable table, IReadOnlyCollection<(Guid Contact, string Key)> rows, CancellationToken ct)
    {
        if (rows.Count == 0)
            return;
        changes.AddRange(await session.Rows(
            $"select x.contact, x.key, to_jsonb(t)::text from unnest($1::uuid[], $2::text[]) as x(contact, key) join {table.Name} t on {table.IsRow}",
            row => new ImportChange(row.GetGuid(0), table.Name, row.GetString(1), null, null, row.GetString(2), table.OfAccounts),
            ct, rows.Select(row => row.Contact).ToArray(), rows.Select(row => row.Key).ToArray()));
    }

    /// <summary>Takes a table's changes back: added rows go and values return, where they are still what the import wrote. Answers how many were taken back.</summary>
    public static async Task<int> TakeBack(DbSession session, JournaledTable table, IEnumerable<ImportChange> all, CancellationToken ct)
    {
        var done = 0;
        foreach (var changed in all.Where(change => change.Table == table.Name).GroupBy(change => change.Column ?? ""))
        {
            var type = JournaledTable.TypeOf(changed.Key);
            done += await Execute(
                session,
                changed.Key.Length == 0
                    ? $"{Given} delete from {table.Name} t using x where {table.IsRow} and to_jsonb(t) = x.after::jsonb"
                    : $"{Given} update {table.Name} t set {changed.Key} = x.before::{type} from x where {table.IsRow} and t.{changed.Key} is not distinct from x.after::{type}",
                changed, ct);
        }

        return done;
    }

    private static Task<int> Execute(DbSession session, string sql, IEnumerable<ImportChange> changes, CancellationToken ct) => session.Execute(
        sql, ct, changes.Select(c => c.ContactId).ToArray(), changes.Select(c => c.Key).ToArray(), changes.Select(c => c.Before).ToArray(), changes.Select(c => c.After).ToArray());
}
