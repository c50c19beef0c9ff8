using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Karelia.Crm.Consent.Public;

/// <summary>What nobody confirmed goes after seven days; so do links whose time is over since then.</summary>
internal sealed class PublicPurge(NpgsqlDataSource source, TimeProvider clock)
{
    public async Task Run(CancellationToken ct)
    {
        foreach (var sql in (string[])["delete from consent.public_requests where received_at < $1", "delete from consent.links where expires_at < $1"])
        {
            await using var purge = source.CreateCommand(sql);
            purge.Parameters.Add(new() { Value = clock.GetUtcNow() - PublicRequest.Kept });
            await purge.ExecuteNonQueryAsync(ct);
        }
    }
}

/// <summary>Runs the purge at start and every hour, so that no day's request is kept an eighth day.</summary>
internal sealed class HourlyPurge(PublicPurge purge, TimeProvider clock, ILogger<HourlyPurge> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromHours(1), clock);
        do
        {
            try
            {
                await purge.Run(stoppingToken);
            }
            catch (NpgsqlException e)
            {
                log.LogWarning("Unconfirmed requests could not be purged: {Error}", e.GetType().Name);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }
}
