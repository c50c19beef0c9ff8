using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Karelia.Crm.Kernel.Imports;
using Npgsql;
using NpgsqlTypes;

namespace Karelia.Crm.Imports.Imports;

/// <summary>The waiting lines of sheets and what was written of them, in bulk.</summary>
internal sealed class Staging(DbSession session)
{
    /// <summary>Lines that travel together: bounded memory, few statements.</summary>
    public const int Chunk = 2000;

    /// <summary>Lines that a commit writes.</summary>
    public const string ToWrite =
        "decision is distinct from 'skip' and (outcome in ('new', 'matched', 'changed') or (outcome = 'suspicious' and decision in ('accept', 'merge')))";

    public Task Add(Guid importId, IReadOnlyList<ImportLine> lines, bool isJudged, CancellationToken ct) => session.Copy<ImportLine>(
        "imports.rows",
        [
            new("import_id", NpgsqlDbType.Uuid, _ => importId), new("row", NpgsqlDbType.Integer, l => l.Row), new("cells", NpgsqlDbType.Array | NpgsqlDbType.Text, l => l.Cells),
            new("masked", NpgsqlDbType.Array | NpgsqlDbType.Integer, l => l.Masked), new("formulas", NpgsqlDbType.Array | NpgsqlDbType.Integer, l => l.Formulas),
            new("outcome", NpgsqlDbType.Text, l => isJudged ? l.Outcome() : null), new("reasons", NpgsqlDbType.Jsonb, l => Json(l.Reasons)), new("notes", NpgsqlDbType.Jsonb, l => Json(l.Notes)),
            new("contact_id", NpgsqlDbType.Uuid, l => l.ContactId), new("account_id", NpgsqlDbType.Uuid, l => l.AccountId), new("candidates", NpgsqlDbType.Array | NpgsqlDbType.Uuid, l => l.Candidates), new("decision", NpgsqlDbType.Text, l => l.Decision),
        ],
        lines, ct);

    /// <summary>The next lines after one, in the sheet's order.</summary>
    public Task<List<ImportLine>> Next(Guid importId, int after, string which, CancellationToken ct) => session.Rows(
        $"select row, cells, masked, formulas, decision, contact_id, account_id from imports.rows where import_id = $1 and row > $2 and {which} order by row limit {Chunk}", Read, ct, importId, after);

    /// <summary>Takes the place of the same lines, once they were judged anew.</summary>
    public async Task Replace(Guid importId, IReadOnlyList<ImportLine> lines, CancellationToken ct)
    {
        await session.Execute("delete from imports.rows where import_id = $1 and row = any($2)", ct, importId, lines.Select(line => line.Row).ToArray());
        await Add(importId, lines, isJudged: true, ct);
    }

    /// <summary>What was written, and what an undo needs.</summary>
    public async Task AddWritten(Guid importId, IReadOnlyList<ImportLine> lines, IReadOnlyList<ImportChange> changes, long sequence, CancellationToken ct)
    {
        await session.Copy<ImportLine>(
            "imports.written_rows",
            [
                new("import_id", NpgsqlDbType.Uuid, _ => importId), new("row", NpgsqlDbType.Integer, l => l.Row), new("contact_id", NpgsqlDbType.Uuid, l => l.ContactId),
                new("act", NpgsqlDbType.Text, l => l.Base), new("likeness", NpgsqlDbType.Bytea, l => Likeness(l)),
                new("account_id", NpgsqlDbType.Uuid, l => l.AccountId), new("account_act", NpgsqlDbType.Text, l => l.AccountBase),
            ],
            lines, ct);
        await session.Copy<ImportChange>(
            "imports.changes",
            [
                new("import_id", NpgsqlDbType.Uuid, _ => importId), new("sequence", NpgsqlDbType.Bigint, _ => sequence++), new("contact_id", NpgsqlDbType.Uuid, c => c.OfAccount ? null : c.ContactId), new("account_id", NpgsqlDbType.Uuid, c => c.OfAccount ? c.ContactId : null),
                new("\"table\"", NpgsqlDbType.Text, c => c.Table), new("key", NpgsqlDbType.Text, c => c.Key), new("\"column\"", NpgsqlDbType.Text, c => c.Column),
                new("before", NpgsqlDbType.Text, c => c.Before), new("after", NpgsqlDbType.Text, c => c.After),
            ],
            changes, ct);
    }

    /// <summary>Those of the lines without identity that an import wrote before, with the person.</summary>
    public async Task<Dictionary<string, Guid>> WrittenBefore(IEnumerable<ImportLine> lines, CancellationToken ct)
    {
        var wanted = lines.Where(line => line.Likeness is not null).DistinctBy(line => line.Likeness).ToDictionary(line => Convert.ToHexString(Likeness(line)!), line => line.Likeness!);
        return wanted.Count == 0 ? [] : (await session.Rows(
            """
            select distinct on (w.likeness) w.likeness, w.contact_id from imports.written_rows w join imports.imports i on i.id = w.import_id
            where w.likeness = any($1) and i.state = 'committed' order by w.likeness, i.committed_at
            """,
            row => (Hash: Convert.ToHexString(row.GetFieldValue<byte[]>(0)), Contact: row.GetGuid(1)), ct, (object)wanted.Keys.Select(Convert.FromHexString).ToArray()))
            .ToDictionary(found => wanted[found.Hash], found => found.Contact);
    }

    private static byte[]? Likeness(ImportLine line) => line.Likeness is null ? null : SHA256.HashData(Encoding.UTF8.GetBytes(line.Likeness));

    private static string Json(List<ImportReason> reasons) => reasons.Count == 0 ? "[]" : JsonSerializer.Serialize(reasons, JsonSerializerOptions.Web);

    private static ImportLine Read(NpgsqlDataReader row) => new()
    {
        Row = row.GetInt32(0),
        Cells = row.GetFieldValue<string?[]>(1),
        Masked = row.GetFieldValue<int[]>(2),
        Formulas = row.GetFieldValue<int[]>(3),
        Decision = row.IsDBNull(4) ? null : row.GetString(4),
        ContactId = row.IsDBNull(5) ? null : row.GetGuid(5),
        AccountId = row.IsDBNull(6) ? null : row.GetGuid(6),
    };
}
