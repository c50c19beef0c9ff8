using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Mvc.Testing;
using Npgsql;

namespace Karelia.Crm.Tests.Rules;

/// <summary>A second host over a database of its own, for rules that ask whether anything changed at all.</summary>
internal sealed class QuietCrm : IAsyncDisposable
{
    private readonly WebApplicationFactory<Program> host;

    private QuietCrm(WebApplicationFactory<Program> host, NpgsqlDataSource database)
    {
        this.host = host;
        Database = database;
    }

    public NpgsqlDataSource Database { get; }

    public IServiceProvider Services => host.Services;

    public static async Task<QuietCrm> Start()
    {
        var connection = await FreshDatabase.Create("quiet");
        var host = Crm.Host.WithWebHostBuilder(web => web.UseSetting("ConnectionStrings:Crm", connection).UseSetting("Seals:Every", "00:00:00")
            // Thousands of refusals would bury what a person wants to read.
            .UseSetting("Logging:LogLevel:Default", "Error").UseSetting("Logging:LogLevel:Microsoft.AspNetCore", "Error"));
        // Started here: clients made beside each other would each start one.
        _ = host.Server;
        return new(host, NpgsqlDataSource.Create(connection));
    }

    public HttpClient As(params string[] roles)
    {
        var client = host.CreateClient(new() { BaseAddress = new("https://localhost"), AllowAutoRedirect = false, HandleCookies = false });
        if (roles.Length > 0)
            client.DefaultRequestHeaders.Authorization = new("Bearer", Crm.Issuer.Token(roles[0].Replace('.', '-').ToLowerInvariant(), claims => claims["roles"] = roles));
        return client;
    }

    public async Task Execute(string sql)
    {
        await using var command = Database.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>Every row of every table, as one hash for each table.</summary>
    public async Task<Dictionary<string, string>> Contents()
    {
        var contents = new Dictionary<string, string>();
        await using var connection = await Database.OpenConnectionAsync();
        var tables = new List<string>();
        await using (var list = new NpgsqlCommand("select schemaname || '.' || tablename from pg_tables where schemaname not in ('pg_catalog', 'information_schema')", connection))
        await using (var rows = await list.ExecuteReaderAsync())
            while (await rows.ReadAsync())
                tables.Add(rows.GetString(0));
        foreach (var table in tables)
        {
            await using var read = new NpgsqlCommand($"select coalesce(string_agg(t::text, '|' order by t::text), '') from {table} t", connection);
            contents[table] = Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes((string)(await read.ExecuteScalarAsync())!)));
        }

        return contents;
    }

    public async ValueTask DisposeAsync()
    {
        await host.DisposeAsync();
        await Database.DisposeAsync();
    }
}
