namespace Karelia.Crm.Consent.Purposes;

/// <summary>One version of a purpose. <c>state</c>: current, proposed (not approved), or former. Without a retention text nothing is decided.</summary>
internal sealed record PurposeLine(
    string Code, int Number, string State, string NameFi, string NameEn, string Basis, string GroundFi, string GroundEn, string DataFi, string DataEn, string RetentionFi, string RetentionEn,
    int? RetentionMonths, string[] Recipients, string[] Groups, string[] Roles, int ErasureDays, DateTimeOffset ProposedAt, string ProposedBy, DateTimeOffset? ApprovedAt, string? ApprovedBy)
{
    public static PurposeLine Of(PurposeVersion p, bool isCurrent) => new(
        p.Code, p.Number, isCurrent ? "current" : p.ApprovedAt is null ? "proposed" : "former", p.NameFi, p.NameEn, p.Basis, p.GroundFi, p.GroundEn, p.DataFi, p.DataEn, p.RetentionFi,
        p.RetentionEn, p.RetentionMonths, p.Recipients, p.Groups, p.Roles, p.ErasureDays, p.ProposedAt, p.ProposedBy, p.ApprovedAt, p.ApprovedBy);
}

/// <summary>The versions that hold.</summary>
internal static class PurposesNow
{
    public static async Task<List<PurposeVersion>> CurrentPurposes(this ConsentDb db, CancellationToken ct) =>
        [.. (await db.Set<PurposeVersion>().AsNoTracking().Where(p => p.ApprovedAt != null).ToListAsync(ct)).GroupBy(p => p.Code).Select(code => code.MaxBy(p => p.Number)!).OrderBy(p => p.Code, StringComparer.Ordinal)];
}
