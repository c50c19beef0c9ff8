namespace Karelia.Crm.Administration.Audit;

[Allow(Role.DataProtectionOfficer)]
internal sealed record VerifyAudit : IQuery<AuditVerification>;

/// <summary>Whether audit log, consent ledger and disclosures are as they were sealed; if not, which seals and rows.</summary>
internal sealed record AuditVerification(bool Holds, DateTimeOffset CheckedAt, long Seals, long SealedRows, IReadOnlyList<SealFault> Faults);

file sealed class Route : IRoute
{
    public void Map(IEndpointRouteBuilder api) => api
        .MapPost("/audit/verify", ([AsParameters] VerifyAudit query, IMediator crm, CancellationToken ct) => crm.Send(query, ct))
        .WithSummary("Reads all evidence again and compares it with the seals; names the seal and the row that do not hold")
        .Produces<AuditVerification>();
}

file sealed class Handler(Seals seals, DbSession session, TimeProvider clock) : IRequestHandler<VerifyAudit, AuditVerification>
{
    public async Task<AuditVerification> Handle(VerifyAudit query, CancellationToken ct)
    {
        var (at, faults) = (clock.GetUtcNow(), await seals.Faults(ct));
        var (count, rows) = (await session.Rows("select count(*), coalesce(sum(row_count), 0)::bigint from kernel.seals", row => (row.GetInt64(0), row.GetInt64(1)), ct))[0];
        return new(faults.Count == 0, at, count, rows, faults);
    }
}
