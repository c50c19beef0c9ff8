using System.Collections.Concurrent;

namespace Karelia.Crm.Kernel;

/// <summary>Views that modules publish for each other under names with one ending. Asked of the database once a process: only a migration changes them.</summary>
public sealed class PublishedViews
{
    private readonly ConcurrentDictionary<string, IReadOnlyList<string>> known = [];

    /// <summary>The views' names with their schema, in order.</summary>
    public async Task<IReadOnlyList<string>> Of(string ending, DbSession session, CancellationToken ct) => known.TryGetValue(ending, out var views) ? views : known[ending] = await session.Rows(
        "select format('%I.%I', schemaname, viewname) from pg_views where right(viewname, length($1)) = $1 order by 1", row => row.GetString(0), ct, ending);
}
