using Karelia.Crm.Consent.Ledger;
using Karelia.Crm.Consent.Preferences;

namespace Karelia.Crm.Consent.Public;

/// <summary>What is absent stays as it is; a consent that stands is renewed or withdrawn, and one that was withdrawn is not given again here.</summary>
[Allow(Role.Public)]
internal sealed record SetMyPreferences(IReadOnlyList<WantedPreference> Preferences, bool StopAll, IReadOnlyList<string>? Withdraw = null, IReadOnlyList<string>? Renew = null) : ICommand<Unit>
{
    [FromRoute]
    public string Token { get; init; } = "";
}

file sealed class Route : IRoute
{
    public void Map(IEndpointRouteBuilder api) => api
        .MapPut("/public/preferences/{token}", async (string token, SetMyPreferences command, IMediator crm, CancellationToken ct) =>
        {
            await crm.Send(command with { Token = token }, ct);
            // Read when all of it is written: a withdrawal ends more than it names.
            return await crm.Send(new GetMyPreferences(token), ct);
        })
        .WithSummary("Sets what a person hears of, by the person's own link; stops everything; renews and withdraws consents")
        .WithMetadata(new RequestSizeLimitAttribute(Form.LargestBody))
        .Produces<MyPreferences>();
}

file sealed class Rules : AbstractValidator<SetMyPreferences>
{
    public Rules()
    {
        RuleFor(c => c.Preferences).NotNull().IsShortList(20).Must(list => list is null || list.DistinctBy(p => (p?.Channel, p?.Topic)).Count() == list.Count).WithMessage("A channel and topic stands twice.");
        RuleForEach(c => c.Preferences).SetValidator(new PreferenceRules()).Must(p => p is null || p.Choice != PreferenceSheet.None).WithMessage("Choose in or out.");
        RuleFor(c => c.Withdraw).IsShortList(2);
        RuleForEach(c => c.Withdraw).NotNull().IsOneOf(OwnPage.Endable);
        RuleFor(c => c.Renew).IsShortList(2);
        RuleForEach(c => c.Renew).NotNull().IsOneOf(OwnPage.Endable);
    }
}

file sealed class Handler(ConsentDb db, OwnPage page, IMediator crm, CurrentUser user, Call call, TimeProvider clock) : IRequestHandler<SetMyPreferences, Unit>
{
    public async Task<Unit> Handle(SetMyPreferences command, CancellationToken ct)
    {
        var person = await page.Open(command.Token, toChange: true, ct);
        var (before, sheet) = await page.Read(person.Id, ct);
        call.Expect(before.Version);
        var withdrawn = before.Consents.Intersect(command.Withdraw ?? []).ToList();
        var changes = (from wanted in command.Preferences
                       join choice in before.Preferences on (wanted.Channel, wanted.Topic) equals (choice.Channel, choice.Topic)
                       where wanted.Choice != choice.Choice
                       // What rests on the registration as an alumnus ends with it.
                       where wanted.Choice == PreferenceSheet.Out || !withdrawn.Contains(ConsentPurposes.Alumni)
                       select wanted).ToList();
        if (person.IsPassive && (changes.Exists(wanted => wanted.Choice == PreferenceSheet.In) || before.StopAll && !command.StopAll))
            throw Refusal.Passive("it can only be closed more");
        var now = clock.Now();
        foreach (var wanted in changes)
        {
            var purpose = ConsentPurposes.Messages(wanted.Channel, wanted.Topic);
            if (sheet.Choose(purpose, wanted.Choice, now) is { } kind)
                db.Events.Add(new() { ContactId = person.Id, Purpose = purpose, Kind = kind, Source = "link", At = now, RecordedAt = now, UserId = user.Id, UserName = user.Name });
        }

        if (before.StopAll != command.StopAll)
            db.Blocks.AddRange(sheet.Hold(
                [.. sheet.Answer().Blocks.Where(b => !OwnPage.IsOwnStop(b)).Select(b => new WantedBlock(b.Reason, b.Channel, b.Topic, b.ListId)), .. command.StopAll ? [OwnPage.OwnStop] : Array.Empty<WantedBlock>()],
                user, now));
        foreach (var purpose in withdrawn)
            await crm.Send(new RecordConsent(purpose, Kinds.Withdrawn, "link") { Id = person.Id }, ct);
        // A no goes before a yes that was ticked beside it.
        foreach (var consent in before.Given.Where(consent => command.Renew?.Contains(consent.Purpose) == true && !withdrawn.Contains(consent.Purpose)))
            await crm.Send(new RecordConsent(consent.Purpose, Kinds.Confirmed, "link", consent.Text) { Id = person.Id }, ct);
        return Unit.Value;
    }
}
