namespace Karelia.Crm.Consent.Retention;

[Allow(Role.DataProtectionOfficer)]
internal sealed record ListRetentionItems([property: FromRoute] Guid Id, int? Limit = null, string? Cursor = null, bool Count = false) : IQuery<RetentionItems>;

internal sealed record RetentionItems(IReadOnlyList<RetentionItemLine> Items, string? NextCursor) : Page<RetentionItemLine>(Items, NextCursor), IShowsPeople
{
    public IEnumerable<Guid> ShownPeople() => Items.Select(item => item.ContactId);
}

/// <summary>A person whom a run means, and why: the trigger, since when, and the rule's time. Without name once erased.</summary>
internal sealed record RetentionItemLine(Guid ContactId, string? Name, string Category, string Action, string Trigger, DateOnly Since, int Months, bool OnHold, string? Outcome);

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
        var (after, category) = Cursor.Read(query.Cursor, 2) is [var id, var last] ? (Cursor.Key<Guid>(id), last ?? "") : (Guid.Empty, "");
        var size = query.Limit ?? Paging.Usual;
        var rows = await session.Rows(
            """
            select i.contact_id, p.last_name || ' ' || p.first_names, i.category, i.action, i.trigger, i.since, i.months,
                   exists (select from consent.legal_holds h where h.contact_id = i.contact_id and h.lifted_at is null), i.outcome
            from consent.retention_items i left join accounts.recipient p on p.contact_id = i.contact_id
            where i.run_id = $1 and (i.contact_id, i.category) > ($2, $3) order by i.contact_id, i.category limit $4
            """,
            row => new RetentionItemLine(
                row.GetGuid(0), row.IsDBNull(1) ? null : row.GetString(1), row.GetString(2), row.GetString(3), row.GetString(4), row.GetFieldValue<DateOnly>(5), row.GetInt32(6), row.GetBoolean(7),
                row.IsDBNull(8) ? null : row.GetString(8)),
            ct, query.Id, after, category, size + 1);
        var page = Paging.Of(rows, size, item => Cursor.After(item.ContactId.ToString(), item.Category));
        return new(page.Items, page.NextCursor) { Total = query.Count ? await db.Set<RetentionItem>().LongCountAsync(i => i.RunId == query.Id, ct) : null };
    }
}
