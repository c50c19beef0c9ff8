using NpgsqlTypes;

namespace Karelia.Crm.Kernel.Imports;

/// <summary>A column of a bulk write: its name, type and where its value comes from.</summary>
public sealed record CopyColumn<T>(string Name, NpgsqlDbType Type, Func<T, object?> Value);

/// <summary>Many rows in one statement, by PostgreSQL's binary COPY.</summary>
public static class BulkCopy
{
    /// <summary>Writes the rows to the table on the session's connection, within its transaction.</summary>
    public static async Task Copy<T>(this DbSession session, string table, IReadOnlyList<CopyColumn<T>> columns, IReadOnlyCollection<T> rows, CancellationToken ct)
    {
        if (rows.Count == 0)
            return;
        await using var copy = await (await session.Open(ct)).BeginBinaryImportAsync($"copy {table} ({string.Join(", ", columns.Select(column => column.Name))}) from stdin (format binary)", ct);
        foreach (var row in rows)
        {
            await copy.StartRowAsync(ct);
            foreach (var column in columns)
            {
                if (column.Value(row) is { } value)
                    await copy.WriteAsync(value, column.Type, ct);
                else
                    await copy.WriteNullAsync(ct);
            }
        }

        await copy.CompleteAsync(ct);
    }
}
