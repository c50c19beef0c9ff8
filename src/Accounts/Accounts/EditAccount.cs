using Karelia.Crm.Accounts.Contacts;
namespace Karelia.Crm.Accounts.Accounts;

[Allow(Role.CustomerManager, Role.PartnershipManager, Role.Sales, Role.IntegrationWrite)]
internal sealed record EditAccount : ICommand<AccountDetails>
{
    public Optional<string?> Name { get; init; }
    public Optional<string?> BusinessId { get; init; }
    public Optional<string?> Kind { get; init; }
    public Optional<IReadOnlyList<string>?> Relationships { get; init; }
    public Optional<IReadOnlyList<string>?> CustomerKinds { get; init; }
    public Optional<string?> Industry { get; init; }
    public Optional<string?> Municipality { get; init; }
    public Optional<IReadOnlyList<AccountAddressLine>?> Addresses { get; init; }
    public Optional<IReadOnlyList<EInvoiceLine>?> EInvoiceAddresses { get; init; }
    public Optional<string?> Website { get; init; }
    public Optional<string?> Phone { get; init; }
    public Optional<string?> SizeClass { get; init; }
    public Optional<Guid?> ParentId { get; init; }
    public Optional<Guid?> OwnerId { get; init; }
    public Optional<string?> Status { get; init; }

    [FromRoute] public Guid Id { get; init; }
}

file sealed class Route : IRoute
{
    public void Map(IEndpointRouteBuilder api) => api
        .MapPatch("/accounts/{id:guid}", (Guid id, EditAccount command, IMediator crm, CancellationToken ct) => crm.Send(command with { Id = id }, ct))
        .WithSummary("Changes the members that are named; lists are whole sets");
}

file sealed class Rules : AbstractValidator<EditAccount>
{
    public Rules()
    {
        RuleFor(a => a.Name.Value).NotEmpty().MaximumLength(200).IsPlainText(lines: false).When(a => a.Name.IsSet).OverridePropertyName("Name");
        RuleFor(a => a.BusinessId.Value).IsBusinessId().OverridePropertyName("BusinessId");
        RuleFor(a => a.Kind.Value).NotNull().IsOneOf(AccountCodes.Kinds).When(a => a.Kind.IsSet).OverridePropertyName("Kind");
        RuleFor(a => a.Relationships.Value).IsShortList().OverridePropertyName("Relationships");
        RuleForEach(a => a.Relationships.Value).IsOneOf(AccountCodes.Relationships).OverridePropertyName("Relationships");
        RuleFor(a => a.CustomerKinds.Value).IsShortList().OverridePropertyName("CustomerKinds");
        RuleForEach(a => a.CustomerKinds.Value).IsOneOf(AccountCodes.CustomerKinds).OverridePropertyName("CustomerKinds");
        RuleFor(a => a.Industry.Value).IsIndustry().OverridePropertyName("Industry");
        RuleFor(a => a.Municipality.Value).MaximumLength(100).IsPlainText(lines: false).OverridePropertyName("Municipality");
        RuleFor(a => a.Addresses.Value).IsShortList(3).OverridePropertyName("Addresses");
        RuleForEach(a => a.Addresses.Value).SetValidator(new AccountAddressRules()).OverridePropertyName("Addresses");
        RuleFor(a => a.EInvoiceAddresses.Value).IsShortList().HasOnePrimary(e => e.IsPrimary).OverridePropertyName("EInvoiceAddresses");
        RuleForEach(a => a.EInvoiceAddresses.Value).SetValidator(new EInvoiceRules()).OverridePropertyName("EInvoiceAddresses");
        RuleFor(a => a.Website.Value).IsWebsite().OverridePropertyName("Website");
        RuleFor(a => a.Phone.Value).IsPhone().OverridePropertyName("Phone");
        RuleFor(a => a.SizeClass.Value).IsOneOf(AccountCodes.SizeClasses).OverridePropertyName("SizeClass");
        RuleFor(a => a.Status.Value).IsOneOf(CooperationStatuses.All).OverridePropertyName("Status");
    }
}

file sealed class Handler(AccountsDb db, Following following, Call call, TimeProvider clock) : IRequestHandler<EditAccount, AccountDetails>
{
    public async Task<AccountDetails> Handle(EditAccount command, CancellationToken ct)
    {
        var account = await db.Find(command.Id, ct);
        account.RefuseIfPassive();
        call.Expect(account.Version);
        account.Name = command.Name.Or(account.Name)!.Trim();
        account.BusinessId = command.BusinessId.IsSet ? command.BusinessId.Value is { } typed ? AccountCodes.BusinessId(typed) : null : account.BusinessId;
        account.Kind = command.Kind.Or(account.Kind)!;
        account.Relationships = [.. (command.Relationships.Or(account.Relationships) ?? []).Distinct()];
        account.CustomerKinds = [.. (command.CustomerKinds.Or(account.CustomerKinds) ?? []).Distinct()];
        account.Industry = command.Industry.Or(account.Industry);
        account.Municipality = command.Municipality.Or(account.Municipality)?.Trim();
        account.Website = command.Website.Or(account.Website)?.Trim();
        account.Phone = command.Phone.IsSet ? command.Phone.Value is { } phone ? PhoneNumber.Normalize(phone) : null : account.Phone;
        account.SizeClass = command.SizeClass.Or(account.SizeClass);
        if (command.Addresses.IsSet)
            account.ReplaceAddresses(command.Addresses.Value ?? []);
        if (command.EInvoiceAddresses.IsSet)
            account.ReplaceEInvoiceAddresses(command.EInvoiceAddresses.Value ?? []);
        if (command.BusinessId.IsSet)
            await db.RefuseKnown(account, ct);
        if (command.ParentId.IsSet)
            account.ParentId = (await db.Parent(account, command.ParentId.Value, ct))?.Id;
        if (command.OwnerId.IsSet)
            await following.HandTo(account, command.OwnerId.Value, ct);
        if (command.Status.IsSet)
            following.Become(account, command.Status.Value, clock.GetUtcNow());
        account.Touch(clock.GetUtcNow());
        return await db.Show(account, ct);
    }
}
