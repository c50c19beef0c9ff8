namespace Karelia.Crm.Accounts.Contacts;

[Allow(Role.CustomerManager, Role.PartnershipManager, Role.AlumniCoordinator, Role.ExpertCoordinator, Role.IntegrationWrite)]
internal sealed record EditContact : ICommand<ContactDetails>
{
    public Optional<string?> LastName { get; init; }
    public Optional<string?> FirstNames { get; init; }
    public Optional<string?> CalledName { get; init; }
    public Optional<string?> Language { get; init; }
    public Optional<AddressLines?> Address { get; init; }
    public Optional<IReadOnlyList<EmailLine>?> Emails { get; init; }
    public Optional<IReadOnlyList<PhoneLine>?> Phones { get; init; }
    public Optional<Guid?> OwnerId { get; init; }
    public Optional<string?> Status { get; init; }

    [FromRoute] public Guid Id { get; init; }
}

file sealed class Route : IRoute
{
    public void Map(IEndpointRouteBuilder api) => api
        .MapPatch("/contacts/{id:guid}", (Guid id, EditContact command, IMediator crm, CancellationToken ct) => crm.Send(command with { Id = id }, ct))
        .WithSummary("Changes the members that are named; lists are whole sets");
}

file sealed class Rules : AbstractValidator<EditContact>
{
    public Rules()
    {
        RuleFor(c => c.LastName.Value!).IsName().When(c => c.LastName.IsSet).OverridePropertyName("LastName");
        RuleFor(c => c.FirstNames.Value!).IsName().When(c => c.FirstNames.IsSet).OverridePropertyName("FirstNames");
        RuleFor(c => c.CalledName.Value).MaximumLength(100).IsPlainText().OverridePropertyName("CalledName");
        RuleFor(c => c.Language.Value).NotNull().IsLanguage().When(c => c.Language.IsSet).OverridePropertyName("Language");
        RuleFor(c => c.Address.Value!).SetValidator(new AddressRules()).When(c => c.Address.Value is not null).OverridePropertyName("Address");
        RuleFor(c => c.Emails.Value).IsShortList().HasOnePrimary(e => e.IsPrimary).OverridePropertyName("Emails");
        RuleForEach(c => c.Emails.Value).SetValidator(new EmailRules()).OverridePropertyName("Emails");
        RuleFor(c => c.Phones.Value).IsShortList().HasOnePrimary(p => p.IsPrimary).OverridePropertyName("Phones");
        RuleForEach(c => c.Phones.Value).SetValidator(new PhoneRules()).OverridePropertyName("Phones");
        RuleFor(c => c.Status.Value).IsOneOf(CooperationStatuses.All).OverridePropertyName("Status");
    }
}

file sealed class Handler(AccountsDb db, Following following, CurrentUser user, Call call, TimeProvider clock) : IRequestHandler<EditContact, ContactDetails>
{
    public async Task<ContactDetails> Handle(EditContact command, CancellationToken ct)
    {
        var contact = await db.Find(command.Id, user, ct);
        contact.RefuseIfPassive();
        call.Expect(contact.Version);
        contact.LastName = command.LastName.Or(contact.LastName)!.Trim();
        contact.FirstNames = command.FirstNames.Or(contact.FirstNames)!.Trim();
        contact.CalledName = command.CalledName.Or(contact.CalledName)?.Trim();
        contact.Language = command.Language.Or(contact.Language)!;
        if (command.Address.IsSet)
            contact.Move(command.Address.Value);
        if (command.Emails.IsSet)
            contact.ReplaceEmails(command.Emails.Value ?? []);
        if (command.Phones.IsSet)
            contact.ReplacePhones(command.Phones.Value ?? []);
        contact.Touch(clock.GetUtcNow());
        if (command.OwnerId.IsSet)
            await following.HandTo(contact, command.OwnerId.Value, ct);
        if (command.Status.IsSet)
            following.Become(contact, command.Status.Value, clock.GetUtcNow());
        return await db.Show(contact, ct);
    }
}
