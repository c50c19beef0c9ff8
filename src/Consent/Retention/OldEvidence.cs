using Karelia.Crm.Kernel.Audit;
using NpgsqlTypes;

namespace Karelia.Crm.Consent.Retention;

/// <summary>Evidence whose time is over, of people who stay: the rows go as they do at an erasure, so that the seals hold.</summary>
internal sealed class OldEvidence(DbSession session, IEnumerable<Evidence> tables, AuditLog audit)
{
    public static bool Is(string category) => category is RetentionCategories.ConsentEvidence or RetentionCategories.Disclosures;

    /// <summary>Of consents that ended, what led there: the no that stands is kept. Of disclosures, that these people stood in them: what was disclosed to whom, and how many, stays.</summary>
    public async Task Erase(string category, Guid[] people, DateOnly until, string reason, CancellationToken ct)
    {
        await session.Execute("select set_config('crm.act', 'erase', true)", ct);
        await session.Execute("select 1 from accounts.contacts where id = any($1) order by id for update", ct, people);
        if (category == RetentionCategories.ConsentEvidence)
        {
            var entries = await session.Rows("select id from consent.ended_evidence where contact_id = any($1) and ended_on <= $2", row => row.GetGuid(0), ct, people, until);
            await Erase("consent.events", "id", [.. entries], null, null, ct);
        }
        else
        {
            var rows = await session.Rows("select id, disclosure_id from consent.recorded_disclosure where contact_id = any($1) and recorded_on <= $2", row => (Id: row.GetGuid(0), Disclosure: row.GetGuid(1)), ct, people, until);
            foreach (var disclosure in rows.GroupBy(row => row.Disclosure))
                await Erase("consent.disclosed_contacts", "contact_id", [.. disclosure.Select(row => row.Id)], "disclosure_id", [disclosure.Key], ct);
        }

        await audit.Bulk("EraseOldEvidence", "erase", "Contact", null, people, ct, reason);
    }

    private Task<List<long>> Erase(string table, string column, Guid[] ids, string? of, Guid[]? ofIds, CancellationToken ct) => session.Rows(
        "select kernel.erase_evidence($1::regclass, $2, $3, $4, $5, $6)", row => row.GetInt64(0), ct, table, tables.Single(one => one.Table == table).Columns, column, ids,
        DbSession.Parameter(of, NpgsqlDbType.Text), DbSession.Parameter(ofIds, NpgsqlDbType.Array | NpgsqlDbType.Uuid));
}
