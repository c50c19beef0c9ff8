using Karelia.Crm.Accounts.Contacts;

namespace Karelia.Crm.Accounts.Accounts;

/// <summary>Which organisations are meant: in the list's address, in an export and in a bulk change. All that is given must hold, of several relationships any.</summary>
internal record AccountFilter
{
    /// <summary>A part of the name or of the business id.</summary>
    public string? Q { get; init; }
    public string? Kind { get; init; }
    public string[]? Relationship { get; init; }
    public string? CustomerKind { get; init; }
    public string? Status { get; init; }

    /// <summary>TOL 2008: the code's beginning.</summary>
    public string? Industry { get; init; }
    public string? Municipality { get; init; }
    public string? SizeClass { get; init; }
    public string? Phone { get; init; }
    public Guid? OwnerId { get; init; }

    /// <summary>True: nobody looks after them.</summary>
    public bool? Unowned { get; init; }
    public Guid? ParentId { get; init; }

    /// <summary>True: those in which we know nobody now.</summary>
    public bool? Unpeopled { get; init; }
    public bool? Passive { get; init; }
    public DateOnly? UpdatedFrom { get; init; }
    public DateOnly? UpdatedTo { get; init; }

    /// <summary>The list begins at these letters.</summary>
    public string? From { get; init; }
}

internal class AccountFilterRules<T> : AbstractValidator<T> where T : AccountFilter
{
    public AccountFilterRules()
    {
        RuleFor(f => f.Q).MaximumLength(200).IsPlainText();
        RuleFor(f => f.Kind).IsOneOf(AccountCodes.Kinds);
        RuleFor(f => f.Relationship).IsShortList();
        RuleForEach(f => f.Relationship).IsOneOf(AccountCodes.Relationships);
        RuleFor(f => f.CustomerKind).IsOneOf(AccountCodes.CustomerKinds);
        RuleFor(f => f.Status).IsOneOf(CooperationStatuses.All);
        RuleFor(f => f.Industry).IsIndustry();
        RuleFor(f => f.Municipality).MaximumLength(100).IsPlainText();
        RuleFor(f => f.SizeClass).IsOneOf(AccountCodes.SizeClasses);
        RuleFor(f => f.Phone).MaximumLength(30).IsPlainText();
        RuleFor(f => f.UpdatedFrom).InclusiveBetween(Days.First, Days.Last);
        RuleFor(f => f.UpdatedTo).InclusiveBetween(Days.First, Days.Last);
        RuleFor(f => f.From).MaximumLength(50).IsPlainText();
    }
}

internal sealed class AccountFilterRules : AccountFilterRules<AccountFilter>;

internal static class Choosing
{
    public static IQueryable<Account> Chosen(this IQueryable<Account> accounts, AccountsDb db, AccountFilter filter)
    {
        accounts = accounts.Where(a => a.MergedIntoId == null).Described(filter);
        foreach (var pattern in (filter.Q ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(Paging.Like))
            accounts = accounts.Where(a => EF.Functions.Like(EF.Property<string>(a, "SearchText"), AccountsDb.Fold(pattern)));
        if (filter.OwnerId is not null)
            accounts = accounts.Where(a => a.OwnerId == filter.OwnerId);
        if (filter.Unowned is { } unowned)
            accounts = accounts.Where(a => a.OwnerId == null == unowned);
        if (filter.ParentId is not null)
            accounts = accounts.Where(a => a.ParentId == filter.ParentId);
        if (filter.Unpeopled is { } unpeopled)
        {
            var present = db.Affiliations.Where(f => f.ValidTo == null);
            accounts = unpeopled ? accounts.Where(a => !present.Any(f => f.AccountId == a.Id)) : accounts.Where(a => present.Any(f => f.AccountId == a.Id));
        }

        if (filter.Passive is not null)
            accounts = accounts.Where(a => a.IsPassive == filter.Passive);
        if (filter.UpdatedFrom is { } first && Days.Start(first) is var since)
            accounts = accounts.Where(a => a.UpdatedAt >= since);
        if (filter.UpdatedTo is { } last && Days.Start(last.AddDays(1)) is var until)
            accounts = accounts.Where(a => a.UpdatedAt < until);
#pragma warning disable CA1309 // The database compares, in the Finnish order.
        if (filter.From is not null)
            accounts = accounts.Where(a => string.Compare(EF.Property<string>(a, "SortName"), filter.From) >= 0);
#pragma warning restore CA1309
        return accounts;
    }

    private static IQueryable<Account> Described(this IQueryable<Account> accounts, AccountFilter filter)
    {
        if (filter.Kind is not null)
            accounts = accounts.Where(a => a.Kind == filter.Kind);
        if (filter.Relationship is { Length: > 0 } relationships)
            accounts = accounts.Where(a => a.Relationships.Any(r => relationships.Contains(r)));
        if (filter.CustomerKind is { } customerKind)
        {
            string[] kinds = [customerKind];
            accounts = accounts.Where(a => a.CustomerKinds.Any(k => kinds.Contains(k)));
        }

        if (filter.Status is not null)
            accounts = accounts.Where(a => a.Status == filter.Status);
        if (filter.Industry is not null)
            accounts = accounts.Where(a => a.Industry!.StartsWith(filter.Industry));
        if (filter.Municipality is { } municipality)
            accounts = accounts.Where(a => EF.Functions.ILike(a.Municipality!, Paging.Like(municipality)));
        if (filter.SizeClass is not null)
            accounts = accounts.Where(a => a.SizeClass == filter.SizeClass);
        if (filter.Phone is { } phone)
            accounts = accounts.Where(a => EF.Functions.Like(a.Phone!, PhoneNumber.Part(phone)));
        return accounts;
    }
}
