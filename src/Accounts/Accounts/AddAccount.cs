using Karelia.Crm.Accounts.Contacts;
using Karelia.Crm.Kernel.Web;

namespace Karelia.Crm.Accounts.Accounts;

[Allow(Role.CustomerManager, Role.PartnershipManager, Role.Sales, Role.IntegrationWrite)]
internal sealed record AddAccount(
    string Name,
    string? BusinessId = null,
    string? Kind = null,
    IReadOnlyList<string>? Relationships = null,
    IReadOnlyList<string>? CustomerKinds = null,
    string? Industry = null,
    string? Municipality = null,
    IReadOnlyList<AccountAddressLine>? Addresses = null,
    IReadOnlyList<EInvoiceLine>? EInvoiceAddresses = null,
    string? Website = null,
    string? Phone = null,
    string? SizeClass = null,
    Guid? ParentId = null,
    Guid? OwnerId = null,
    string? Status = null) : ICommand<AccountDetails>;

file sealed class Route : IRoute
{
    public void Map(IEndpointRouteBuilder api) => api
        .MapPost("/accounts", async (AddAccount command, IMediator crm, CancellationToken ct) =>
        {
            var account = await crm.Send(command, ct);
            return Endpoints.Created($"/accounts/{account.Id}", account);
        })
        .WithSummary("Adds an organisation to the register");
}

file sealed class Rules : AbstractValidator<AddAccount>
{
    public Rules()
    {
        RuleFor(a => a.Name).NotEmpty().MaximumLength(200).IsPlainText(lines: false);
        RuleFor(a => a.BusinessId).IsBusinessId();
        RuleFor(a => a.Kind).IsOneOf(AccountCodes.Kinds);
        RuleFor(a => a.Relationships).IsShortList();
        RuleForEach(a => a.Relationships).IsOneOf(AccountCodes.Relationships);
        RuleFor(a => a.CustomerKinds).IsShortList();
        RuleForEach(a => a.CustomerKinds).IsOneOf(AccountCodes.CustomerKinds);
        RuleFor(a => a.Industry).IsIndustry();
        RuleFor(a => a.Municipality).MaximumLength(100).IsPlainText(lines: false);
        RuleFor(a => a.Addresses).IsShortList(3);
        RuleForEach(a => a.Addresses).SetValidator(new AccountAddressRules());
        RuleFor(a => a.EInvoiceAddresses).IsShortList().HasOnePrimary(e => e.IsPrimary);
        RuleForEach(a => a.EInvoiceAddresses).SetValidator(new EInvoiceRules());
        RuleFor(a => a.Website).IsWebsite();
        RuleFor(a => a.Phone).IsPhone();
        RuleFor(a => a.SizeClass).IsOneOf(AccountCodes.SizeClasses);
        RuleFor(a => a.Status).IsOneOf(CooperationStatuses.All);
    }
}

file sealed class Handler(AccountsDb db, Following following, TimeProvider clock) : IRequestHandler<AddAccount, AccountDetails>
{
    public async Task<AccountDetails> Handle(AddAccount command, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var account = new Account
        {
            Id = Guid.CreateVersion7(),
            Name = command.Name.Trim(),
            BusinessId = command.BusinessId is { } typed ? AccountCodes.BusinessId(typed) : null,
            Kind = command.Kind ?? "company",
            Relationships = [.. (command.Relationships ?? []).Distinct()],
            CustomerKinds = [.. (command.CustomerKinds ?? []).Distinct()],
            Industry = command.Industry,
            Municipality = command.Municipality?.Trim(),
            Website = command.Website?.Trim(),
            Phone = command.Phone is { } phone ? PhoneNumber.Normalize(phone) : null,
            SizeClass = command.SizeClass,
            CreatedAt = now,
            UpdatedAt = now,
        };
        account.ReplaceAddresses(command.Addresses ?? []);
        account.ReplaceEInvoiceAddresses(command.EInvoiceAddresses ?? []);
        await db.RefuseKnown(account, ct);
        account.ParentId = (await db.Parent(account, command.ParentId, ct))?.Id;
        await following.HandTo(account, command.OwnerId, ct);
        following.Become(account, command.Status, now);
        db.Accounts.Add(account);
        return await db.Show(account, ct);
    }
}
