using System.ComponentModel;
using System.Diagnostics;
using Karelia.Crm.Local;
using Npgsql;
using Testcontainers.PostgreSql;

namespace Karelia.Crm.Tests;

/// <summary>A real PostgreSQL for the tests, gone afterwards: a container's when a Docker engine answers, else the embedded one.</summary>
internal sealed class TestPostgres(IAsyncDisposable server, Func<string, string> connectionString) : IAsyncDisposable
{
    public static async Task<TestPostgres> Start() => (DockerAnswers() ? await Container() : null) ?? await Embedded();

    /// <summary>A database of that name, on the one server.</summary>
    public string ConnectionString(string database) => connectionString(database);

    public ValueTask DisposeAsync() => server.DisposeAsync();

    private static async Task<TestPostgres> Embedded()
    {
        var postgres = await EmbeddedPostgres.Start();
        return new(postgres, postgres.ConnectionString);
    }

    private static async Task<TestPostgres?> Container()
    {
        var container = new PostgreSqlBuilder("postgres:18").WithUsername("crm").WithDatabase("crm").WithPassword(Guid.CreateVersion7().ToString())
            .WithEnvironment("POSTGRES_INITDB_ARGS", "--locale-provider=icu --icu-locale=fi-FI --encoding=UTF8").Build();
        try
        {
            await container.StartAsync();
            return new(container, database => new NpgsqlConnectionStringBuilder(container.GetConnectionString()) { Database = database }.ConnectionString);
        }
        catch (Exception e) when (e is DotNet.Testcontainers.Builders.DockerUnavailableException or Docker.DotNet.DockerApiException or TimeoutException)
        {
            await TestContext.Progress.WriteLineAsync($"No container ({e.Message}); the embedded PostgreSQL takes over.");
            await container.DisposeAsync();
            return null;
        }
    }

    private static bool DockerAnswers()
    {
        try
        {
            using var docker = Process.Start(new ProcessStartInfo("docker", ["version"]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
            return docker.WaitForExit(TimeSpan.FromSeconds(5)) && docker.ExitCode == 0;
        }
        catch (Win32Exception)
        {
            return false;
        }
    }
}
