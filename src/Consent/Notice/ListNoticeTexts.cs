namespace Karelia.Crm.Consent.Notice;

[Allow(Role.DataProtectionOfficer)]
internal sealed record ListNoticeTexts : IQuery<Page<NoticeTextLine>>;

/// <summary>A text of the officer's in the notice: by section and place.</summary>
internal sealed record NoticeTextLine(string Key, int Section, int Place, string LabelFi, string LabelEn, string Fi, string En, long Version, DateTimeOffset UpdatedAt, string UpdatedBy) : IVersioned
{
    public static NoticeTextLine Of(NoticeText t) => new(t.Key, t.Section, t.Place, t.LabelFi, t.LabelEn, t.Fi, t.En, t.Version, t.UpdatedAt, t.UpdatedBy);
}

file sealed class Route : IRoute
{
    public void Map(IEndpointRouteBuilder api) => api
        .MapGet("/privacy-notice/texts", ([AsParameters] ListNoticeTexts query, IMediator crm, CancellationToken ct) => crm.Send(query, ct))
        .WithSummary("The officer's own texts in the privacy notice: controller, persons, security and so on");
}

file sealed class Handler(ConsentDb db) : IRequestHandler<ListNoticeTexts, Page<NoticeTextLine>>
{
    public async Task<Page<NoticeTextLine>> Handle(ListNoticeTexts query, CancellationToken ct) =>
        new([.. (await db.Set<NoticeText>().AsNoTracking().OrderBy(t => t.Section).ThenBy(t => t.Place).ThenBy(t => t.Key).ToListAsync(ct)).Select(NoticeTextLine.Of)], null);
}
