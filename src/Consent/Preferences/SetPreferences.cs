using Karelia.Crm.Accounts;

namespace Karelia.Crm.Consent.Preferences;

[Allow(Role.AlumniCoordinator, Role.Communications, Role.DataProtectionOfficer)]
internal sealed record SetPreferences(IReadOnlyList<WantedPreference> Preferences, IReadOnlyList<WantedBlock> Blocks) : ICommand<CommunicationPreferences>
{
    [FromRoute]
    public Guid Id { get; init; }
}

/// <summary>A choice: in, out or none.</summary>
internal sealed record WantedPreference(string Channel, string Topic, string Choice);

/// <summary>A block that shall hold. Without channel it covers all channels, without topic all topics; with a list (a target group) the messages to that list alone.</summary>
internal sealed record WantedBlock(string Reason, string? Channel = null, string? Topic = null, Guid? ListId = null)
{
    public bool IsSame(Block block) => block.Channel == Channel && block.Topic == Topic && block.ListId == ListId && block.Reason == Reason.Trim();
}

file sealed class Route : IRoute
{
    public void Map(IEndpointRouteBuilder api) => api
        .MapPut("/contacts/{id:guid}/preferences", (Guid id, SetPreferences command, IMediator crm, CancellationToken ct) => crm.Send(command with { Id = id }, ct))
        .WithSummary("Sets a person's choices and blocks, all of them: what is absent ends")
        .Produces<CommunicationPreferences>();
}

file sealed class Rules : AbstractValidator<SetPreferences>
{
    public Rules()
    {
        RuleFor(c => c.Preferences).NotNull().IsShortList(100).Must(list => list is null || list.DistinctBy(p => (p?.Channel, p?.Topic)).Count() == list.Count).WithMessage("A channel and topic stands twice.");
        RuleForEach(c => c.Preferences).SetValidator(new PreferenceRules());
        RuleFor(c => c.Blocks).NotNull().IsShortList(100).Must(list => list is null || list.DistinctBy(b => (b?.Channel, b?.Topic, b?.ListId)).Count() == list.Count).WithMessage("A block stands twice.");
        RuleForEach(c => c.Blocks).SetValidator(new BlockRules());
    }
}

internal sealed class PreferenceRules : AbstractValidator<WantedPreference>
{
    public PreferenceRules()
    {
        RuleFor(p => p.Channel).NotNull().IsOneOf(Channels.All);
        RuleFor(p => p.Topic).NotNull().IsOneOf(Topics.All);
        RuleFor(p => p.Choice).NotNull().IsOneOf([PreferenceSheet.In, PreferenceSheet.Out, PreferenceSheet.None]);
    }
}

internal sealed class BlockRules : AbstractValidator<WantedBlock>
{
    public BlockRules()
    {
        RuleFor(b => b.Channel).IsOneOf(Channels.All);
        RuleFor(b => b.Topic).IsOneOf(Topics.All);
        RuleFor(b => b.Reason).NotEmpty().MaximumLength(500).IsPlainText();
    }
}

file sealed class Handler(ConsentDb db, IKnownPeople people, CurrentUser user, Call call, TimeProvider clock) : IRequestHandler<SetPreferences, CommunicationPreferences>
{
    public async Task<CommunicationPreferences> Handle(SetPreferences command, CancellationToken ct)
    {
        var person = await people.Hold(command.Id, ct);
        var sheet = await PreferenceSheet.Read(db, person.Id, ct, command.Blocks.Select(block => block.ListId));
        call.Expect(sheet.Version);
        var wanted = command.Preferences.ToDictionary(p => ConsentPurposes.Messages(p.Channel, p.Topic), p => p.Choice);
        if (command.Blocks.Select((block, i) => (block, i)).FirstOrDefault(pair => !sheet.Knows(pair.block.ListId)) is { block: not null } unknown)
            throw Refusal.Field($"/blocks/{unknown.i}/listId", "There is no such list.");
        if (person.IsPassive && sheet.Opens(wanted, command.Blocks))
            throw Refusal.Passive("it can only be closed more");
        var now = clock.Now();
        foreach (var purpose in ConsentPurposes.AllMessages)
        {
            if (sheet.Choose(purpose, wanted.GetValueOrDefault(purpose, PreferenceSheet.None), now) is { } kind)
                db.Events.Add(new() { ContactId = person.Id, Purpose = purpose, Kind = kind, Source = "staff", At = now, RecordedAt = now, UserId = user.Id, UserName = user.Name });
        }

        db.Blocks.AddRange(sheet.Hold(command.Blocks, user, now));
        return sheet.Answer();
    }
}
