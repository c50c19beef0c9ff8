namespace Karelia.Crm.Consent.MailingLists;

[Allow(Role.Communications, Role.DataProtectionOfficer)]
internal sealed record ListDrift(int? Limit = null, string? Cursor = null, bool? Count = null) : IQuery<Drift>;

/// <summary>People whom the newsletter service has closed and the register still allows: somebody looks which of the two is right.</summary>
internal sealed record Drift(IReadOnlyList<DriftedPerson> Items, string? NextCursor) : Page<DriftedPerson>(Items, NextCursor), IShowsPeople
{
    public IEnumerable<Guid> ShownPeople() => Items.Select(person => person.ContactId);
}

/// <summary>Closed there (unsubscribed, unreachable, forgotten) and since when; the topics that may be mailed here.</summary>
internal sealed record DriftedPerson(Guid ContactId, string Name, string Address, string View, DateTimeOffset At, IReadOnlyList<string> Topics);

file sealed class Route : IRoute
{
    public void Map(IEndpointRouteBuilder api) => api
        .MapGet("/mailing-list-exports/drift", ([AsParameters] ListDrift query, IMediator crm, CancellationToken ct) => crm.Send(query, ct))
        .WithSummary("People whom the newsletter service has closed and the register still allows")
        .Produces<Drift>();
}

file sealed class Rules : AbstractValidator<ListDrift>
{
    public Rules() => RuleFor(q => q.Limit).IsLimit();
}

file sealed class Handler(DbSession session) : IRequestHandler<ListDrift, Drift>
{
    /// <summary>Of a person's reports the newest. An unreachable address drifts only while mail would go to that address.</summary>
    private const string Drifted = """
        from (select distinct on (contact_id) contact_id, view, address, at from consent.suppressions order by contact_id, at desc, id desc) s
        join accounts.target_person p on p.contact_id = s.contact_id
        cross join lateral (
            select array_agg(t.topic order by t.topic) as topics from unnest($1::text[]) t(topic)
            join consent.recipients('email', t.topic, null, 'marketing') r on r.contact_id = s.contact_id and r.reason is null and (s.view <> 'unreachable' or r.email = s.address)) m
        where m.topics is not null
        """;

    public async Task<Drift> Handle(ListDrift query, CancellationToken ct)
    {
        var after = ById.After(query.Cursor);
        var size = query.Limit ?? Paging.Usual;
        var topics = Topics.All.ToArray();
        var rows = await session.Rows(
            $"select s.contact_id, p.name, s.address, s.view, s.at, m.topics {Drifted} and s.contact_id > $2 order by s.contact_id limit {size + 1}",
            row => new DriftedPerson(row.GetGuid(0), row.GetString(1), row.GetString(2), row.GetString(3), row.GetFieldValue<DateTimeOffset>(4), row.GetFieldValue<string[]>(5)), ct, topics, after);
        var page = Paging.Of(rows, size, person => Cursor.After(person.ContactId.ToString()));
        return new(page.Items, page.NextCursor)
        {
            Total = query.Count == true ? (await session.Rows($"select count(*) {Drifted}", row => row.GetInt64(0), ct, (object)topics))[0] : null,
        };
    }
}
