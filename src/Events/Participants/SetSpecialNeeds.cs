using Karelia.Crm.Events.Events;
using Karelia.Crm.Kernel.Audit;
using Karelia.Crm.Kernel.Web;
using NpgsqlTypes;

namespace Karelia.Crm.Events.Participants;

/// <summary>Diet and accessibility of one participant; what is empty is taken away.</summary>
[Allow(Role.CustomerManager)]
internal sealed record SetSpecialNeeds(string? Diet = null, string? Accessibility = null) : ICommand<ParticipantNeeds>
{
    [FromRoute] public Guid Id { get; init; }
    [FromRoute] public Guid ParticipantId { get; init; }
}

internal sealed record ParticipantNeeds(Guid ParticipantId, Guid ContactId, string? Diet, string? Accessibility) : IShowsPeople
{
    public IEnumerable<Guid> ShownPeople() => [ContactId];
}

file sealed class Route : IRoute
{
    public void Map(IEndpointRouteBuilder api) => api
        .MapPut("/events/{id:guid}/participants/{participantId:guid}/special-needs", (Guid id, Guid participantId, SetSpecialNeeds command, IMediator crm, CancellationToken ct) =>
            crm.Send(command with { Id = id, ParticipantId = participantId }, ct))
        .WithoutVersion()
        .WithSummary("Writes down a participant's diet and accessibility; they go 30 days after the event");
}

file sealed class Rules : AbstractValidator<SetSpecialNeeds>
{
    public Rules()
    {
        RuleFor(s => s.Diet).MaximumLength(500).IsPlainText();
        RuleFor(s => s.Accessibility).MaximumLength(500).IsPlainText();
    }
}

/// <summary>By SQL: the audit log says that it was done and of whom, and never what, which would outlive the event.</summary>
file sealed class Handler(EventsDb db, DbSession session, AuditLog audit) : IRequestHandler<SetSpecialNeeds, ParticipantNeeds>
{
    public async Task<ParticipantNeeds> Handle(SetSpecialNeeds command, CancellationToken ct)
    {
        var (one, card) = await db.Find(command.Id, command.ParticipantId, ct);
        if (card.IsPassive)
            throw Refusal.Passive();
        var (diet, accessibility) = (EventCodes.Trimmed(command.Diet), EventCodes.Trimmed(command.Accessibility));
        await session.Execute(
            """
            insert into events.special_needs (participant_id, contact_id, diet, accessibility) values ($1, $2, $3, $4)
            on conflict (participant_id) do update set diet = excluded.diet, accessibility = excluded.accessibility
            """,
            ct, one.Id, one.ContactId, DbSession.Parameter(diet, NpgsqlDbType.Text), DbSession.Parameter(accessibility, NpgsqlDbType.Text));
        // What a sheet said stays, so that the same sheet says it no more; a row that no sheet and no hand fills is none.
        await session.Execute("delete from events.special_needs where participant_id = $1 and diet is null and accessibility is null and told is null", ct, one.Id);
        await audit.Bulk(nameof(SetSpecialNeeds), "modified", nameof(SpecialNeeds), one.Id, [one.ContactId], ct);
        return new(one.Id, one.ContactId, diet, accessibility);
    }
}
