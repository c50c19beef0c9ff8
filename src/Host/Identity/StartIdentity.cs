using Microsoft.AspNetCore.DataProtection;
using Npgsql;

namespace Karelia.Crm.Host.Identity;

/// <summary>Before the first request: the known applications, and the first key, made by one host only though several start at once.</summary>
internal sealed class StartIdentity(NpgsqlDataSource source, KnownApplications applications, IDataProtectionProvider protection) : IHostedService
{
    private const long Lock = 0x53_69_67_6E_49_6E;

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await using (var alone = new NpgsqlCommand($"select pg_advisory_xact_lock({Lock})", connection))
            await alone.ExecuteNonQueryAsync(cancellationToken);
        try
        {
            await applications.Register(connection, cancellationToken);
        }
        catch (PostgresException e) when (e.SqlState is PostgresErrorCodes.UndefinedTable or PostgresErrorCodes.InvalidSchemaName)
        {
            throw new InvalidOperationException("The database does not hold the CRM's tables: run the host once with the argument migrate.", e);
        }

        protection.CreateProtector("first-key").Protect([1]);
        await transaction.CommitAsync(cancellationToken);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
