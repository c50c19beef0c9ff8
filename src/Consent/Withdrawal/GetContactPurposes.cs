using System.Text.Json.Serialization;
using Karelia.Crm.Accounts;
using Karelia.Crm.Consent.Purposes;
using Karelia.Crm.Consent.Retention;

namespace Karelia.Crm.Consent.Withdrawal;

[Allow(Role.DataProtectionOfficer)]
internal sealed record GetContactPurposes([property: FromRoute] Guid Id) : IQuery<ContactPurposes>;

/// <summary>For what a person's data is held now, what the person objects to, what waits for erasure, and whether a legal hold keeps it all.</summary>
internal sealed record ContactPurposes(
    IReadOnlyList<ActivePurpose> Active, IReadOnlyList<ObjectionLine> Objections, IReadOnlyList<string> WaitingForErasure, IReadOnlyList<LegalHoldLine> LegalHolds) : IShowsPeople
{
    [JsonIgnore]
    public Guid ContactId { get; init; }

    public IEnumerable<Guid> ShownPeople() => [ContactId];
}

file sealed class Route : IRoute
{
    public void Map(IEndpointRouteBuilder api) => api
        .MapGet("/contacts/{id:guid}/purposes", ([AsParameters] GetContactPurposes query, IMediator crm, CancellationToken ct) => crm.Send(query, ct))
        .WithSummary("For what a person's data is held now, objections, what waits for erasure, and legal holds")
        .Produces<ContactPurposes>();
}

file sealed class Handler(ConsentDb db, IKnownPeople people, ActivePurposes purposes) : IRequestHandler<GetContactPurposes, ContactPurposes>
{
    public async Task<ContactPurposes> Handle(GetContactPurposes query, CancellationToken ct)
    {
        var person = await people.Know(query.Id, ct);
        var objections = await db.Set<Objection>().AsNoTracking().Where(o => o.ContactId == person.Id).OrderBy(o => o.At).ToListAsync(ct);
        var waiting = await db.Set<ErasureTask>().Where(t => t.ContactId == person.Id && t.State == ErasureTask.Open).Select(t => t.Purpose).ToListAsync(ct);
        var holds = await db.Set<LegalHold>().AsNoTracking().Where(h => h.ContactId == person.Id).OrderBy(h => h.SetAt).ToListAsync(ct);
        return new(await purposes.Of(person.Id, ct), [.. objections.Select(ObjectionLine.Of)], waiting, [.. holds.Select(LegalHoldLine.Of)]) { ContactId = person.Id };
    }
}
