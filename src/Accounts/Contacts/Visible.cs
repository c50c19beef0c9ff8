using Karelia.Crm.Accounts.Affiliations;

namespace Karelia.Crm.Accounts.Contacts;

/// <summary>Which people a caller knows of, and how one finds them by what one remembers of a name.</summary>
internal static class Visible
{
    /// <summary>Restricted people (GDPR art. 18) exist for the data protection officer only; erased ones and ids that were merged away for nobody.</summary>
    public static IQueryable<Contact> To(this IQueryable<Contact> contacts, CurrentUser user)
    {
        var seesRestricted = user.Is(Role.DataProtectionOfficer);
        return contacts.Where(c => c.ErasedAt == null && c.MergedIntoId == null && (seesRestricted || c.RestrictedAt == null));
    }

    /// <summary>The others.</summary>
    public static IQueryable<Contact> NotTo(this IQueryable<Contact> contacts, CurrentUser user)
    {
        var seesRestricted = user.Is(Role.DataProtectionOfficer);
        return contacts.Where(c => c.ErasedAt != null || c.MergedIntoId != null || (!seesRestricted && c.RestrictedAt != null));
    }

    /// <summary>409 when one of them is restricted and hidden from the caller: what is kept of such a person is not deleted either (GDPR art. 18).</summary>
    public static async Task RefuseIfHeld(this AccountsDb db, IEnumerable<Guid> contacts, CurrentUser user, CancellationToken ct)
    {
        if (!user.Is(Role.DataProtectionOfficer) && await db.Contacts.AnyAsync(c => contacts.Contains(c.Id) && c.RestrictedAt != null && c.ErasedAt == null, ct))
            throw new Refusal("held-for-officer", detail: "The data protection officer decides whether this may be deleted.");
    }

    /// <summary>The person with all its parts, to be changed; the id of a merged one leads to what it became a part of. 404 when the caller does not know of it.</summary>
    public static async Task<Contact> Find(this AccountsDb db, Guid id, CurrentUser user, CancellationToken ct)
    {
        var people = db.Contacts.To(user).Include(c => c.Emails).Include(c => c.Phones).Include(c => c.Roles).AsSplitQuery();
        return await people.FirstOrDefaultAsync(c => c.Id == id, ct)
            ?? (await db.Contacts.Where(c => c.Id == id).Select(c => c.MergedIntoId).FirstOrDefaultAsync(ct) is { } survivor ? await people.FirstOrDefaultAsync(c => c.Id == survivor, ct) : null)
            ?? throw Refusal.Unknown();
    }

    public static async Task<ContactDetails> Show(this AccountsDb db, Contact contact, CancellationToken ct)
    {
        var history = await db.StatusChanges.Where(change => change.ContactId == contact.Id).ToListAsync(ct);
        return ContactDetails.Of(contact, await AffiliationLine.Of(db, contact.Id, ct), history.Union(db.StatusChanges.Local.Where(change => change.ContactId == contact.Id)));
    }

    /// <summary>Every word somewhere in the names, accents and w/v forgiven; or a part of an e-mail address.</summary>
    public static async Task<IQueryable<Contact>> Matching(this IQueryable<Contact> contacts, AccountsDb db, string? q, CancellationToken ct)
    {
        var (words, found) = (Paging.Words(q), false);
        foreach (var word in words)
        {
            var address = words.Count == 1 ? word : null;
            var ids = found || !Paging.HasTrigram(word) ? null : await db.Contacts.Where(c => EF.Functions.Like(EF.Property<string>(c, "SearchText"), AccountsDb.Fold(word))).Select(c => c.Id).Take(Paging.Few + 1)
                .Concat(db.ContactEmails.Where(e => EF.Functions.Like(AccountsDb.Fold(e.Address), AccountsDb.Fold(address!))).Select(e => e.ContactId).Take(Paging.Few + 1)).ToListAsync(ct);
            found |= ids?.Count <= Paging.Few;
            contacts = ids?.Count <= Paging.Few
                ? contacts.Where(c => ids.Contains(c.Id))
                : contacts.Where(c => EF.Functions.Like(EF.Property<string>(c, "SearchText"), AccountsDb.Fold(word)) || (address != null && c.Emails.Any(e => EF.Functions.Like(AccountsDb.Fold(e.Address), AccountsDb.Fold(address!)))));
        }

        return contacts;
    }
}
