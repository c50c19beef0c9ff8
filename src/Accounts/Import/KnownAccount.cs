namespace Karelia.Crm.Accounts.Import;

/// <summary>An organisation as the register has it, or as a sheet made it, for finding and comparing.</summary>
internal sealed record KnownAccount(Guid Id, string Name, string Folded, string? BusinessId, string? SourceId)
{
    public string Kind { get; init; } = "company";
    public string[] Relationships { get; init; } = [];
    public string[] CustomerKinds { get; init; } = [];
    public string? Industry { get; init; }
    public string? Municipality { get; init; }
    public string? Website { get; init; }
    public string? Phone { get; init; }
    public string? SizeClass { get; init; }
    public bool IsPassive { get; init; }
    public long Version { get; init; } = 1;
    public DateTimeOffset UpdatedAt { get; init; }

    /// <summary>The postal address, if there is one.</summary>
    public AddressParts? Address { get; init; }

    /// <summary>Made by this import just now.</summary>
    public bool IsMade { get; init; }

    /// <summary>An organisation that a line tells of.</summary>
    public static KnownAccount Made(ContactsAnswer answer, string folded, bool whole) => new(Guid.CreateVersion7(), answer.Organisation ?? answer.BusinessId!, folded, answer.BusinessId, whole ? answer.SourceId : null)
    {
        Kind = answer.Kind ?? "company",
        Relationships = [.. answer.Relationships],
        CustomerKinds = [.. answer.CustomerKinds],
        Industry = answer.Industry,
        Municipality = answer.Municipality,
        Website = answer.Website,
        Phone = whole ? answer.Phone : null,
        SizeClass = answer.SizeClass,
        Address = whole ? AddressParts.Of(answer) : null,
        IsMade = true,
    };

    /// <summary>Fields that a line about the organisation says otherwise, as text. Ids are filled, never replaced; several values are added to.</summary>
    public IEnumerable<(string Column, string? Before, string? After)> Differences(ContactsAnswer answer)
    {
        foreach (var (column, before, after) in ((string, string?, string?)[])
        [
            ("name", Name, answer.Organisation), ("business_id", BusinessId, BusinessId ?? answer.BusinessId), ("source_id", SourceId, SourceId ?? answer.SourceId), ("kind", Kind, answer.Kind),
            ("relationships", Array(Relationships), Array(Relationships.Union(answer.Relationships))), ("customer_kinds", Array(CustomerKinds), Array(CustomerKinds.Union(answer.CustomerKinds))),
            ("industry", Industry, answer.Industry), ("municipality", Municipality, answer.Municipality), ("website", Website, answer.Website), ("phone", Phone, answer.Phone),
            ("size_class", SizeClass, answer.SizeClass),
        ])
        {
            if (after is not null && !string.Equals(before, after, StringComparison.OrdinalIgnoreCase))
                yield return (column, before, after);
        }
    }

    /// <summary>Parts of the postal address that the line says otherwise.</summary>
    public IEnumerable<(string Column, string? Before, string? After)> AddressDifferences(ContactsAnswer answer)
    {
        foreach (var (column, before, after) in ((string, string?, string?)[])
        [
            ("street", Address?.Street, answer.Street), ("postal_code", Address?.PostalCode, answer.PostalCode), ("town", Address?.Town, answer.Town), ("country", Address?.Country, answer.Country),
        ])
        {
            if (after is not null && !string.Equals(before, after, StringComparison.OrdinalIgnoreCase))
                yield return (column, before, after);
        }
    }

    /// <summary>Whether writing the line would change the organisation.</summary>
    public bool IsNews(ContactsAnswer answer) => Differences(answer).Any() || AddressDifferences(answer).Any() || (answer.IsInactive == true && !IsPassive);

    // As PostgreSQL writes arrays; the codes need no quotes.
    private static string Array(IEnumerable<string> codes) => $"{{{string.Join(',', codes)}}}";
}

/// <summary>The parts of an address.</summary>
internal sealed record AddressParts(string? Street, string? PostalCode, string? Town, string? Country)
{
    public static AddressParts? Of(ContactsAnswer answer) =>
        (answer.Street ?? answer.PostalCode ?? answer.Town ?? answer.Country) is null ? null : new(answer.Street, answer.PostalCode, answer.Town, answer.Country);
}
