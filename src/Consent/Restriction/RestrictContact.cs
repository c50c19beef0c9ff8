using Karelia.Crm.Accounts;

namespace Karelia.Crm.Consent.Restriction;

[Allow(Role.DataProtectionOfficer)]
internal sealed record RestrictContact(string Reason) : ICommand<RestrictionState>
{
    [FromRoute] public Guid Id { get; init; }
}

/// <summary>Whether the processing of a person's data is restricted.</summary>
internal sealed record RestrictionState(Guid ContactId, bool IsRestricted);

file sealed class Route : IRoute
{
    public void Map(IEndpointRouteBuilder api) => api
        .MapPost("/contacts/{id:guid}/restrict", (Guid id, RestrictContact command, IMediator crm, CancellationToken ct) => crm.Send(command with { Id = id }, ct))
        .WithSummary("Restricts the processing of a person's data: unknown to all but the data protection officer, and in no list, search, export, merge or import");
}

file sealed class Rules : AbstractValidator<RestrictContact>
{
    public Rules() => RuleFor(c => c.Reason).NotEmpty().MaximumLength(500).IsPlainText();
}

file sealed class Handler(ConsentDb db, IKnownPeople people, CurrentUser user, TimeProvider clock) : IRequestHandler<RestrictContact, RestrictionState>
{
    public async Task<RestrictionState> Handle(RestrictContact command, CancellationToken ct)
    {
        var person = await people.Hold(command.Id, ct);
        if (person.IsRestricted)
            throw new Refusal("already-restricted", detail: "The processing of this person's data is restricted already.");
        await people.Restrict(person.Id, true, ct);
        db.Restrictions.Add(new() { ContactId = person.Id, Reason = command.Reason.Trim(), At = clock.Now(), ById = user.Id, By = user.Name });
        return new(person.Id, true);
    }
}
