using Microsoft.Extensions.Logging;
using Npgsql;

namespace Karelia.Crm.Consent.Public;

/// <summary>What nobody confirmed goes after seven days; so do links whose time is over since then. Each hour, so that no day's request is kept an eighth day.</summary>
internal sealed class PublicPurge(NpgsqlDataSource source, TimeProvider clock, ILogger<PublicPurge> log) : Hourly(clock, log)
{
    public override async Task Run(CancellationToken ct)
    {
        foreach (var sql in (string[])["delete from consent.public_requests where received_at < $1", "delete from consent.links where expires_at < $1"])
        {
            await using var purge = source.CreateCommand(sql);
            purge.Parameters.Add(new() { Value = Clock.GetUtcNow() - PublicRequest.Kept });
            await purge.ExecuteNonQueryAsync(ct);
        }
    }
}
