using Karelia.Crm.Kernel.Audit;
using NpgsqlTypes;

namespace Karelia.Crm.Administration.Audit;

internal sealed class AuditTrail(DbSession session, AuditLog audit) : IAuditRetention, IAuditTrail
{
    public async Task<long> Prune(DateTimeOffset before, CancellationToken ct)
    {
        await session.Execute("select set_config('crm.act', 'erase', true)", ct);
        var gone = (await session.Rows("select kernel.prune_audit($1)", row => row.GetInt64(0), ct, before))[0];
        if (gone > 0)
            await audit.Bulk("PruneAudit", "prune", "AuditEntry", null, [], ct, $"{gone} entries before {before:O}");
        return gone;
    }

    public async Task<IReadOnlyList<Guid>> Affected(AuditSpan span, CancellationToken ct) => await session.Rows(
        """
        select distinct c.id from kernel.audit_entries e cross join unnest(e.contact_ids) c(id)
        where e.at >= $1 and e.at <= $2 and ($3::uuid is null or e.user_id = $3) and ($4::text is null or e.use_case = $4) order by 1
        """,
        row => row.GetGuid(0), ct, span.From.ToUniversalTime(), span.To.ToUniversalTime(), DbSession.Parameter(span.UserId, NpgsqlDbType.Uuid), DbSession.Parameter(span.UseCase, NpgsqlDbType.Text));
}
