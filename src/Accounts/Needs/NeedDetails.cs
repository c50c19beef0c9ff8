using Karelia.Crm.Accounts.Accounts;
using Karelia.Crm.Accounts.Activities;
using Karelia.Crm.Accounts.Contacts;

namespace Karelia.Crm.Accounts.Needs;

/// <summary>A need with whose it is; who told of it, as far as the caller may know of that person.</summary>
internal sealed record NeedDetails(
    Guid Id,
    LinkedAccount Account,
    LinkedContact? Contact,
    Guid? ActivityId,
    string Text,
    string? Field,
    IReadOnlyList<string> Tags,
    string Urgency,
    DateOnly HeardOn,
    string CreatedBy,
    DateTimeOffset CreatedAt,
    DateTimeOffset UpdatedAt,
    long Version) : IVersioned, IShowsPeople
{
    public IEnumerable<Guid> ShownPeople() => Contact is null ? [] : [Contact.Id];
}

internal static class NeedsShown
{
    public static async Task<NeedDetails> Show(this AccountsDb db, Need need, CurrentUser user, CancellationToken ct) => (await db.Show([need], user, ct))[0];

    public static async Task<List<NeedDetails>> Show(this AccountsDb db, IReadOnlyList<Need> needs, CurrentUser user, CancellationToken ct)
    {
        var accountIds = needs.Select(n => n.AccountId).Distinct().ToArray();
        var contactIds = needs.Select(n => n.ContactId).OfType<Guid>().Distinct().ToArray();
        var accounts = await db.Accounts.AsNoTracking().Where(a => accountIds.Contains(a.Id)).Select(a => new LinkedAccount(a.Id, a.Name, a.IsPassive)).ToDictionaryAsync(a => a.Id, ct);
        var contacts = contactIds.Length == 0 ? [] : await db.Contacts.AsNoTracking().To(user).Where(c => contactIds.Contains(c.Id))
            .Select(c => new LinkedContact(c.Id, c.LastName + " " + (c.CalledName ?? c.FirstNames), c.IsPassive)).ToDictionaryAsync(c => c.Id, ct);
        return [.. needs.Select(n => new NeedDetails(
            n.Id, accounts[n.AccountId], n.ContactId is { } contact ? contacts.GetValueOrDefault(contact) : null, n.ActivityId, n.Text, n.Field, n.Tags, n.Urgency, n.HeardOn,
            n.CreatedBy, n.CreatedAt, n.UpdatedAt, n.Version))];
    }
}
