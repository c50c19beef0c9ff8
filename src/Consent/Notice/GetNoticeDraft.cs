namespace Karelia.Crm.Consent.Notice;

[Allow(Role.DataProtectionOfficer)]
internal sealed record GetNoticeDraft(string? Lang = null) : IQuery<NoticeDraft>;

/// <summary>The notice as it would be published now, and what that changes; in <c>published</c> the number of what stands.</summary>
internal sealed record NoticeDraft(PrivacyNotice Notice, int? Published, IReadOnlyList<NoticeChange> Changes);

file sealed class Route : IRoute
{
    public void Map(IEndpointRouteBuilder api) => api
        .MapGet("/privacy-notice/draft", ([AsParameters] GetNoticeDraft query, IMediator crm, CancellationToken ct) => crm.Send(query, ct))
        .WithSummary("The privacy notice as the register would write it now, and what differs from the published one");
}

file sealed class Rules : AbstractValidator<GetNoticeDraft>
{
    public Rules() => RuleFor(q => q.Lang).IsOneOf(PrivacyNotice.Languages);
}

file sealed class Handler(NoticeWriter writer, Notices notices) : IRequestHandler<GetNoticeDraft, NoticeDraft>
{
    public async Task<NoticeDraft> Handle(GetNoticeDraft query, CancellationToken ct)
    {
        var language = query.Lang ?? "fi";
        var (now, published) = (await writer.Write(language, ct), await notices.Published(ct));
        return new(now, published?.Number, now.Since(published is null ? null : Notices.Of(published, language)));
    }
}
