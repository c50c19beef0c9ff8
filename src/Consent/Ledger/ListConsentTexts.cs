namespace Karelia.Crm.Consent.Ledger;

[Allow(Role.AlumniCoordinator, Role.ExpertCoordinator, Role.Communications, Role.DataProtectionOfficer)]
internal sealed record ListConsentTexts(string? Purpose = null, bool? Current = null) : IQuery<Page<ConsentTextItem>>;

/// <summary>A version of the words for a purpose: draft, published or replaced; how many consents that stand rest on these very words.</summary>
internal sealed record ConsentTextItem(
    Guid Id, string Purpose, string Language, int Version, string State, string Text, int People, DateTimeOffset CreatedAt, string CreatedBy, DateTimeOffset? PublishedAt, string? PublishedBy)
{
    public static string StateOf(TextVersion version) => version.PublishedAt is null ? "draft" : version.ReplacedAt is null ? "published" : "replaced";
}

file sealed class Route : IRoute
{
    public void Map(IEndpointRouteBuilder api) => api
        .MapGet("/consent-texts", ([AsParameters] ListConsentTexts query, IMediator crm, CancellationToken ct) => crm.Send(query, ct))
        .WithSummary("The words that people are asked to agree to, by purpose and language, each version")
        .Produces<Page<ConsentTextItem>>();
}

file sealed class Rules : AbstractValidator<ListConsentTexts>
{
    public Rules() => RuleFor(q => q.Purpose).IsOneOf(ConsentPurposes.All);
}

file sealed class Handler(ConsentDb db) : IRequestHandler<ListConsentTexts, Page<ConsentTextItem>>
{
    public async Task<Page<ConsentTextItem>> Handle(ListConsentTexts query, CancellationToken ct)
    {
        var found = await (
            from v in db.TextVersions.AsNoTracking()
            join t in db.Texts on v.TextId equals t.Id
            where (query.Purpose == null || v.Purpose == query.Purpose) && (query.Current != true || (v.PublishedAt != null && v.ReplacedAt == null))
            orderby v.Purpose, v.Language, v.Version descending
            select new { Version = v, t.Text, People = db.Standings.Count(s => s.Purpose == v.Purpose && (s.State == Kinds.Given || s.State == Kinds.Confirmed) && db.Events.Any(e => e.Id == s.EventId && e.TextId == v.TextId)) })
            .ToListAsync(ct);
        return new([.. found.Select(row => new ConsentTextItem(
            row.Version.Id, row.Version.Purpose, row.Version.Language, row.Version.Version, ConsentTextItem.StateOf(row.Version), row.Text, row.People, row.Version.CreatedAt, row.Version.UserName,
            row.Version.PublishedAt, row.Version.PublishedBy))], null);
    }
}
