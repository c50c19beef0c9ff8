using Karelia.Crm.Administration;

namespace Karelia.Crm.Consent.Breaches;

/// <summary>A personal data breach. <c>dueAt</c> is 72 hours after it was noticed; overdue while neither told to the authority nor decided that it need not be.</summary>
internal sealed record BreachDetails(
    Guid Id, string What, string Effects, string Measures, DateTimeOffset NoticedAt, DateTimeOffset DueAt, bool IsOverdue, DateTimeOffset From, DateTimeOffset To, Guid? ActorId, string? UseCase,
    DateTimeOffset? ReportedAt, string? NotReported, DateTimeOffset? ToldAt, string? NotTold, DateTimeOffset? ClosedAt, string NotedBy, long Version) : IVersioned
{
    public static BreachDetails Of(Breach b, DateTimeOffset now) => new(
        b.Id, b.What, b.Effects, b.Measures, b.NoticedAt, b.DueAt, b.IsOverdue(now), b.From, b.To, b.ActorId, b.UseCase, b.ReportedAt, b.NotReported, b.ToldAt, b.NotTold, b.ClosedAt, b.NotedBy, b.Version);
}

internal static class BreachRules
{
    public static AuditSpan Span(this Breach b) => new(b.From, b.To, b.ActorId, b.UseCase);

    public static async Task<Breach> FindBreach(this ConsentDb db, Guid id, CancellationToken ct) => await db.Set<Breach>().FirstOrDefaultAsync(b => b.Id == id, ct) ?? throw Refusal.Unknown();
}
