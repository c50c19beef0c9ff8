using Microsoft.Extensions.Caching.Memory;

namespace Karelia.Crm.Kernel;

/// <summary>Views that modules publish for each other under names with one ending. Asked of the database once a minute: a host that starts makes them anew meanwhile.</summary>
public sealed class PublishedViews(IMemoryCache cache)
{
    /// <summary>The views' names with their schema, in order.</summary>
    public async Task<IReadOnlyList<string>> Of(string ending, DbSession session, CancellationToken ct) => (await cache.GetOrCreateAsync((typeof(PublishedViews), ending), entry =>
    {
        entry.AbsoluteExpirationRelativeToNow = TimeSpan.FromMinutes(1);
        return session.Rows("select format('%I.%I', schemaname, viewname) from pg_views where right(viewname, length($1)) = $1 order by 1", row => row.GetString(0), ct, ending);
    }))!;
}
