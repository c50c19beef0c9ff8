using Karelia.Crm.Accounts;
using Karelia.Crm.Consent;
using Karelia.Crm.Kernel.Web;

namespace Karelia.Crm.ExpertPool.Experts;

/// <summary>Consent: what proves that the person joined; null where the ledger has a consent that stands.</summary>
[Allow(Role.ExpertCoordinator)]
internal sealed record AddExpert(Guid ContactId, ConsentEvidence? Consent = null) : ToldOfExpert, ICommand<Guid>;

file sealed class Route : IRoute
{
    public void Map(IEndpointRouteBuilder api) => api
        .MapPost("/experts", async (AddExpert command, IMediator crm, CancellationToken ct) =>
        {
            var id = await crm.Send(command, ct);
            // Read when all of it is written: the pool shows those whose consent stands.
            return Endpoints.Created($"/experts/{id}", await crm.Send(new GetExpert(id), ct));
        })
        .WithSummary("Takes a person of the register into the expert pool, with the consent, its evidence and the role");
}

file sealed class Rules : ToldOfExpertRules<AddExpert>
{
    public Rules(TimeProvider clock) => RuleFor(e => e.Consent!).SetValidator(new ConsentEvidenceRules(clock)).When(e => e.Consent is not null);
}

file sealed class Handler(ExpertPoolDb db, IConsents consents, IContactImports contacts, CurrentUser user, TimeProvider clock) : IRequestHandler<AddExpert, Guid>
{
    public async Task<Guid> Handle(AddExpert command, CancellationToken ct)
    {
        var card = await db.Card(command.ContactId, ct) ?? throw Refusal.Field("/contactId", "There is no such person.");
        if (card.IsPassive)
            throw Refusal.Passive();
        var now = clock.Now();
        if (command.Consent is { } evidence)
            await consents.Give(card.Id, ConsentPurposes.ExpertPool, evidence, ct);
        var stood = await db.Consents.AnyAsync(c => c.ContactId == card.Id, ct);
        if (!stood && command.Consent is null)
            throw Refusal.Field("/consent", "Nobody is in the pool without a consent. Tell how the person gave it.");
        // Who left may have told something before: what is told now comes over it.
        var expert = await db.Experts.FirstOrDefaultAsync(e => e.ContactId == card.Id, ct);
        if (stood && expert is not null)
            throw new Refusal("duplicate", detail: "The person is in the expert pool already.");
        if (expert is null)
            db.Experts.Add(expert = new() { ContactId = card.Id, Source = user.Name, RegisteredAt = command.Consent?.At?.ToMicroseconds() ?? now, UpdatedAt = now });
        else
            expert.Touch(now);
        await db.Tell(expert, command, ct);
        await contacts.GiveRole(card.Id, ContactRoles.Expert, LegalBases.Consent, user.Name, now, ct);
        return card.Id;
    }
}
