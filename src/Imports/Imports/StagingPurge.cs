using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Karelia.Crm.Imports.Imports;

/// <summary>Staged lines and journals go 30 days after the commit or the undo, or after an upload that nobody finished.</summary>
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
