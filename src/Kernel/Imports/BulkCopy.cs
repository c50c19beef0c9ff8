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
                await (column.Value(row) switch
                {
                    null => copy.WriteNullAsync(ct),
                    // Typed writes: looking the type up for each of a million values costs as much as the rest.
                    string text => copy.WriteAsync(text, column.Type, ct),
                    Guid id => copy.WriteAsync(id, column.Type, ct),
                    int number => copy.WriteAsync(number, column.Type, ct),
                    long number => copy.WriteAsync(number, column.Type, ct),
                    bool flag => copy.WriteAsync(flag, column.Type, ct),
                    DateTimeOffset at => copy.WriteAsync(at, column.Type, ct),
                    DateOnly day => copy.WriteAsync(day, column.Type, ct),
                    string?[] texts => copy.WriteAsync(texts, column.Type, ct),
                    int[] numbers => copy.WriteAsync(numbers, column.Type, ct),
                    Guid[] ids => copy.WriteAsync(ids, column.Type, ct),
                    var other => copy.WriteAsync(other, column.Type, ct),
                });
            }
        }

        await copy.CompleteAsync(ct);
    }
}
