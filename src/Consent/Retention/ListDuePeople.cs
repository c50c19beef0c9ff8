namespace Karelia.Crm.Consent.Retention;

[Allow(Role.DataProtectionOfficer)]
internal sealed record ListDuePeople([property: FromRoute] Guid Id, int? Limit = null, string? Cursor = null, bool Count = false) : IQuery<DuePeople>;

/// <summary>Whom a rule would touch today, and why: since when its time runs.</summary>
internal sealed record DuePeople(IReadOnlyList<DuePerson> Items, string? NextCursor) : Page<DuePerson>(Items, NextCursor), IShowsPeople
{
    public IEnumerable<Guid> ShownPeople() => Items.Select(person => person.ContactId).OfType<Guid>();
}

file sealed class Route : IRoute
{
    public void Map(IEndpointRouteBuilder api) => api
        .MapGet("/retention/rules/{id:guid}/due", ([AsParameters] ListDuePeople query, IMediator crm, CancellationToken ct) => crm.Send(query, ct))
        .WithSummary("Tries a rule without doing anything: whom it would touch today, approved or not")
        .Produces<DuePeople>();
}

file sealed class Rules : AbstractValidator<ListDuePeople>
{
    public Rules() => RuleFor(q => q.Limit).IsLimit();
}

file sealed class Handler(ConsentDb db, Due due, DbSession session) : IRequestHandler<ListDuePeople, DuePeople>
{
    public async Task<DuePeople> Handle(ListDuePeople query, CancellationToken ct)
    {
        var rule = await db.Set<RetentionRule>().AsNoTracking().FirstOrDefaultAsync(r => r.Id == query.Id, ct) ?? throw Refusal.Unknown();
        var after = ById.After(query.Cursor);
        if (rule.Months is not { } months)
            return new([], null) { Total = query.Count ? 0 : null };
        var size = query.Limit ?? Paging.Usual;
        var page = Paging.Of(await due.By(rule.Category, rule.Trigger, months, size + 1, after, ct), size, person => Cursor.After((person.ContactId ?? person.UserId).ToString()));
        return new(page.Items, page.NextCursor)
        {
            Total = query.Count ? (await session.Rows("select count(*) from consent.retention_due($1, $2, $3)", row => row.GetInt64(0), ct, rule.Category, rule.Trigger, due.Before(months)))[0] : null,
        };
    }
}
