using System.Text.Json.Serialization;
using Karelia.Crm.Accounts;

namespace Karelia.Crm.Consent.Ledger;

[Allow(Role.Reader, Role.IntegrationRead)]
internal sealed record ListConsents([property: FromRoute] Guid Id) : IQuery<Consents>;

/// <summary>What a person agreed to: what stands now, and every entry that it comes from, the newest first.</summary>
internal sealed record Consents(IReadOnlyList<StandingLine> Standing, IReadOnlyList<ConsentLine> Events) : IShowsPeople
{
    [JsonIgnore]
    public Guid ContactId { get; init; }

    public IEnumerable<Guid> ShownPeople() => [ContactId];
}

internal sealed record StandingLine(string Purpose, string State, DateTimeOffset Since, Guid EventId);

file sealed class Route : IRoute
{
    public void Map(IEndpointRouteBuilder api) => api
        .MapGet("/contacts/{id:guid}/consents", ([AsParameters] ListConsents query, IMediator crm, CancellationToken ct) => crm.Send(query, ct))
        .WithSummary("Reads a person's consents: what stands now, and the ledger with its evidence")
        .Produces<Consents>();
}

file sealed class Handler(ConsentDb db, IKnownPeople people) : IRequestHandler<ListConsents, Consents>
{
    public async Task<Consents> Handle(ListConsents query, CancellationToken ct)
    {
        var person = await people.Know(query.Id, ct);
        var events = await (
            from e in db.Events.AsNoTracking()
            join t in db.Texts on e.TextId equals t.Id into texts
            from t in texts.DefaultIfEmpty()
            where person.Ids.Contains(e.ContactId)
            orderby e.Sequence descending
            select new { Event = e, Text = t == null ? null : t.Text }).ToListAsync(ct);
        var standing = await db.Standings.AsNoTracking().Where(s => s.ContactId == person.Id).OrderBy(s => s.Purpose)
            .Select(s => new StandingLine(s.Purpose, s.State, s.Since, s.EventId)).ToListAsync(ct);
        return new(standing, [.. events.Select(e => ConsentLine.Of(e.Event, e.Text))]) { ContactId = person.Id };
    }
}
