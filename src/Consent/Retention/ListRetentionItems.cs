namespace Karelia.Crm.Consent.Retention;

[Allow(Role.DataProtectionOfficer)]
internal sealed record ListRetentionItems([property: FromRoute] Guid Id, int? Limit = null, string? Cursor = null, bool Count = false) : IQuery<RetentionItems>;

internal sealed record RetentionItems(IReadOnlyList<RetentionItemLine> Items, string? NextCursor) : Page<RetentionItemLine>(Items, NextCursor), IShowsPeople
{
    public IEnumerable<Guid> ShownPeople() => Items.Select(item => item.ContactId).OfType<Guid>();
}

/// <summary>A person, or a user by the account, whom a run means, and why: the trigger, since when, and the rule's time. Without name once erased.</summary>
internal sealed record RetentionItemLine(Guid Id, Guid? ContactId, Guid? UserId, string? Name, string Category, string Action, string Trigger, DateOnly Since, int Months, bool OnHold, string? Outcome);

file sealed class Route : IRoute
{
    public void Map(IEndpointRouteBuilder api) => api
        .MapGet("/retention/runs/{id:guid}/items", ([AsParameters] ListRetentionItems query, IMediator crm, CancellationToken ct) => crm.Send(query, ct))
        .WithSummary("Whom a retention run means, with the reason for each")
        .Produces<RetentionItems>();
}

file sealed class Rules : AbstractValidator<ListRetentionItems>
{
    public Rules() => RuleFor(q => q.Limit).IsLimit();
}

file sealed class Handler(ConsentDb db, DbSession session) : IRequestHandler<ListRetentionItems, RetentionItems>
{
    public async Task<RetentionItems> Handle(ListRetentionItems query, CancellationToken ct)
    {
        if (!await db.Set<RetentionRun>().AnyAsync(r => r.Id == query.Id, ct))
            throw Refusal.Unknown();
        var after = ById.After(query.Cursor);
        var size = query.Limit ?? Paging.Usual;
        var rows = await session.Rows(
            """
            select i.id, i.contact_id, i.user_id, coalesce(p.last_name || ' ' || p.first_names, u.name), i.category, i.action, i.trigger, i.since, i.months,
                   consent.on_hold(i.contact_id, i.user_id), i.outcome
            from consent.retention_items i left join accounts.recipient p on p.contact_id = i.contact_id left join administration.users u on u.id = i.user_id and u.preferred_username <> ''
            where i.run_id = $1 and i.id > $2 order by i.id limit $3
            """,
            row => new RetentionItemLine(
                row.GetGuid(0), row.GetFieldValue<Guid?>(1), row.GetFieldValue<Guid?>(2), row.IsDBNull(3) ? null : row.GetString(3), row.GetString(4), row.GetString(5), row.GetString(6), row.GetFieldValue<DateOnly>(7), row.GetInt32(8),
                row.GetBoolean(9), row.IsDBNull(10) ? null : row.GetString(10)),
            ct, query.Id, after, size + 1);
        var page = Paging.Of(rows, size, item => Cursor.After(item.Id.ToString()));
        return new(page.Items, page.NextCursor) { Total = query.Count ? await db.Set<RetentionItem>().LongCountAsync(i => i.RunId == query.Id, ct) : null };
    }
}
