using Karelia.Crm.Alumni.Requests;
using Karelia.Crm.Kernel.Web;

namespace Karelia.Crm.Alumni.Mentoring;

[Allow(Role.AlumniCoordinator)]
internal sealed record StartMentoring(string Topic, DateOnly StartsOn, DateOnly? EndsOn = null, string? Mentee = null, string? State = null, string? Note = null) : ICommand<MentoringDetails>
{
    [FromRoute] public Guid ContactId { get; init; }
}

file sealed class Route : IRoute
{
    public void Map(IEndpointRouteBuilder api) => api
        .MapPost("/alumni/{contactId:guid}/mentorings", async (Guid contactId, StartMentoring command, IMediator crm, CancellationToken ct) =>
        {
            var pair = await crm.Send(command with { ContactId = contactId }, ct);
            return Endpoints.Created($"/alumni/mentorings?contactId={pair.ContactId}", pair);
        })
        .WithSummary("Writes down that an alumnus mentors a student: the student's topic, and initials at most");
}

file sealed class Rules : AbstractValidator<StartMentoring>
{
    public Rules()
    {
        RuleFor(m => m.Topic).IsTopic();
        RuleFor(m => (DateOnly?)m.StartsOn).IsWorkDay().OverridePropertyName("StartsOn");
        RuleFor(m => m.EndsOn).IsWorkDay();
        RuleFor(m => m.EndsOn).GreaterThanOrEqualTo(m => m.StartsOn).When(m => m.EndsOn is not null).WithMessage("The last day is not before the first.");
        RuleFor(m => m.Mentee).AreInitials();
        RuleFor(m => m.State).IsOneOf(MentoringPair.States);
        RuleFor(m => m.Note).IsNote();
    }
}

file sealed class Handler(AlumniDb db, TimeProvider clock) : IRequestHandler<StartMentoring, MentoringDetails>
{
    public async Task<MentoringDetails> Handle(StartMentoring command, CancellationToken ct)
    {
        var (alumnus, card) = await db.FindToChange(command.ContactId, ct);
        var now = clock.GetUtcNow();
        alumnus.Touch(now);
        var pair = new MentoringPair
        {
            ContactId = alumnus.ContactId,
            Topic = command.Topic.Trim(),
            Mentee = command.Mentee?.Trim(),
            StartsOn = command.StartsOn,
            EndsOn = command.EndsOn,
            State = command.State ?? MentoringPair.Planned,
            Note = command.Note?.Trim(),
            CreatedAt = now,
            UpdatedAt = now,
        };
        db.Mentorings.Add(pair);
        return MentoringDetails.Of(pair, card);
    }
}
