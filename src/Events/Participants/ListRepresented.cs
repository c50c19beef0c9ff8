using Karelia.Crm.Events.Events;

namespace Karelia.Crm.Events.Participants;

[Allow(Role.Reader, Role.IntegrationRead)]
internal sealed record ListRepresented([FromRoute] Guid Id) : IQuery<RepresentedList>;

/// <summary>Organisations at an event, the most people first.</summary>
internal sealed record RepresentedList(IReadOnlyList<RepresentedItem> Items);

/// <summary>An organisation of the register, or the words of those who represent one that is not there; how many registered, and how many of them came.</summary>
internal sealed record RepresentedItem(string Name, EventAccount? Account, int Participants, int Attended);

file sealed class Route : IRoute
{
    public void Map(IEndpointRouteBuilder api) => api
        .MapGet("/events/{id:guid}/organisations", ([AsParameters] ListRepresented query, IMediator crm, CancellationToken ct) => crm.Send(query, ct))
        .WithSummary("Organisations that the participants of an event represent, without those who cancelled");
}

file sealed class Handler(EventsDb db, DbSession session) : IRequestHandler<ListRepresented, RepresentedList>
{
    public async Task<RepresentedList> Handle(ListRepresented query, CancellationToken ct)
    {
        if (!await db.Events.AnyAsync(e => e.Id == query.Id, ct))
            throw Refusal.Unknown();
        return new(await session.Rows(
            """
            select coalesce(min(a.name), min(p.organisation)), a.id, count(*)::int, (count(*) filter (where p.state = 'attended'))::int
            from events.participants p left join accounts.account_card a on a.id = p.account_id
            where p.event_id = $1 and p.state <> 'cancelled' and coalesce(a.name, p.organisation) is not null
              and not exists (select from accounts.contact_alias m where m.id = p.contact_id)
            group by a.id, case when a.id is null then accounts.fold(p.organisation) end
            order by 3 desc, 1 limit 500
            """,
            row => new RepresentedItem(row.GetString(0), row.IsDBNull(1) ? null : new(row.GetGuid(1), row.GetString(0)), row.GetInt32(2), row.GetInt32(3)), ct, query.Id));
    }
}
