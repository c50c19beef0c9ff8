namespace Karelia.Crm.Consent.Retention;

/// <summary>A run of the approved rules. Its certificate is <c>counts</c>: what was done to how many, without a name.</summary>
internal sealed record RetentionRunLine(
    Guid Id, string State, DateTimeOffset ProposedAt, string ProposedBy, DateTimeOffset? ApprovedAt, string? ApprovedBy, DateTimeOffset? DoneAt, Guid? JobId, IReadOnlyList<RetentionCount> Counts)
{
    public static async Task<RetentionRunLine> Of(ConsentDb db, RetentionRun run, CancellationToken ct)
    {
        var counts = await db.Set<RetentionItem>().Where(i => i.RunId == run.Id).GroupBy(i => new { i.Category, i.Action, i.Trigger, i.Months, i.Outcome })
            .Select(g => new { g.Key, Count = g.LongCount() }).ToListAsync(ct);
        return new(
            run.Id, run.State, run.ProposedAt, run.ProposedBy, run.ApprovedAt, run.ApprovedBy, run.DoneAt, run.JobId,
            [.. counts.OrderBy(c => c.Key.Category, StringComparer.Ordinal).Select(c => new RetentionCount(c.Key.Category, c.Key.Action, c.Key.Trigger, c.Key.Months, c.Key.Outcome, c.Count))]);
    }
}

/// <summary>How many a rule meant, and what became of them: nothing yet (null), done, legal-hold, no-longer, listed.</summary>
internal sealed record RetentionCount(string Category, string Action, string Trigger, int Months, string? Outcome, long People);
