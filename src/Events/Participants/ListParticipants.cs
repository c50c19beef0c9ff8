using Karelia.Crm.Accounts;
using Karelia.Crm.Events.Events;

namespace Karelia.Crm.Events.Participants;

[Allow(Role.Reader, Role.IntegrationRead)]
internal sealed record ListParticipants(
    [FromRoute] Guid Id, string? Q = null, string? State = null, Guid? AccountId = null, string? Sort = null, int? Limit = null, string? Cursor = null, bool? Count = null) : IQuery<ParticipantPage>;

internal sealed record ParticipantPage(IReadOnlyList<ParticipantItem> Items, string? NextCursor) : Page<ParticipantItem>(Items, NextCursor), IShowsPeople
{
    public IEnumerable<Guid> ShownPeople() => Items.Select(item => item.ContactId);
}

/// <summary>A participant in a list: who, from where, and since when the state is so.</summary>
internal sealed record ParticipantItem(
    Guid Id,
    Guid ContactId,
    string LastName,
    string FirstNames,
    string? CalledName,
    string? Email,
    string? Organisation,
    EventAccount? Account,
    string? Task,
    string? Mode,
    DateTimeOffset RegisteredAt,
    string State,
    DateTimeOffset StateAt,
    bool IsPassive,
    long Version);

file sealed class Route : IRoute
{
    public void Map(IEndpointRouteBuilder api) => api
        .MapGet("/events/{id:guid}/participants", ([AsParameters] ListParticipants query, IMediator crm, CancellationToken ct) => crm.Send(query, ct))
        .WithSummary("Participants of an event by name, unless sorted otherwise");
}

file sealed class ParticipantRow
{
    public required Participant Participant { get; init; }
    public required ContactCard Card { get; init; }
}

file static class Orders
{
    public static readonly Sorts<ParticipantRow> All = new Sorts<ParticipantRow>(row => row.Participant.Id)
        .By("name", row => row.Card.SortName).By("registeredAt", row => row.Participant.RegisteredAt).By("organisation", row => row.Participant.Organisation ?? "").By("state", row => row.Participant.State);
}

file sealed class Rules : AbstractValidator<ListParticipants>
{
    public Rules()
    {
        RuleFor(q => q.Q).MaximumLength(200).IsPlainText();
        RuleFor(q => q.State).IsOneOf(ParticipantStates.All);
        RuleFor(q => q.Sort).IsOneOf(Orders.All.Names);
        RuleFor(q => q.Limit).IsLimit();
    }
}

file sealed class Handler(EventsDb db) : IRequestHandler<ListParticipants, ParticipantPage>
{
    public async Task<ParticipantPage> Handle(ListParticipants query, CancellationToken ct)
    {
        if (!await db.Events.AnyAsync(e => e.Id == query.Id, ct))
            throw Refusal.Unknown();
        var page = await Orders.All.Page(
            Chosen(query), query.Sort, query.Limit, query.Cursor, query.Count,
            row => new ParticipantItem(
                row.Participant.Id, row.Card.Id, row.Card.LastName, row.Card.FirstNames, row.Card.CalledName, row.Card.Email, row.Participant.Organisation,
                db.AccountCards.Where(a => a.Id == row.Participant.AccountId).Select(a => new EventAccount(a.Id, a.Name)).FirstOrDefault(),
                row.Participant.Task, row.Participant.Mode, row.Participant.RegisteredAt, row.Participant.State, row.Participant.StateAt ?? row.Participant.RegisteredAt,
                row.Card.IsPassive, row.Participant.Version),
            ct);
        return new(page.Items, page.NextCursor) { Total = page.Total };
    }

    private IQueryable<ParticipantRow> Chosen(ListParticipants query)
    {
        var rows =
            from participant in db.Participants.AsNoTracking().Where(p => p.EventId == query.Id)
            join card in db.ContactCards on participant.ContactId equals card.Id
            select new ParticipantRow { Participant = participant, Card = card };
        foreach (var word in Paging.Words(query.Q))
            rows = rows.Where(row => EF.Functions.Like(row.Card.SearchText, EventsDb.Fold(word)) || EF.Functions.Like(row.Card.Email!, word)
                || EF.Functions.Like(EF.Property<string>(row.Participant, "SearchText"), EventsDb.Fold(word)));
        if (query.State is not null)
            rows = rows.Where(row => row.Participant.State == query.State);
        if (query.AccountId is not null)
            rows = rows.Where(row => row.Participant.AccountId == query.AccountId);
        return rows;
    }
}
