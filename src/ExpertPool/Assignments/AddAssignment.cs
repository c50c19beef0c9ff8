using Karelia.Crm.Accounts;
using Karelia.Crm.ExpertPool.Experts;

namespace Karelia.Crm.ExpertPool.Assignments;

[Allow(Role.ExpertCoordinator)]
internal sealed record AddAssignment(string Title, DateOnly StartsOn, DateOnly? EndsOn = null, Guid? AccountId = null, string? State = null, string? Feedback = null) : ICommand<ExpertDetails>
{
    [FromRoute] public Guid ContactId { get; init; }
}

file sealed class Route : IRoute
{
    public void Map(IEndpointRouteBuilder api) => api
        .MapPost("/experts/{contactId:guid}/assignments", (Guid contactId, AddAssignment command, IMediator crm, CancellationToken ct) => crm.Send(command with { ContactId = contactId }, ct))
        .WithSummary("Notes an assignment of an expert: what, when and for whom");
}

file sealed class Rules : AbstractValidator<AddAssignment>
{
    public Rules()
    {
        RuleFor(a => a.Title).IsTitle();
        RuleFor(a => a.State).IsOneOf(Assignment.States);
        RuleFor(a => a.Feedback).IsFeedback();
    }
}

file sealed class Handler(ExpertPoolDb db, TimeProvider clock) : IRequestHandler<AddAssignment, ExpertDetails>
{
    public async Task<ExpertDetails> Handle(AddAssignment command, CancellationToken ct)
    {
        var found = await db.Find(command.ContactId, ct);
        if (found.Card.IsPassive)
            throw Refusal.Passive();
        await db.RefuseUnusable(command.AccountId, ct);
        var now = clock.GetUtcNow();
        var assignment = new Assignment
        {
            ContactId = found.Expert.ContactId,
            Title = command.Title.Trim(),
            StartsOn = command.StartsOn,
            EndsOn = command.EndsOn,
            AccountId = command.AccountId,
            State = command.State ?? (command.StartsOn > Days.Of(now) ? "planned" : "done"),
            Feedback = command.Feedback?.Trim(),
            CreatedAt = now,
        };
        AssignmentRules.Check(assignment);
        db.Assignments.Add(assignment);
        found.Expert.Touch(now);
        return await db.Show(found, ct);
    }
}
