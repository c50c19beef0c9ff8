using Karelia.Crm.Administration;

namespace Karelia.Crm.Consent.Breaches;

[Allow(Role.DataProtectionOfficer)]
internal sealed record ListAffectedPeople([property: FromRoute] Guid Id, int? Limit = null, string? Cursor = null, bool Count = false) : IQuery<AffectedPeople>;

/// <summary>Whose data the acts of a breach showed or changed, by the audit log.</summary>
internal sealed record AffectedPeople(IReadOnlyList<AffectedPerson> Items, string? NextCursor) : Page<AffectedPerson>(Items, NextCursor), IShowsPeople
{
    public IEnumerable<Guid> ShownPeople() => Items.Select(person => person.ContactId);
}

/// <summary>Without name and address when the person is erased.</summary>
internal sealed record AffectedPerson(Guid ContactId, string? Name, string? Email, string? Language);

file sealed class Route : IRoute
{
    public void Map(IEndpointRouteBuilder api) => api
        .MapGet("/breaches/{id:guid}/affected", ([AsParameters] ListAffectedPeople query, IMediator crm, CancellationToken ct) => crm.Send(query, ct))
        .WithSummary("Who was affected by a breach: everyone whose data its acts touched")
        .Produces<AffectedPeople>();
}

file sealed class Rules : AbstractValidator<ListAffectedPeople>
{
    public Rules() => RuleFor(q => q.Limit).IsLimit();
}

file sealed class Handler(ConsentDb db, DbSession session, IAuditTrail trail) : IRequestHandler<ListAffectedPeople, AffectedPeople>
{
    public async Task<AffectedPeople> Handle(ListAffectedPeople query, CancellationToken ct)
    {
        var breach = await db.FindBreach(query.Id, ct);
        var after = ById.After(query.Cursor);
        var size = query.Limit ?? Paging.Usual;
        var people = (await trail.Affected(breach.Span(), ct)).ToArray();
        var rows = await session.Rows(
            """
            select i.id, p.last_name || ' ' || p.first_names, p.email, p.language
            from unnest($1::uuid[]) i(id) left join accounts.recipient p on p.contact_id = i.id where i.id > $2 order by i.id limit $3
            """,
            row => new AffectedPerson(row.GetGuid(0), row.IsDBNull(1) ? null : row.GetString(1), row.IsDBNull(2) ? null : row.GetString(2), row.IsDBNull(3) ? null : row.GetString(3)), ct, people, after, size + 1);
        var page = Paging.Of(rows, size, person => Cursor.After(person.ContactId.ToString()));
        return new(page.Items, page.NextCursor) { Total = query.Count ? people.Length : null };
    }
}
