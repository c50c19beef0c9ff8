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

    private const string Columns = "row, cells, masked, formulas, decision, contact_id, account_id";

    /// <summary>Lines that a commit writes.</summary>
    public const string ToWrite =
        "decision is distinct from 'skip' and (outcome in ('new', 'matched', 'changed') or (outcome = 'suspicious' and decision in ('accept', 'merge')))";

    public Task Add(Guid importId, IReadOnlyList<ImportLine> lines, bool isJudged, CancellationToken ct) => session.Copy<ImportLine>(
        "imports.rows",
        [
            new("import_id", NpgsqlDbType.Uuid, _ => importId), new("row", NpgsqlDbType.Integer, l => l.Row), new("cells", NpgsqlDbType.Array | NpgsqlDbType.Text, l => l.Cells),
            new("masked", NpgsqlDbType.Array | NpgsqlDbType.Integer, l => l.Masked), new("formulas", NpgsqlDbType.Array | NpgsqlDbType.Integer, l => l.Formulas),
            new("outcome", NpgsqlDbType.Text, l => isJudged ? l.Outcome() : null), new("reasons", NpgsqlDbType.Jsonb, l => Json(l.Reasons)), new("notes", NpgsqlDbType.Jsonb, l => Json(l.Notes)),
            new("contact_id", NpgsqlDbType.Uuid, l => l.ContactId), new("account_id", NpgsqlDbType.Uuid, l => l.AccountId), new("candidates", NpgsqlDbType.Array | NpgsqlDbType.Uuid, l => l.Candidates), new("decision", NpgsqlDbType.Text, l => l.Decision), new("identity", NpgsqlDbType.Bytea, l => Hash(l.Identity)),
        ],
        lines, ct);

    /// <summary>The next lines after one, in the sheet's order.</summary>
    public Task<List<ImportLine>> Next(Guid importId, int after, string which, CancellationToken ct) => session.Rows(
        $"select {Columns} from imports.rows where import_id = $1 and row > $2 and {which} order by row limit {Chunk}", Read, ct, importId, after);

    /// <summary>What lines came to when they were judged anew.</summary>
    public Task Judged(Guid importId, IReadOnlyList<ImportLine> lines, CancellationToken ct) => session.Execute(
        """
        update imports.rows r set outcome = x.outcome, reasons = x.reasons::jsonb, notes = x.notes::jsonb, contact_id = x.contact, account_id = x.account, candidates = x.candidates::uuid[],
            decision = x.decision, identity = x.identity
        from unnest($2::int[], $3::text[], $4::text[], $5::text[], $6::uuid[], $7::uuid[], $8::text[], $9::text[], $10::bytea[])
            as x(row, outcome, reasons, notes, contact, account, candidates, decision, identity)
        where r.import_id = $1 and r.row = x.row
        """,
        ct, importId, lines.Select(l => l.Row).ToArray(), lines.Select(l => l.Outcome()).ToArray(), lines.Select(l => Json(l.Reasons)).ToArray(), lines.Select(l => Json(l.Notes)).ToArray(),
        lines.Select(l => l.ContactId).ToArray(), lines.Select(l => l.AccountId).ToArray(), lines.Select(l => $"{{{string.Join(',', l.Candidates)}}}").ToArray(),
        lines.Select(l => l.Decision).ToArray(), lines.Select(l => Hash(l.Identity)).ToArray());

    /// <summary>Puts corrected cells in the place of a line's own, which are kept beside them.</summary>
    public Task Correct(Guid importId, ImportLine line, CancellationToken ct) => session.Execute(
        "update imports.rows set original = coalesce(original, cells), cells = $3, masked = $4, formulas = $5, decision = null where import_id = $1 and row = $2",
        ct, importId, line.Row, line.Cells, line.Masked, line.Formulas);

    /// <summary>A line, those about the same person when it was judged, and those about whom it is about by now; in the sheet's order.</summary>
    public Task<List<ImportLine>> Like(Guid importId, ImportLine line, CancellationToken ct) => session.Rows(
        $"""
        select {Columns} from imports.rows
        where import_id = $1 and (row = $2 or identity = $3 or identity = (select o.identity from imports.rows o where o.import_id = $1 and o.row = $2)) order by row
        """,
        Read, ct, importId, line.Row, DbSession.Parameter(Hash(line.Identity), NpgsqlDbType.Bytea));

    /// <summary>One line.</summary>
    public async Task<ImportLine?> Find(Guid importId, int row, CancellationToken ct) =>
        (await session.Rows($"select {Columns} from imports.rows where import_id = $1 and row = $2", Read, ct, importId, row)).SingleOrDefault();

    /// <summary>Judged lines by outcome.</summary>
    public async Task<ImportCounts> Count(Guid importId, CancellationToken ct)
    {
        var by = (await session.Rows("select outcome, count(*)::int from imports.rows where import_id = $1 group by outcome", row => (row.GetString(0), row.GetInt32(1)), ct, importId))
            .ToDictionary(counted => counted.Item1, counted => counted.Item2);
        return new(by.Values.Sum(), Of(Outcomes.New), Of(Outcomes.Matched), Of(Outcomes.Changed), Of(Outcomes.Suspicious), Of(Outcomes.Invalid));

        int Of(string outcome) => by.GetValueOrDefault(outcome);
    }

    /// <summary>What was written, and what an undo needs.</summary>
    public async Task AddWritten(Guid importId, IReadOnlyList<ImportLine> lines, IReadOnlyList<ImportChange> changes, long sequence, CancellationToken ct)
    {
        await session.Copy<ImportLine>(
            "imports.written_rows",
            [
                new("import_id", NpgsqlDbType.Uuid, _ => importId), new("row", NpgsqlDbType.Integer, l => l.Row), new("contact_id", NpgsqlDbType.Uuid, l => l.ContactId),
                new("act", NpgsqlDbType.Text, l => l.Base), new("likeness", NpgsqlDbType.Bytea, l => Hash(l.Likeness)),
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
        var wanted = lines.Where(line => line.Likeness is not null).DistinctBy(line => line.Likeness).ToDictionary(line => Convert.ToHexString(Hash(line.Likeness)!), line => line.Likeness!);
        return wanted.Count == 0 ? [] : (await session.Rows(
            """
            select distinct on (w.likeness) w.likeness, w.contact_id from imports.written_rows w join imports.imports i on i.id = w.import_id
            where w.likeness = any($1) and i.state = 'committed' order by w.likeness, i.committed_at
            """,
            row => (Hash: Convert.ToHexString(row.GetFieldValue<byte[]>(0)), Contact: row.GetGuid(1)), ct, (object)wanted.Keys.Select(Convert.FromHexString).ToArray()))
            .ToDictionary(found => wanted[found.Hash], found => found.Contact);
    }

    private static byte[]? Hash(string? text) => text is null ? null : SHA256.HashData(Encoding.UTF8.GetBytes(text));

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
