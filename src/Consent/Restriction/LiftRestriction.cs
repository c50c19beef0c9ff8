using Karelia.Crm.Accounts;

namespace Karelia.Crm.Consent.Restriction;

[Allow(Role.DataProtectionOfficer)]
internal sealed record LiftRestriction(string Reason) : ICommand<RestrictionState>
{
    [FromRoute] public Guid Id { get; init; }
}

file sealed class Route : IRoute
{
    public void Map(IEndpointRouteBuilder api) => api
        .MapPost("/contacts/{id:guid}/lift-restriction", (Guid id, LiftRestriction command, IMediator crm, CancellationToken ct) => crm.Send(command with { Id = id }, ct))
        .WithSummary("Ends the restriction of a person's data; the person is told before (GDPR art. 18.3)");
}

file sealed class Rules : AbstractValidator<LiftRestriction>
{
    public Rules() => RuleFor(c => c.Reason).NotEmpty().MaximumLength(500).IsPlainText();
}

file sealed class Handler(ConsentDb db, IKnownPeople people, CurrentUser user, TimeProvider clock) : IRequestHandler<LiftRestriction, RestrictionState>
{
    public async Task<RestrictionState> Handle(LiftRestriction command, CancellationToken ct)
    {
        var person = await people.Hold(command.Id, ct);
        if (!person.IsRestricted)
            throw new Refusal("not-restricted", detail: "The processing of this person's data is not restricted.");
        // Of the ids that were merged into it as well: taken apart again, none of them is restricted without a reason that stands.
        foreach (var id in person.Ids)
            await people.Restrict(id, false, ct);
        foreach (var open in await db.Restrictions.Where(r => r.ContactId == person.Id && r.LiftedAt == null).ToListAsync(ct))
            (open.LiftedAt, open.LiftedBy, open.LiftReason) = (clock.Now(), user.Name, command.Reason.Trim());
        return new(person.Id, false);
    }
}
