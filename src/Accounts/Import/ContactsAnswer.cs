namespace Karelia.Crm.Accounts.Import;

/// <summary>What one line says of a person and the organisation it stands in, or of an organisation alone. Null says nothing.</summary>
internal sealed class ContactsAnswer
{
    public string? SourceId { get; set; }
    public string? FullName { get; set; }
    public string? LastName { get; set; }
    public string? FirstNames { get; set; }
    public string? CalledName { get; set; }
    public string? Email { get; set; }
    public string? Phone { get; set; }
    public string? Mobile { get; set; }
    public string? Language { get; set; }
    public string? Street { get; set; }
    public string? PostalCode { get; set; }
    public string? Town { get; set; }
    public string? Country { get; set; }
    public string? Organisation { get; set; }
    public string? BusinessId { get; set; }
    public string? JobTitle { get; set; }
    public string? RoleThere { get; set; }
    public string? Basis { get; set; }
    public bool? IsInactive { get; set; }
    public string? Kind { get; set; }
    public string? Industry { get; set; }
    public string? Municipality { get; set; }
    public string? Website { get; set; }
    public string? SizeClass { get; set; }
    public List<string> Roles { get; } = [];
    public List<string> Relationships { get; } = [];
    public List<string> CustomerKinds { get; } = [];

    /// <summary>As the register sorts people.</summary>
    public string SortName => $"{LastName} {FirstNames}";

    public IReadOnlyList<string> Phones => [.. ((string?[])[Phone, Mobile]).OfType<string>().Distinct()];

    public bool NamesOrganisation => Organisation is not null || BusinessId is not null;

    /// <summary>All that the line says, as one text.</summary>
    public string Fingerprint() => string.Join('\u001f', Values().Select(value => $"{value.Key}={value.Value}"));

    /// <summary>Readable values by field.</summary>
    public Dictionary<string, string> Values()
    {
        var values = new Dictionary<string, string>();
        foreach (var (field, value) in ((string, string?)[])
        [
            (ContactsFields.LastName, LastName), (ContactsFields.FirstNames, FirstNames), (ContactsFields.CalledName, CalledName), (ContactsFields.Email, Email),
            (ContactsFields.Phone, Phone), (ContactsFields.Mobile, Mobile), (ContactsFields.Organisation, Organisation), (ContactsFields.BusinessId, BusinessId),
            (ContactsFields.JobTitle, JobTitle), (ContactsFields.RoleThere, RoleThere), (ContactsFields.Role, List(Roles)), (ContactsFields.Basis, Basis), (ContactsFields.Language, Language),
            (ContactsFields.Street, Street), (ContactsFields.PostalCode, PostalCode), (ContactsFields.Town, Town), (ContactsFields.Country, Country), (ContactsFields.Kind, Kind),
            (ContactsFields.Relationships, List(Relationships)), (ContactsFields.CustomerKinds, List(CustomerKinds)), (ContactsFields.Industry, Industry), (ContactsFields.Municipality, Municipality),
            (ContactsFields.Website, Website), (ContactsFields.SizeClass, SizeClass), (ContactsFields.State, IsInactive switch { true => "inactive", false => "active", _ => null }),
            (ContactsFields.SourceId, SourceId),
        ])
        {
            if (value is not null)
                values[field] = value;
        }

        return values;
    }

    private static string? List(List<string> codes) => codes.Count == 0 ? null : string.Join(", ", codes);
}
