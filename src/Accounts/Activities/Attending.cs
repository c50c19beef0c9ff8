using Karelia.Crm.Accounts.Contacts;
using Karelia.Crm.Administration;

namespace Karelia.Crm.Accounts.Activities;

/// <summary>Puts people, organisations and a member of staff on an activity. Passive ones that are on it stay; none is added.</summary>
internal sealed class Attending(AccountsDb db, IUsers users, CurrentUser user)
{
    /// <summary>The whole set of people whom the caller knows of; others stay as they are.</summary>
    public async Task Bring(Activity activity, IReadOnlyList<Guid> contactIds, CancellationToken ct)
    {
        var known = activity.Contacts.Select(link => link.ContactId).ToHashSet();
        var wanted = contactIds.Concat(known).Distinct().ToArray();
        var people = await db.Contacts.To(user).Where(c => wanted.Contains(c.Id)).ToDictionaryAsync(c => c.Id, ct);
        foreach (var (id, i) in contactIds.Select((id, i) => (id, i)).Where(one => !known.Contains(one.id)).DistinctBy(one => one.id))
        {
            if (!people.TryGetValue(id, out var contact) || contact.MergedIntoId is not null)
                throw Refusal.Field($"/contactIds/{i}", "There is no such person.");
            contact.RefuseIfPassive();
            activity.Contacts.Add(new() { ActivityId = activity.Id, ContactId = id });
        }

        activity.Contacts.RemoveAll(link => people.ContainsKey(link.ContactId) && !contactIds.Contains(link.ContactId));
    }

    /// <summary>The whole set of organisations.</summary>
    public async Task Concern(Activity activity, IReadOnlyList<Guid> accountIds, CancellationToken ct)
    {
        var known = activity.Accounts.Select(link => link.AccountId).ToHashSet();
        var added = accountIds.Where(id => !known.Contains(id)).Distinct().ToArray();
        var accounts = await db.Accounts.Where(a => added.Contains(a.Id) && a.MergedIntoId == null).ToDictionaryAsync(a => a.Id, ct);
        foreach (var id in added)
        {
            if (!accounts.TryGetValue(id, out var account))
                throw Refusal.Field($"/accountIds/{accountIds.ToList().IndexOf(id)}", "There is no such organisation.");
            account.RefuseIfPassive();
            activity.Accounts.Add(new() { ActivityId = activity.Id, AccountId = id });
        }

        activity.Accounts.RemoveAll(link => !accountIds.Contains(link.AccountId));
    }

    /// <summary>409 unless it stands on somebody or something; a task may stand alone.</summary>
    public static void RefuseIfLoose(Activity activity)
    {
        if (activity.Kind != ActivityKinds.Task && activity.Contacts.Count + activity.Accounts.Count == 0)
            throw Refusal.Field("/contactIds", "Name a person or an organisation.");
    }

    /// <summary>A task is the caller's own unless said otherwise.</summary>
    public async Task Assign(Activity activity, Guid? assigneeId, bool isSaid, CancellationToken ct)
    {
        if (isSaid && assigneeId == activity.AssigneeId)
            return;
        if (!isSaid && activity.Kind != ActivityKinds.Task)
            return;
        var id = isSaid ? assigneeId : user.Id;
        var assignee = id is { } known ? await users.Find(known, ct) : null;
        if (isSaid && id is not null && assignee is null)
            throw Refusal.Field("/assigneeId", "There is no such member of staff, or the account is not in use.");
        activity.Assign(assignee?.Id, assignee?.Name);
    }

    /// <summary>403 unless the caller writes activities, or is the one who is to do it.</summary>
    public void RefuseUnlessMine(Activity activity)
    {
        if (activity.AssigneeId != user.Id && !AddActivity.Writers.Any(user.Is))
            throw new Refusal("forbidden", StatusCodes.Status403Forbidden, "Whoever is to do the task may say that it is done, and those who write activities.");
    }
}

internal static class ActivityRules
{
    private static readonly DateTimeOffset first = new(1950, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset last = new(2100, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static IRuleBuilderOptions<T, string?> IsSubject<T>(this IRuleBuilder<T, string?> rule) => rule.NotEmpty().MaximumLength(200).IsPlainText(lines: false);

    public static IRuleBuilderOptions<T, string?> IsLongText<T>(this IRuleBuilder<T, string?> rule) => rule.MaximumLength(10_000).IsPlainText();

    public static IRuleBuilderOptions<T, IReadOnlyList<Guid>?> AreFew<T>(this IRuleBuilder<T, IReadOnlyList<Guid>?> rule) => rule.IsShortList(50);

    public static IRuleBuilderOptions<T, DateTimeOffset?> IsOurTime<T>(this IRuleBuilder<T, DateTimeOffset?> rule) =>
        rule.Must(at => at is null || (at >= first && at < last)).WithMessage("The time is from 1950 to 2099.");

    public static IRuleBuilderOptions<T, DateOnly?> IsOurDay<T>(this IRuleBuilder<T, DateOnly?> rule) =>
        rule.Must(day => day is null or { Year: >= 1950 and < 2100 }).WithMessage("The day is from 1950 to 2099.");
}
