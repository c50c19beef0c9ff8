using Karelia.Crm.Accounts;

namespace Karelia.Crm.Events.Participants;

[Allow(Role.CustomerManager)]
internal sealed record GetSpecialNeeds([FromRoute] Guid Id) : IQuery<SpecialNeedsList>;

/// <summary>What the arrangements must take into account: diets counted for the kitchen, and each person's own words. All of it goes on the day named.</summary>
internal sealed record SpecialNeedsList(IReadOnlyList<DietCount> Diets, IReadOnlyList<SpecialNeedsItem> Items, DateOnly EraseOn) : IShowsPeople
{
    public IEnumerable<Guid> ShownPeople() => Items.Select(item => item.ContactId);
}

/// <summary>How many asked for a diet, capitals and spaces forgiven.</summary>
internal sealed record DietCount(string Diet, int Count);

internal sealed record SpecialNeedsItem(Guid ParticipantId, Guid ContactId, string Name, string? Diet, string? Accessibility);

file sealed class Route : IRoute
{
    public void Map(IEndpointRouteBuilder api) => api
        .MapGet("/events/{id:guid}/special-needs", ([AsParameters] GetSpecialNeeds query, IMediator crm, CancellationToken ct) => crm.Send(query, ct))
        .WithSummary("Diets and accessibility of those who are coming; kept for 30 days after the event");
}

file sealed class Handler(EventsDb db) : IRequestHandler<GetSpecialNeeds, SpecialNeedsList>
{
    public async Task<SpecialNeedsList> Handle(GetSpecialNeeds query, CancellationToken ct)
    {
        var one = await db.Events.Where(e => e.Id == query.Id).Select(e => new { e.Id, KeptUntil = EventsDb.NeedsKeptUntil(e.EndsAt) }).FirstOrDefaultAsync(ct) ?? throw Refusal.Unknown();
        var items = await (
            from needs in db.SpecialNeeds
            join participant in db.Participants on needs.ParticipantId equals participant.Id
            join card in db.ContactCards on participant.ContactId equals card.Id
            where participant.EventId == one.Id && (needs.Diet != null || needs.Accessibility != null) && (participant.State == ParticipantStates.Registered || participant.State == ParticipantStates.Attended)
            orderby card.SortName, card.Id
            select new SpecialNeedsItem(participant.Id, card.Id, card.LastName + " " + (card.CalledName ?? card.FirstNames), needs.Diet, needs.Accessibility)).ToListAsync(ct);
        var diets = items.Where(item => item.Diet is not null).GroupBy(item => item.Diet!.Trim().ToLowerInvariant())
            .Select(same => new DietCount(same.First().Diet!.Trim(), same.Count())).OrderByDescending(diet => diet.Count).ThenBy(diet => diet.Diet, StringComparer.Ordinal).ToList();
        return new(diets, items, Days.Of(one.KeptUntil));
    }
}
