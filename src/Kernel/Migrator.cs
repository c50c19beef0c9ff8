using System.Reflection;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Karelia.Crm.Kernel;

/// <summary>
/// Brings the database to the code: under one lock, every module's migrations in module order, then the SQL files of <c>Sql/</c> (views, functions, triggers;
/// each written so that it can run again), then the links and guards that the pages of personal data ask for.
/// </summary>
public sealed class Migrator(NpgsqlDataSource source, IEnumerable<ModuleDb> modules, IEnumerable<PersonalData> pages, ILogger<Migrator> log)
{
    private const long Lock = 0x4B_61_72_65_6C_69_61;

    /// <summary>Runs it. Refuses when a stored column is declared on no page.</summary>
    public async Task Run(CancellationToken ct)
    {
        if (UndeclaredColumns(modules, pages).ToList() is { Count: > 0 } undeclared)
            throw new InvalidOperationException($"Not declared on any page of personal data: {string.Join(", ", undeclared)}");
        await using var connection = await source.OpenConnectionAsync(ct);
        await Execute(connection, $"select pg_advisory_lock({Lock})", ct);
        try
        {
            await RefuseUnsafeSettings(connection, ct);
            await Migrate(connection, ct);
        }
        finally
        {
            // A pooled connection would keep it.
            await Execute(connection, $"select pg_advisory_unlock({Lock})", CancellationToken.None);
        }

        await connection.ReloadTypesAsync(ct);
    }

    private async Task Migrate(NpgsqlConnection connection, CancellationToken ct)
    {
        await DropViews(connection, ct);
        foreach (var module in modules)
        {
            await using var context = module.Create();
            context.Database.SetDbConnection(connection, contextOwnsConnection: false);
            await context.Database.MigrateAsync(ct);
        }

        foreach (var module in modules)
            foreach (var (name, sql) in SqlFiles(module.Assembly))
            {
                log.LogDebug("{File}", name);
                await Execute(connection, sql, ct);
            }

        foreach (var link in Links())
            await Execute(connection, link, ct);
    }

    /// <summary>Mapped columns that are neither personal fields nor declared plain, as <c>Entity.Property</c>.</summary>
    internal static IEnumerable<string> UndeclaredColumns(IEnumerable<ModuleDb> modules, IEnumerable<PersonalData> pages)
    {
        var holdings = pages.SelectMany(page => page.Holdings).ToDictionary(holding => holding.Entity);
        foreach (var module in modules)
        {
            using var context = module.Create();
            foreach (var entity in context.Model.GetEntityTypes().Where(entity => entity.GetTableName() is not null && entity.FindPrimaryKey() is not null && !entity.IsOwned()))
            {
                var holding = holdings.GetValueOrDefault(entity.ClrType);
                if (holding?.AboutNobody == true)
                    continue;
                foreach (var property in entity.GetProperties().Where(p => p.Name != holding?.Person && !p.IsPrimaryKey()))
                {
                    if (holding?.Fields.ContainsKey(property.Name) != true && holding?.Plain.Contains(property.Name) != true)
                        yield return $"{entity.ShortName()}.{property.Name}";
                }
            }
        }
    }

    /// <summary>The key to the person, and the trigger that refuses a passive one, for every table that names a person.</summary>
    private IEnumerable<string> Links() => PersonLink.All(modules, pages).Select(link =>
        $"call accounts.link_to_person('{link.Table.Replace(".", "', '", StringComparison.Ordinal)}', '{link.Column}', {(link.Holding.AllowedIfPassive ? "false" : "true")}, {(link.Holding.AppendOnly ? "true" : "false")})");

    private static IEnumerable<(string Name, string Sql)> SqlFiles(Assembly assembly)
    {
        foreach (var name in assembly.GetManifestResourceNames().Where(name => name.EndsWith(".sql", StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
            yield return (name, reader.ReadToEnd());
        }
    }

    /// <summary>Views are dropped first: a view forbids altering the columns it reads.</summary>
    private async Task DropViews(NpgsqlConnection connection, CancellationToken ct)
    {
        var schemas = string.Join(", ", modules.Select(module => $"'{module.Schema}'"));
        await Execute(connection, $"""
            do $$ declare v record; begin
              for v in select format('%I.%I', schemaname, viewname) as name from pg_views where schemaname in ({schemas}) loop
                execute 'drop view if exists ' || v.name || ' cascade';
              end loop;
            end $$
            """, ct);
    }

    private static async Task RefuseUnsafeSettings(NpgsqlConnection connection, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand("select name from pg_settings where name in ('fsync', 'full_page_writes', 'synchronous_commit') and setting = 'off' limit 1", connection);
        if (await command.ExecuteScalarAsync(ct) is string unsafeSetting)
            throw new InvalidOperationException($"PostgreSQL runs with {unsafeSetting}=off: what the CRM acknowledges could be lost. Turn it on.");
    }

    private static async Task Execute(NpgsqlConnection connection, string sql, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        await command.ExecuteNonQueryAsync(ct);
    }
}
