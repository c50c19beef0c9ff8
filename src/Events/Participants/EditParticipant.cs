using Karelia.Crm.Events.Events;

namespace Karelia.Crm.Events.Participants;

[Allow(Role.CustomerManager)]
internal sealed record EditParticipant : ICommand<ParticipantDetails>
{
    public Optional<string> State { get; init; }
    public Optional<string?> Organisation { get; init; }
    public Optional<Guid?> AccountId { get; init; }
    public Optional<string?> Task { get; init; }
    public Optional<string?> Mode { get; init; }
    public Optional<DateTimeOffset?> RegisteredAt { get; init; }

    [FromRoute] public Guid Id { get; init; }
    [FromRoute] public Guid ParticipantId { get; init; }
}

file sealed class Route : IRoute
{
    public void Map(IEndpointRouteBuilder api) => api
        .MapPatch("/events/{id:guid}/participants/{participantId:guid}", (Guid id, Guid participantId, EditParticipant command, IMediator crm, CancellationToken ct) =>
            crm.Send(command with { Id = id, ParticipantId = participantId }, ct))
        .WithSummary("Changes the members of a participant that are named; state cancelled is a cancellation");
}

file sealed class Rules : AbstractValidator<EditParticipant>
{
    public Rules(TimeProvider clock)
    {
        RuleFor(p => p.State.Value).NotNull().IsOneOf(ParticipantStates.All).When(p => p.State.IsSet).OverridePropertyName("State");
        RuleFor(p => p.Organisation.Value).IsToldText().OverridePropertyName("Organisation");
        RuleFor(p => p.Task.Value).IsToldText().OverridePropertyName("Task");
        RuleFor(p => p.Mode.Value).IsOneOf(ParticipantStates.Modes).OverridePropertyName("Mode");
        RuleFor(p => p.RegisteredAt.Value).NotNull().When(p => p.RegisteredAt.IsSet).OverridePropertyName("RegisteredAt");
        RuleFor(p => p.RegisteredAt.Value).IsRegistrationTime(clock).OverridePropertyName("RegisteredAt");
    }
}

file sealed class Handler(EventsDb db, Represented represented, Call call, TimeProvider clock) : IRequestHandler<EditParticipant, ParticipantDetails>
{
    public async Task<ParticipantDetails> Handle(EditParticipant command, CancellationToken ct)
    {
        var (one, card) = await db.Find(command.Id, command.ParticipantId, ct);
        if (card.IsPassive)
            throw Refusal.Passive();
        call.Expect(one.Version);
        var now = clock.Now();
        if (command.Organisation.IsSet && EventCodes.Trimmed(command.Organisation.Value) is var told && told != one.Organisation)
            (one.Organisation, one.AccountId) = (told, await represented.Find(told, ct));
        if (command.AccountId.IsSet)
            one.AccountId = await db.Account(command.AccountId.Value, one.AccountId, ct);
        one.Task = EventCodes.Trimmed(command.Task.Or(one.Task));
        one.Mode = command.Mode.Or(one.Mode);
        one.RegisteredAt = command.RegisteredAt.IsSet ? command.RegisteredAt.Value!.Value.ToMicroseconds() : one.RegisteredAt;
        if (command.State.IsSet && command.State.Value != one.State)
            one.Become(command.State.Value, now, Guid.CreateVersion7());
        one.Touch(now);
        return await db.Show(one, card, ct);
    }
}
