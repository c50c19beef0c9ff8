using System.Text.RegularExpressions;
using Karelia.Crm.Kernel.Imports;
using Karelia.Crm.Spreadsheets;

namespace Karelia.Crm.Accounts.Import;

/// <summary>What the columns of a sheet of people or organisations can be, and the headings that say so; Dynamics 365's in Finnish and English among them.</summary>
internal static partial class ContactsFields
{
    public const string SourceId = "sourceId";
    public const string FullName = "fullName";
    public const string LastName = "lastName";
    public const string FirstNames = "firstNames";
    public const string CalledName = "calledName";
    public const string Email = "email";
    public const string Phone = "phone";
    public const string Mobile = "mobile";
    public const string Organisation = "organisation";
    public const string BusinessId = "businessId";
    public const string JobTitle = "jobTitle";
    public const string RoleThere = "roleThere";
    public const string Role = "role";
    public const string Basis = "basis";
    public const string Language = "language";
    public const string Street = "street";
    public const string PostalCode = "postalCode";
    public const string Town = "town";
    public const string Country = "country";
    public const string State = "state";
    public const string Kind = "kind";
    public const string Relationships = "relationships";
    public const string CustomerKinds = "customerKinds";
    public const string Industry = "industry";
    public const string Municipality = "municipality";
    public const string Website = "website";
    public const string SizeClass = "sizeClass";

    public const string People = "people";
    public const string Organisations = "organisations";
    public const string DynamicsContacts = "dynamics-contacts";
    public const string DynamicsAccounts = "dynamics-accounts";

    private static readonly (string Field, string Fi, string En, string Headings)[] Known =
    [
        (FullName, "koko nimi", "full name", "koko nimi|nimi|full name|name|yhteyshenkilö|contact|contact person"),
        (LastName, "sukunimi", "last name", "sukunimi|last name|surname|family name"),
        (FirstNames, "etunimet", "first names", "etunimet|etunimi|first names|first name|given name|given names"),
        (CalledName, "kutsumanimi", "called name", "kutsumanimi|called name|preferred name|nickname"),
        (Email, "sähköposti", "email", "sähköposti|sähköpostiosoite|s-posti|email|e-mail|email address|e-mail address"),
        (Phone, "puhelin", "phone", "puhelin|puhelinnumero|työpuhelin|puhelin (työ)|päänumero|pääpuhelin|vaihde|phone|phone number|telephone|business phone|main phone"),
        (Mobile, "matkapuhelin", "mobile phone", "matkapuhelin|gsm|mobile|mobile phone"),
        (Organisation, "organisaatio", "organisation",
            "organisaatio|organisaation nimi|yritys|yrityksen nimi|työnantaja|asiakas|asiakkaan nimi|tilin nimi|asiakkuus|organisation|organization|organisation name|company|company name|employer|account|account name"),
        (BusinessId, "Y-tunnus", "business id", "y-tunnus|ytunnus|yritystunnus|business id|business identity code"),
        (JobTitle, "tehtävä", "job title", "tehtävä|tehtävänimike|työnimike|ammattinimike|nimike|asema|job title|title|position|task"),
        (RoleThere, "rooli organisaatiossa", "role in the organisation", "rooli organisaatiossa|role there|role in the organisation"),
        (Role, "rooli yhteistyössä", "role in the cooperation", "rooli|roolit|rooli yhteistyössä|role|roles|role in the cooperation"),
        (Basis, "roolin peruste", "basis of the role", "peruste|käsittelyperuste|roolin peruste|basis|legal basis"),
        (Language, "kieli", "language", "kieli|asiointikieli|language"),
        (Street, "osoite", "address", "osoite|lähiosoite|katuosoite|postiosoite|osoite 1: katu 1|katu|address|street address|postal address|street|address 1: street 1"),
        (PostalCode, "postinumero", "postal code", "postinumero|postinro|osoite 1: postinumero|postal code|postcode|zip|zip code|address 1: zip/postal code"),
        (Town, "postitoimipaikka", "town", "postitoimipaikka|kaupunki|paikkakunta|osoite 1: postitoimipaikka|osoite 1: kaupunki|town|city|address 1: city"),
        (Country, "maa", "country", "maa|osoite 1: maa/alue|country|country/region|address 1: country/region"),
        (State, "tila (aktiivinen/passiivinen)", "state (active/inactive)", "tila|status|state|aktiivisuus"),
        (Kind, "organisaation laji", "kind of organisation", "laji|organisaation laji|organisaatiotyyppi|kind|organisation type"),
        (Relationships, "suhde", "relationship", "suhde|suhteet|relationship|relationships"),
        (CustomerKinds, "asiakaslaji", "customer kind", "asiakaslaji|asiakaslajit|asiakkuuslaji|customer kind|customer kinds"),
        (Industry, "toimiala (TOL)", "industry (TOL)", "toimiala|toimialakoodi|tol|industry|industry code"),
        (Municipality, "kunta", "municipality", "kunta|kotikunta|municipality"),
        (Website, "verkkosivu", "website", "verkkosivu|verkkosivusto|kotisivu|www|www-osoite|website|web site|homepage"),
        (SizeClass, "kokoluokka", "size class", "kokoluokka|koko|size class|size"),
        (SourceId, "tunniste lähdejärjestelmässä", "id in the source system", "tunniste|lähdetunniste|source id|external id"),
    ];

    private static readonly Dictionary<string, string> ByHeading = Known
        .SelectMany(known => known.Headings.Split('|').Select(heading => (Key: CellText.Key(heading), known.Field)))
        .DistinctBy(pair => pair.Key).ToDictionary(pair => pair.Key, pair => pair.Field);

    public static IReadOnlyList<ImportField> All { get; } = [.. Known.Select(known => new ImportField(known.Field, known.Fi, known.En, ContactsCodes.Choices.GetValueOrDefault(known.Field)))];

    /// <summary>
    /// The likeliest field of each column. Dynamics 365 is known by its hidden columns, and the rest of what it exports is left alone; any other sheet must be understood
    /// whole, or somebody is asked.
    /// </summary>
    public static RecognisedForm Recognise(IReadOnlyList<string> headings)
    {
        var isDynamics = DynamicsOf(headings) is not null;
        var used = new HashSet<string>();
        List<MappedColumn> columns = [];
        foreach (var (heading, index) in headings.Select((heading, index) => (heading, index)))
        {
            var (field, confidence) = Guess(heading, isDynamics);
            columns.Add(field is null || !used.Add(field) ? new(new(index, heading), null, 0) : new(new(index, heading), field, confidence));
        }

        // A list of organisations may call its names just names.
        if (used.Contains(BusinessId) && !used.Overlaps([Organisation, LastName, FirstNames, Email]) && columns.FindIndex(column => column.Field == FullName) is >= 0 and var name)
            columns[name] = columns[name] with { Field = Organisation };
        var isWhole = columns.TrueForAll(column => column.Column.Heading.Length == 0 || column.Confidence >= 0.8);
        return new(FormOf(columns), columns, FaultOf(columns) is null && (isDynamics || (isWhole && used.Count > 1)));
    }

    public static string FormOf(IReadOnlyList<MappedColumn> columns) => DynamicsOf(columns.Select(column => column.Column.Heading)) switch
    {
        "account" => DynamicsAccounts,
        "contact" => DynamicsContacts,
        _ => HasPeople(columns) ? People : Organisations,
    };

    public static string? FaultOf(IReadOnlyList<MappedColumn> columns) => FormOf(columns) switch
    {
        DynamicsContacts when !HasPeople(columns) => "Say which column holds the name of the person.",
        DynamicsAccounts or Organisations when columns.All(column => column.Field != Organisation) => "Say which column holds the name of the person or of the organisation.",
        _ => null,
    };

    public static bool IsAboutAccounts(string? form) => form is Organisations or DynamicsAccounts;

    public static bool IsDynamics(string? form) => form is DynamicsContacts or DynamicsAccounts;

    private static bool HasPeople(IReadOnlyList<MappedColumn> columns) => columns.Any(column => column.Field is LastName or FirstNames or FullName);

    private static (string? Field, double Confidence) Guess(string heading, bool isDynamics)
    {
        if (Hidden().Match(heading) is { Success: true } hidden)
            return RecordOf(hidden.Groups[1].Value) is null ? (null, 0) : (SourceId, 1);
        foreach (var (text, confidence) in isDynamics ? [(heading, 1d)] : Headings.Readings(heading))
        {
            if (ByHeading.TryGetValue(CellText.Key(text), out var field))
                return (field, confidence);
        }

        return (null, 0);
    }

    // The hidden columns: the record's id, the checksum of the row, the time of the last change.
    private static string? DynamicsOf(IEnumerable<string> headings) => headings.Select(heading => Hidden().Match(heading)).Where(match => match.Success)
        .Select(match => RecordOf(match.Groups[1].Value)).FirstOrDefault(record => record is not null);

    private static string? RecordOf(string name) => CellText.Key(name) switch
    {
        "contact" or "yhteyshenkilö" => "contact",
        "account" or "asiakas" or "tili" or "asiakkuus" or "organisaatio" => "account",
        _ => null,
    };

    [GeneratedRegex(@"^\((?:do not modify|älä muokkaa|älä muuta)\)\s*(.+)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 200)]
    private static partial Regex Hidden();
}
