using System.Text.Json.Serialization;
using Karelia.Crm.Accounts.Affiliations;

namespace Karelia.Crm.Accounts.Contacts;

/// <summary>A person with all that the register knows of it as such.</summary>
internal sealed record ContactDetails(
    Guid Id,
    string LastName,
    string FirstNames,
    string? CalledName,
    string Language,
    AddressLines? Address,
    IReadOnlyList<EmailLine> Emails,
    IReadOnlyList<PhoneLine> Phones,
    IReadOnlyList<RoleLine> Roles,
    IReadOnlyList<AffiliationLine> Affiliations,
    Owner? Owner,
    string? Status,
    IReadOnlyList<StatusLine> StatusHistory,
    bool IsPassive,
    string? PassiveReason,
    DateTimeOffset? PassiveSince,
    string? SourceId,
    DateTimeOffset? ConfirmedAt,
    DateTimeOffset CreatedAt,
    DateTimeOffset UpdatedAt,
    long Version) : IVersioned, IShowsPeople
{
    public static ContactDetails Of(Contact c, IReadOnlyList<AffiliationLine> affiliations, IEnumerable<StatusChange> history) => new(
        c.Id,
        c.LastName,
        c.FirstNames,
        c.CalledName,
        c.Language,
        (c.Street ?? c.PostalCode ?? c.Town ?? c.Country) is null ? null : new(c.Street, c.PostalCode, c.Town, c.Country),
        [.. c.Emails.OrderByDescending(e => e.IsPrimary).ThenBy(e => e.Address, StringComparer.Ordinal).Select(e => new EmailLine(e.Address, e.Kind, e.IsPrimary) { UndeliverableSince = e.UndeliverableSince })],
        [.. c.Phones.OrderByDescending(p => p.IsPrimary).ThenBy(p => p.Number, StringComparer.Ordinal).Select(p => new PhoneLine(p.Number, p.Kind, p.IsPrimary))],
        [.. c.Roles.OrderByDescending(r => r.StartedOn).Select(RoleLine.Of)],
        affiliations,
        Karelia.Crm.Accounts.Owner.Of(c),
        c.Status,
        StatusLine.Of(history),
        c.IsPassive,
        c.PassiveReason,
        c.PassiveSince,
        c.SourceId,
        c.ConfirmedAt,
        c.CreatedAt,
        c.UpdatedAt,
        c.Version);

    public IEnumerable<Guid> ShownPeople() => [Id];
}

/// <summary>A postal address. Country is ISO 3166-1 alpha-2; Finland when absent.</summary>
internal sealed record AddressLines(string? Street = null, string? PostalCode = null, string? Town = null, string? Country = null);

/// <summary>An e-mail address; kind is personal or work.</summary>
internal sealed record EmailLine(string Address, string Kind = "personal", bool IsPrimary = false)
{
    /// <summary>Since when mail to it comes back; set by the newsletter service's lists.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateTimeOffset? UndeliverableSince { get; init; }
}

/// <summary>A phone number; kind is personal or work.</summary>
internal sealed record PhoneLine(string Number, string Kind = "personal", bool IsPrimary = false);

/// <summary>A role in the cooperation, its legal basis and source.</summary>
internal sealed record RoleLine(Guid Id, string Role, string Basis, string Source, DateOnly StartedOn, DateOnly? EndedOn)
{
    public static RoleLine Of(ContactRole role) => new(role.Id, role.Role, role.Basis, role.Source, role.StartedOn, role.EndedOn);
}
