namespace Karelia.Crm.Consent.Notice;

[Allow(Role.DataProtectionOfficer)]
internal sealed record EditNoticeText(string Fi, string En) : ICommand<NoticeTextLine>
{
    [FromRoute] public string Key { get; init; } = "";
}

file sealed class Route : IRoute
{
    public void Map(IEndpointRouteBuilder api) => api
        .MapPut("/privacy-notice/texts/{key}", (string key, EditNoticeText command, IMediator crm, CancellationToken ct) => crm.Send(command with { Key = key }, ct))
        .WithSummary("Changes one of the officer's texts in both languages; it is seen once the notice is published");
}

file sealed class Rules : AbstractValidator<EditNoticeText>
{
    public Rules()
    {
        RuleFor(t => t.Key).MaximumLength(100).IsPlainText(lines: false);
        RuleFor(t => t.Fi).NotEmpty().MaximumLength(8000).IsPlainText();
        RuleFor(t => t.En).NotEmpty().MaximumLength(8000).IsPlainText();
    }
}

file sealed class Handler(ConsentDb db, CurrentUser user, Call call, TimeProvider clock) : IRequestHandler<EditNoticeText, NoticeTextLine>
{
    public async Task<NoticeTextLine> Handle(EditNoticeText command, CancellationToken ct)
    {
        var text = await db.Set<NoticeText>().FirstOrDefaultAsync(t => t.Key == command.Key, ct) ?? throw Refusal.Unknown();
        call.Expect(text.Version);
        (text.Fi, text.En, text.Version) = (command.Fi.Trim(), command.En.Trim(), text.Version + 1);
        (text.UpdatedAt, text.UpdatedById, text.UpdatedBy) = (clock.Now(), user.Id, user.Name);
        return NoticeTextLine.Of(text);
    }
}
