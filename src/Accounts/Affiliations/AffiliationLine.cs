using Karelia.Crm.Accounts.Accounts;

namespace Karelia.Crm.Accounts.Affiliations;

/// <summary>A person's place in an organisation. The last day is null while it lasts.</summary>
internal sealed record AffiliationLine(Guid Id, LinkedAccount Account, string? Title, string? RoleThere, DateOnly? ValidFrom, DateOnly? ValidTo, bool IsPrimary)
{
    /// <summary>A person's places, the primary and the present ones first.</summary>
    public static Task<List<AffiliationLine>> Of(AccountsDb db, Guid contactId, CancellationToken ct) => db.Affiliations.AsNoTracking().Where(a => a.ContactId == contactId)
        .Join(db.Accounts, a => a.AccountId, account => account.Id, (a, account) => new { Place = a, Account = account })
        .OrderByDescending(p => p.Place.IsPrimary).ThenByDescending(p => p.Place.ValidTo == null).ThenByDescending(p => p.Place.ValidFrom).ThenBy(p => p.Place.Id)
        .Select(p => new AffiliationLine(
            p.Place.Id, new(p.Account.Id, p.Account.Name, p.Account.IsPassive), p.Place.Title, p.Place.RoleThere, p.Place.ValidFrom, p.Place.ValidTo, p.Place.IsPrimary))
        .ToListAsync(ct);
}
