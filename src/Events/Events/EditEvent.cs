using Karelia.Crm.Administration;

namespace Karelia.Crm.Events.Events;

[Allow(Role.CustomerManager)]
internal sealed record EditEvent : ICommand<EventDetails>
{
    public Optional<string> Name { get; init; }
    public Optional<string> Kind { get; init; }
    public Optional<IReadOnlyList<SessionLine>> Sessions { get; init; }
    public Optional<string> State { get; init; }
    public Optional<string?> Description { get; init; }
    public Optional<decimal?> Credits { get; init; }
    public Optional<int?> Capacity { get; init; }
    public Optional<Guid?> AccountId { get; init; }
    public Optional<IReadOnlyList<Guid>?> OrganiserIds { get; init; }

    [FromRoute] public Guid Id { get; init; }
}

file sealed class Route : IRoute
{
    public void Map(IEndpointRouteBuilder api) => api
        .MapPatch("/events/{id:guid}", (Guid id, EditEvent command, IMediator crm, CancellationToken ct) => crm.Send(command with { Id = id }, ct))
        .WithSummary("Changes the members of an event that are named; sessions and organisers are whole sets");
}

file sealed class Rules : AbstractValidator<EditEvent>
{
    public Rules()
    {
        RuleFor(e => e.Name.Value).IsName().When(e => e.Name.IsSet).OverridePropertyName("Name");
        RuleFor(e => e.Kind.Value).NotNull().IsOneOf(EventCodes.Kinds).When(e => e.Kind.IsSet).OverridePropertyName("Kind");
        RuleFor(e => e.Sessions.Value).AreSessions().When(e => e.Sessions.IsSet).OverridePropertyName("Sessions");
        RuleForEach(e => e.Sessions.Value).SetValidator(new SessionRules()).When(e => e.Sessions.Value is not null).OverridePropertyName("Sessions");
        RuleFor(e => e.State.Value).NotNull().IsOneOf(EventCodes.States).When(e => e.State.IsSet).OverridePropertyName("State");
        RuleFor(e => e.Description.Value).MaximumLength(5000).IsPlainText().OverridePropertyName("Description");
        RuleFor(e => e.Credits.Value).AreCredits().OverridePropertyName("Credits");
        RuleFor(e => e.Capacity.Value).InclusiveBetween(1, 100_000).OverridePropertyName("Capacity");
        RuleFor(e => e.OrganiserIds.Value).IsShortList().OverridePropertyName("OrganiserIds");
    }
}

file sealed class Handler(EventsDb db, IUsers users, Call call, TimeProvider clock) : IRequestHandler<EditEvent, EventDetails>
{
    public async Task<EventDetails> Handle(EditEvent command, CancellationToken ct)
    {
        var one = await db.Find(command.Id, ct);
        call.Expect(one.Version);
        one.Name = command.Name.Or(one.Name).Trim();
        one.Kind = command.Kind.Or(one.Kind);
        one.State = command.State.Or(one.State);
        one.Description = EventCodes.Trimmed(command.Description.Or(one.Description));
        one.Credits = command.Credits.Or(one.Credits);
        one.Capacity = command.Capacity.Or(one.Capacity);
        one.AccountId = await db.Account(command.AccountId.Or(one.AccountId), one.AccountId, ct);
        if (command.Sessions.IsSet)
            one.Meet(command.Sessions.Value);
        if (command.OrganiserIds.IsSet)
            await one.Organise(command.OrganiserIds.Value ?? [], users, ct);
        one.Touch(clock.Now());
        return await db.Show(one, ct);
    }
}
