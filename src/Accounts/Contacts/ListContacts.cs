using System.Linq.Expressions;

namespace Karelia.Crm.Accounts.Contacts;

[Allow(Kernel.Role.Reader, Kernel.Role.IntegrationRead)]
internal sealed record ListContacts : PeopleFilter, IQuery<ContactPage>
{
    public string? Sort { get; init; }
    public int? Limit { get; init; }
    public string? Cursor { get; init; }
    public bool? Count { get; init; }
}

internal sealed record ContactPage(IReadOnlyList<ContactItem> Items, string? NextCursor) : Page<ContactItem>(Items, NextCursor), IShowsPeople
{
    public IEnumerable<Guid> ShownPeople() => Items.Select(item => item.Id);
}

/// <summary>A person in a list.</summary>
internal sealed record ContactItem(
    Guid Id, string LastName, string FirstNames, string? CalledName, string? Email, string? Phone, string? Town, string? Employer, string? Title, string? Status, Owner? Owner,
    string[] Roles, bool IsPassive, DateTimeOffset UpdatedAt, string Language)
{
    public static Expression<Func<Contact, ContactItem>> From(AccountsDb db) => c => new(
        c.Id, c.LastName, c.FirstNames, c.CalledName, c.Emails.Where(e => e.IsPrimary).Select(e => e.Address).FirstOrDefault(),
        c.Phones.Where(p => p.IsPrimary).Select(p => p.Number).FirstOrDefault(), c.Town,
        db.Affiliations.Where(a => a.ContactId == c.Id && a.IsPrimary).Select(a => db.Accounts.First(account => account.Id == a.AccountId).Name).FirstOrDefault(),
        db.Affiliations.Where(a => a.ContactId == c.Id && a.IsPrimary).Select(a => a.Title).FirstOrDefault(), c.Status,
        c.OwnerId == null ? null : new(c.OwnerId.Value, c.OwnerName!),
        c.Roles.Where(r => r.EndedOn == null).OrderBy(r => r.Role).Select(r => r.Role).ToArray(), c.IsPassive, c.UpdatedAt, c.Language);
}

file sealed class Route : IRoute
{
    public void Map(IEndpointRouteBuilder api) => api
        .MapGet("/contacts", ([AsParameters] ListContacts query, IMediator crm, CancellationToken ct) => crm.Send(query, ct))
        .WithSummary("People, by name unless sorted otherwise");
}

file sealed class Rules : PeopleFilterRules<ListContacts>
{
    public Rules()
    {
        RuleFor(q => q.Sort).IsOneOf(ContactOrders.All.Names);
        RuleFor(q => q.Limit).IsLimit();
    }
}

file sealed class Handler(AccountsDb db, Groups groups, CurrentUser user) : IRequestHandler<ListContacts, ContactPage>
{
    public async Task<ContactPage> Handle(ListContacts query, CancellationToken ct)
    {
        var people = await db.Contacts.AsNoTracking().To(user).Chosen(db, groups, query, ct);
        var page = await ContactOrders.All.Page(people, query.Sort, query.Limit, query.Cursor, query.Count, ContactItem.From(db), ct);
        return new(page.Items, page.NextCursor) { Total = page.Total };
    }
}

/// <summary>The orders of the list, of an export too.</summary>
internal static class ContactOrders
{
    public static readonly Sorts<Contact> All = new Sorts<Contact>(c => c.Id)
        .By("name", c => EF.Property<string>(c, "SortName")).By("updatedAt", c => c.UpdatedAt).By("town", c => c.Town ?? "");
}
