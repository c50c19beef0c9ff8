using Karelia.Crm.Accounts;
using Karelia.Crm.Kernel.Web;

namespace Karelia.Crm.Consent.Retention;

[Allow(Role.DataProtectionOfficer)]
internal sealed record SetLegalHold(string Reason) : ICommand<LegalHoldLine>
{
    [FromRoute] public Guid Id { get; init; }
}

file sealed class Route : IRoute
{
    public void Map(IEndpointRouteBuilder api) => api
        .MapPost("/contacts/{id:guid}/legal-holds", async (Guid id, SetLegalHold command, IMediator crm, CancellationToken ct) =>
            Endpoints.Created($"/contacts/{id}/purposes", await crm.Send(command with { Id = id }, ct)))
        .WithSummary("Sets a legal hold: neither erasure nor retention touches the person's data while it stands");
}

file sealed class Rules : AbstractValidator<SetLegalHold>
{
    public Rules() => RuleFor(c => c.Reason).NotEmpty().MaximumLength(500).IsPlainText();
}

file sealed class Handler(ConsentDb db, IKnownPeople people, LegalHolds holds, CurrentUser user, TimeProvider clock) : IRequestHandler<SetLegalHold, LegalHoldLine>
{
    public async Task<LegalHoldLine> Handle(SetLegalHold command, CancellationToken ct)
    {
        var person = await people.Hold(command.Id, ct);
        await holds.Refuse(person.Id, ct);
        var hold = new LegalHold { ContactId = person.Id, Reason = command.Reason.Trim(), SetAt = clock.Now(), SetById = user.Id, SetBy = user.Name };
        db.Add(hold);
        return LegalHoldLine.Of(hold);
    }
}
