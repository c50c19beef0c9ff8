using Karelia.Crm.Accounts;
using Karelia.Crm.Consent.Requests;

namespace Karelia.Crm.Consent.Notice;

/// <summary>The notice's own words in a language, as the law and the institution have them.</summary>
internal sealed class NoticeWords(string language)
{
    public bool IsFi { get; } = language == "fi";

    public string Of(string fi, string en) => IsFi ? fi : en;

    public string Title => Of("Rekisteriseloste: Karelia-ammattikorkeakoulun asiakkuuksien hallintajärjestelmä (CRM-järjestelmä)", "Privacy notice: customer relationship management system of Karelia University of Applied Sciences");

    public IReadOnlyList<string> Sections => IsFi
        ?
        [
            "Rekisterinpitäjän tiedot", "Rekisterinpitäjän vastuuhenkilö", "Asiakkuuksien hallinnan vastuuhenkilö", "Yhteyshenkilö asiakkuuksien hallintaan liittyvissä asioissa",
            "Tietosuojavastaavan yhteystiedot", "Henkilötietojen käsittelyn tarkoitukset", "Kuvaus rekisteröityjen ryhmistä ja henkilötietoryhmistä", "Henkilötietojen käsittelyn oikeusperuste",
            "Henkilötietojen antamisen peruste", "Rekisterinpitäjän oikeutetut edut", "Käsittelyn turvallisuus", "Henkilötietojen vastaanottajat tai vastaanottajaryhmät",
            "Henkilötietojen siirto Euroopan Unionin (EU/ETA) alueen ulkopuolelle", "Henkilötietojen säilytysaika", "Rekisteröidyn oikeudet", "Automaattinen päätöksenteko ja profilointi",
        ]
        :
        [
            "Controller", "Person responsible for the controller", "Persons responsible for customer relations", "Contact in matters of customer relations",
            "Data protection officer", "Purposes of processing", "Groups of data subjects and categories of personal data", "Legal basis of processing",
            "Why personal data is to be given", "Legitimate interests of the controller", "Security of processing", "Recipients or groups of recipients",
            "Transfers outside the European Union (EU/EEA)", "How long personal data is kept", "Rights of the data subject", "Automated decisions and profiling",
        ];

    public string Group(string code) => code switch
    {
        DataSubjects.Customers => Of("Palveluliiketoiminnan asiakkaiden yhteyshenkilöt", "Contacts of customers of the service business"),
        DataSubjects.Partners => Of("Strategisten- ja avainkumppaneiden yhteyshenkilöt", "Contacts of strategic and key partners"),
        DataSubjects.InternshipAndThesis => Of("Organisaatioiden harjoittelu- ja opinnäytetyöyhteistyöhenkilöt", "Contacts of organisations for internships and theses"),
        DataSubjects.Rdi => Of("Organisaatioiden tutkimus-, kehittämis- ja innovaatiotoiminnan yhteyshenkilöt", "Contacts of organisations for research, development and innovation"),
        DataSubjects.Participants => Of("Täydennyskoulutuksiin ja tilaisuuksiin osallistuneet henkilöt", "Participants of continuing education and events"),
        DataSubjects.Alumni => Of("Ammattikorkeakoulun alumnit", "Alumni of the university of applied sciences"),
        DataSubjects.Experts => Of("Ammattikorkeakoulun osaajapooliin rekisteröityneet", "People registered in the expert pool"),
        DataSubjects.Users => Of("Karelia-ammattikorkeakoulun asiakkuuksienhallintajärjestelmän käyttäjät", "Users of Karelia UAS's customer relationship management system"),
        DataSubjects.RdiParticipants => Of("Tutkimus- ja kehittämistoiminnan tilaisuuksiin osallistuneet henkilöt", "Participants of research and development events"),
        _ => code,
    };

    public string Basis(string code) => code switch
    {
        LegalBases.Consent => Of("suostumus (tietosuoja-asetus 6 artikla 1 a)", "consent (GDPR article 6.1.a)"),
        LegalBases.Contract => Of("sopimus (tietosuoja-asetus 6 artikla 1 b)", "agreement (GDPR article 6.1.b)"),
        LegalBases.LegalObligation => Of("lakisääteinen velvoite (tietosuoja-asetus 6 artikla 1 c)", "legal obligation (GDPR article 6.1.c)"),
        LegalBases.PublicTask => Of("lakisääteisten tehtävien hoitaminen, yleinen etu (tietosuoja-asetus 6 artikla 1 e)", "statutory task in the public interest (GDPR article 6.1.e)"),
        LegalBases.LegitimateInterest => Of("oikeutettu etu (tietosuoja-asetus 6 artikla 1 f)", "legitimate interest (GDPR article 6.1.f)"),
        _ => code,
    };

    /// <summary>The rights that a basis gives, in the words of the notice.</summary>
    public string Rights(string basis) => string.Join(", ", Requests.Rights.GivenBy(basis).Select(kind => Right(kind, Requests.Rights.Condition(basis, kind) is not null)));

    private string Right(string kind, bool isConditional) => kind switch
    {
        RequestKinds.Access => Of("pääsy tietoihin", "access"),
        RequestKinds.Rectification => Of("oikaiseminen", "rectification"),
        RequestKinds.Erasure when isConditional => Of("poistaminen vastustamisen jälkeen tai kun tietoja ei enää tarvita", "erasure after an objection or when the data is no longer needed"),
        RequestKinds.Erasure => Of("poistaminen", "erasure"),
        RequestKinds.Restriction => Of("käsittelyn rajoittaminen", "restriction"),
        RequestKinds.Portability => Of("tietojen siirtäminen järjestelmästä toiseen", "portability"),
        RequestKinds.Objection => Of("vastustaminen", "objection"),
        _ => Of("suostumuksen peruuttaminen milloin tahansa", "withdrawal of the consent at any time"),
    };

    public string Action(string code) => code switch
    {
        "erase" => Of("poistetaan", "erased"),
        "anonymise" => Of("anonymisoidaan", "made anonymous"),
        "archive" => Of("arkistoidaan", "archived"),
        _ => Of("tarkistetaan", "reviewed"),
    };

    public string Trigger(string code) => code switch
    {
        "last-activity" => Of("viimeisestä yhteydenpidosta", "since the last activity"),
        "role-ended" => Of("roolin päättymisestä", "since the role ended"),
        "role-started" => Of("roolin alkamisesta", "since the role began"),
        "purpose-ended" => Of("käsittelyn tarkoituksen päättymisestä", "since the purpose ended"),
        "recorded" => Of("kirjaamisesta", "since it was recorded"),
        "access-ended" => Of("käyttöoikeuden päättymisestä", "since access ended"),
        "consent-ended" => Of("suostumuksen päättymisestä", "since the consent ended"),
        "financial-year-ended" => Of("tilikauden päättymisvuoden lopusta", "since the end of the year in which the financial year ended"),
        _ => Of("arkistoluokan mukaan", "by the archive class"),
    };

    public string Category(string code) => code switch
    {
        "no-purpose" => Of("henkilöt, joiden tiedoille ei ole voimassa olevaa tarkoitusta", "people whose data no purpose needs"),
        "audit-log" => Of("tapahtumaloki", "audit log"),
        "users" => Of("käyttäjätiedot", "users"),
        "consent-evidence" => Of("suostumusten todisteet", "evidence of consents"),
        "disclosures" => Of("tieto luovutuksista", "log of disclosures"),
        "documents" => Of("asiakirjat", "documents"),
        "vouchers" => Of("kirjanpitoaineisto", "vouchers"),
        _ => code,
    };

    public string Undecided => Of("ei vielä päätetty", "not decided yet");
}
