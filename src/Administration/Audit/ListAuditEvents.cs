using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Npgsql;
using NpgsqlTypes;

namespace Karelia.Crm.Administration.Audit;

[Allow(Role.DataProtectionOfficer, Role.Admin)]
internal sealed record ListAuditEvents(
    string? Entity = null, Guid? Id = null, string? User = null, DateOnly? From = null, DateOnly? To = null, int? Limit = null, string? Cursor = null, bool Count = false)
    : IQuery<AuditEvents>;

/// <summary>Newest first.</summary>
internal sealed record AuditEvents(IReadOnlyList<AuditEvent> Items, string? NextCursor) : Page<AuditEvent>(Items, NextCursor), IShowsPeople
{
    /// <summary>Seeing old and new values is seeing the person; seeing that somebody did something is not.</summary>
    public IEnumerable<Guid> ShownPeople() => Items.Where(item => item.Changes is not null).SelectMany(item => item.ContactIds);
}

/// <summary>Who did what. <c>contactIds</c> holds the first twenty of <c>contactCount</c>; <c>changes</c>, old and new, only the officer sees.</summary>
internal sealed record AuditEvent(
    string Id, DateTimeOffset At, Guid UserId, string By, string UseCase, string Kind, string Entity, Guid? EntityId, int ContactCount, IReadOnlyList<Guid> ContactIds)
{
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyDictionary<string, JsonElement[]>? Changes { get; init; }
}

file sealed class Route : IRoute
{
    public void Map(IEndpointRouteBuilder api) => api
        .MapGet("/audit-events", ([AsParameters] ListAuditEvents query, IMediator crm, CancellationToken ct) => crm.Send(query, ct))
        .WithSummary("Who read, changed and exported what")
        .Produces<AuditEvents>();
}

file sealed class Rules : AbstractValidator<ListAuditEvents>
{
    public Rules()
    {
        RuleFor(q => q.Entity).MaximumLength(100);
        RuleFor(q => q.User).MaximumLength(200);
        RuleFor(q => q.Limit).IsLimit();
    }
}

file sealed class Handler(DbSession session, CurrentUser user) : IRequestHandler<ListAuditEvents, AuditEvents>
{
    /// <summary>Each condition is there only when asked for, so that each has its own plan.</summary>
    public async Task<AuditEvents> Handle(ListAuditEvents query, CancellationToken ct)
    {
        var officer = user.Is(Role.DataProtectionOfficer);
        var limit = query.Limit ?? Paging.Usual;
        var parameters = new List<object?>();
        var conditions = new List<string> { "true" };
        void Where(string condition, object? value, NpgsqlDbType type)
        {
            if (value is null)
                return;
            parameters.Add(new NpgsqlParameter { Value = value, NpgsqlDbType = type });
            conditions.Add(condition.Replace("$?", $"${parameters.Count}", StringComparison.Ordinal));
        }

        Where("lower(e.entity) = lower($?)", query.Entity, NpgsqlDbType.Text);
        Where("(e.entity_id = $? or e.contact_ids @> array[$?])", query.Id, NpgsqlDbType.Uuid);
        if (Guid.TryParse(query.User, out var userId))
            Where("e.user_id = $?", userId, NpgsqlDbType.Uuid);
        else if (!string.IsNullOrWhiteSpace(query.User))
            Where("e.user_name ilike $?", Paging.Like(query.User), NpgsqlDbType.Text);
        Where("e.at >= $?::timestamp at time zone 'Europe/Helsinki'", query.From, NpgsqlDbType.Date);
        Where("e.at < ($? + 1)::timestamp at time zone 'Europe/Helsinki'", query.To, NpgsqlDbType.Date);
        var total = query.Count ? await Count(conditions, parameters, ct) : (long?)null;
        Where("e.id < $?", Before(query.Cursor), NpgsqlDbType.Bigint);
        var sql = $"""
            select e.id, e.at, e.user_id, e.user_name, e.use_case, e.kind, e.entity, e.entity_id, cardinality(e.contact_ids), e.contact_ids[1:20],
                   {(officer ? "v.payload::text" : "null::text")}
            from kernel.audit_entries e {(officer ? "left join kernel.audit_values v on v.entry_id = e.id" : "")}
            where {string.Join(" and ", conditions)}
            order by e.id desc limit {limit + 1}
            """;
        var page = Paging.Of(await session.Rows(sql, Read, ct, [.. parameters]), limit, last => Cursor.After(last.Id));
        return new(page.Items, page.NextCursor) { Total = total };
    }

    private async Task<long> Count(List<string> conditions, List<object?> parameters, CancellationToken ct)
    {
        var values = parameters.Cast<NpgsqlParameter>().Select(p => p.Clone()).ToArray<object?>();
        return (await session.Rows($"select count(*) from kernel.audit_entries e where {string.Join(" and ", conditions)}", row => row.GetInt64(0), ct, values))[0];
    }

    private static long? Before(string? cursor) =>
        Cursor.Read(cursor, 1) is [var id] ? Cursor.Key<long>(id) : null;

    private static AuditEvent Read(NpgsqlDataReader row) => new(
        row.GetInt64(0).ToString(CultureInfo.InvariantCulture), row.GetFieldValue<DateTimeOffset>(1), row.GetGuid(2), row.GetString(3), row.GetString(4), row.GetString(5), row.GetString(6),
        row.IsDBNull(7) ? null : row.GetGuid(7), row.GetInt32(8), row.GetFieldValue<Guid[]>(9))
    {
        Changes = row.IsDBNull(10) ? null : JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(row.GetString(10))!.ToDictionary(one => one.Key, one => Values(one.Value)),
    };

    /// <summary>Old and new of a field that changed; what an act says otherwise, such as its reason, stands alone.</summary>
    private static JsonElement[] Values(JsonElement value) => value.ValueKind == JsonValueKind.Array ? [.. value.EnumerateArray()] : [value];
}
