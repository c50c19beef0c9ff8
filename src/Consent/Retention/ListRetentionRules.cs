namespace Karelia.Crm.Consent.Retention;

[Allow(Role.DataProtectionOfficer)]
internal sealed record ListRetentionRules : IQuery<Page<RetentionRuleLine>>;

/// <summary>A retention rule. <c>state</c>: approved, proposed, or not-decided; only an approved one is ever followed, and one that is ahead of its data by nothing yet.</summary>
internal sealed record RetentionRuleLine(
    Guid Id, string Category, string Trigger, int? Months, string Action, string GroundFi, string GroundEn, string State, DateTimeOffset ProposedAt, string ProposedBy, DateTimeOffset? ApprovedAt,
    string? ApprovedBy, bool IsAhead, long Version) : IVersioned
{
    public static RetentionRuleLine Of(RetentionRule r) => new(
        r.Id, r.Category, r.Trigger, r.Months, r.Action, r.GroundFi, r.GroundEn, r.Months is null ? "not-decided" : r.ApprovedAt is null ? "proposed" : "approved", r.ProposedAt, r.ProposedBy,
        r.ApprovedAt, r.ApprovedBy, RetentionCategories.Ahead.Contains(r.Category), r.Version);
}

file sealed class Route : IRoute
{
    public void Map(IEndpointRouteBuilder api) => api
        .MapGet("/retention/rules", ([AsParameters] ListRetentionRules query, IMediator crm, CancellationToken ct) => crm.Send(query, ct))
        .WithSummary("The retention rules: category, from what the time runs, how long, what happens, on which ground, who approved");
}

file sealed class Handler(ConsentDb db) : IRequestHandler<ListRetentionRules, Page<RetentionRuleLine>>
{
    public async Task<Page<RetentionRuleLine>> Handle(ListRetentionRules query, CancellationToken ct) =>
        new([.. (await db.Set<RetentionRule>().AsNoTracking().OrderBy(r => r.Category).ToListAsync(ct)).Select(RetentionRuleLine.Of)], null);
}
