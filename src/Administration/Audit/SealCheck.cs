using System.Globalization;
using Karelia.Crm.Kernel.Audit;
using Npgsql;

namespace Karelia.Crm.Administration.Audit;

/// <summary>Evidence that is not as it was sealed: the table, the seal, and the rows by their keys; no seal when something else is wrong.</summary>
internal sealed record SealFault(string Table, long? Seal, IReadOnlyList<string> Rows, string What)
{
    public override string ToString() => $"{Table}{(Seal is { } number ? $": seal {number}" : "")}{(Rows.Count > 0 ? $", row {string.Join(", row ", Rows)}" : "")}: {What}";
}

/// <summary>Reads all evidence again and compares it with the seals.</summary>
internal sealed class SealCheck(NpgsqlDataSource source, IEnumerable<Evidence> tables, string? copy)
{
    /// <summary>Seals whose entries the log's own retention took away: their rows must be gone, and the chain must hold.</summary>
    private const string Pruned = "coalesce((select max(p.number) from kernel.pruned_evidence p where p.table_name = s.table_name), 0)";

    public async Task<List<SealFault>> Faults(CancellationToken ct)
    {
        var faults = new List<SealFault>();
        await using var connection = await source.OpenConnectionAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(System.Data.IsolationLevel.RepeatableRead, ct);
        await using (var utc = new NpgsqlCommand("set local timezone = 'UTC'", connection))
            await utc.ExecuteNonQueryAsync(ct);
        foreach (var table in tables)
        {
            var bad = await Texts(connection, $"""
                select min(number)::text from (
                    select s.*, d.row_count as found, d.digest as found_digest, row_number() over chain as place, lag(s.hash) over chain as before, lag(s.to_tx) over chain as before_tx, {Pruned} as pruned
                    from kernel.seals s cross join lateral ({Seals.Digest(table)}) d where s.table_name = '{table.Table}' window chain as (order by s.number)) s
                where number <> place or previous <> coalesce(before, ''::bytea) or from_tx <> coalesce(before_tx, '0'::xid8)
                   or (number > pruned and (row_count <> found or digest <> found_digest)) or (number <= pruned and found > 0)
                   or hash <> kernel.seal_hash(table_name, number, from_tx, to_tx, row_count, digest, previous)
                """, ct);
            if (bad is [var text])
            {
                var rows = await Rows(connection, table, text, ct);
                faults.Add(new(table.Table, long.Parse(text, CultureInfo.InvariantCulture), rows, rows.Count > 0 ? "changed or added after it was sealed" : "a sealed row or the seal itself is not as it was"));
            }
        }

        var values = await Texts(connection, """
            select v.entry_id::text from kernel.audit_values v join kernel.audit_entries e on e.id = v.entry_id
            where e.value_hash is distinct from sha256(v.salt || convert_to(v.payload::text, 'UTF8')) order by v.entry_id limit 20
            """, ct);
        if (values.Count > 0)
            faults.Add(new("kernel.audit_values", null, values, "old and new values are not as they were logged"));
        foreach (var name in await Texts(connection, $"""
            select distinct e.table_name from kernel.erased_evidence e
            where not exists (select from kernel.audit_entries a where a.tx = e.act_tx and a.kind = 'erase')
              and e.act_tx >= coalesce((select max(s.to_tx) from kernel.seals s where s.table_name = 'kernel.audit_entries' and s.number <= {Pruned}), '0'::xid8)
            """, ct))
            faults.Add(new(name, null, [], "rows are gone without an erasure"));
        foreach (var line in copy is not null && File.Exists(copy) ? await File.ReadAllLinesAsync(copy, ct) : [])
        {
            await using var known = new NpgsqlCommand("select count(*) from kernel.seals where concat_ws(' ', table_name, number, encode(hash, 'hex')) = $1", connection);
            known.Parameters.Add(new() { Value = line[(line.IndexOf(' ', StringComparison.Ordinal) + 1)..] });
            if (await known.ExecuteScalarAsync(ct) is 0L)
                faults.Add(new("not in the database", null, [], line));
        }

        return faults;
    }

    /// <summary>The rows that lie in a seal's span and were not sealed there, by key.</summary>
    private static Task<List<string>> Rows(NpgsqlConnection connection, Evidence table, string seal, CancellationToken ct) => Texts(connection, $"""
        select r.key from kernel.seals s cross join lateral (
            select array_to_string(array(select to_jsonb(t) ->> a.attname from pg_index i cross join lateral unnest(i.indkey) with ordinality k(number, place)
                                         join pg_attribute a on a.attrelid = i.indrelid and a.attnum = k.number where i.indrelid = '{table.Table}'::regclass and i.indisprimary order by k.place), '/') as key,
                   {Seals.Digest(table.Columns)} as row_digest
            from {table.Table} t where t.tx >= s.from_tx and t.tx < s.to_tx) r
        where s.table_name = '{table.Table}' and s.number = {seal} and s.row_digests is not null
          and not exists (select from generate_series(0, s.row_count - 1) n where substring(s.row_digests from (n * 32 + 1)::int for 32) = r.row_digest)
        limit 20
        """, ct);

    private static async Task<List<string>> Texts(NpgsqlConnection connection, string sql, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        await using var rows = await command.ExecuteReaderAsync(ct);
        var texts = new List<string>();
        while (await rows.ReadAsync(ct))
            if (!rows.IsDBNull(0))
                texts.Add(rows.GetString(0));
        return texts;
    }
}
