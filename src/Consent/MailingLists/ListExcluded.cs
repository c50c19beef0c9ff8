namespace Karelia.Crm.Consent.MailingLists;

[Allow(Role.Communications)]
internal sealed record ListExcluded(
    string Reason,
    string Channel,
    string Topic,
    ContactFilter? ContactFilter = null,
    Guid? TargetGroupId = null,
    string Kind = MailingList.Marketing,
    int? Limit = null,
    string? Cursor = null) : IQuery<ExcludedPeople>, ITarget;

internal sealed record ExcludedPeople(IReadOnlyList<ExcludedPerson> Items, string? NextCursor) : Page<ExcludedPerson>(Items, NextCursor), IShowsPeople
{
    public IEnumerable<Guid> ShownPeople() => Items.Select(person => person.ContactId);
}

file sealed class Route : IRoute
{
    public void Map(IEndpointRouteBuilder api) => api
        .MapPost("/mailing-list-exports/excluded", (ListExcluded query, IMediator crm, CancellationToken ct) => crm.Send(query, ct))
        .WithSummary("Names those whom a mailing list would leave out for a reason; restricted people are named to the data protection officer alone")
        .Produces<ExcludedPeople>();
}

file sealed class Rules : AbstractValidator<ListExcluded>
{
    public Rules()
    {
        this.AddTargetRules();
        RuleFor(q => q.Reason).NotNull().IsOneOf(MailingList.Reasons);
        RuleFor(q => q.Limit).IsLimit();
        RuleFor(q => q.Cursor).MaximumLength(Cursor.MostCharacters);
    }
}

file sealed class Handler(DbSession session, Targets targets, CurrentUser user) : IRequestHandler<ListExcluded, ExcludedPeople>
{
    public async Task<ExcludedPeople> Handle(ListExcluded query, CancellationToken ct)
    {
        if (query.Reason == "restricted" && !user.Is(Role.DataProtectionOfficer))
            return new([], null);
        var after = ById.After(query.Cursor);
        var values = new List<object?>();
        var target = await targets.Sql(query, values, ct);
        values.AddRange([query.Reason, after]);
        var size = query.Limit ?? Paging.Usual;
        var rows = await session.Rows(
            $"""
            with target as materialized ({target})
            select t.contact_id, t.last_name || ' ' || t.first_names, t.reason from target t
            where t.reason = ${values.Count - 1} and t.contact_id > ${values.Count} order by t.contact_id limit {size + 1}
            """,
            row => new ExcludedPerson(row.GetGuid(0), row.GetString(1), row.GetString(2)), ct, [.. values]);
        var page = Paging.Of(rows, size, person => Cursor.After(person.ContactId.ToString()));
        return new(page.Items, page.NextCursor);
    }
}
