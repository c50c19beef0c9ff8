using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Karelia.Crm.Imports.Imports;

/// <summary>
/// Staged lines and journals go 30 days after the commit or the undo, or after an upload that nobody finished. What a module keeps for a shorter time goes when it does there.
/// </summary>
internal sealed class StagingPurge(NpgsqlDataSource source, TimeProvider clock)
{
    public static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    public async Task Run(CancellationToken ct)
    {
        foreach (var table in (string[])["rows", "changes"])
        {
            await using var purge = source.CreateCommand(
                $"delete from imports.{table} t using imports.imports i where i.id = t.import_id and coalesce(i.undone_at, i.committed_at, i.created_at) < $1");
            purge.Parameters.Add(new() { Value = clock.GetUtcNow() - Kept });
            await purge.ExecuteNonQueryAsync(ct);
        }

        foreach (var secrets in await Secrets(ct))
        {
            foreach (var sql in (string[])
            [
                $"""
                update imports.rows r set cells = imports.without(r.cells, s.places), original = imports.without(r.original, s.places)
                from (select i.id, array_agg((m -> 'column' ->> 'index')::int) as places
                      from imports.imports i join {secrets} s on s.event_id = i.event_id and s.kept_until < $1 cross join jsonb_array_elements(i.mapping) m
                      where m ->> 'field' = s.field group by i.id) s
                where r.import_id = s.id and exists (select from unnest(s.places) p where r.cells[p + 1] is not null or r.original[p + 1] is not null)
                """,
                $"delete from imports.changes c using imports.imports i join {secrets} s on s.event_id = i.event_id and s.kept_until < $1 where i.id = c.import_id and c.\"table\" = s.table_name",
            ])
            {
                await using var forget = source.CreateCommand(sql);
                forget.Parameters.Add(new() { Value = clock.GetUtcNow() });
                await forget.ExecuteNonQueryAsync(ct);
            }
        }
    }

    /// <summary>Views <c>import_secret</c>: what imports hold only until then.</summary>
    private async Task<List<string>> Secrets(CancellationToken ct)
    {
        await using var select = source.CreateCommand("select format('%I.%I', schemaname, viewname) from pg_views where viewname = 'import_secret'");
        await using var rows = await select.ExecuteReaderAsync(ct);
        var views = new List<string>();
        while (await rows.ReadAsync(ct))
            views.Add(rows.GetString(0));
        return views;
    }
}

/// <summary>Runs the purge at start and once a day.</summary>
internal sealed class DailyPurge(StagingPurge purge, TimeProvider clock, ILogger<DailyPurge> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromDays(1), clock);
        do
        {
            try
            {
                await purge.Run(stoppingToken);
            }
            catch (NpgsqlException e)
            {
                log.LogWarning("Staged lines could not be purged: {Error}", e.GetType().Name);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }
}
