using System.Globalization;
using Karelia.Crm.Kernel.Audit;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Karelia.Crm.Administration.Audit;

/// <summary>
/// Makes tampering visible, without a chain that writers wait for: every second the rows of transactions that are over for all get a seal, which hashes them
/// and the seal before. A row that is changed, added or taken away afterwards breaks its seal; a chain made anew differs from the copy outside the database.
/// </summary>
internal sealed class Seals(NpgsqlDataSource source, IEnumerable<Evidence> tables, IConfiguration settings, TimeProvider clock, ILogger<Seals> log) : BackgroundService
{
    private const long Lock = 0x53_65_61_6C_73;
    private readonly TimeSpan every = settings.GetValue("Seals:Every", TimeSpan.FromSeconds(1));
    private readonly string? copy = settings["Seals:Copy"];
    private DateTimeOffset nextRound;

    /// <summary>Seals what can be sealed now.</summary>
    public async Task Seal(CancellationToken ct)
    {
        await using var connection = await source.OpenConnectionAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        await using var only = new NpgsqlCommand($"set local timezone = 'UTC'; select pg_try_advisory_xact_lock({Lock})", connection);
        if (await only.ExecuteScalarAsync(ct) is not true)
            return;
        foreach (var table in tables)
        {
            await using var seal = new NpgsqlCommand($"""
                insert into kernel.seals (table_name, number, from_tx, to_tx, row_count, digest, previous, hash, at, row_digests)
                select $1, n, from_tx, to_tx, row_count, digest, previous, kernel.seal_hash($1, n, from_tx, to_tx, row_count, digest, previous), now(), row_digests
                from (select coalesce(l.number, 0) + 1 as n, coalesce(l.to_tx, '0'::xid8) as from_tx, pg_snapshot_xmin(pg_current_snapshot()) as to_tx, coalesce(l.hash, ''::bytea) as previous
                      from (values (1)) one left join lateral (select number, to_tx, hash from kernel.seals where table_name = $1 order by number desc limit 1) l on true) s
                cross join lateral ({Digest(table)}) d
                where d.row_count > 0
                """, connection);
            seal.Parameters.Add(new() { Value = table.Table });
            await seal.ExecuteNonQueryAsync(ct);
        }

        await transaction.CommitAsync(ct);
    }

    /// <summary>What does not hold, in words; nothing when all does.</summary>
    public async Task<List<string>> Verify(CancellationToken ct) => [.. (await Faults(ct)).Select(fault => fault.ToString())];

    /// <summary>The first seal of each table that does not hold, with the rows that it was broken by.</summary>
    public Task<List<SealFault>> Faults(CancellationToken ct) => new SealCheck(source, tables, copy).Faults(ct);

    /// <summary>Adds the newest seals to the file outside the database.</summary>
    public async Task CopyOut(CancellationToken ct)
    {
        if (copy is null)
            return;
        await using var newest = source.CreateCommand("select distinct on (table_name) concat_ws(' ', table_name, number, encode(hash, 'hex')) from kernel.seals order by table_name, number desc");
        await using var rows = await newest.ExecuteReaderAsync(ct);
        while (await rows.ReadAsync(ct))
            await File.AppendAllTextAsync(copy, $"{clock.GetUtcNow().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture)} {rows.GetString(0)}\n", ct);
    }

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (every <= TimeSpan.Zero)
            return;
        using var timer = new PeriodicTimer(every, clock);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
                await Round(stoppingToken);
        }
        catch (OperationCanceledException)
        {
            // The host stops.
        }
    }

    private async Task Round(CancellationToken ct)
    {
        try
        {
            await Seal(ct);
            if (clock.GetUtcNow() < nextRound)
                return;
            await using var forget = source.CreateCommand("delete from kernel.idempotency_keys where at < now() - interval '24 hours'");
            await forget.ExecuteNonQueryAsync(ct);
            nextRound = clock.GetUtcNow().AddHours(1);
            if (copy is null || File.GetLastWriteTimeUtc(copy) > clock.GetUtcNow().AddDays(-1))
                return;
            await CopyOut(ct);
            foreach (var fault in await Verify(ct))
                log.LogCritical("Evidence was changed: {Fault}", fault);
        }
        catch (Exception e) when (e is NpgsqlException or TimeoutException or IOException or UnauthorizedAccessException)
        {
            log.LogWarning("Sealing waits: {Error}", e.GetType().Name);
        }
    }

    /// <summary>SQL of the rows that a seal s covers: how many, their digests in order, and the digest of those.</summary>
    internal static string Digest(Evidence table) => $"""
        select count(*) as row_count, sha256(coalesce(string_agg(row_digest, ''::bytea order by row_digest), ''::bytea)) as digest,
               coalesce(string_agg(row_digest, ''::bytea order by row_digest), ''::bytea) as row_digests
        from (select {Digest(table.Columns)} as row_digest from {table.Table} t where t.tx >= s.from_tx and t.tx < s.to_tx
              union all select e.digest from kernel.erased_evidence e where e.table_name = '{table.Table}' and e.tx >= s.from_tx and e.tx < s.to_tx) r
        """;

    internal static string Digest(string columns) => $"sha256(convert_to(jsonb_build_array(t.tx::text, {columns})::text, 'UTF8'))";
}
