namespace Karelia.Crm.Consent.Purposes;

/// <summary>A purpose that holds for a person now, and the basis it rests on.</summary>
internal sealed record ActivePurpose(string Purpose, string Basis);

/// <summary>For what a person's data may be kept now: <c>consent.active_purpose</c> says it, once (Sql/purposes.sql).</summary>
internal sealed class ActivePurposes(DbSession session)
{
    public Task<List<ActivePurpose>> Of(Guid contactId, CancellationToken ct) => session.Rows(
        "select purpose, basis from consent.active_purpose where contact_id = $1 order by 1, 2", row => new ActivePurpose(row.GetString(0), row.GetString(1)), ct, contactId);
}
