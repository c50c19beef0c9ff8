using System.Text.Json;
using Karelia.Crm.Accounts.Contacts;
using Npgsql;

namespace Karelia.Crm.Accounts.Timeline;

[Allow(Role.Reader, Role.IntegrationRead)]
internal sealed record GetContactTimeline([FromRoute] Guid Id, string? Kind = null, int? Limit = null, string? Cursor = null) : IQuery<TimelinePage>;

internal sealed record TimelinePage(IReadOnlyList<TimelineEntry> Items, string? NextCursor) : Page<TimelineEntry>(Items, NextCursor), IShowsPeople
{
    [System.Text.Json.Serialization.JsonIgnore]
    public Guid ContactId { get; init; }

    public IEnumerable<Guid> ShownPeople() => [ContactId];
}

/// <summary>Something that happened with a person. The details are for the sentence that the reader's language makes of it.</summary>
internal sealed record TimelineEntry(string Id, DateTimeOffset At, string Kind, string? By, Dictionary<string, JsonElement> Details);

file sealed class Route : IRoute
{
    public void Map(IEndpointRouteBuilder api) => api
        .MapGet("/contacts/{id:guid}/timeline", ([AsParameters] GetContactTimeline query, IMediator crm, CancellationToken ct) => crm.Send(query, ct))
        .WithSummary("What happened with a person, over all modules, newest first");
}

file sealed class Rules : AbstractValidator<GetContactTimeline>
{
    public Rules()
    {
        RuleFor(q => q.Kind).MaximumLength(30).IsPlainText();
        RuleFor(q => q.Limit).IsLimit();
        RuleFor(q => q.Cursor).MaximumLength(1000);
    }
}

/// <summary>Modules publish a view <c>contact_timeline</c> of one shape; their union is the timeline.</summary>
file sealed class Handler(AccountsDb db, DbSession session, CurrentUser user, IEnumerable<ModuleDb> modules, IEnumerable<TimelineSecret> secrets) : IRequestHandler<GetContactTimeline, TimelinePage>
{
    public async Task<TimelinePage> Handle(GetContactTimeline query, CancellationToken ct)
    {
        if (!await db.Contacts.To(user).AnyAsync(c => c.Id == query.Id, ct))
            throw Refusal.Unknown();
        var keys = Cursor.Read(query.Cursor, 2);
        var views = await session.Rows(
            "select schemaname from pg_views where viewname = 'contact_timeline' and schemaname = any($1) order by 1",
            row => row.GetString(0), ct, new object?[] { modules.Select(module => module.Schema).ToArray() });
        var union = string.Join(" union all ", views.Select(schema => $"select at, kind, id, by_name, details from {schema}.contact_timeline where contact_id = $1"));
        var hidden = secrets.Where(secret => !secret.OnlyFor.Any(user.Is)).Select(secret => secret.Kind).ToArray();
        var limit = query.Limit ?? Paging.Usual;
        var rows = await session.Rows(
            $"select * from ({union}) t where ($2::text is null or kind = $2) and kind <> all($6) and ($3::timestamptz is null or (at, id) < ($3, $4)) order by at desc, id desc limit $5",
            Read, ct, query.Id, Text(query.Kind), new NpgsqlParameter { Value = keys is null ? DBNull.Value : Cursor.Key<DateTimeOffset>(keys[0]), NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.TimestampTz },
            Text(keys?[1]), limit + 1, hidden);
        var page = Paging.Of(rows, limit, last => Cursor.After(Cursor.Text(last.At), last.Id));
        return new(page.Items, page.NextCursor) { ContactId = query.Id };
    }

    private static NpgsqlParameter Text(string? value) => new() { Value = (object?)value ?? DBNull.Value, NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Text };

    private static TimelineEntry Read(NpgsqlDataReader row) => new(
        row.GetString(2),
        row.GetFieldValue<DateTimeOffset>(0),
        row.GetString(1),
        row.IsDBNull(3) ? null : row.GetString(3),
        JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(row.GetString(4))!);
}
