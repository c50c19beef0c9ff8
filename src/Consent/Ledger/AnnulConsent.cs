using Karelia.Crm.Accounts;
using Karelia.Crm.Kernel.Web;

namespace Karelia.Crm.Consent.Ledger;

[Allow(Role.AlumniCoordinator, Role.Communications, Role.DataProtectionOfficer)]
internal sealed record AnnulConsent(string Reason) : ICommand<ConsentLine>
{
    [FromRoute]
    public Guid Id { get; init; }

    [FromRoute]
    public Guid EventId { get; init; }
}

file sealed class Route : IRoute
{
    public void Map(IEndpointRouteBuilder api) => api
        .MapPost("/contacts/{id:guid}/consents/{eventId:guid}/annul", async (Guid id, Guid eventId, AnnulConsent command, IMediator crm, CancellationToken ct) =>
            Endpoints.Created($"/contacts/{id}/consents", await crm.Send(command with { Id = id, EventId = eventId }, ct)))
        .WithSummary("Takes back an entry that was recorded by mistake: the state before it returns. A refusal or a withdrawal is never taken back");
}

file sealed class Rules : AbstractValidator<AnnulConsent>
{
    public Rules() => RuleFor(c => c.Reason).NotEmpty().MaximumLength(200).IsPlainText(lines: false);
}

file sealed class Handler(ConsentDb db, IKnownPeople people, CurrentUser user, TimeProvider clock) : IRequestHandler<AnnulConsent, ConsentLine>
{
    public async Task<ConsentLine> Handle(AnnulConsent command, CancellationToken ct)
    {
        var person = await people.Hold(command.Id, ct);
        if (person.IsPassive)
            throw Refusal.Passive();
        var entry = await db.Events.SingleOrDefaultAsync(e => e.Id == command.EventId && person.Ids.Contains(e.ContactId), ct) ?? throw Refusal.Unknown();
        if (entry.Kind is Kinds.Refused or Kinds.Withdrawn)
            throw new Refusal("no-stays", detail: "A refusal or a withdrawal is never taken back. Record what the person says now.");
        if (entry.Kind == Kinds.Annulled || await db.Events.AnyAsync(e => e.Annuls == entry.Id, ct))
            throw new Refusal("already-annulled", detail: "This entry counts for nothing already.");
        var now = clock.Now();
        var annulled = new ConsentEvent
        {
            ContactId = entry.ContactId,
            Purpose = entry.Purpose,
            Kind = Kinds.Annulled,
            TextId = entry.TextId,
            Source = command.Reason.Trim(),
            At = now,
            RecordedAt = now,
            UserId = user.Id,
            UserName = user.Name,
            Annuls = entry.Id,
        };
        db.Events.Add(annulled);
        return ConsentLine.Of(annulled, null);
    }
}
