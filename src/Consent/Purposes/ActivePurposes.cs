namespace Karelia.Crm.Consent.Purposes;

/// <summary>A purpose that holds for a person now, and the basis it rests on.</summary>
internal sealed record ActivePurpose(string Purpose, string Basis);

/// <summary>For what a person's data may be kept now: <c>consent.active_purpose</c> says it, once (Sql/purposes.sql).</summary>
internal sealed class ActivePurposes(DbSession session)
{
    public async Task<List<ActivePurpose>> Of(Guid contactId, CancellationToken ct) => [.. (await Of([contactId], ct))[contactId]];

    public async Task<ILookup<Guid, ActivePurpose>> Of(Guid[] contacts, CancellationToken ct) => (await session.Rows(
        "select contact_id, purpose, basis from consent.active_purpose where contact_id = any($1) order by 2, 3",
        row => (Contact: row.GetGuid(0), Purpose: new ActivePurpose(row.GetString(1), row.GetString(2))), ct, contacts)).ToLookup(row => row.Contact, row => row.Purpose);
}
