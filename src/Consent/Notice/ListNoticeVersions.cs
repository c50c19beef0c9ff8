namespace Karelia.Crm.Consent.Notice;

[Allow(Role.DataProtectionOfficer)]
internal sealed record ListNoticeVersions : IQuery<Page<NoticeVersionLine>>;

/// <summary>A published notice; <c>GET /privacy-notice?version=</c> reads it.</summary>
internal sealed record NoticeVersionLine(int Number, DateTimeOffset PublishedAt, string PublishedBy);

file sealed class Route : IRoute
{
    public void Map(IEndpointRouteBuilder api) => api
        .MapGet("/privacy-notice/versions", ([AsParameters] ListNoticeVersions query, IMediator crm, CancellationToken ct) => crm.Send(query, ct))
        .WithSummary("The published versions of the privacy notice, the newest first");
}

file sealed class Handler(ConsentDb db) : IRequestHandler<ListNoticeVersions, Page<NoticeVersionLine>>
{
    public async Task<Page<NoticeVersionLine>> Handle(ListNoticeVersions query, CancellationToken ct) => new(
        await db.Set<NoticeVersion>().AsNoTracking().OrderByDescending(v => v.Number).Select(v => new NoticeVersionLine(v.Number, v.PublishedAt, v.PublishedBy)).ToListAsync(ct), null);
}
