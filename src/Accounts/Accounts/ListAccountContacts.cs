using Karelia.Crm.Accounts.Affiliations;
using Karelia.Crm.Accounts.Contacts;

namespace Karelia.Crm.Accounts.Accounts;

[Allow(Role.Reader, Role.IntegrationRead)]
internal sealed record ListAccountContacts([property: FromRoute] Guid Id, bool? Current = null, int? Limit = null, string? Cursor = null, bool Count = false) : IQuery<AccountPeople>;

internal sealed record AccountPeople(IReadOnlyList<AccountPerson> Items, string? NextCursor) : Page<AccountPerson>(Items, NextCursor), IShowsPeople
{
    public IEnumerable<Guid> ShownPeople() => Items.Select(person => person.ContactId).Distinct();
}

/// <summary>A person in an organisation.</summary>
internal sealed record AccountPerson(
    Guid AffiliationId, Guid ContactId, string Name, string? Email, string? Title, string? RoleThere, DateOnly? ValidFrom, DateOnly? ValidTo, bool IsPrimary, bool IsPassive);

file sealed class Route : IRoute
{
    public void Map(IEndpointRouteBuilder api) => api
        .MapGet("/accounts/{id:guid}/contacts", ([AsParameters] ListAccountContacts query, IMediator crm, CancellationToken ct) => crm.Send(query, ct))
        .WithSummary("The people of an organisation, by name; current=true leaves out those who left");
}

file sealed class Rules : AbstractValidator<ListAccountContacts>
{
    public Rules() => RuleFor(q => q.Limit).IsLimit();
}

file sealed class Place
{
    public required Affiliation Affiliation { get; init; }
    public required Contact Contact { get; init; }
}

file sealed class Handler(AccountsDb db, CurrentUser user) : IRequestHandler<ListAccountContacts, AccountPeople>
{
    private static readonly Sorts<Place> ByName = new Sorts<Place>(p => p.Affiliation.Id).By("name", p => EF.Property<string>(p.Contact, "SortName"));

    public async Task<AccountPeople> Handle(ListAccountContacts query, CancellationToken ct)
    {
        var account = await db.Find(query.Id, ct);
        var places = db.Affiliations.AsNoTracking().Where(a => a.AccountId == account.Id)
            .Join(db.Contacts.AsNoTracking().To(user), a => a.ContactId, c => c.Id, (a, c) => new Place { Affiliation = a, Contact = c });
        if (query.Current == true)
            places = places.Where(p => p.Affiliation.ValidTo == null);
        var page = await ByName.Page(
            places, null, query.Limit, query.Cursor, query.Count,
            p => new AccountPerson(
                p.Affiliation.Id, p.Contact.Id, p.Contact.LastName + " " + (p.Contact.CalledName ?? p.Contact.FirstNames),
                p.Contact.Emails.Where(e => e.IsPrimary).Select(e => e.Address).FirstOrDefault(), p.Affiliation.Title, p.Affiliation.RoleThere, p.Affiliation.ValidFrom,
                p.Affiliation.ValidTo, p.Affiliation.IsPrimary, p.Contact.IsPassive),
            ct);
        return new(page.Items, page.NextCursor) { Total = page.Total };
    }
}
