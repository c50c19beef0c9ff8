using System.Text.Json.Serialization;

namespace Karelia.Crm.Administration.Audit;

[Allow(Role.DataProtectionOfficer)]
internal sealed record ListViewers([property: FromRoute] Guid Id) : IQuery<Viewers>;

/// <summary>Who has seen, changed or taken out a person's data, whoever looked last first.</summary>
internal sealed record Viewers(IReadOnlyList<Viewer> Items) : IShowsPeople
{
    [JsonIgnore]
    public Guid ContactId { get; init; }

    public IEnumerable<Guid> ShownPeople() => Items.Count > 0 ? [ContactId] : [];
}

/// <summary>One user or application: how often it read, changed and did other things with the data, by which use cases.</summary>
internal sealed record Viewer(Guid UserId, string By, long Reads, long Changes, long Others, DateTimeOffset First, DateTimeOffset Last, IReadOnlyList<string> UseCases);

file sealed class Route : IRoute
{
    public void Map(IEndpointRouteBuilder api) => api
        .MapGet("/contacts/{id:guid}/viewers", ([AsParameters] ListViewers query, IMediator crm, CancellationToken ct) => crm.Send(query, ct))
        .WithSummary("Who has seen this person: everyone who read, changed or exported the data, by the audit log")
        .Produces<Viewers>();
}

file sealed class Handler(DbSession session) : IRequestHandler<ListViewers, Viewers>
{
    /// <summary>Records that were merged into the person are the person too.</summary>
    public async Task<Viewers> Handle(ListViewers query, CancellationToken ct)
    {
        var ids = await session.Rows("select a.id from accounts.contact_alias a where a.contact_id = $1", row => row.GetGuid(0), ct, query.Id);
        return new(await session.Rows(
            """
            select e.user_id, max(e.user_name), count(*) filter (where e.kind in ('read', 'search')), count(*) filter (where e.kind in ('added', 'modified', 'removed', 'merge', 'import')),
                   count(*) filter (where e.kind not in ('read', 'search', 'added', 'modified', 'removed', 'merge', 'import')), min(e.at), max(e.at), array_agg(distinct e.use_case order by e.use_case)
            from kernel.audit_entries e where e.contact_ids && $1 group by e.user_id order by max(e.at) desc limit 500
            """,
            row => new Viewer(
                row.GetGuid(0), row.GetString(1), row.GetInt64(2), row.GetInt64(3), row.GetInt64(4), row.GetFieldValue<DateTimeOffset>(5), row.GetFieldValue<DateTimeOffset>(6),
                row.GetFieldValue<string[]>(7)),
            ct, new[] { query.Id }.Concat(ids).ToArray()))
        { ContactId = query.Id };
    }
}
