namespace Karelia.Crm.Accounts.Contacts;

[Allow(Kernel.Role.Reader, Kernel.Role.IntegrationRead)]
internal sealed record ListContacts(
    string? Q = null,
    string? Role = null,
    string? Group = null,
    string? Status = null,
    Guid? OwnerId = null,
    Guid? AccountId = null,
    string? Town = null,
    bool? Passive = null,
    string? Language = null,
    string? From = null,
    string? Sort = null,
    int? Limit = null,
    string? Cursor = null,
    bool? Count = null) : IQuery<ContactPage>;

internal sealed record ContactPage(IReadOnlyList<ContactItem> Items, string? NextCursor) : Page<ContactItem>(Items, NextCursor), IShowsPeople
{
    public IEnumerable<Guid> ShownPeople() => Items.Select(item => item.Id);
}

/// <summary>A person in a list.</summary>
internal sealed record ContactItem(
    Guid Id, string LastName, string FirstNames, string? CalledName, string? Email, string? Phone, string? Town, string? Employer, string? Title, string? Status, Owner? Owner,
    string[] Roles, bool IsPassive, DateTimeOffset UpdatedAt);

file sealed class Route : IRoute
{
    public void Map(IEndpointRouteBuilder api) => api
        .MapGet("/contacts", ([AsParameters] ListContacts query, IMediator crm, CancellationToken ct) => crm.Send(query, ct))
        .WithSummary("People, by name unless sorted otherwise");
}

file static class Orders
{
    public static readonly Sorts<Contact> All = new Sorts<Contact>(c => c.Id).By("name", c => EF.Property<string>(c, "SortName")).By("updatedAt", c => c.UpdatedAt);
}

file sealed class Rules : AbstractValidator<ListContacts>
{
    public Rules()
    {
        RuleFor(q => q.Q).MaximumLength(200).IsPlainText();
        RuleFor(q => q.Role).IsOneOf(ContactRoles.All);
        RuleFor(q => q.Group).IsOneOf(Groups.All);
        RuleFor(q => q.Status).IsOneOf(CooperationStatuses.All);
        RuleFor(q => q.Town).MaximumLength(100).IsPlainText();
        RuleFor(q => q.Language).IsLanguage();
        RuleFor(q => q.From).MaximumLength(50).IsPlainText();
        RuleFor(q => q.Sort).IsOneOf(Orders.All.Names);
        RuleFor(q => q.Limit).IsLimit();
        RuleFor(q => q.Cursor).MaximumLength(1000);
    }
}

file sealed class Handler(AccountsDb db, CurrentUser user) : IRequestHandler<ListContacts, ContactPage>
{
    public async Task<ContactPage> Handle(ListContacts query, CancellationToken ct)
    {
        var people = await db.Contacts.AsNoTracking().To(user).Chosen(db, query, ct);
        var page = await Orders.All.Page(
            people, query.Sort, query.Limit, query.Cursor, query.Count,
            c => new ContactItem(
                c.Id, c.LastName, c.FirstNames, c.CalledName, c.Emails.Where(e => e.IsPrimary).Select(e => e.Address).FirstOrDefault(),
                c.Phones.Where(p => p.IsPrimary).Select(p => p.Number).FirstOrDefault(), c.Town,
                db.Affiliations.Where(a => a.ContactId == c.Id && a.IsPrimary).Select(a => db.Accounts.First(account => account.Id == a.AccountId).Name).FirstOrDefault(),
                db.Affiliations.Where(a => a.ContactId == c.Id && a.IsPrimary).Select(a => a.Title).FirstOrDefault(), c.Status,
                c.OwnerId == null ? null : new(c.OwnerId.Value, c.OwnerName!),
                c.Roles.Where(r => r.EndedOn == null).OrderBy(r => r.Role).Select(r => r.Role).ToArray(), c.IsPassive, c.UpdatedAt),
            ct);
        return new(page.Items, page.NextCursor) { Total = page.Total };
    }
}

/// <summary>The list's filters, for what works on all that match them.</summary>
internal static class Choosing
{
    public static async Task<IQueryable<Contact>> Chosen(this IQueryable<Contact> people, AccountsDb db, ListContacts query, CancellationToken ct)
    {
        people = await people.Where(c => c.MergedIntoId == null).Matching(db, query.Q, ct);
        if (query.Role is { } role)
            people = people.Where(c => c.Roles.Any(r => r.Role == role && r.EndedOn == null));
        if (query.Group is { } group)
        {
            var roles = Groups.RolesOf(group);
            people = people.Where(c => c.Roles.Any(r => roles.Contains(r.Role) && r.EndedOn == null));
        }

        if (query.Status is not null)
            people = people.Where(c => c.Status == query.Status);
        if (query.OwnerId is not null)
            people = people.Where(c => c.OwnerId == query.OwnerId);
        if (query.AccountId is { } account)
            people = people.Where(c => db.Affiliations.Any(a => a.ContactId == c.Id && a.AccountId == account && a.ValidTo == null));
        if (query.Town is not null)
            people = people.Where(c => c.Town == query.Town);
        if (query.Passive is { } passive)
            people = people.Where(c => c.IsPassive == passive);
        if (query.Language is { } language)
            people = people.Where(c => c.Language == language);
        if (query.From is not null)
            people = people.Where(c => string.Compare(EF.Property<string>(c, "SortName"), query.From) >= 0);
        return people;
    }
}
