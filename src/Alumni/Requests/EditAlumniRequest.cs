namespace Karelia.Crm.Alumni.Requests;

[Allow(Role.AlumniCoordinator)]
internal sealed record EditAlumniRequest : ICommand<AlumniRequestDetails>
{
    public Optional<string> Topic { get; init; }
    public Optional<DateOnly?> HeldOn { get; init; }
    public Optional<string?> Course { get; init; }
    public Optional<string?> Organiser { get; init; }
    public Optional<string?> Channel { get; init; }
    public Optional<string> State { get; init; }
    public Optional<string?> Outcome { get; init; }

    [FromRoute] public Guid ContactId { get; init; }
    [FromRoute] public Guid RequestId { get; init; }
}

file sealed class Route : IRoute
{
    public void Map(IEndpointRouteBuilder api) => api
        .MapPatch("/alumni/{contactId:guid}/requests/{requestId:guid}", (Guid contactId, Guid requestId, EditAlumniRequest command, IMediator crm, CancellationToken ct) =>
            crm.Send(command with { ContactId = contactId, RequestId = requestId }, ct))
        .WithSummary("Changes the members of a request that are named, such as its state and outcome");
}

file sealed class Rules : AbstractValidator<EditAlumniRequest>
{
    public Rules()
    {
        RuleFor(r => r.Topic.Value).IsTopic().When(r => r.Topic.IsSet).OverridePropertyName("Topic");
        RuleFor(r => r.HeldOn.Value).IsWorkDay().OverridePropertyName("HeldOn");
        RuleFor(r => r.Course.Value).IsShortText().OverridePropertyName("Course");
        RuleFor(r => r.Organiser.Value).IsShortText().OverridePropertyName("Organiser");
        RuleFor(r => r.Channel.Value).IsOneOf(RequestCodes.Channels).OverridePropertyName("Channel");
        RuleFor(r => r.State.Value).NotNull().IsOneOf(RequestCodes.States).When(r => r.State.IsSet).OverridePropertyName("State");
        RuleFor(r => r.Outcome.Value).IsNote().OverridePropertyName("Outcome");
    }
}

file sealed class Handler(AlumniDb db, Call call, TimeProvider clock) : IRequestHandler<EditAlumniRequest, AlumniRequestDetails>
{
    public async Task<AlumniRequestDetails> Handle(EditAlumniRequest command, CancellationToken ct)
    {
        var (alumnus, card) = await db.FindToChange(command.ContactId, ct);
        var request = await db.Requests.FirstOrDefaultAsync(r => r.Id == command.RequestId && r.ContactId == alumnus.ContactId, ct) ?? throw Refusal.Unknown();
        call.Expect(request.Version);
        request.Topic = command.Topic.Or(request.Topic).Trim();
        request.HeldOn = command.HeldOn.Or(request.HeldOn);
        request.Course = command.Course.Or(request.Course)?.Trim();
        request.Organiser = command.Organiser.Or(request.Organiser)?.Trim();
        request.Channel = command.Channel.Or(request.Channel);
        request.State = command.State.Or(request.State);
        request.Outcome = command.Outcome.Or(request.Outcome)?.Trim();
        request.Touch(clock.GetUtcNow());
        return AlumniRequestDetails.Of(request, card);
    }
}
