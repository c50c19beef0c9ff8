using Karelia.Crm.Accounts.Accounts;
using Karelia.Crm.Accounts.Contacts;

namespace Karelia.Crm.Accounts.Bulk;

/// <summary>The records of a bulk change: all that match a filter but these, or these.</summary>
internal interface ISelection
{
    IReadOnlyList<Guid>? Ids { get; }
    IReadOnlyList<Guid>? Except { get; }
}

/// <summary>Which records a selection means, as the caller knows them at this moment.</summary>
internal sealed class Selections(AccountsDb db, Groups groups, CurrentUser user)
{
    public const int MostIds = 10_000;

    public async Task<List<Guid>> Contacts(ISelection selection, PeopleFilter? filter, CancellationToken ct)
    {
        var people = db.Contacts.AsNoTracking().To(user);
        people = filter is null ? people.Where(c => c.MergedIntoId == null && selection.Ids!.Contains(c.Id)) : await people.Chosen(db, groups, filter, ct);
        return Without(selection, await people.OrderBy(c => c.Id).Select(c => c.Id).ToListAsync(ct));
    }

    public async Task<List<Guid>> Accounts(ISelection selection, AccountFilter? filter, CancellationToken ct)
    {
        var accounts = db.Accounts.AsNoTracking();
        accounts = filter is null ? accounts.Where(a => a.MergedIntoId == null && selection.Ids!.Contains(a.Id)) : accounts.Chosen(db, filter);
        return Without(selection, await accounts.OrderBy(a => a.Id).Select(a => a.Id).ToListAsync(ct));
    }

    private static List<Guid> Without(ISelection selection, List<Guid> ids)
    {
        if (selection.Except is { Count: > 0 } except && except.ToHashSet() is var left)
            ids.RemoveAll(left.Contains);
        return ids.Count > 0 ? ids : throw Refusal.Field(selection.Ids is null ? "/filter" : "/ids", "Nothing matches.");
    }
}

internal static class SelectionRules
{
    public static void AddSelectionRules<T>(this AbstractValidator<T> rules, Func<T, bool> hasFilter) where T : ISelection
    {
        rules.RuleFor(s => s.Ids).IsShortList(Selections.MostIds);
        rules.RuleFor(s => s.Ids).Must((selection, ids) => ids is null == hasFilter(selection)).WithMessage("Say whom you mean: either filter or ids.");
        rules.RuleFor(s => s.Except).IsShortList(Selections.MostIds);
    }
}
