using Karelia.Crm.Events.Events;
using Karelia.Crm.Events.Participants;
using Karelia.Crm.Kernel.Web;

namespace Karelia.Crm.Events.Attendance;

/// <summary>
/// Ticks from the door, in any order and as often as the network needs: one that came before does nothing, and of two for one participant the later by the phone's time wins.
/// </summary>
[Allow(Role.CustomerManager)]
internal sealed record TickAttendance(IReadOnlyList<TickLine> Ticks) : ICommand<TickedAttendance>
{
    [FromRoute] public Guid Id { get; init; }
}

/// <summary>A tick: client id is made up by the phone, one for each touch; at is the phone's time. State taken-back: not come after all, back to what was before the tick.</summary>
internal sealed record TickLine(Guid ParticipantId, string State, DateTimeOffset At, Guid ClientId);

/// <summary>What came of each tick, and how the participants named stand now.</summary>
internal sealed record TickedAttendance(IReadOnlyList<TickOutcome> Ticks, IReadOnlyList<TickedParticipant> Participants, ParticipantCounts Counts);

/// <summary>applied; repeated: it was here before; older: a later one holds; passive: the person is passive, nothing changes; unknown: there is no such participant any more.</summary>
internal sealed record TickOutcome(Guid ClientId, Guid ParticipantId, string Outcome);

internal sealed record TickedParticipant(Guid Id, string State, DateTimeOffset StateAt, long Version);

file sealed class Route : IRoute
{
    public void Map(IEndpointRouteBuilder api) => api
        .MapPut("/events/{id:guid}/attendance", (Guid id, TickAttendance command, IMediator crm, CancellationToken ct) => crm.Send(command with { Id = id }, ct))
        .WithoutVersion()
        .WithSummary("Ticks attendance by batches that may come twice, late or in another order; answers how the participants stand");
}

file sealed class Rules : AbstractValidator<TickAttendance>
{
    public const int Most = 500;

    public Rules()
    {
        RuleFor(a => a.Ticks).NotEmpty().IsShortList(Most);
        RuleForEach(a => a.Ticks).SetValidator(new TickRules());
    }

    private sealed class TickRules : AbstractValidator<TickLine>
    {
        public TickRules()
        {
            RuleFor(t => t.State).NotNull().IsOneOf([.. ParticipantStates.All, ParticipantStates.TakenBack]);
            RuleFor(t => t.At).Must(at => at.Year is >= 2000 and < 2200).WithMessage("The time of the tick.");
            RuleFor(t => t.ClientId).NotEmpty();
        }
    }
}

file sealed class Handler(EventsDb db, DbSession session, TimeProvider clock) : IRequestHandler<TickAttendance, TickedAttendance>
{
    public async Task<TickedAttendance> Handle(TickAttendance command, CancellationToken ct)
    {
        if (!await db.Events.AnyAsync(e => e.Id == command.Id, ct))
            throw Refusal.Unknown();
        var ids = command.Ticks.Select(tick => tick.ParticipantId).Distinct().ToArray();
        // Two phones at one door: the second waits for the first. In one order, so that neither waits for the other for ever.
        await session.Execute("select 1 from events.participants where event_id = $1 and id = any($2) order by id for update", ct, command.Id, ids);
        var participants = await db.Participants.Where(p => p.EventId == command.Id && ids.Contains(p.Id)).ToDictionaryAsync(p => p.Id, ct);
        var contacts = participants.Values.Select(p => p.ContactId).ToList();
        var passive = await db.ContactCards.Where(c => contacts.Contains(c.Id)).ToDictionaryAsync(c => c.Id, c => c.IsPassive, ct);
        var clientIds = command.Ticks.Select(tick => tick.ClientId).ToList();
        var seen = (await db.Ticks.Where(t => clientIds.Contains(t.ClientId)).Select(t => t.ClientId).ToListAsync(ct)).ToHashSet();
        var now = clock.Now();
        // A phone whose clock is ahead would win over all that comes after it; what it sent stays in its own order.
        var lead = command.Ticks.Max(tick => tick.At.ToMicroseconds()) is var last && last > now ? last - now : TimeSpan.Zero;
        var changed = new HashSet<Participant>();
        List<TickOutcome> outcomes = [.. command.Ticks.Select(tick => new TickOutcome(tick.ClientId, tick.ParticipantId, Apply(tick)))];
        foreach (var participant in changed)
            participant.Touch(now);
        return new(
            outcomes,
            [.. participants.Values.Where(p => passive.ContainsKey(p.ContactId)).Select(p => new TickedParticipant(p.Id, p.State, p.StateAt ?? p.RegisteredAt, p.Version))],
            await Counts(command.Id, changed, ct));

        string Apply(TickLine tick)
        {
            if (!participants.TryGetValue(tick.ParticipantId, out var participant) || !passive.TryGetValue(participant.ContactId, out var isPassive))
                return "unknown";
            if (seen.Contains(tick.ClientId))
                return "repeated";
            if (isPassive)
                return "passive";
            seen.Add(tick.ClientId);
            var at = tick.At.ToMicroseconds() - lead;
            db.Ticks.Add(new() { ClientId = tick.ClientId, EventId = command.Id, ContactId = participant.ContactId, State = tick.State, At = at, ReceivedAt = now });
            // What a sheet said yields to the door, whenever it came.
            if (participant is { StateAt: { } since, TickId: { } last } && (at, tick.ClientId).CompareTo((since, last)) <= 0)
                return "older";
            participant.Become(tick.State, at, tick.ClientId);
            changed.Add(participant);
            return "applied";
        }
    }

    /// <summary>With the ticks that are saved after this.</summary>
    private async Task<ParticipantCounts> Counts(Guid eventId, IReadOnlySet<Participant> changed, CancellationToken ct)
    {
        var ids = changed.Select(p => p.Id).ToList();
        var rest = await db.Counted.Where(p => p.EventId == eventId && !ids.Contains(p.Id)).GroupBy(p => p.State).Select(same => new { same.Key, Count = same.Count() }).ToListAsync(ct);
        int Of(string state) => (rest.Find(one => one.Key == state)?.Count ?? 0) + changed.Count(p => p.State == state);
        return new(Of(ParticipantStates.Registered), Of(ParticipantStates.Attended), Of(ParticipantStates.Cancelled), Of(ParticipantStates.NoShow));
    }
}
