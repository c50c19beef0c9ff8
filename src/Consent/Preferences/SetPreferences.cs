using Karelia.Crm.Accounts;
using Karelia.Crm.Consent.Ledger;

namespace Karelia.Crm.Consent.Preferences;

[Allow(Role.AlumniCoordinator, Role.Communications, Role.DataProtectionOfficer)]
internal sealed record SetPreferences(IReadOnlyList<WantedPreference> Preferences, IReadOnlyList<WantedBlock> Blocks) : ICommand<CommunicationPreferences>
{
    [FromRoute]
    public Guid ContactId { get; init; }
}

/// <summary>A choice: in, out or none.</summary>
internal sealed record WantedPreference(string Channel, string Topic, string Choice);

/// <summary>A block that shall hold. Without channel it covers all channels, without topic all topics.</summary>
internal sealed record WantedBlock(string Reason, string? Channel = null, string? Topic = null)
{
    public bool IsSame(Block block) => block.Channel == Channel && block.Topic == Topic && block.Reason == Reason.Trim();
}

file sealed class Route : IRoute
{
    public void Map(IEndpointRouteBuilder api) => api
        .MapPut("/contacts/{id:guid}/preferences", (Guid id, SetPreferences command, IMediator crm, CancellationToken ct) => crm.Send(command with { ContactId = id }, ct))
        .WithSummary("Sets a person's choices and blocks, all of them: what is absent ends")
        .Produces<CommunicationPreferences>();
}

file sealed class Rules : AbstractValidator<SetPreferences>
{
    public Rules()
    {
        RuleFor(c => c.Preferences).NotNull();
        RuleForEach(c => c.Preferences).ChildRules(preference =>
        {
            preference.RuleFor(p => p.Channel).Must(channel => Channels.All.Contains(channel)).WithMessage("There is no such channel.");
            preference.RuleFor(p => p.Topic).Must(topic => Topics.All.Contains(topic)).WithMessage("There is no such topic.");
            preference.RuleFor(p => p.Choice).Must(choice => choice is PreferenceSheet.In or PreferenceSheet.Out or PreferenceSheet.None).WithMessage("The choice is in, out or none.");
        });
        RuleFor(c => c.Preferences).Must(list => list is null || list.DistinctBy(p => (p?.Channel, p?.Topic)).Count() == list.Count).WithMessage("A channel and topic stands twice.");
        RuleFor(c => c.Blocks).NotNull();
        RuleForEach(c => c.Blocks).ChildRules(block =>
        {
            block.RuleFor(b => b.Channel).Must(channel => channel is null || Channels.All.Contains(channel)).WithMessage("There is no such channel.");
            block.RuleFor(b => b.Topic).Must(topic => topic is null || Topics.All.Contains(topic)).WithMessage("There is no such topic.");
            block.RuleFor(b => b.Reason).NotEmpty().MaximumLength(500).Must(ConsentTexts.IsPlain).WithMessage("Control characters are not allowed.");
        });
        RuleFor(c => c.Blocks).Must(list => list is null || list.DistinctBy(b => (b?.Channel, b?.Topic)).Count() == list.Count).WithMessage("A block stands twice.");
    }
}

file sealed class Handler(ConsentDb db, IKnownPeople people, CurrentUser user, Call call, TimeProvider clock) : IRequestHandler<SetPreferences, CommunicationPreferences>
{
    public async Task<CommunicationPreferences> Handle(SetPreferences command, CancellationToken ct)
    {
        var person = await people.Hold(command.ContactId, ct);
        var sheet = await PreferenceSheet.Read(db, person.Id, ct);
        call.Expect(sheet.Version);
        var wanted = command.Preferences.ToDictionary(p => ConsentPurposes.Messages(p.Channel, p.Topic), p => p.Choice);
        if (person.IsPassive && sheet.Opens(wanted, command.Blocks))
            throw new Refusal("passive-record", detail: "The record is passive: it can only be closed more. Activate it first.");
        var now = clock.GetUtcNow();
        foreach (var purpose in ConsentPurposes.AllMessages)
        {
            if (sheet.Choose(purpose, wanted.GetValueOrDefault(purpose, PreferenceSheet.None), now) is { } kind)
                db.Events.Add(new() { ContactId = person.Id, Purpose = purpose, Kind = kind, Source = "staff", At = now, RecordedAt = now, UserId = user.Id, UserName = user.Name });
        }

        db.Blocks.AddRange(sheet.Hold(command.Blocks, user, now));
        return sheet.Answer();
    }
}
