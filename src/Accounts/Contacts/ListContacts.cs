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

file sealed class Rules : AbstractValidator<ListContacts>
{
    private static readonly string[] Sorts = ["name", "-name", "updatedAt", "-updatedAt"];

    public Rules()
    {
        RuleFor(q => q.Q).MaximumLength(200).IsPlainText();
        RuleFor(q => q.Role).IsOneOf(ContactRoles.All);
        RuleFor(q => q.Language).IsLanguage();
        RuleFor(q => q.Sort).IsOneOf(Sorts);
        RuleFor(q => q.Limit).IsLimit();
        RuleFor(q => q.Cursor).MaximumLength(1000);
    }
}

file sealed class Handler(AccountsDb db, CurrentUser user) : IRequestHandler<ListContacts, ContactPage>
{
    public async Task<ContactPage> Handle(ListContacts query, CancellationToken ct)
    {
        var people = db.Contacts.AsNoTracking().To(user).Matching(db, query.Q);
        if (query.Role is { } role)
            people = people.Where(c => c.Roles.Any(r => r.Role == role && r.EndedOn == null));
        if (query.Passive is { } passive)
            people = people.Where(c => c.IsPassive == passive);
        if (query.Language is { } language)
            people = people.Where(c => c.Language == language);

        var limit = query.Limit ?? Paging.Usual;
        var rows = await Ordered(people, query.Sort ?? "name", query.Cursor).Take(limit + 1)
            .Select(c => new
            {
                SortName = EF.Property<string>(c, "SortName"),
                Item = new ContactItem(
                    c.Id, c.LastName, c.FirstNames, c.CalledName, c.Emails.Where(e => e.IsPrimary).Select(e => e.Address).FirstOrDefault(), c.Town,
                    c.Roles.Where(r => r.EndedOn == null).OrderBy(r => r.Role).Select(r => r.Role).ToArray(), c.IsPassive, c.UpdatedAt),
            })
            .ToListAsync(ct);
        var byName = query.Sort is null or "name" or "-name";
        var page = Paging.Of(rows, limit, row => Cursor.After(byName ? row.SortName : row.Item.UpdatedAt.ToString("O"), row.Item.Id.ToString()));
        return new([.. page.Items.Select(row => row.Item)], page.NextCursor) { Total = query.Count == true ? await people.LongCountAsync(ct) : null };
    }

    private static IQueryable<Contact> Ordered(IQueryable<Contact> people, string sort, string? cursor)
    {
        var keys = Cursor.Read(cursor, 2);
        if (sort.EndsWith("name", StringComparison.Ordinal))
        {
            if (keys is not null)
            {
                var (name, id) = (keys[0] ?? "", Cursor.Id(keys[1]));
                people = sort == "name"
                    ? people.Where(c => EF.Functions.GreaterThan(ValueTuple.Create(EF.Property<string>(c, "SortName"), c.Id), ValueTuple.Create(name, id)))
                    : people.Where(c => EF.Functions.LessThan(ValueTuple.Create(EF.Property<string>(c, "SortName"), c.Id), ValueTuple.Create(name, id)));
            }

            return sort == "name"
                ? people.OrderBy(c => EF.Property<string>(c, "SortName")).ThenBy(c => c.Id)
                : people.OrderByDescending(c => EF.Property<string>(c, "SortName")).ThenByDescending(c => c.Id);
        }

        if (keys is not null)
        {
            var (time, id) = (Cursor.Time(keys[0]), Cursor.Id(keys[1]));
            people = sort == "updatedAt"
                ? people.Where(c => EF.Functions.GreaterThan(ValueTuple.Create(c.UpdatedAt, c.Id), ValueTuple.Create(time, id)))
                : people.Where(c => EF.Functions.LessThan(ValueTuple.Create(c.UpdatedAt, c.Id), ValueTuple.Create(time, id)));
        }

        return sort == "updatedAt"
            ? people.OrderBy(c => c.UpdatedAt).ThenBy(c => c.Id)
            : people.OrderByDescending(c => c.UpdatedAt).ThenByDescending(c => c.Id);
    }
}
