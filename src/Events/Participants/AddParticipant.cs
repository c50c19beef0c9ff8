using Karelia.Crm.Accounts;
using Karelia.Crm.Events.Events;
using Karelia.Crm.Kernel.Web;

namespace Karelia.Crm.Events.Participants;

[Allow(Role.CustomerManager)]
internal sealed record AddParticipant(
    Guid ContactId,
    string? Organisation = null,
    Guid? AccountId = null,
    string? Task = null,
    string? Mode = null,
    string? State = null,
    DateTimeOffset? RegisteredAt = null) : ICommand<ParticipantDetails>
{
    [FromRoute] public Guid Id { get; init; }
}

file sealed class Route : IRoute
{
    public void Map(IEndpointRouteBuilder api) => api
        .MapPost("/events/{id:guid}/participants", async (Guid id, AddParticipant command, IMediator crm, CancellationToken ct) =>
        {
            var added = await crm.Send(command with { Id = id }, ct);
            return Endpoints.Created($"/events/{id}/participants/{added.Id}", added);
        })
        .WithSummary("Adds a person to an event; a full event is told of (isFull), not refused");
}

file sealed class Rules : AbstractValidator<AddParticipant>
{
    public Rules(TimeProvider clock)
    {
        RuleFor(p => p.Organisation).IsToldText();
        RuleFor(p => p.Task).IsToldText();
        RuleFor(p => p.Mode).IsOneOf(ParticipantStates.Modes);
        RuleFor(p => p.State).IsOneOf(ParticipantStates.All);
        RuleFor(p => p.RegisteredAt).IsRegistrationTime(clock);
    }
}

file sealed class Handler(EventsDb db, Represented represented, IContactImports contacts, CurrentUser user, TimeProvider clock) : IRequestHandler<AddParticipant, ParticipantDetails>
{
    public async Task<ParticipantDetails> Handle(AddParticipant command, CancellationToken ct)
    {
        if (!await db.Events.AnyAsync(e => e.Id == command.Id, ct))
            throw Refusal.Unknown();
        var card = await db.ContactCards.FirstOrDefaultAsync(c => c.Id == command.ContactId || db.MergedPeople.Any(m => m.Id == command.ContactId && m.ContactId == c.Id), ct)
            ?? throw Refusal.Field("/contactId", "There is no such person.");
        if (card.IsPassive)
            throw Refusal.Passive();
        if (await db.Participants.Where(p => p.EventId == command.Id && p.ContactId == card.Id).Select(p => (Guid?)p.Id).FirstOrDefaultAsync(ct) is { } present)
            throw new Refusal("duplicate", detail: "The person is among the participants already.") { More = new Dictionary<string, object?> { ["participantId"] = present } };
        var account = await db.Account(command.AccountId, null, ct);
        var told = EventCodes.Trimmed(command.Organisation);
        var now = clock.Now();
        var added = new Participant
        {
            EventId = command.Id,
            ContactId = card.Id,
            Organisation = told ?? await db.AccountCards.Where(a => a.Id == account).Select(a => a.Name).FirstOrDefaultAsync(ct),
            AccountId = account ?? await represented.Find(told, ct),
            Task = EventCodes.Trimmed(command.Task),
            Mode = command.Mode,
            RegisteredAt = command.RegisteredAt?.ToMicroseconds() ?? now,
            Source = user.Name,
            UpdatedAt = now,
        };
        if (command.State is { } state and not ParticipantStates.Registered)
            added.Become(state, now, Guid.CreateVersion7());
        db.Participants.Add(added);
        await contacts.GiveRole(card.Id, ContactRoles.Participant, LegalBases.LegitimateInterest, user.Name, now, ct);
        return await db.Show(added, card, ct);
    }
}
