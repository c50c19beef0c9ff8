namespace Karelia.Crm.Accounts.Contacts;

/// <summary>Which people are meant: in the list's address, in an export and in a bulk change. All that is given must hold, of several roles any.</summary>
internal record PeopleFilter
{
    /// <summary>Names, or a part of an e-mail address.</summary>
    public string? Q { get; init; }

    /// <summary>A part of any of the person's addresses.</summary>
    public string? Email { get; init; }

    /// <summary>A part of any of the person's numbers, however written.</summary>
    public string? Phone { get; init; }

    /// <summary>A part of the name of an organisation where the person is now.</summary>
    public string? Employer { get; init; }
    public string? Title { get; init; }
    public string[]? Role { get; init; }
    public string? Group { get; init; }
    public string? Status { get; init; }
    public Guid? OwnerId { get; init; }

    /// <summary>True: nobody looks after them.</summary>
    public bool? Unowned { get; init; }
    public Guid? AccountId { get; init; }

    /// <summary>True: private persons, who are in no organisation now.</summary>
    public bool? Unaffiliated { get; init; }
    public string? Town { get; init; }
    public bool? Passive { get; init; }
    public string? Language { get; init; }
    public DateOnly? UpdatedFrom { get; init; }
    public DateOnly? UpdatedTo { get; init; }

    /// <summary>The list begins at these letters.</summary>
    public string? From { get; init; }
}

internal class PeopleFilterRules<T> : AbstractValidator<T> where T : PeopleFilter
{
    public PeopleFilterRules()
    {
        RuleFor(f => f.Q).MaximumLength(200).IsPlainText();
        RuleFor(f => f.Email).MaximumLength(254).IsPlainText();
        RuleFor(f => f.Phone).MaximumLength(30).IsPlainText();
        RuleFor(f => f.Employer).MaximumLength(200).IsPlainText();
        RuleFor(f => f.Title).MaximumLength(200).IsPlainText();
        RuleFor(f => f.Role).IsShortList();
        RuleForEach(f => f.Role).IsOneOf(ContactRoles.All);
        RuleFor(f => f.Group).IsOneOf(Groups.All);
        RuleFor(f => f.Status).IsOneOf(CooperationStatuses.All);
        RuleFor(f => f.Town).MaximumLength(100).IsPlainText();
        RuleFor(f => f.Language).IsLanguage();
        RuleFor(f => f.UpdatedFrom).InclusiveBetween(Days.First, Days.Last);
        RuleFor(f => f.UpdatedTo).InclusiveBetween(Days.First, Days.Last);
        RuleFor(f => f.From).MaximumLength(50).IsPlainText();
    }
}

internal sealed class PeopleFilterRules : PeopleFilterRules<PeopleFilter>;

internal static class Choosing
{
    public static async Task<IQueryable<Contact>> Chosen(this IQueryable<Contact> people, AccountsDb db, Groups groups, PeopleFilter filter, CancellationToken ct)
    {
        people = (await people.Where(c => c.MergedIntoId == null).Matching(db, filter.Q, ct)).Reached(db, filter).Placed(db, filter);
        if (filter.Role is { Length: > 0 } roles)
            people = people.Where(c => c.Roles.Any(r => roles.Contains(r.Role) && r.EndedOn == null));
        if (filter.Group is { } group)
            people = await groups.Of(people, group, ct);
        if (filter.Status is not null)
            people = people.Where(c => c.Status == filter.Status);
        if (filter.OwnerId is not null)
            people = people.Where(c => c.OwnerId == filter.OwnerId);
        if (filter.Unowned is { } unowned)
            people = people.Where(c => c.OwnerId == null == unowned);
        if (filter.Town is { } town)
            people = people.Where(c => EF.Functions.Like(AccountsDb.Fold(c.Town!), AccountsDb.Fold(Paging.Like(town))));
        if (filter.Passive is { } passive)
            people = people.Where(c => c.IsPassive == passive);
        if (filter.Language is { } language)
            people = people.Where(c => c.Language == language);
        if (filter.UpdatedFrom is { } first && Days.Start(first) is var since)
            people = people.Where(c => c.UpdatedAt >= since);
        if (filter.UpdatedTo is { } last && Days.Start(last.AddDays(1)) is var until)
            people = people.Where(c => c.UpdatedAt < until);
#pragma warning disable CA1309 // The database compares, in the Finnish order.
        if (filter.From is not null)
            people = people.Where(c => string.Compare(EF.Property<string>(c, "SortName"), filter.From) >= 0);
#pragma warning restore CA1309
        return people;
    }

    private static IQueryable<Contact> Reached(this IQueryable<Contact> people, AccountsDb db, PeopleFilter filter)
    {
        if (filter.Email is not null)
        {
            var address = Paging.Like(filter.Email);
            people = people.Where(c => db.ContactEmails.Any(e => e.ContactId == c.Id && EF.Functions.Like(AccountsDb.Fold(e.Address), AccountsDb.Fold(address))));
        }

        if (filter.Phone is not null)
        {
            var number = PhoneNumber.Part(filter.Phone);
            people = people.Where(c => db.ContactPhones.Any(p => p.ContactId == c.Id && EF.Functions.Like(p.Number, number)));
        }

        return people;
    }

    private static IQueryable<Contact> Placed(this IQueryable<Contact> people, AccountsDb db, PeopleFilter filter)
    {
        if (filter.AccountId is { } account)
            people = people.Where(c => db.Affiliations.Any(a => a.ContactId == c.Id && a.AccountId == account && a.ValidTo == null));
        if (filter.Unaffiliated is { } unaffiliated)
        {
            var present = db.Affiliations.Where(a => a.ValidTo == null);
            people = unaffiliated ? people.Where(c => !present.Any(a => a.ContactId == c.Id)) : people.Where(c => present.Any(a => a.ContactId == c.Id));
        }

        if (filter.Employer is not null)
        {
            var name = Paging.Like(filter.Employer);
            people = people.Where(c => db.Affiliations.Any(a =>
                a.ContactId == c.Id && a.ValidTo == null && db.Accounts.Any(x => x.Id == a.AccountId && EF.Functions.Like(EF.Property<string>(x, "SearchText"), AccountsDb.Fold(name)))));
        }

        if (filter.Title is not null)
            people = people.Where(c => db.Affiliations.Any(a => a.ContactId == c.Id && a.ValidTo == null && EF.Functions.ILike(a.Title!, Paging.Like(filter.Title))));
        return people;
    }
}
