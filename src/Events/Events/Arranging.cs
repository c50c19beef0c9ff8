using Karelia.Crm.Administration;

namespace Karelia.Crm.Events.Events;

/// <summary>Who arranges an event: members of staff, and an organisation of the register.</summary>
internal static class Arranging
{
    /// <summary>A passive organisation is not used anew; one that the event has already stays.</summary>
    public static async Task<Guid?> Account(this EventsDb db, Guid? accountId, Guid? present, CancellationToken ct)
    {
        if (accountId is null || accountId == present)
            return accountId;
        var card = await db.AccountCards.FirstOrDefaultAsync(a => a.Id == accountId, ct) ?? throw Refusal.Field("/accountId", "There is no such organisation.");
        return card.IsPassive ? throw Refusal.Passive() : card.Id;
    }

    public static async Task Organise(this Event one, IReadOnlyList<Guid> ids, IUsers users, CancellationToken ct)
    {
        one.Organisers.RemoveAll(organiser => !ids.Contains(organiser.UserId));
        foreach (var id in ids.Distinct().Where(id => one.Organisers.All(organiser => organiser.UserId != id)).ToList())
        {
            var user = await users.Find(id, ct) ?? throw Refusal.Field("/organiserIds", "There is no such member of staff, or the account is not in use.");
            one.Organisers.Add(new() { EventId = one.Id, UserId = user.Id, Name = user.Name });
        }
    }
}
