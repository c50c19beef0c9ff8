namespace Karelia.Crm.Consent.MailingLists;

[Allow(Role.Communications)]
internal sealed record PreviewMailingList(
    string Channel,
    string Topic,
    ContactFilter? ContactFilter = null,
    Guid? TargetGroupId = null,
    string Kind = MailingList.Marketing,
    string? Name = null,
    string? Purpose = null,
    string? Recipient = null,
    string? Unit = null) : IQuery<MailingListPreview>, ITarget;

internal sealed record MailingListPreview(int Included, Exclusions Excluded, IReadOnlyList<ExcludedPerson> Examples) : IShowsPeople
{
    public IEnumerable<Guid> ShownPeople() => Examples.Select(example => example.ContactId);
}

/// <summary>Somebody whom the filter means and the list leaves out.</summary>
internal sealed record ExcludedPerson(Guid ContactId, string Name, string Reason);

file sealed class Route : IRoute
{
    public void Map(IEndpointRouteBuilder api) => api
        .MapPost("/mailing-list-exports/preview", (PreviewMailingList query, IMediator crm, CancellationToken ct) => crm.Send(query, ct))
        .WithSummary("Counts whom a mailing list would hold, and who is left out for which reason; nothing is disclosed")
        .Produces<MailingListPreview>();
}

file sealed class Rules : AbstractValidator<PreviewMailingList>
{
    public Rules()
    {
        this.AddTargetRules();
        // What a preview has no use for may stand in it as in the list that follows.
        RuleFor(q => q.Name).MaximumLength(200);
        RuleFor(q => q.Purpose).MaximumLength(500);
        RuleFor(q => q.Recipient).MaximumLength(100);
        RuleFor(q => q.Unit).MaximumLength(100);
    }
}

file sealed class Handler(DbSession session, Targets targets, CurrentUser user) : IRequestHandler<PreviewMailingList, MailingListPreview>
{
    private const int ExamplesOfEachReason = 4;

    public async Task<MailingListPreview> Handle(PreviewMailingList query, CancellationToken ct)
    {
        var values = new List<object?>();
        var target = await targets.Sql(query, values, ct);
        string[] shown = ["withdrawn", "blocked", "passive", "noBasis", "noAddress", .. user.Is(Role.DataProtectionOfficer) ? ["restricted"] : Array.Empty<string>()];
        values.Add(shown);
        var rows = await session.Rows(
            $"""
            with target as materialized ({target})
            select t.reason, count(*)::int, null::uuid, null::text from target t group by t.reason
            union all
            select x.reason, 0, x.contact_id, x.last_name || ' ' || x.first_names
            from unnest(${values.Count}::text[]) with ordinality k(reason, position)
            cross join lateral (select * from target t where t.reason = k.reason limit {ExamplesOfEachReason}) x
            """,
            row => (Reason: row.IsDBNull(0) ? "" : row.GetString(0), Count: row.GetInt32(1), Id: row.IsDBNull(2) ? (Guid?)null : row.GetGuid(2), Name: row.IsDBNull(3) ? "" : row.GetString(3)),
            ct, [.. values]);
        var counts = rows.Where(row => row.Id is null).ToDictionary(row => row.Reason, row => row.Count);
        return new(
            counts.GetValueOrDefault(""),
            new Exclusions(Of("noBasis"), Of("withdrawn"), Of("blocked"), Of("passive"), Of("restricted"), Of("noAddress")).For(user),
            [.. rows.Where(row => row.Id is not null).Select(row => new ExcludedPerson(row.Id!.Value, row.Name, row.Reason))]);

        int Of(string reason) => counts.GetValueOrDefault(reason);
    }
}
