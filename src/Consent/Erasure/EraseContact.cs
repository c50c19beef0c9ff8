using Karelia.Crm.Accounts;
using Karelia.Crm.Consent.Requests;
using Karelia.Crm.Consent.Retention;

namespace Karelia.Crm.Consent.Erasure;

[Allow(Role.DataProtectionOfficer)]
internal sealed record EraseContact(string Reason, Guid? RequestId = null) : ICommand<ErasureStep>
{
    [FromRoute] public Guid Id { get; init; }
}

/// <summary>Done; or, where two officers are asked for, proposed.</summary>
internal sealed record ErasureStep(ErasureDone? Done, ProposedErasure? Proposed);

/// <summary>The erasure waits for another officer, who sends the same.</summary>
internal sealed record ProposedErasure(Guid ContactId, string ProposedBy, DateTimeOffset At);

file sealed class Route : IRoute
{
    public void Map(IEndpointRouteBuilder api) => api
        .MapPost("/contacts/{id:guid}/erase", async Task<IResult> (Guid id, EraseContact command, IMediator crm, CancellationToken ct) =>
        {
            var step = await crm.Send(command with { Id = id }, ct);
            return step.Proposed is { } proposed ? TypedResults.Accepted($"/api/v1/contacts/{id}/erasure-plan", proposed) : TypedResults.Ok(step.Done);
        })
        .Produces<ErasureDone>()
        .Produces<ProposedErasure>(StatusCodes.Status202Accepted)
        .WithSummary("Erases a person from every module at once; what a law obliges to keep is stripped to the minimum. Cannot be undone");
}

file sealed class Rules : AbstractValidator<EraseContact>
{
    public Rules() => RuleFor(c => c.Reason).NotEmpty().MaximumLength(500).IsPlainText();
}

file sealed class Handler(ConsentDb db, Erasing erasing, ErasureRequests requests, LegalHolds holds, IKnownPeople people, CurrentUser user, TimeProvider clock) : IRequestHandler<EraseContact, ErasureStep>
{
    public async Task<ErasureStep> Handle(EraseContact command, CancellationToken ct)
    {
        var person = await people.Know(command.Id, ct);
        await holds.Refuse(person.Id, ct);
        var proposal = await db.ErasureProposals.FindAsync([person.Id], ct);
        if (!await db.ErasureSettings.AnyAsync(s => s.NeedsTwo, ct))
            return new(await Erase(person, command, null, ct), null);
        if (proposal is null)
        {
            db.ErasureProposals.Add(proposal = new() { ContactId = person.Id, ById = user.Id, By = user.Name, At = clock.Now() });
            return new(null, new(person.Id, proposal.By, proposal.At));
        }

        if (proposal.ById == user.Id)
            throw new Refusal("own-proposal", detail: "You proposed this erasure yourself. Another data protection officer carries it out.");
        return new(await Erase(person, command, proposal.By, ct), null);
    }

    private async Task<ErasureDone> Erase(KnownPerson person, EraseContact command, string? proposedBy, CancellationToken ct)
    {
        var open = await requests.Open(person.Ids, ct);
        var done = await erasing.Erase(person.Id, command.Reason.Trim(), command.RequestId, ct, proposedBy);
        await requests.CarryOut(open, done, ct);
        return done;
    }
}
