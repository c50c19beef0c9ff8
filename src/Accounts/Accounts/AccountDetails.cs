namespace Karelia.Crm.Accounts.Accounts;

/// <summary>An organisation with all that the register knows of it as such.</summary>
internal sealed record AccountDetails(
    Guid Id,
    string Name,
    string? BusinessId,
    string Kind,
    IReadOnlyList<string> Relationships,
    IReadOnlyList<string> CustomerKinds,
    string? Industry,
    string? Municipality,
    IReadOnlyList<AccountAddressLine> Addresses,
    IReadOnlyList<EInvoiceLine> EInvoiceAddresses,
    string? Website,
    string? Phone,
    string? SizeClass,
    LinkedAccount? Parent,
    Owner? Owner,
    string? Status,
    IReadOnlyList<StatusLine> StatusHistory,
    bool IsPassive,
    string? PassiveReason,
    DateTimeOffset? PassiveSince,
    string? SourceId,
    DateTimeOffset CreatedAt,
    DateTimeOffset UpdatedAt,
    long Version) : IVersioned
{
    public static AccountDetails Of(Account a, LinkedAccount? parent, IEnumerable<StatusChange> history) => new(
        a.Id,
        a.Name,
        a.BusinessId,
        a.Kind,
        a.Relationships,
        a.CustomerKinds,
        a.Industry,
        a.Municipality,
        [.. a.Addresses.OrderBy(address => Array.IndexOf(AccountCodes.AddressKinds, address.Kind)).Select(address => new AccountAddressLine(address.Kind, address.Street, address.PostalCode, address.Town, address.Country))],
        [.. a.EInvoiceAddresses.OrderByDescending(e => e.IsPrimary).ThenBy(e => e.Address, StringComparer.Ordinal).Select(e => new EInvoiceLine(e.Address, e.Operator, e.IsPrimary))],
        a.Website,
        a.Phone,
        a.SizeClass,
        parent,
        Karelia.Crm.Accounts.Owner.Of(a),
        a.Status,
        StatusLine.Of(history),
        a.IsPassive,
        a.PassiveReason,
        a.PassiveSince,
        a.SourceId,
        a.CreatedAt,
        a.UpdatedAt,
        a.Version);
}

/// <summary>Another organisation, by name.</summary>
internal sealed record LinkedAccount(Guid Id, string Name, bool IsPassive);

/// <summary>An address of an organisation; kind is postal, visiting or billing. Country is ISO 3166-1 alpha-2; Finland when absent.</summary>
internal sealed record AccountAddressLine(string Kind, string? Street = null, string? PostalCode = null, string? Town = null, string? Country = null);

/// <summary>An e-invoice address: OVT code or IBAN, and the operator's code.</summary>
internal sealed record EInvoiceLine(string Identifier, string Operator, bool IsPrimary = false);
