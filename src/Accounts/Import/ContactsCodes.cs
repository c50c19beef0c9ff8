using Karelia.Crm.Accounts.Accounts;
using Karelia.Crm.Spreadsheets;

namespace Karelia.Crm.Accounts.Import;

/// <summary>Codes by their names in sheets, Finnish and English.</summary>
internal static class ContactsCodes
{
    /// <summary>In place of roles that no sheet of contacts gives: alumni and experts come with their consent, by imports of their own.</summary>
    public const string ByConsent = "by-consent";

    public static readonly Dictionary<string, string> Roles = Named(
        [.. ContactRoles.All.Except([ContactRoles.Alumnus, ContactRoles.Expert])],
        "asiakas|customer", "kumppani|partner", "tki-yhteyshenkilö|rdi-contact", "rdi|rdi-contact", "tki|rdi-contact", "harjoitteluyhteyshenkilö|internship-contact", "harjoittelu|internship-contact",
        "opinnäytetyöyhteyshenkilö|thesis-contact", "opinnäytetyö|thesis-contact", "osallistuja|participant", $"alumni|{ByConsent}", $"alumnus|{ByConsent}", $"osaajapoolilainen|{ByConsent}", $"expert|{ByConsent}");

    public static readonly Dictionary<string, string> Bases = Named(
        [.. LegalBases.All.Except([LegalBases.Consent])],
        "oikeutettu etu|legitimate-interest", "sopimus|contract", "lakisääteinen velvoite|legal-obligation", "yleinen etu|public-task", "lakisääteinen tehtävä|public-task", $"suostumus|{ByConsent}", $"consent|{ByConsent}");

    public static readonly Dictionary<string, string> States = Named(
        ["active", "inactive"], "aktiivinen|active", "ei-aktiivinen|inactive", "epäaktiivinen|inactive", "passiivinen|inactive", "passive|inactive", "poistettu käytöstä|inactive", "deactivated|inactive");

    public static readonly Dictionary<string, string> Kinds = Named(
        AccountCodes.Kinds, "yritys|company", "julkisyhteisö|public-body", "kunta|public-body", "yhdistys|association", "järjestö|association", "oppilaitos|educational", "koulu|educational", "muu|other");

    public static readonly Dictionary<string, string> Relationships = Named(AccountCodes.Relationships, "asiakas|customer", "kumppani|partner", "verkosto|network", "sidosryhmä|stakeholder");

    public static readonly Dictionary<string, string> CustomerKinds = Named(AccountCodes.CustomerKinds, "tutkimus|research", "palveluliiketoiminta|service-business", "tki|rdi");

    public static readonly Dictionary<string, string> SizeClasses = Named(AccountCodes.SizeClasses, "mikro|micro", "mikroyritys|micro", "pieni|small", "keskisuuri|medium", "suuri|large");

    public static readonly Dictionary<string, string> Countries = Named(
        [], "suomi|FI", "finland|FI", "ruotsi|SE", "sweden|SE", "sverige|SE", "norja|NO", "norway|NO", "tanska|DK", "denmark|DK", "islanti|IS", "iceland|IS", "viro|EE", "estonia|EE", "latvia|LV", "liettua|LT",
        "lithuania|LT", "saksa|DE", "germany|DE", "alankomaat|NL", "hollanti|NL", "netherlands|NL", "belgia|BE", "belgium|BE", "ranska|FR", "france|FR", "espanja|ES", "spain|ES", "italia|IT", "italy|IT",
        "itävalta|AT", "austria|AT", "puola|PL", "poland|PL", "tšekki|CZ", "czechia|CZ", "unkari|HU", "hungary|HU", "irlanti|IE", "ireland|IE", "iso-britannia|GB", "united kingdom|GB", "sveitsi|CH",
        "switzerland|CH", "yhdysvallat|US", "united states|US", "kanada|CA", "canada|CA", "kiina|CN", "china|CN", "japani|JP", "japan|JP", "venäjä|RU", "russia|RU", "ukraina|UA", "ukraine|UA");

    /// <summary>What the cell of a coded field can say, in Finnish; each is one of the names above.</summary>
    public static readonly Dictionary<string, string[]> Choices = new()
    {
        [ContactsFields.Role] = ["Asiakas", "Kumppani", "TKI-yhteyshenkilö", "Harjoitteluyhteyshenkilö", "Opinnäytetyöyhteyshenkilö", "Osallistuja"],
        [ContactsFields.Basis] = ["Oikeutettu etu", "Sopimus", "Lakisääteinen velvoite", "Yleinen etu"],
        [ContactsFields.Language] = SheetCell.Languages,
        [ContactsFields.State] = ["Aktiivinen", "Passiivinen"],
        [ContactsFields.Kind] = ["Yritys", "Julkisyhteisö", "Yhdistys", "Oppilaitos", "Muu"],
        [ContactsFields.Relationships] = ["Asiakas", "Kumppani", "Verkosto", "Sidosryhmä"],
        [ContactsFields.CustomerKinds] = ["Tutkimus", "Palveluliiketoiminta", "TKI"],
        [ContactsFields.SizeClass] = ["Mikro", "Pieni", "Keskisuuri", "Suuri"],
    };

    private static Dictionary<string, string> Named(IReadOnlyList<string> codes, params string[] names) => codes.Select(code => (Key: CellText.Key(code), Code: code))
        .Concat(names.Select(name => (Key: CellText.Key(name.Split('|')[0]), Code: name.Split('|')[1]))).DistinctBy(name => name.Key).ToDictionary(name => name.Key, name => name.Code);
}
