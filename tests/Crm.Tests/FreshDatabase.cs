using System.Diagnostics;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Karelia.Crm.Tests;

/// <summary>Databases for tests that need one to themselves: copies of one that was migrated once, by the command that deployments use.</summary>
internal static class FreshDatabase
{
    private static readonly Lazy<Task<string>> template = new(Migrate);

    /// <summary>Makes one, empty but migrated; a host over it need not migrate. The answer is its connection.</summary>
    public static async Task<string> Create(string prefix) => await Create(prefix, $" template {await template.Value}");

    /// <summary>Makes one without so much as a schema.</summary>
    public static Task<string> CreateBare(string prefix) => Create(prefix, "");

    /// <summary>The connection of a database on the tests' server.</summary>
    public static string Connection(string database) =>
        new NpgsqlConnectionStringBuilder(Crm.Services.GetRequiredService<IConfiguration>().GetConnectionString("Crm")) { Database = database }.ConnectionString;

    private static async Task<string> Create(string prefix, string template)
    {
        var name = $"{prefix}_{Guid.CreateVersion7():N}";
        await using var create = Crm.Database.CreateCommand($"create database {name}{template}");
        create.CommandTimeout = 120;
        await create.ExecuteNonQueryAsync();
        return Connection(name);
    }

    private static async Task<string> Migrate()
    {
        var connection = await CreateBare("template");
        var start = Host.HostApart.Command(connection, "migrate");
        start.RedirectStandardError = start.RedirectStandardOutput = true;
        using var migrating = Process.Start(start)!;
        var said = await Task.WhenAll(migrating.StandardOutput.ReadToEndAsync(), migrating.StandardError.ReadToEndAsync());
        await migrating.WaitForExitAsync();
        Assert.That(migrating.ExitCode, Is.Zero, string.Concat(said));
        return new NpgsqlConnectionStringBuilder(connection).Database!;
    }
}
