using Karelia.Crm.Accounts.Contacts;

namespace Karelia.Crm.Accounts.Affiliations;

[Allow(Role.CustomerManager, Role.PartnershipManager, Role.AlumniCoordinator, Role.ExpertCoordinator, Role.IntegrationWrite)]
internal sealed record EditAffiliation : ICommand<ContactDetails>
{
    public Optional<string?> Title { get; init; }
    public Optional<string?> RoleThere { get; init; }
    public Optional<DateOnly?> ValidFrom { get; init; }
    public Optional<DateOnly?> ValidTo { get; init; }
    public Optional<bool?> IsPrimary { get; init; }

    [FromRoute] public Guid Id { get; init; }
    [FromRoute] public Guid AffiliationId { get; init; }
}

file sealed class Route : IRoute
{
    public void Map(IEndpointRouteBuilder api) => api
        .MapPatch("/contacts/{id:guid}/affiliations/{affiliationId:guid}", (Guid id, Guid affiliationId, EditAffiliation command, IMediator crm, CancellationToken ct) =>
            crm.Send(command with { Id = id, AffiliationId = affiliationId }, ct))
        .WithSummary("Changes a person's place in an organisation; validTo ends it. The version is the person's");
}

file sealed class Rules : AbstractValidator<EditAffiliation>
{
    public Rules()
    {
        RuleFor(a => a.Title.Value).MaximumLength(200).IsPlainText(lines: false).OverridePropertyName("Title");
        RuleFor(a => a.RoleThere.Value).MaximumLength(200).IsPlainText(lines: false).OverridePropertyName("RoleThere");
        RuleFor(a => a.IsPrimary.Value).NotNull().When(a => a.IsPrimary.IsSet).OverridePropertyName("IsPrimary");
    }
}

file sealed class Handler(AccountsDb db, CurrentUser user, Call call, TimeProvider clock) : IRequestHandler<EditAffiliation, ContactDetails>
{
    public async Task<ContactDetails> Handle(EditAffiliation command, CancellationToken ct)
    {
        var contact = await db.Find(command.Id, user, ct);
        var places = await db.Affiliations.Where(a => a.ContactId == contact.Id).ToListAsync(ct);
        var place = places.Find(a => a.Id == command.AffiliationId) ?? throw Refusal.Unknown();
        contact.RefuseIfPassive();
        call.Expect(contact.Version);
        place.Title = command.Title.Or(place.Title)?.Trim();
        place.RoleThere = command.RoleThere.Or(place.RoleThere)?.Trim();
        (place.ValidFrom, place.ValidTo) = (command.ValidFrom.Or(place.ValidFrom), command.ValidTo.Or(place.ValidTo));
        if (place.ValidTo < place.ValidFrom)
            throw Refusal.Field("/validTo", "The last day is not before the first.");
        if (command.IsPrimary.IsSet)
        {
            places.ForEach(other => other.IsPrimary = false);
            place.IsPrimary = command.IsPrimary.Value == true;
        }

        contact.Touch(clock.GetUtcNow());
        return await db.Show(contact, ct);
    }
}
