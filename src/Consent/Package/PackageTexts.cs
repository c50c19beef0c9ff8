using Karelia.Crm.Consent.Requests;

namespace Karelia.Crm.Consent.Package;

/// <summary>Words of the package: what the declarations of fields do not say.</summary>
internal static class PackageTexts
{
    private static readonly Dictionary<string, (string Fi, string En)> titles = new()
    {
        ["contacts"] = ("Perustiedot", "Basic data"),
        ["contact-emails"] = ("Sähköpostiosoitteet", "E-mail addresses"),
        ["contact-phones"] = ("Puhelinnumerot", "Phone numbers"),
        ["contact-roles"] = ("Roolit yhteistyössä", "Roles in the cooperation"),
        ["affiliations"] = ("Organisaatiot, joita edustatte", "Organisations that you represent"),
        ["status-changes"] = ("Yhteistyön tilan muutokset", "Changes of the status of the cooperation"),
        ["merge-rows"] = ("Tietueiden yhdistämiset", "Merges of records"),
        ["activities"] = ("Toimenpiteet", "Activities"),
        ["needs"] = ("Kuullut työelämätarpeet", "Work-life needs that were heard"),
        ["bulked-records"] = ("Joukkomuutokset", "Bulk changes"),
        ["events"] = ("Suostumukset: tahdonilmaukset", "Consents: what was declared"),
        ["standings"] = ("Suostumukset: mikä on voimassa", "Consents: what holds"),
        ["blocks"] = ("Viestintäestot", "Blocks of communication"),
        ["disclosed-contacts"] = ("Luovutukset", "Disclosures"),
        ["requests"] = ("Pyyntönne", "Your requests"),
        ["alumni"] = ("Alumnitiedot", "Alumni data"),
        ["staged-rows"] = ("Tuodut rivit", "Imported lines"),
        ["activity-contacts"] = ("Toimenpiteet, joissa olette mukana", "Activities that you are in"),
        ["participants"] = ("Tilaisuudet ja koulutukset", "Events and training"),
        ["special-needs"] = ("Erityistiedot tilaisuuksia varten", "Special needs for events"),
        ["ticks"] = ("Ovella kirjattu osallistuminen", "Attendance ticked at the door"),
        ["experts"] = ("Osaajapoolin tiedot", "Expert pool data"),
        ["assignments"] = ("Toimeksiannot", "Assignments"),
        ["files"] = ("Tiedostot", "Files"),
        ["shortlisted"] = ("Ehdokaslistat", "Shortlists"),
        ["degrees"] = ("Tutkinnot", "Degrees"),
        ["registrations"] = ("Rekisteröitymisenne alumniksi", "Your registrations as an alumnus"),
        ["alumni-requests"] = ("Teiltä pyydetty alumniyhteistyö", "Alumni cooperation asked of you"),
        ["mentorings"] = ("Mentoroinnit", "Mentoring"),
        ["interests"] = ("Kiinnostavat yhteistyömuodot", "Forms of cooperation that interest you"),
        ["objections"] = ("Vastustamanne käsittely", "Processing that you object to"),
        ["restrictions"] = ("Käsittelyn rajoitukset", "Restrictions of processing"),
        ["legal-holds"] = ("Säilyttämismääräykset", "Legal holds"),
        ["retention-items"] = ("Säilytysajan päättyminen", "End of retention"),
        ["erasure-queue"] = ("Poistoa odottavat tiedot", "Data waiting for erasure"),
        ["rows"] = ("Tuodut rivit", "Imported lines"),
        ["written-rows"] = ("Tuonnin kirjoittamat tiedot", "What an import wrote"),
        ["changes"] = ("Tuonnin muutokset", "Changes by an import"),
        ["public-requests"] = ("Vahvistamattomat pyynnöt", "Requests not confirmed yet"),
        ["erasure-proposals"] = ("Poistoehdotukset", "Proposed erasures"),
        ["target-group-members"] = ("Kohderyhmät", "Target groups"),
        ["suppressions"] = ("Uutiskirjepalvelun estot", "Suppressions of the newsletter service"),
        ["users"] = ("Käyttäjätili", "User account"),
        ["outgoing"] = ("Lähtevät viestit", "Outgoing messages"),
        ["duplicates"] = ("Mahdolliset kaksoiskappaleet", "Possible duplicates"),
        ["saved-views"] = ("Tallennetut haut", "Saved searches"),
        ["personal-links"] = ("Henkilökohtaiset linkit", "Personal links"),
        ["audit-values"] = ("Lokin vanhat ja uudet arvot", "Old and new values in the log"),
        ["history"] = ("Tietojenne muutokset", "Changes of your data"),
        ["reads"] = ("Tietojenne katselu ja vienti", "Reads and exports of your data"),
    };

    /// <summary>What makes a row understood though it tells nothing of a person by itself.</summary>
    private static readonly Dictionary<string, (string Fi, string En)> context = new()
    {
        ["Kind"] = ("laji", "kind"),
        ["IsPrimary"] = ("ensisijainen", "primary"),
        ["UndeliverableSince"] = ("viestit palautuneet alkaen", "undeliverable since"),
        ["Basis"] = ("oikeusperuste", "legal basis"),
        ["StartedOn"] = ("alkoi", "began"),
        ["EndedOn"] = ("päättyi", "ended"),
        ["Purpose"] = ("tarkoitus", "purpose"),
        ["Since"] = ("alkaen", "since"),
        ["Source"] = ("lähde", "source"),
        ["Channel"] = ("kanava", "channel"),
        ["Topic"] = ("aihe", "topic"),
        ["SetAt"] = ("asetettu", "set"),
        ["LiftedAt"] = ("poistettu", "lifted"),
        ["RecordedAt"] = ("kirjattu", "recorded"),
        ["IsPassive"] = ("passiivinen", "inactive"),
        ["PassiveSince"] = ("passiivinen alkaen", "inactive since"),
        ["RestrictedAt"] = ("käsittely rajoitettu", "processing restricted"),
        ["CreatedAt"] = ("luotu", "created"),
        ["UpdatedAt"] = ("muutettu", "changed"),
        ["DueOn"] = ("määräpäivä", "due"),
        ["DoneAt"] = ("tehty", "done"),
        ["HeardOn"] = ("kuultu", "heard"),
        ["State"] = ("tila", "state"),
        ["Recipient"] = ("vastaanottaja", "recipient"),
        ["Name"] = ("nimi", "name"),
        ["At"] = ("milloin", "when"),
        ["Act"] = ("toiminto", "act"),
        ["Field"] = ("tieto", "field"),
        ["Before"] = ("ennen", "before"),
        ["After"] = ("jälkeen", "after"),
    };

    private static readonly Dictionary<string, (string Fi, string En)> words = new()
    {
        ["customer"] = ("asiakas", "customer"),
        ["partner"] = ("kumppani", "partner"),
        ["alumnus"] = ("alumni", "alumnus"),
        ["expert"] = ("osaaja", "expert"),
        ["rdi-contact"] = ("TKI-yhteyshenkilö", "RDI contact"),
        ["internship-contact"] = ("harjoitteluyhteyshenkilö", "internship contact"),
        ["thesis-contact"] = ("opinnäytetyöyhteyshenkilö", "thesis contact"),
        ["participant"] = ("osallistuja", "participant"),
        ["consent"] = ("suostumus", "consent"),
        ["contract"] = ("sopimus", "contract"),
        ["legal-obligation"] = ("lakisääteinen velvoite", "legal obligation"),
        ["public-task"] = ("lakisääteinen tehtävä", "public task"),
        ["legitimate-interest"] = ("oikeutettu etu", "legitimate interest"),
        ["given"] = ("annettu", "given"),
        ["refused"] = ("kieltäytynyt", "refused"),
        ["confirmed"] = ("vahvistettu", "confirmed"),
        ["withdrawn"] = ("peruutettu", "withdrawn"),
        ["expired"] = ("rauennut", "expired"),
        ["annulled"] = ("mitätöity", "annulled"),
        ["personal"] = ("henkilökohtainen", "personal"),
        ["work"] = ("työ", "work"),
        ["read"] = ("katselu", "read"),
        ["export"] = ("vienti", "export"),
        ["liana"] = ("Liana Mailer Oy", "Liana Mailer Oy"),
        ["fi"] = ("suomi", "Finnish"),
        ["sv"] = ("ruotsi", "Swedish"),
        ["en"] = ("englanti", "English"),
    };

    /// <summary>Columns whose values are codes.</summary>
    private static readonly HashSet<string> coded = ["role", "basis", "state", "kind", "language", "recipient", "act"];

    public static bool HasTitle(string category) => titles.ContainsKey(category);

    public static string Title(string category, string language) => titles.TryGetValue(category, out var title) ? title.Pick(language) : category;

    /// <summary>Null for a column that a person need not read.</summary>
    public static string? Context(string property, string language) => context.TryGetValue(property, out var label) ? label.Pick(language) : null;

    public static string Word(string field, string code, string language) => coded.Contains(field) && words.TryGetValue(code, out var word) ? word.Pick(language) : code;
}
