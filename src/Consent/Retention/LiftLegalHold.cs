using Karelia.Crm.Accounts;

namespace Karelia.Crm.Consent.Retention;

[Allow(Role.DataProtectionOfficer)]
internal sealed record LiftLegalHold(string Reason) : ICommand<LegalHoldLine>
{
    [FromRoute] public Guid Id { get; init; }
    [FromRoute] public Guid HoldId { get; init; }
}

file sealed class Route : IRoute
{
    public void Map(IEndpointRouteBuilder api) => api
        .MapPost("/contacts/{id:guid}/legal-holds/{holdId:guid}/lift", (Guid id, Guid holdId, LiftLegalHold command, IMediator crm, CancellationToken ct) =>
            crm.Send(command with { Id = id, HoldId = holdId }, ct))
        .WithSummary("Lifts a legal hold, with the reason");
}

file sealed class Rules : AbstractValidator<LiftLegalHold>
{
    public Rules() => RuleFor(c => c.Reason).NotEmpty().MaximumLength(500).IsPlainText();
}

file sealed class Handler(ConsentDb db, IKnownPeople people, CurrentUser user, TimeProvider clock) : IRequestHandler<LiftLegalHold, LegalHoldLine>
{
    public async Task<LegalHoldLine> Handle(LiftLegalHold command, CancellationToken ct)
    {
        var person = await people.Hold(command.Id, ct);
        var hold = await db.Set<LegalHold>().FirstOrDefaultAsync(h => h.Id == command.HoldId && h.ContactId == person.Id && h.LiftedAt == null, ct) ?? throw Refusal.Unknown();
        (hold.LiftedAt, hold.LiftedBy, hold.LiftReason) = (clock.Now(), user.Name, command.Reason.Trim());
        return LegalHoldLine.Of(hold);
    }
}
