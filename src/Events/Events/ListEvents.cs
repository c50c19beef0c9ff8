using Karelia.Crm.Accounts;
using Karelia.Crm.Events.Participants;

namespace Karelia.Crm.Events.Events;

[Allow(Role.Reader, Role.IntegrationRead)]
internal sealed record ListEvents(
    string? Q = null,
    string? Kind = null,
    string? State = null,
    string? When = null,
    DateOnly? From = null,
    DateOnly? To = null,
    Guid? AccountId = null,
    Guid? OrganiserId = null,
    string? Sort = null,
    int? Limit = null,
    string? Cursor = null,
    bool? Count = null) : IQuery<EventPage>;

internal sealed record EventPage(IReadOnlyList<EventItem> Items, string? NextCursor) : Page<EventItem>(Items, NextCursor);

/// <summary>An event in a list; place is the first session's. Seats are taken by those who are registered or came.</summary>
internal sealed record EventItem(
    Guid Id, string Name, string Kind, string State, DateTimeOffset StartsAt, DateTimeOffset EndsAt, int Sessions, string? Place, decimal? Credits, int? Capacity, int Seats, int Attended);

file sealed class Route : IRoute
{
    public void Map(IEndpointRouteBuilder api) => api
        .MapGet("/events", ([AsParameters] ListEvents query, IMediator crm, CancellationToken ct) => crm.Send(query, ct))
        .WithSummary("Events; the coming ones the nearest first, all and past ones the latest first unless sorted otherwise");
}

file static class Orders
{
    public static readonly string[] Times = ["coming", "past"];

    public static readonly Sorts<Event> All = new Sorts<Event>(e => e.Id).By("startsAt", e => e.StartsAt).By("name", e => e.Name);
}

file sealed class Rules : AbstractValidator<ListEvents>
{
    public Rules()
    {
        RuleFor(q => q.Q).MaximumLength(200).IsPlainText();
        RuleFor(q => q.Kind).IsOneOf(EventCodes.Kinds);
        RuleFor(q => q.State).IsOneOf(EventCodes.States);
        RuleFor(q => q.When).IsOneOf(Orders.Times);
        RuleFor(q => q.From).InclusiveBetween(Days.First, Days.Last);
        RuleFor(q => q.To).InclusiveBetween(Days.First, Days.Last);
        RuleFor(q => q.Sort).IsOneOf(Orders.All.Names);
        RuleFor(q => q.Limit).IsLimit();
    }
}

file sealed class Handler(EventsDb db, TimeProvider clock) : IRequestHandler<ListEvents, EventPage>
{
    public async Task<EventPage> Handle(ListEvents query, CancellationToken ct)
    {
        var counted = db.Counted;
        var page = await Orders.All.Page(
            Chosen(query), query.Sort ?? (query.When == "coming" ? "startsAt" : "-startsAt"), query.Limit, query.Cursor, query.Count,
            e => new EventItem(
                e.Id, e.Name, e.Kind, e.State, e.StartsAt, e.EndsAt, e.Sessions.Count, e.Sessions.OrderBy(s => s.StartsAt).Select(s => s.Place).FirstOrDefault(), e.Credits, e.Capacity,
                counted.Count(p => p.EventId == e.Id && (p.State == ParticipantStates.Registered || p.State == ParticipantStates.Attended)),
                counted.Count(p => p.EventId == e.Id && p.State == ParticipantStates.Attended)),
            ct);
        return new(page.Items, page.NextCursor) { Total = page.Total };
    }

    private IQueryable<Event> Chosen(ListEvents query)
    {
        var events = db.Events.AsNoTracking();
        foreach (var word in Paging.Words(query.Q))
            events = events.Where(e => EF.Functions.Like(EF.Property<string>(e, "SearchText"), EventsDb.Fold(word)));
        if (query.Kind is not null)
            events = events.Where(e => e.Kind == query.Kind);
        if (query.State is not null)
            events = events.Where(e => e.State == query.State);
        // What runs now is still to come.
        if (query.When is { } time && clock.GetUtcNow() is var now)
            events = time == "coming" ? events.Where(e => e.EndsAt >= now) : events.Where(e => e.EndsAt < now);
        if (query.From is { } first && Days.Start(first) is var since)
            events = events.Where(e => e.EndsAt >= since);
        if (query.To is { } last && Days.Start(last.AddDays(1)) is var until)
            events = events.Where(e => e.StartsAt < until);
        if (query.AccountId is not null)
            events = events.Where(e => e.AccountId == query.AccountId || db.Participants.Any(p => p.EventId == e.Id && p.AccountId == query.AccountId));
        if (query.OrganiserId is not null)
            events = events.Where(e => e.Organisers.Any(o => o.UserId == query.OrganiserId));
        return events;
    }
}
