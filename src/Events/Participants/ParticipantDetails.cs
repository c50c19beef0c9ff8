using Karelia.Crm.Accounts;
using Karelia.Crm.Events.Events;

namespace Karelia.Crm.Events.Participants;

/// <summary>A participant as it stands. State at: since when the state is so. Full: all seats of the event are taken, by this one or by others.</summary>
internal sealed record ParticipantDetails(
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
    string Source,
    bool IsPassive,
    bool IsFull,
    long Version) : IVersioned, IShowsPeople
{
    public IEnumerable<Guid> ShownPeople() => [ContactId];
}

internal static class ParticipantsShown
{
    public static async Task<ParticipantDetails> Show(this EventsDb db, Participant p, ContactCard card, CancellationToken ct)
    {
        var account = p.AccountId is { } id ? await db.AccountCards.Where(a => a.Id == id).Select(a => new EventAccount(a.Id, a.Name)).FirstOrDefaultAsync(ct) : null;
        var capacity = await db.Events.Where(e => e.Id == p.EventId).Select(e => e.Capacity).FirstAsync(ct);
        var others = capacity is null ? 0 : await db.Counted.CountAsync(
            o => o.EventId == p.EventId && o.Id != p.Id && (o.State == ParticipantStates.Registered || o.State == ParticipantStates.Attended), ct);
        var seat = p.State is ParticipantStates.Registered or ParticipantStates.Attended ? 1 : 0;
        return new(
            p.Id, p.ContactId, card.LastName, card.FirstNames, card.CalledName, card.Email, p.Organisation, account, p.Task, p.Mode, p.RegisteredAt, p.State, p.StateAt ?? p.RegisteredAt, p.Source,
            card.IsPassive, capacity is { } most && others + seat >= most, p.Version);
    }
}

/// <summary>What is right in a participant's fields, said once for all messages.</summary>
internal static class ParticipantRules
{
    public static IRuleBuilderOptions<T, string?> IsToldText<T>(this IRuleBuilder<T, string?> rule) => rule.MaximumLength(200).IsPlainText(lines: false);

    public static IRuleBuilderOptions<T, DateTimeOffset?> IsRegistrationTime<T>(this IRuleBuilder<T, DateTimeOffset?> rule, TimeProvider clock) =>
        rule.Must(at => at is null || (at.Value.Year >= 1990 && at.Value <= clock.GetUtcNow().AddDays(1))).WithMessage("A registration lies in the past.");
}
