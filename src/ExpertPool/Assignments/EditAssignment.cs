using Karelia.Crm.ExpertPool.Experts;

namespace Karelia.Crm.ExpertPool.Assignments;

[Allow(Role.ExpertCoordinator)]
internal sealed record EditAssignment : ICommand<ExpertDetails>
{
    public Optional<string> Title { get; init; }
    public Optional<DateOnly> StartsOn { get; init; }
    public Optional<DateOnly?> EndsOn { get; init; }
    public Optional<Guid?> AccountId { get; init; }
    public Optional<string> State { get; init; }
    public Optional<string?> Feedback { get; init; }

    [FromRoute] public Guid ContactId { get; init; }
    [FromRoute] public Guid AssignmentId { get; init; }
}

file sealed class Route : IRoute
{
    public void Map(IEndpointRouteBuilder api) => api
        .MapPatch("/experts/{contactId:guid}/assignments/{assignmentId:guid}", (Guid contactId, Guid assignmentId, EditAssignment command, IMediator crm, CancellationToken ct) =>
            crm.Send(command with { ContactId = contactId, AssignmentId = assignmentId }, ct))
        .WithSummary("Changes an assignment, its state or the feedback on it. The version is the expert's");
}

file sealed class Rules : AbstractValidator<EditAssignment>
{
    public Rules()
    {
        RuleFor(a => a.Title.Value).IsTitle().When(a => a.Title.IsSet).OverridePropertyName("Title");
        RuleFor(a => a.State.Value).NotNull().IsOneOf(Assignment.States).When(a => a.State.IsSet).OverridePropertyName("State");
        RuleFor(a => a.Feedback.Value).IsFeedback().OverridePropertyName("Feedback");
    }
}

file sealed class Handler(ExpertPoolDb db, Call call, TimeProvider clock) : IRequestHandler<EditAssignment, ExpertDetails>
{
    public async Task<ExpertDetails> Handle(EditAssignment command, CancellationToken ct)
    {
        var found = await db.FindToChange(command.ContactId, call, ct);
        var assignment = await db.Assignments.FirstOrDefaultAsync(a => a.ContactId == found.Expert.ContactId && a.Id == command.AssignmentId, ct) ?? throw Refusal.Unknown();
        if (command.AccountId.IsSet && command.AccountId.Value != assignment.AccountId)
            await db.RefuseUnusable(command.AccountId.Value, ct);
        assignment.Title = command.Title.Or(assignment.Title).Trim();
        (assignment.StartsOn, assignment.EndsOn) = (command.StartsOn.Or(assignment.StartsOn), command.EndsOn.Or(assignment.EndsOn));
        assignment.AccountId = command.AccountId.Or(assignment.AccountId);
        assignment.State = command.State.Or(assignment.State);
        assignment.Feedback = command.Feedback.Or(assignment.Feedback)?.Trim();
        AssignmentRules.Check(assignment);
        found.Expert.Touch(clock.GetUtcNow());
        return await db.Show(found, ct);
    }
}
