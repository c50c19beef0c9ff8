using Karelia.Crm.Accounts.Accounts;
using Karelia.Crm.Accounts.Contacts;

namespace Karelia.Crm.Accounts.Activities;

/// <summary>An activity with those who took part, as far as the caller may know of them.</summary>
internal sealed record ActivityDetails(
    Guid Id,
    string Kind,
    string Subject,
    string? Text,
    DateTimeOffset At,
    DateOnly? DueOn,
    DateOnly? RemindOn,
    Owner? Assignee,
    DateTimeOffset? DoneAt,
    IReadOnlyList<LinkedContact> Contacts,
    IReadOnlyList<LinkedAccount> Accounts,
    IReadOnlyList<HeardNeed> Needs,
    string CreatedBy,
    DateTimeOffset CreatedAt,
    DateTimeOffset UpdatedAt,
    long Version) : IVersioned, IShowsPeople
{
    public IEnumerable<Guid> ShownPeople() => Contacts.Select(contact => contact.Id);
}

/// <summary>A person, by name.</summary>
internal sealed record LinkedContact(Guid Id, string Name, bool IsPassive);

/// <summary>A need that was heard in an activity.</summary>
internal sealed record HeardNeed(Guid Id, Guid AccountId, string Text, string? Field, IReadOnlyList<string> Tags, string Urgency);

internal static class ActivitiesShown
{
    /// <summary>Those that the caller may know of: with nobody in them, or with somebody whom the caller may know of.</summary>
    public static IQueryable<Activity> To(this IQueryable<Activity> activities, AccountsDb db, CurrentUser user)
    {
        var (people, others, links) = (db.Contacts.To(user), db.Contacts.NotTo(user), db.Set<ActivityContact>());
        // Few are hidden: the activities with nobody else are found from them and left out, so that who all are in all activities is not looked up.
        var hidden = links.Where(link => others.Any(c => c.Id == link.ContactId) && !links.Any(seen => seen.ActivityId == link.ActivityId && people.Any(c => c.Id == seen.ContactId)));
        return activities.Where(a => !hidden.Any(link => link.ActivityId == a.Id));
    }

    /// <summary>The activity with its links, to be changed. 404 when the caller does not know of it.</summary>
    public static async Task<Activity> FindActivity(this AccountsDb db, Guid id, CurrentUser user, CancellationToken ct) =>
        await db.Activities.To(db, user).Include(a => a.Contacts).Include(a => a.Accounts).AsSplitQuery().FirstOrDefaultAsync(a => a.Id == id, ct)
        ?? throw Refusal.Unknown();

    public static async Task<ActivityDetails> Show(this AccountsDb db, Activity activity, CurrentUser user, CancellationToken ct) => (await db.Show([activity], user, ct))[0];

    /// <summary>In the order of the ids.</summary>
    public static async Task<List<ActivityDetails>> Show(this AccountsDb db, IReadOnlyList<Guid> ids, CurrentUser user, CancellationToken ct)
    {
        var found = await db.Activities.AsNoTracking().Include(a => a.Contacts).Include(a => a.Accounts).AsSplitQuery().Where(a => ids.Contains(a.Id)).ToDictionaryAsync(a => a.Id, ct);
        return await db.Show([.. ids.Select(id => found[id])], user, ct);
    }

    private static async Task<List<ActivityDetails>> Show(this AccountsDb db, IReadOnlyList<Activity> activities, CurrentUser user, CancellationToken ct)
    {
        var ids = activities.Select(a => a.Id).ToArray();
        var contactIds = activities.SelectMany(a => a.Contacts).Select(link => link.ContactId).Distinct().ToArray();
        var accountIds = activities.SelectMany(a => a.Accounts).Select(link => link.AccountId).Distinct().ToArray();
        var contacts = contactIds.Length == 0 ? [] : await db.Contacts.AsNoTracking().To(user).Where(c => contactIds.Contains(c.Id))
            .Select(c => new LinkedContact(c.Id, c.LastName + " " + (c.CalledName ?? c.FirstNames), c.IsPassive)).ToDictionaryAsync(c => c.Id, ct);
        var accounts = accountIds.Length == 0 ? [] : await db.Accounts.AsNoTracking().Where(a => accountIds.Contains(a.Id))
            .Select(a => new LinkedAccount(a.Id, a.Name, a.IsPassive)).ToDictionaryAsync(a => a.Id, ct);
        var needs = await db.Needs.Where(n => n.ActivityId != null && ids.Contains(n.ActivityId.Value)).ToListAsync(ct);
        var heard = needs.Union(db.Needs.Local).ToLookup(n => n.ActivityId, n => new HeardNeed(n.Id, n.AccountId, n.Text, n.Field, n.Tags, n.Urgency));
        return [.. activities.Select(a => new ActivityDetails(
            a.Id, a.Kind, a.Subject, a.Text, a.At, a.DueOn, a.RemindOn, a.AssigneeId is { } assignee ? new(assignee, a.AssigneeName ?? "") : null, a.DoneAt,
            [.. a.Contacts.Select(link => contacts.GetValueOrDefault(link.ContactId)).OfType<LinkedContact>().Distinct()],
            [.. a.Accounts.Select(link => accounts.GetValueOrDefault(link.AccountId)).OfType<LinkedAccount>().Distinct()],
            [.. heard[a.Id]], a.CreatedBy, a.CreatedAt, a.UpdatedAt, a.Version))];
    }
}
