using System.Text.Json;
using Npgsql;

namespace Karelia.Crm.Accounts.Timeline;

/// <summary>
/// Modules publish views of one shape, <c>contact_timeline</c> and <c>account_timeline</c>; their union is the timeline of a record.
/// A line that has people is there for those who may know of one of them.
/// </summary>
internal sealed class Events(DbSession session, PublishedViews published, CurrentUser user, IEnumerable<TimelineSecret> secrets)
{
    /// <summary>One page, newest first; <paramref name="record"/> is contact or account; what was merged into it is told of too.</summary>
    public async Task<Page<TimelineEntry>> Of(string record, Guid[] ids, string? kind, int? most, string? cursor, CancellationToken ct)
    {
        var keys = Cursor.Read(cursor, 2);
        var views = await published.Of($"{record}_timeline", session, ct);
        var people = record == "contact" ? "'{}'::uuid[]" : "people";
        var union = string.Join(" union all ", views.Select(view => $"select at, kind, id, by_name, details, {people} as people from {view} where {record}_id = any($1)"));
        var hidden = secrets.Where(secret => !secret.OnlyFor.Any(user.Is)).Select(secret => secret.Kind).ToArray();
        var limit = most ?? Paging.Usual;
        var rows = await session.Rows(
            $"""
            select at, kind, id, by_name, details from ({union}) t
            where ($2::text is null or kind = $2) and kind <> all($6) and ($3::timestamptz is null or (at, id) < ($3, $4))
              and (people = '{"{}"}' or exists (select from accounts.contacts c where c.id = any(people) and c.erased_at is null and (c.restricted_at is null or $7)))
            order by at desc, id desc limit $5
            """,
            Read, ct, ids, kind, keys is null ? null : Cursor.Key<DateTimeOffset>(keys[0]), keys?[1], limit + 1, hidden, user.Is(Role.DataProtectionOfficer));
        return Paging.Of(rows, limit, last => Cursor.After(Cursor.Text(last.At), last.Id));
    }

    /// <summary>The people whom lines name.</summary>
    public static IEnumerable<Guid> Named(IEnumerable<TimelineEntry> entries) => entries
        .SelectMany(entry => entry.Details.TryGetValue("people", out var people) ? people.EnumerateArray().Select(person => person.GetProperty("id").GetGuid()) : []);

    private static TimelineEntry Read(NpgsqlDataReader row) => new(
        row.GetString(2),
        row.GetFieldValue<DateTimeOffset>(0),
        row.GetString(1),
        row.IsDBNull(3) ? null : row.GetString(3),
        JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(row.GetString(4))!);
}

/// <summary>Something that happened with a record. The details are for the sentence that the reader's language makes of it.</summary>
internal sealed record TimelineEntry(string Id, DateTimeOffset At, string Kind, string? By, Dictionary<string, JsonElement> Details);
