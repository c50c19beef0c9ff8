using Microsoft.EntityFrameworkCore.ChangeTracking;
using Npgsql;

namespace Karelia.Crm.Kernel;

/// <summary>
/// The one connection and the one transaction of a scope. Every module's context stands on it, so a command over many modules is atomic.
/// </summary>
public sealed class DbSession(NpgsqlDataSource source, IEnumerable<ModuleDb> modules) : IAsyncDisposable, IDisposable
{
    private readonly Dictionary<Type, DbContext> contexts = [];
    private readonly List<Action> afterCommit = [];

    /// <summary>The connection; closed until somebody opens it.</summary>
    public NpgsqlConnection Connection { get; } = source.CreateConnection();

    /// <summary>The running transaction, if a command runs.</summary>
    public NpgsqlTransaction? Transaction { get; private set; }

    /// <summary>Statements may take as long as they need: nobody waits for a job's answer.</summary>
    public bool IsPatient { get; set; }

    /// <summary>A module's context on this connection.</summary>
    public TDb Context<TDb>() where TDb : DbContext => (TDb)Context(typeof(TDb));

    /// <summary>The open connection, for SQL by hand.</summary>
    public async Task<NpgsqlConnection> Open(CancellationToken ct)
    {
        if (Connection.State != System.Data.ConnectionState.Open)
            await Connection.OpenAsync(ct);
        return Connection;
    }

    /// <summary>A command of SQL on this connection and transaction; parameters are $1, $2 ... in order.</summary>
    public async Task<NpgsqlCommand> Sql(string sql, CancellationToken ct, params object?[] parameters)
    {
        var command = new NpgsqlCommand(sql, await Open(ct), Transaction);
        if (IsPatient)
            command.CommandTimeout = 0;
        foreach (var value in parameters)
            command.Parameters.Add(value as NpgsqlParameter ?? new NpgsqlParameter { Value = value ?? DBNull.Value });
        return command;
    }

    /// <summary>Runs SQL and says how many rows it touched.</summary>
    public async Task<int> Execute(string sql, CancellationToken ct, params object?[] parameters)
    {
        await using var command = await Sql(sql, ct, parameters);
        return await command.ExecuteNonQueryAsync(ct);
    }

    /// <summary>Rows as <paramref name="read"/> makes them.</summary>
    public async Task<List<T>> Rows<T>(string sql, Func<NpgsqlDataReader, T> read, CancellationToken ct, params object?[] parameters)
    {
        await using var command = await Sql(sql, ct, parameters);
        await using var reader = await command.ExecuteReaderAsync(ct);
        var rows = new List<T>();
        while (await reader.ReadAsync(ct))
            rows.Add(read(reader));
        return rows;
    }

    /// <summary>A parameter that may be null.</summary>
    public static NpgsqlParameter Parameter(object? value, NpgsqlTypes.NpgsqlDbType type) => new() { Value = value ?? DBNull.Value, NpgsqlDbType = type };

    /// <summary>Something to do once the transaction holds, such as waking a worker.</summary>
    public void AfterCommit(Action act) => afterCommit.Add(act);

    internal async Task Begin(CancellationToken ct)
    {
        Transaction = await (await Open(ct)).BeginTransactionAsync(ct);
        foreach (var context in contexts.Values)
            await context.Database.UseTransactionAsync(Transaction, ct);
    }

    /// <summary>Saves the contexts in module order: what is referred to exists first. Answers what changed, for the audit.</summary>
    internal async Task<List<EntityChange>> Save(CancellationToken ct)
    {
        var changes = new List<EntityChange>();
        foreach (var module in modules.Where(module => contexts.ContainsKey(module.Type)))
        {
            var context = contexts[module.Type];
            changes.AddRange(context.ChangeTracker.Entries().Select(EntityChange.From).OfType<EntityChange>());
            await context.SaveChangesAsync(ct);
        }

        return changes;
    }

    internal async Task Commit(CancellationToken ct)
    {
        await Transaction!.CommitAsync(ct);
        await End();
        afterCommit.ForEach(act => act());
        afterCommit.Clear();
    }

    internal async Task Rollback()
    {
        if (Transaction is null)
            return;
        afterCommit.Clear();
        await Transaction.RollbackAsync(CancellationToken.None);
        await End();
        foreach (var context in contexts.Values)
            context.ChangeTracker.Clear();
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var context in contexts.Values)
            await context.DisposeAsync();
        await Connection.DisposeAsync();
    }

    public void Dispose()
    {
        foreach (var context in contexts.Values)
            context.Dispose();
        Connection.Dispose();
    }

    private DbContext Context(Type type)
    {
        if (contexts.TryGetValue(type, out var known))
            return known;
        var context = modules.Single(module => module.Type == type).Create();
        context.Database.SetDbConnection(Connection, contextOwnsConnection: false);
        if (Transaction is not null)
            context.Database.UseTransaction(Transaction);
        return contexts[type] = context;
    }

    private async Task End()
    {
        await Transaction!.DisposeAsync();
        Transaction = null;
        foreach (var context in contexts.Values)
            await context.Database.UseTransactionAsync(null);
    }
}

/// <summary>A module's context type and how to build one; registered in module order.</summary>
public sealed record ModuleDb(Type Type, string Schema, Func<DbContext> Create, System.Reflection.Assembly Assembly);

/// <summary>One changed row: what the audit keeps of it.</summary>
internal sealed record EntityChange(string Entity, Type Type, string Kind, Guid? Id, EntityEntry Entry, Dictionary<string, object?[]> Values)
{
    internal static EntityChange? From(EntityEntry entry)
    {
        if (entry.State is EntityState.Unchanged or EntityState.Detached)
            return null;
        var values = entry.Properties
            .Where(p => entry.State != EntityState.Modified || (p.IsModified && !Equals(p.OriginalValue, p.CurrentValue)))
            .ToDictionary(
                p => p.Metadata.Name,
                p => new[] { entry.State == EntityState.Added ? null : p.OriginalValue, entry.State == EntityState.Deleted ? null : p.CurrentValue });
        var key = entry.Metadata.FindPrimaryKey()?.Properties[0].Name;
        var id = key is not null && entry.Property(key).CurrentValue is Guid guid ? guid : (Guid?)null;
        return new(entry.Metadata.ShortName(), entry.Metadata.ClrType, entry.State.ToString().ToLowerInvariant(), id, entry, values);
    }
}
