namespace Karelia.Crm.Accounts.Accounts;

/// <summary>Organisations as the use cases meet them.</summary>
internal static class Register
{
    /// <summary>The organisation with all its parts, to be changed; the id of a merged one leads to what it became a part of.</summary>
    public static async Task<Account> Find(this AccountsDb db, Guid id, CancellationToken ct)
    {
        var accounts = db.Accounts.Include(a => a.Addresses).Include(a => a.EInvoiceAddresses).AsSplitQuery();
        return await accounts.FirstOrDefaultAsync(a => a.Id == id && a.MergedIntoId == null, ct)
            ?? (await db.Accounts.Where(a => a.Id == id).Select(a => a.MergedIntoId).FirstOrDefaultAsync(ct) is { } survivor ? await accounts.FirstOrDefaultAsync(a => a.Id == survivor, ct) : null)
            ?? throw Refusal.Unknown();
    }

    public static async Task<AccountDetails> Show(this AccountsDb db, Account account, CancellationToken ct)
    {
        var parent = account.ParentId is { } id ? await db.Accounts.Where(a => a.Id == id).Select(a => new LinkedAccount(a.Id, a.Name, a.IsPassive)).FirstOrDefaultAsync(ct) : null;
        var history = await db.StatusChanges.Where(change => change.AccountId == account.Id).ToListAsync(ct);
        return AccountDetails.Of(account, parent, history.Union(db.StatusChanges.Local.Where(change => change.AccountId == account.Id)));
    }

    /// <summary>409 when another organisation has the business id; says which.</summary>
    public static async Task RefuseKnown(this AccountsDb db, Account account, CancellationToken ct)
    {
        if (account.BusinessId is null)
            return;
        if (await db.Accounts.AsNoTracking().FirstOrDefaultAsync(a => a.BusinessId == account.BusinessId && a.Id != account.Id && a.MergedIntoId == null, ct) is { } known)
        {
            throw new Refusal("duplicate", detail: $"The business id {account.BusinessId} belongs to {known.Name} already.")
            {
                More = new Dictionary<string, object?> { ["accountId"] = known.Id },
            };
        }
    }

    /// <summary>The organisation above, if it can be that: there, active, and not below this one itself.</summary>
    public static async Task<Account?> Parent(this AccountsDb db, Account account, Guid? parentId, CancellationToken ct)
    {
        if (parentId is null)
            return null;
        var parent = await db.Accounts.FirstOrDefaultAsync(a => a.Id == parentId && a.MergedIntoId == null, ct) ?? throw Refusal.Field("/parentId", "There is no such organisation.");
        if (parent.Id != account.ParentId)
            parent.RefuseIfPassive();
        for (var above = parent; above is not null; above = above.ParentId is { } id ? await db.Accounts.FirstOrDefaultAsync(a => a.Id == id, ct) : null)
        {
            if (above.Id == account.Id)
                throw Refusal.Field("/parentId", "An organisation cannot be a part of itself.");
        }

        return parent;
    }
}
