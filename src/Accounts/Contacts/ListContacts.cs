namespace Karelia.Crm.Accounts.Contacts;

[Allow(Kernel.Role.Reader, Kernel.Role.IntegrationRead)]
internal sealed record ListContacts(
    string? Q = null,
    string? Role = null,
    bool? Passive = null,
    string? Language = null,
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
    Guid Id, string LastName, string FirstNames, string? CalledName, string? Email, string? Town, string[] Roles, bool IsPassive, DateTimeOffset UpdatedAt);

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
        RuleFor(q => q.Language).IsLanguage();
        RuleFor(q => q.Sort).IsOneOf(Orders.All.Names);
        RuleFor(q => q.Limit).IsLimit();
        RuleFor(q => q.Cursor).MaximumLength(1000);
    }
}

file sealed class Handler(AccountsDb db, CurrentUser user) : IRequestHandler<ListContacts, ContactPage>
{
    public async Task<ContactPage> Handle(ListContacts query, CancellationToken ct)
    {
        var people = await db.Contacts.AsNoTracking().To(user).Matching(db, query.Q, ct);
        if (query.Role is { } role)
            people = people.Where(c => c.Roles.Any(r => r.Role == role && r.EndedOn == null));
        if (query.Passive is { } passive)
            people = people.Where(c => c.IsPassive == passive);
        if (query.Language is { } language)
            people = people.Where(c => c.Language == language);
        var page = await Orders.All.Page(
            people, query.Sort, query.Limit, query.Cursor, query.Count,
            c => new ContactItem(
                c.Id, c.LastName, c.FirstNames, c.CalledName, c.Emails.Where(e => e.IsPrimary).Select(e => e.Address).FirstOrDefault(), c.Town,
                c.Roles.Where(r => r.EndedOn == null).OrderBy(r => r.Role).Select(r => r.Role).ToArray(), c.IsPassive, c.UpdatedAt),
            ct);
        return new(page.Items, page.NextCursor) { Total = page.Total };
    }
}
