using System.Globalization;
using System.IO.Compression;
using System.Text.RegularExpressions;
using Karelia.Crm.Accounts;
using Microsoft.Extensions.Configuration;

namespace Karelia.Crm.Consent.Erasure;

/// <summary>A trace of an erased person: where (table and column, or file), of which kind, how often.</summary>
internal sealed record FoundTrace(string Place, string Kind, long Count);

/// <summary>
/// Looks for what an erasure should have taken away, without its list of tables and without knowing the person: every text, JSON and array column that the database itself
/// lists, and the folders of files, are read for whatever looks like an address, a number or a name with a date, and compared by keyed hash. Rows that still hang on the id count too.
/// </summary>
internal sealed partial class Verifier(DbSession session, Tombstones tombstones, IConfiguration settings)
{
    /// <summary>Where the id itself may stand: the empty record, what tells of the erasure, and the log of who did what.</summary>
    private static readonly string[] IdMayStand = ["accounts.contacts", "accounts.merges", "consent.erasure_certificates", "consent.erasure_notices", "kernel.audit_entries", "kernel.audit_values"];

    private readonly Dictionary<string, HashSet<string>> marks = [];
    private readonly Dictionary<(string Place, string Kind), long> found = [];

    /// <param name="contactId">The empty record.</param>
    /// <param name="of">The marks of the person.</param>
    /// <param name="kept">Tables whose rows a law keeps, and their columns that stay as they are.</param>
    /// <param name="ct">Stops it.</param>
    public async Task<IReadOnlyList<FoundTrace>> Look(Guid contactId, IEnumerable<Tombstone> of, IReadOnlyDictionary<string, HashSet<string>> kept, CancellationToken ct)
    {
        foreach (var mark in of)
            (marks.TryGetValue(mark.Kind, out var hashes) ? hashes : marks[mark.Kind] = []).Add(Convert.ToHexString(mark.Hash));
        foreach (var table in (await Columns(ct)).Where(column => kept.GetValueOrDefault(column.Table)?.Contains(column.Name) is not true).GroupBy(column => column.Table))
        {
            var texts = table.Where(column => column.IsText).Select(column => column.Name).ToList();
            if (texts.Count > 0)
                await Texts(table.Key, texts, ct);
            if (!kept.ContainsKey(table.Key))
                await Ids(table.Key, [.. table.Where(column => !column.IsText).Select(column => column.Name)], texts, contactId, ct);
        }

        Files(ct);
        return [.. found.Select(one => new FoundTrace(one.Key.Place, one.Key.Kind, one.Value)).OrderBy(one => one.Place, StringComparer.Ordinal)];
    }

    private async Task<List<(string Table, string Name, bool IsText)>> Columns(CancellationToken ct) => await session.Rows(
        """
        select c.table_schema || '.' || quote_ident(c.table_name), quote_ident(c.column_name), c.udt_name <> 'uuid'
        from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
        where t.table_type = 'BASE TABLE' and c.table_schema not in ('pg_catalog', 'information_schema') and c.table_schema !~ '^pg_'
          and c.udt_name in ('text', 'varchar', 'bpchar', 'json', 'jsonb', '_text', '_varchar', '_jsonb', 'xml', 'citext', 'uuid')
        order by 1, c.ordinal_position
        """,
        row => (row.GetString(0), row.GetString(1), row.GetBoolean(2)), ct);

    private async Task Texts(string table, List<string> columns, CancellationToken ct)
    {
        foreach (var column in columns)
        {
            await using var ask = await session.Sql(
                $"""
                select m[1], count(*) from {Rows(table)} t, regexp_matches(t.{column}::text, $1, 'g') m group by 1
                """,
                ct, marks.ContainsKey(Tombstones.Phone) ? $"({EmailPattern}|{PhonePattern})" : $"({EmailPattern})");
            await using var rows = await ask.ExecuteReaderAsync(ct);
            while (await rows.ReadAsync(ct))
                Compare(rows.GetString(0), $"{table}.{column}", rows.GetInt64(1));
        }

        if (!marks.ContainsKey(Tombstones.Person))
            return;
        // A name with a date, wherever in the row they stand.
        await using var named = await session.Sql($"select concat_ws(' ', {string.Join(", ", columns.Select(column => $"t.{column}::text"))}) from {Rows(table)} t where concat_ws(' ', {string.Join(", ", columns.Select(column => $"t.{column}::text"))}) ~ $1", ct, DatePattern);
        await using var texts = await named.ExecuteReaderAsync(ct);
        while (await texts.ReadAsync(ct))
            CompareNames(texts.GetString(0), table);
    }

    // A letter that waits to leave, such as the answer to the person, is no trace: it forgets its address when it leaves.
    private static string Rows(string table) => table == "kernel.outgoing" ? "(select * from kernel.outgoing where state <> 'queued')" : table;

    private async Task Ids(string table, List<string> ids, List<string> texts, Guid contactId, CancellationToken ct)
    {
        var holdsText = texts.Count == 0 ? "false" : $"concat_ws('', {string.Join(", ", texts.Select(column => $"t.{column}::text"))}) <> ''";
        var condition = table == "accounts.contacts" ? $"t.id = $1 and concat_ws('', t.last_name, t.first_names, t.called_name, t.street, t.search_text) !~ '^ *$'"
            : ids.Count == 0 || IdMayStand.Contains(table) ? null : $"$1 in ({string.Join(", ", ids.Select(column => $"t.{column}"))}) and {holdsText}";
        if (condition is not null && (await session.Rows($"select count(*) from {table} t where {condition}", row => row.GetInt64(0), ct, contactId))[0] is var count and > 0)
            Add(table, "id", count);
    }

    private void Files(CancellationToken ct)
    {
        foreach (var folder in (settings["Erasure:Folders"] ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Where(Directory.Exists))
        {
            foreach (var path in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
            {
                ct.ThrowIfCancellationRequested();
                using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
                foreach (var text in TextsOf(file))
                {
                    foreach (var match in Token().EnumerateMatches(text))
                        Compare(text.Substring(match.Index, match.Length), path, 1);
                    if (marks.ContainsKey(Tombstones.Person))
                        CompareNames(text, path);
                }
            }
        }
    }

    /// <summary>A workbook is a zip of texts.</summary>
    private static IEnumerable<string> TextsOf(FileStream file)
    {
        if (file.ReadByte() == 'P' && file.ReadByte() == 'K')
        {
            file.Position = 0;
            using var zip = new ZipArchive(file, ZipArchiveMode.Read);
            foreach (var entry in zip.Entries)
            {
                using var content = new StreamReader(entry.Open());
                yield return content.ReadToEnd();
            }
        }
        else
        {
            file.Position = 0;
            using var content = new StreamReader(file);
            yield return content.ReadToEnd();
        }
    }

    private void Compare(string token, string place, long count)
    {
        if (token.Contains('@', StringComparison.Ordinal))
            Check(Tombstones.Email, token.TrimEnd('.', '-'), place, count);
        else if (ContactWriting.IsPhone(token))
            Check(Tombstones.Phone, ContactWriting.Phone(token), place, count);
    }

    private void CompareNames(string text, string place)
    {
        var dates = Date().Matches(text).Select(match => DateOnly.TryParseExact(match.Value, ["yyyy-MM-dd", "d.M.yyyy"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : (DateOnly?)null)
            .OfType<DateOnly>().Where(day => day.Year < 2016).Distinct().ToList();
        if (dates.Count == 0)
            return;
        var words = Word().Matches(text).Select(match => match.Value).ToList();
        foreach (var (one, other) in words.Zip(words.Skip(1)).Distinct())
            foreach (var day in dates)
            {
                Check(Tombstones.Person, Tombstones.Named(one, other, day), place, 1);
                Check(Tombstones.Person, Tombstones.Named(other, one, day), place, 1);
            }
    }

    private void Check(string kind, string value, string place, long count)
    {
        if (marks.TryGetValue(kind, out var hashes) && hashes.Contains(Convert.ToHexString(tombstones.Hash(kind, value))))
            Add(place, kind, count);
    }

    private void Add(string place, string kind, long count) => found[(place, kind)] = found.GetValueOrDefault((place, kind)) + count;

    private const string EmailPattern = "[[:alnum:]._%+-]+@[[:alnum:].-]+";
    private const string PhonePattern = "[+]?[0-9](?:[ ().-]{0,2}[0-9]){5,14}";
    private const string DatePattern = @"(19[0-9]{2}|200[0-9]|201[0-5])-[0-9]{2}-[0-9]{2}|[0-9]{1,2}[.][0-9]{1,2}[.](19[0-9]{2}|200[0-9]|201[0-5])";

    [GeneratedRegex(@"[\w.%+-]+@[\w.-]+|[+]?[0-9](?:[ ().-]{0,2}[0-9]){5,14}")]
    private static partial Regex Token();

    [GeneratedRegex(@"\d{4}-\d{2}-\d{2}|\d{1,2}\.\d{1,2}\.\d{4}")]
    private static partial Regex Date();

    [GeneratedRegex(@"[\p{L}\p{N}'-]{2,}")]
    private static partial Regex Word();
}
