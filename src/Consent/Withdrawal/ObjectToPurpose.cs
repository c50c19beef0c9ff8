using Karelia.Crm.Accounts;
using Karelia.Crm.Consent.Purposes;
using Karelia.Crm.Kernel.Web;

namespace Karelia.Crm.Consent.Withdrawal;

[Allow(Role.DataProtectionOfficer)]
internal sealed record ObjectToPurpose(string Purpose, string Reason) : ICommand<ObjectionLine>
{
    [FromRoute] public Guid Id { get; init; }
}

/// <summary>What a person objects to.</summary>
internal sealed record ObjectionLine(Guid Id, string Purpose, string Reason, DateTimeOffset At, string By, DateTimeOffset? LiftedAt)
{
    public static ObjectionLine Of(Objection o) => new(o.Id, o.Purpose, o.Reason, o.At, o.By, o.LiftedAt);
}

file sealed class Route : IRoute
{
    public void Map(IEndpointRouteBuilder api) => api
        .MapPost("/contacts/{id:guid}/objections", async (Guid id, ObjectToPurpose command, IMediator crm, CancellationToken ct) =>
            Endpoints.Created($"/contacts/{id}/purposes", await crm.Send(command with { Id = id }, ct)))
        .WithSummary("Records that a person objects to a processing (GDPR art. 21): it ends at the same moment");
}

file sealed class Rules : AbstractValidator<ObjectToPurpose>
{
    public Rules()
    {
        RuleFor(c => c.Purpose).NotEmpty().MaximumLength(60).IsPlainText(lines: false);
        RuleFor(c => c.Reason).NotEmpty().MaximumLength(500).IsPlainText();
    }
}

file sealed class Handler(ConsentDb db, IKnownPeople people, Objections objections) : IRequestHandler<ObjectToPurpose, ObjectionLine>
{
    public async Task<ObjectionLine> Handle(ObjectToPurpose command, CancellationToken ct)
    {
        var person = await people.Hold(command.Id, ct);
        var purpose = (await db.CurrentPurposes(ct)).Find(p => p.Code == command.Purpose) ?? throw Refusal.Field("/purpose", "There is no such purpose.");
        // Direct marketing may always be objected to (art. 21.2), whatever it rests on.
        if (purpose.Basis is not (LegalBases.LegitimateInterest or LegalBases.PublicTask) && purpose.Code != Kernel.Purposes.Communication)
            throw new Refusal("no-right-to-object", detail: "The purpose rests on neither a legitimate interest nor a public task: a consent is withdrawn instead.");
        return ObjectionLine.Of(await objections.Object(person.Id, purpose.Code, command.Reason.Trim(), ct));
    }
}
