namespace Karelia.Crm.Consent.Ledger;

[Allow(Role.AlumniCoordinator, Role.Communications, Role.DataProtectionOfficer)]
internal sealed record ListRenewals : IQuery<Page<Renewal>>;

/// <summary>People to ask anew: for which purpose, why (old-text, unproven), how many, and the field by which a target group holds them.</summary>
internal sealed record Renewal(string Purpose, string Reason, int People, string Field);

file sealed class Route : IRoute
{
    public void Map(IEndpointRouteBuilder api) => api
        .MapGet("/consents/renewals", ([AsParameters] ListRenewals query, IMediator crm, CancellationToken ct) => crm.Send(query, ct))
        .WithSummary("Whose consents should be asked anew: to words that were replaced, or without proof")
        .Produces<Page<Renewal>>();
}

file sealed class Handler(DbSession session) : IRequestHandler<ListRenewals, Page<Renewal>>
{
    public async Task<Page<Renewal>> Handle(ListRenewals query, CancellationToken ct) => new(
        await session.Rows(
            """
            select f.value, f.field, count(*)::int from consent.target_group_field f join accounts.target_person p on p.contact_id = f.contact_id and not p.is_passive
            where f.field in ('consent.old-text', 'consent.unproven') group by 1, 2 order by 3 desc, 1, 2
            """,
            row => new Renewal(row.GetString(0), row.GetString(1)["consent.".Length..], row.GetInt32(2), row.GetString(1)), ct),
        null);
}
