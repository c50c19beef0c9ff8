using Npgsql;

namespace Karelia.Crm.Host.Identity;

/// <summary>The applications that may call. Those of the settings are written at start; one switched off in the database stays off.</summary>
internal sealed class KnownApplications(NpgsqlDataSource source, RememberedSignIns remembered, IConfiguration settings)
{
    /// <summary>The application's name if it may call, else null.</summary>
    public async Task<string?> ActiveName(string clientId, CancellationToken ct) =>
        await remembered.Get($"application {clientId}", async () =>
        {
            await using var command = source.CreateCommand("select name from administration.applications where client_id = $1 and is_active");
            command.Parameters.Add(new() { Value = clientId });
            return await command.ExecuteScalarAsync(ct) as string;
        });

    public async Task Register(NpgsqlConnection connection, CancellationToken ct)
    {
        foreach (var application in settings.GetSection("Applications").GetChildren())
        {
            await using var command = new NpgsqlCommand("""
                insert into administration.applications (client_id, name, is_active) values ($1, $2, true)
                on conflict (client_id) do update set name = excluded.name where applications.name <> excluded.name
                """, connection);
            command.Parameters.Add(new() { Value = application["ClientId"]! });
            command.Parameters.Add(new() { Value = application["Name"] ?? application["ClientId"]! });
            await command.ExecuteNonQueryAsync(ct);
        }
    }
}
