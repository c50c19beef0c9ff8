using System.Runtime.CompilerServices;
using Npgsql;

namespace Karelia.Crm.Consent.MailingLists;

internal static class SheetRows
{
    /// <summary>The rows of a query as cells of text; the same array each time.</summary>
    public static async IAsyncEnumerable<string?[]> Cells(this NpgsqlCommand query, int columns, [EnumeratorCancellation] CancellationToken ct = default)
    {
        await using var command = query;
        await using var reader = await command.ExecuteReaderAsync(ct);
        var cells = new string?[columns];
        while (await reader.ReadAsync(ct))
        {
            for (var i = 0; i < columns; i++)
                cells[i] = reader.IsDBNull(i) ? null : reader.GetString(i);
            yield return cells;
        }
    }
}
