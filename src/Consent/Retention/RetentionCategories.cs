using Karelia.Crm.Accounts;

namespace Karelia.Crm.Consent.Retention;

/// <summary>What a retention rule can be about, and from what its time can run. People by purpose; what is no person's goes by its own way.</summary>
internal static class RetentionCategories
{
    public const string NoPurpose = "no-purpose";
    public const string AuditLog = "audit-log";
    public const string Users = "users";
    public const string ConsentEvidence = "consent-evidence";
    public const string Disclosures = "disclosures";

    public static readonly string[] Triggers =
        ["last-activity", "role-ended", "role-started", "purpose-ended", "recorded", "access-ended", "consent-ended", "archive-class", "financial-year-ended"];

    /// <summary>Categories whose rules a run carries out person by person.</summary>
    public static readonly string[] People =
        [Kernel.Purposes.CustomerCare, Kernel.Purposes.Partnership, Kernel.Purposes.InternshipAndThesis, Kernel.Purposes.Rdi, Kernel.Purposes.Participation, NoPurpose, Users, ConsentEvidence, Disclosures];

    /// <summary>Rules that nothing carries out: what they are about is not in the register yet.</summary>
    public static readonly string[] Ahead = ["documents", "vouchers"];

    public static readonly string[] All = [.. People, AuditLog, .. Ahead];
}

/// <summary>A person, or a user by the account, whom a rule means: since when its time runs.</summary>
internal sealed record DuePerson(Guid? ContactId, Guid? UserId, string? Name, DateOnly Since, bool OnHold);

/// <summary>Whom a rule means today (Sql/retention.sql), whether it is approved or not.</summary>
internal sealed class Due(DbSession session, TimeProvider clock)
{
    public DateOnly Before(int months) => clock.Today().AddMonths(-months);

    public Task<List<DuePerson>> By(string category, string trigger, int months, int limit, Guid after, CancellationToken ct) => session.Rows(
        """
        select d.contact_id, d.user_id, coalesce(p.last_name || ' ' || p.first_names, u.name), d.since, consent.on_hold(d.contact_id, d.user_id)
        from consent.retention_due($1, $2, $3) d left join accounts.recipient p on p.contact_id = d.contact_id left join administration.users u on u.id = d.user_id
        where coalesce(d.contact_id, d.user_id) > $5 order by coalesce(d.contact_id, d.user_id) limit $4
        """,
        row => new DuePerson(row.GetFieldValue<Guid?>(0), row.GetFieldValue<Guid?>(1), row.IsDBNull(2) ? null : row.GetString(2), row.GetFieldValue<DateOnly>(3), row.GetBoolean(4)), ct, category, trigger, Before(months), limit, after);
}
