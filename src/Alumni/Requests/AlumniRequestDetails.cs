using Karelia.Crm.Accounts;

namespace Karelia.Crm.Alumni.Requests;

/// <summary>What an alumnus was asked for. <c>load</c>, beside a new one and a person's own list, says how often the person has been asked and written to.</summary>
internal sealed record AlumniRequestDetails(
    Guid Id,
    Guid ContactId,
    string Name,
    string Form,
    string Topic,
    DateOnly? HeldOn,
    string? Course,
    string? Organiser,
    DateOnly AskedOn,
    string? Channel,
    string State,
    string? Outcome,
    string AskedBy,
    DateTimeOffset UpdatedAt,
    long Version) : IVersioned, IShowsPeople
{
    public ContactLoad? Load { get; init; }

    public static AlumniRequestDetails Of(AlumniRequest r, ContactCard card) => new(
        r.Id, r.ContactId, $"{card.LastName} {card.CalledName ?? card.FirstNames}", r.FormCode, r.Topic, r.HeldOn, r.Course, r.Organiser, r.AskedOn, r.Channel, r.State, r.Outcome, r.AskedBy, r.UpdatedAt,
        r.Version);

    public IEnumerable<Guid> ShownPeople() => [ContactId];
}

/// <summary>How often an alumnus was asked (requests) and written to (mailings) within twelve months; more than the house's limit is a warning, never a refusal.</summary>
internal sealed record ContactLoad(int Requests, int Mailings, int Limit, bool IsMany)
{
    /// <summary>The loads of people; a request that is being written counts as <paramref name="more"/>.</summary>
    public static async Task<Dictionary<Guid, ContactLoad>> Of(AlumniDb db, IReadOnlyCollection<Guid> people, TimeProvider clock, CancellationToken ct, int more = 0)
    {
        var since = Days.Of(clock.GetUtcNow()).AddMonths(-12);
        var limit = await db.Settings.Select(s => (int?)s.MostContacts).FirstOrDefaultAsync(ct) ?? AlumniSettings.UsualMost;
        var counts = await db.Touches.Where(t => people.Contains(t.ContactId) && t.Day >= since && t.Kind != Touch.Activity).GroupBy(t => t.ContactId)
            .Select(of => new { of.Key, Requests = of.Count(t => t.Kind == Touch.Request), Mailings = of.Count(t => t.Kind == Touch.Mailing) }).ToDictionaryAsync(of => of.Key, ct);
        return people.ToDictionary(id => id, id =>
        {
            var (requests, mailings) = counts.TryGetValue(id, out var count) ? (count.Requests + more, count.Mailings) : (more, 0);
            return new ContactLoad(requests, mailings, limit, requests + mailings > limit);
        });
    }
}

/// <summary>A row of <c>alumni.contact_touch</c>: when we asked, wrote to or met a person.</summary>
internal sealed class Touch
{
    public const string Request = "request";
    public const string Mailing = "mailing";
    public const string Activity = "activity";

    public Guid ContactId { get; init; }
    public DateOnly Day { get; init; }
    public required string Kind { get; init; }
}
