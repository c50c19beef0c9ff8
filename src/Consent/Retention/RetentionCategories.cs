using Karelia.Crm.Accounts;

namespace Karelia.Crm.Consent.Retention;

/// <summary>What a retention rule can be about, and from what its time can run. People by purpose; what is no person's goes by its own way.</summary>
internal static class RetentionCategories
{
    public const string NoPurpose = "no-purpose";
    public const string AuditLog = "audit-log";

    public static readonly string[] Triggers =
        ["last-activity", "role-ended", "role-started", "purpose-ended", "recorded", "access-ended", "consent-ended", "archive-class", "financial-year-ended"];

    /// <summary>Categories whose rules a run carries out on people; of the others the officer is reminded.</summary>
    public static readonly string[] People =
        [Kernel.Purposes.CustomerCare, Kernel.Purposes.Partnership, Kernel.Purposes.InternshipAndThesis, Kernel.Purposes.Rdi, Kernel.Purposes.Participation, NoPurpose];

    public static readonly string[] All = [.. People, AuditLog, "users", "consent-evidence", "disclosures", "documents", "vouchers"];
}

/// <summary>A person whom a rule means: since when its time runs.</summary>
internal sealed record DuePerson(Guid ContactId, string? Name, DateOnly Since, bool OnHold);

/// <summary>Whom a rule means today (Sql/retention.sql), whether it is approved or not.</summary>
internal sealed class Due(DbSession session, TimeProvider clock)
{
    public DateOnly Before(int months) => clock.Today().AddMonths(-months);

    public Task<List<DuePerson>> By(string category, string trigger, int months, int limit, Guid after, CancellationToken ct) => session.Rows(
        """
        select d.contact_id, p.last_name || ' ' || p.first_names, d.since, exists (select from consent.legal_holds h where h.contact_id = d.contact_id and h.lifted_at is null)
        from consent.retention_due($1, $2, $3) d join accounts.recipient p on p.contact_id = d.contact_id where d.contact_id > $5 order by d.contact_id limit $4
        """,
        row => new DuePerson(row.GetGuid(0), row.GetString(1), row.GetFieldValue<DateOnly>(2), row.GetBoolean(3)), ct, category, trigger, Before(months), limit, after);
}
