using Karelia.Crm.Kernel.Web;

namespace Karelia.Crm.Consent.Ledger;

[Allow(Role.DataProtectionOfficer)]
internal sealed record AddConsentText(string Purpose, string Language, string Text) : ICommand<ConsentTextItem>;

file sealed class Route : IRoute
{
    public void Map(IEndpointRouteBuilder api) => api
        .MapPost("/consent-texts", async (AddConsentText command, IMediator crm, CancellationToken ct) => Endpoints.Created("/consent-texts", await crm.Send(command, ct)))
        .WithSummary("Adds a new version of the words for a purpose; nobody is asked by it before it is published");
}

file sealed class Rules : AbstractValidator<AddConsentText>
{
    public Rules()
    {
        RuleFor(c => c.Purpose).NotNull().IsOneOf(ConsentPurposes.All);
        RuleFor(c => c.Language).NotNull().IsOneOf(["fi", "en"]);
        RuleFor(c => c.Text).NotEmpty().MaximumLength(4000).IsPlainText();
    }
}

file sealed class Handler(ConsentDb db, ConsentTexts texts, DbSession session, CurrentUser user, TimeProvider clock) : IRequestHandler<AddConsentText, ConsentTextItem>
{
    public async Task<ConsentTextItem> Handle(AddConsentText command, CancellationToken ct)
    {
        // Numbers follow one another.
        await session.Execute("select pg_advisory_xact_lock(hashtext('consent.text_versions'))", ct);
        var (now, text) = (clock.Now(), command.Text.Trim());
        var last = await db.TextVersions.Where(v => v.Purpose == command.Purpose && v.Language == command.Language).MaxAsync(v => (int?)v.Version, ct) ?? 0;
        var version = new TextVersion
        {
            Purpose = command.Purpose,
            Language = command.Language,
            Version = last + 1,
            TextId = await texts.Keep(text, now, ct),
            CreatedAt = now,
            UserId = user.Id,
            UserName = user.Name,
        };
        db.TextVersions.Add(version);
        return new(version.Id, version.Purpose, version.Language, version.Version, "draft", text, 0, now, user.Name, null, null);
    }
}
