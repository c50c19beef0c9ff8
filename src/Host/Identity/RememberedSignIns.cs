using Karelia.Crm.Administration;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Options;
using Npgsql;

namespace Karelia.Crm.Host.Identity;

/// <summary>
/// Sessions and applications, remembered for seconds. The database says at once when one ended (LISTEN); a host that cannot hear remembers nothing.
/// </summary>
internal sealed class RememberedSignIns(NpgsqlDataSource source, IOptions<SessionLimits> limits, ILogger<RememberedSignIns> log) : BackgroundService, IRememberedSignIns
{
    private readonly MemoryCache cache = new(new MemoryCacheOptions { SizeLimit = 20_000 });
    private readonly TimeSpan lifetime = limits.Value.Remembered;
    private readonly Lock gate = new();
    private long forgotten;
    private bool hears;

    /// <summary>What is remembered, or what <paramref name="read"/> finds.</summary>
    public async Task<T?> Get<T>(string key, Func<Task<T?>> read) where T : class
    {
        if (cache.TryGetValue(key, out T? known))
            return known;
        var before = Interlocked.Read(ref forgotten);
        var found = await read();
        if (found is not null && lifetime > TimeSpan.Zero)
        {
            lock (gate)
            {
                // Something ended while we read: what we hold may be older than that.
                if (hears && before == forgotten)
                    cache.Set(key, found, new MemoryCacheEntryOptions { AbsoluteExpirationRelativeToNow = lifetime, Size = 1 });
            }
        }

        return found;
    }

    public void Forget(string key)
    {
        lock (gate)
        {
            Interlocked.Increment(ref forgotten);
            cache.Remove(key);
        }
    }

    public void Forget() => Hear(hears);

    public override void Dispose()
    {
        cache.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await Listen(stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e) when (e is NpgsqlException or TimeoutException or System.Net.Sockets.SocketException)
            {
                log.LogWarning("Cannot hear which sessions end ({Error}); every request asks the database", e.GetType().Name);
            }
            finally
            {
                Hear(false);
            }

            await Task.Delay(TimeSpan.FromSeconds(1), stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task Listen(CancellationToken ct)
    {
        await using var connection = await source.OpenConnectionAsync(ct);
        connection.Notification += (_, said) => Forget(said.Payload);
        await Execute(connection, "listen crm_sign_in", ct);
        Hear(true);
        try
        {
            while (true)
            {
                if (!await connection.WaitAsync(TimeSpan.FromSeconds(10), ct))
                    await Execute(connection, "select 1", ct);
            }
        }
        finally
        {
            // The connection goes back to the pool: it must not carry the ear along.
            if (connection.State == System.Data.ConnectionState.Open)
                await Execute(connection, "unlisten *", CancellationToken.None);
        }
    }

    private void Hear(bool now)
    {
        lock (gate)
        {
            Interlocked.Increment(ref forgotten);
            hears = now;
            cache.Clear();
        }
    }

    private static async Task Execute(NpgsqlConnection connection, string sql, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(ct);
    }
}
