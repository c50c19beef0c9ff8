namespace Karelia.Crm.Accounts.Activities;

[Allow(Role.CustomerManager, Role.PartnershipManager, Role.AlumniCoordinator, Role.ExpertCoordinator, Role.Sales)]
internal sealed record EditActivity : ICommand<ActivityDetails>
{
    public Optional<string> Subject { get; init; }
    public Optional<string?> Text { get; init; }
    public Optional<DateTimeOffset?> At { get; init; }
    public Optional<DateOnly?> DueOn { get; init; }
    public Optional<DateOnly?> RemindOn { get; init; }
    public Optional<Guid?> AssigneeId { get; init; }
    public Optional<IReadOnlyList<Guid>?> ContactIds { get; init; }
    public Optional<IReadOnlyList<Guid>?> AccountIds { get; init; }

    [FromRoute] public Guid Id { get; init; }
}

file sealed class Route : IRoute
{
    public void Map(IEndpointRouteBuilder api) => api
        .MapPatch("/activities/{id:guid}", (Guid id, EditActivity command, IMediator crm, CancellationToken ct) => crm.Send(command with { Id = id }, ct))
        .WithSummary("Changes the members that are named; people and organisations are whole sets");
}

file sealed class Rules : AbstractValidator<EditActivity>
{
    public Rules()
    {
        RuleFor(a => a.Subject.Value).IsSubject().When(a => a.Subject.IsSet).OverridePropertyName("Subject");
        RuleFor(a => a.Text.Value).IsLongText().OverridePropertyName("Text");
        RuleFor(a => a.At.Value).NotNull().When(a => a.At.IsSet).OverridePropertyName("At");
        RuleFor(a => a.At.Value).IsOurTime().OverridePropertyName("At");
        RuleFor(a => a.DueOn.Value).IsOurDay().OverridePropertyName("DueOn");
        RuleFor(a => a.RemindOn.Value).IsOurDay().OverridePropertyName("RemindOn");
        RuleFor(a => a.ContactIds.Value).AreFew().OverridePropertyName("ContactIds");
        RuleFor(a => a.AccountIds.Value).AreFew().OverridePropertyName("AccountIds");
    }
}

file sealed class Handler(AccountsDb db, Attending attending, CurrentUser user, Call call, TimeProvider clock) : IRequestHandler<EditActivity, ActivityDetails>
{
    public async Task<ActivityDetails> Handle(EditActivity command, CancellationToken ct)
    {
        var activity = await db.FindActivity(command.Id, user, ct);
        call.Expect(activity.Version);
        activity.Subject = command.Subject.Or(activity.Subject).Trim();
        activity.Text = command.Text.Or(activity.Text)?.Trim();
        activity.At = command.At.Or(activity.At)!.Value.ToUniversalTime();
        (activity.DueOn, activity.RemindOn) = (command.DueOn.Or(activity.DueOn), command.RemindOn.Or(activity.RemindOn));
        if (command.AssigneeId.IsSet)
            await attending.Assign(activity, command.AssigneeId.Value, isSaid: true, ct);
        if (command.ContactIds.IsSet)
            await attending.Bring(activity, command.ContactIds.Value ?? [], ct);
        if (command.AccountIds.IsSet)
            await attending.Concern(activity, command.AccountIds.Value ?? [], ct);
        // Asked of a change of them alone: beside a deletion they may be gone between two reads.
        if (command.ContactIds.IsSet || command.AccountIds.IsSet)
            Attending.RefuseIfLoose(activity);
        activity.Touch(clock.GetUtcNow());
        return await db.Show(activity, user, ct);
    }
}
