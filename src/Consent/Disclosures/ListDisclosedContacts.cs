namespace Karelia.Crm.Consent.Disclosures;

[Allow(Role.DataProtectionOfficer)]
internal sealed record ListDisclosedContacts([property: FromRoute] Guid Id, int? Limit = null, string? Cursor = null, bool Count = false) : IQuery<DisclosedPeople>;

/// <summary>Whose data a disclosure held.</summary>
internal sealed record DisclosedPeople(IReadOnlyList<DisclosedPerson> Items, string? NextCursor) : Page<DisclosedPerson>(Items, NextCursor), IShowsPeople
{
    public IEnumerable<Guid> ShownPeople() => Items.Select(person => person.ContactId);
}

/// <summary>A person in a disclosure; without name when the person's data is erased.</summary>
internal sealed record DisclosedPerson(Guid ContactId, string? Name);

file sealed class Route : IRoute
{
    public void Map(IEndpointRouteBuilder api) => api
        .MapGet("/disclosures/{id:guid}/contacts", ([AsParameters] ListDisclosedContacts query, IMediator crm, CancellationToken ct) => crm.Send(query, ct))
        .WithSummary("Lists the people whose data a disclosure held")
        .Produces<DisclosedPeople>();
}

file sealed class Rules : AbstractValidator<ListDisclosedContacts>
{
    public Rules() => RuleFor(q => q.Limit).IsLimit();
}

file sealed class Handler(ConsentDb db, DbSession session) : IRequestHandler<ListDisclosedContacts, DisclosedPeople>
{
    public async Task<DisclosedPeople> Handle(ListDisclosedContacts query, CancellationToken ct)
    {
        var disclosure = await db.Disclosures.AsNoTracking().SingleOrDefaultAsync(d => d.Id == query.Id, ct) ?? throw Refusal.Unknown();
        var after = ById.After(query.Cursor);
        var size = query.Limit ?? Paging.Usual;
        var rows = await session.Rows(
            """
            select d.contact_id, p.last_name || ' ' || p.first_names
            from consent.disclosed_contacts d left join accounts.recipient p on p.contact_id = d.contact_id
            where d.disclosure_id = $1 and d.contact_id > $2 order by d.contact_id limit $3
            """,
            row => new DisclosedPerson(row.GetGuid(0), row.IsDBNull(1) ? null : row.GetString(1)), ct, query.Id, after, size + 1);
        var page = Paging.Of(rows, size, person => Cursor.After(person.ContactId.ToString()));
        return new(page.Items, page.NextCursor) { Total = query.Count ? disclosure.Included : null };
    }
}
