using Karelia.Crm.Events.Participants;

namespace Karelia.Crm.Events.Events;

/// <summary>An event as it stands, with how many are in each state.</summary>
internal sealed record EventDetails(
    Guid Id,
    string Name,
    string Kind,
    string State,
    string? Description,
    decimal? Credits,
    int? Capacity,
    EventAccount? Account,
    IReadOnlyList<SessionLine> Sessions,
    IReadOnlyList<EventOrganiser> Organisers,
    DateTimeOffset StartsAt,
    DateTimeOffset EndsAt,
    ParticipantCounts Participants,
    string CreatedBy,
    DateTimeOffset CreatedAt,
    DateTimeOffset UpdatedAt,
    long Version) : IVersioned;

/// <summary>One meeting: from, to and where.</summary>
internal sealed record SessionLine(DateTimeOffset StartsAt, DateTimeOffset EndsAt, string? Place = null);

/// <summary>A member of staff.</summary>
internal sealed record EventOrganiser(Guid Id, string Name);

/// <summary>An organisation of the register.</summary>
internal sealed record EventAccount(Guid Id, string Name);

/// <summary>How many are in each state; seats are taken by those who are registered or came.</summary>
internal sealed record ParticipantCounts(int Registered, int Attended, int Cancelled, int NoShow)
{
    public int Seats => Registered + Attended;
}

internal static class EventsShown
{
    public static async Task<EventDetails> Show(this EventsDb db, Event one, CancellationToken ct)
    {
        var account = one.AccountId is { } id ? await db.AccountCards.Where(a => a.Id == id).Select(a => new EventAccount(a.Id, a.Name)).FirstOrDefaultAsync(ct) : null;
        return new(
            one.Id, one.Name, one.Kind, one.State, one.Description, one.Credits, one.Capacity, account,
            [.. one.Sessions.OrderBy(s => s.StartsAt).Select(s => new SessionLine(s.StartsAt, s.EndsAt, s.Place))],
            [.. one.Organisers.OrderBy(o => o.Name, StringComparer.Ordinal).Select(o => new EventOrganiser(o.UserId, o.Name))],
            one.StartsAt, one.EndsAt, await db.Count(one.Id, ct), one.CreatedBy, one.CreatedAt, one.UpdatedAt, one.Version);
    }

    public static async Task<ParticipantCounts> Count(this EventsDb db, Guid eventId, CancellationToken ct)
    {
        var counts = await db.Counted.Where(p => p.EventId == eventId).GroupBy(p => p.State).Select(same => new { same.Key, Count = same.Count() }).ToDictionaryAsync(c => c.Key, c => c.Count, ct);
        return new(
            counts.GetValueOrDefault(ParticipantStates.Registered), counts.GetValueOrDefault(ParticipantStates.Attended),
            counts.GetValueOrDefault(ParticipantStates.Cancelled), counts.GetValueOrDefault(ParticipantStates.NoShow));
    }
}
