using Karelia.Crm.Alumni.Requests;

namespace Karelia.Crm.Alumni.Mentoring;

[Allow(Role.AlumniCoordinator)]
internal sealed record EditMentoring : ICommand<MentoringDetails>
{
    public Optional<string> Topic { get; init; }
    public Optional<DateOnly?> StartsOn { get; init; }
    public Optional<DateOnly?> EndsOn { get; init; }
    public Optional<string?> Mentee { get; init; }
    public Optional<string> State { get; init; }
    public Optional<string?> Note { get; init; }

    [FromRoute] public Guid ContactId { get; init; }
    [FromRoute] public Guid MentoringId { get; init; }
}

file sealed class Route : IRoute
{
    public void Map(IEndpointRouteBuilder api) => api
        .MapPatch("/alumni/{contactId:guid}/mentorings/{mentoringId:guid}", (Guid contactId, Guid mentoringId, EditMentoring command, IMediator crm, CancellationToken ct) =>
            crm.Send(command with { ContactId = contactId, MentoringId = mentoringId }, ct))
        .WithSummary("Changes the members of a mentoring that are named");
}

file sealed class Rules : AbstractValidator<EditMentoring>
{
    public Rules()
    {
        RuleFor(m => m.Topic.Value).IsTopic().When(m => m.Topic.IsSet).OverridePropertyName("Topic");
        RuleFor(m => m.StartsOn.Value).NotNull().When(m => m.StartsOn.IsSet).OverridePropertyName("StartsOn");
        RuleFor(m => m.StartsOn.Value).IsWorkDay().OverridePropertyName("StartsOn");
        RuleFor(m => m.EndsOn.Value).IsWorkDay().OverridePropertyName("EndsOn");
        RuleFor(m => m.Mentee.Value).AreInitials().OverridePropertyName("Mentee");
        RuleFor(m => m.State.Value).NotNull().IsOneOf(MentoringPair.States).When(m => m.State.IsSet).OverridePropertyName("State");
        RuleFor(m => m.Note.Value).IsNote().OverridePropertyName("Note");
    }
}

file sealed class Handler(AlumniDb db, Call call, TimeProvider clock) : IRequestHandler<EditMentoring, MentoringDetails>
{
    public async Task<MentoringDetails> Handle(EditMentoring command, CancellationToken ct)
    {
        var (alumnus, card) = await db.FindToChange(command.ContactId, ct);
        var pair = await db.Mentorings.FirstOrDefaultAsync(m => m.Id == command.MentoringId && m.ContactId == alumnus.ContactId, ct) ?? throw Refusal.Unknown();
        call.Expect(pair.Version);
        pair.Topic = command.Topic.Or(pair.Topic).Trim();
        pair.StartsOn = command.StartsOn.Or(pair.StartsOn)!.Value;
        pair.EndsOn = command.EndsOn.Or(pair.EndsOn);
        if (pair.EndsOn < pair.StartsOn)
            throw Refusal.Field("/endsOn", "The last day is not before the first.");
        pair.Mentee = command.Mentee.Or(pair.Mentee)?.Trim();
        pair.State = command.State.Or(pair.State);
        pair.Note = command.Note.Or(pair.Note)?.Trim();
        pair.Touch(clock.GetUtcNow());
        return MentoringDetails.Of(pair, card);
    }
}
