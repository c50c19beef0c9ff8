namespace Karelia.Crm.Consent.Requests;

/// <summary>The words of the letters to people who asked for something by right. None names the person: a letter may outlive the person's data.</summary>
internal static class LetterTexts
{
    private static readonly Dictionary<string, (string Fi, string En)> asked = new()
    {
        [RequestKinds.Access] = ("pääsyä omiin tietoihinne (tietosuoja-asetus, 15 artikla)", "access to your data (GDPR, Article 15)"),
        [RequestKinds.Rectification] = ("tietojenne oikaisemista (tietosuoja-asetus, 16 artikla)", "rectification of your data (GDPR, Article 16)"),
        [RequestKinds.Erasure] = ("tietojenne poistamista (tietosuoja-asetus, 17 artikla)", "erasure of your data (GDPR, Article 17)"),
        [RequestKinds.Restriction] = ("tietojenne käsittelyn rajoittamista (tietosuoja-asetus, 18 artikla)", "restriction of processing (GDPR, Article 18)"),
        [RequestKinds.Portability] = ("tietojenne siirtämistä (tietosuoja-asetus, 20 artikla)", "your data in a form that can be moved elsewhere (GDPR, Article 20)"),
        [RequestKinds.Objection] = ("tietojenne käsittelyn lopettamista vastustamisoikeuden nojalla (tietosuoja-asetus, 21 artikla)", "an end to processing that you object to (GDPR, Article 21)"),
        [RequestKinds.Withdrawal] = ("suostumuksenne peruuttamista (tietosuoja-asetus, 7 artikla)", "withdrawal of your consent (GDPR, Article 7)"),
    };

    private static readonly Dictionary<string, (string Fi, string En)> done = new()
    {
        [RequestKinds.Access] = (
            "Tietonne ovat saatavilla alla olevasta linkistä 14 päivän ajan. Sivu lähettää kertakäyttöisen koodin sähköpostiosoitteeseen, joka meillä on teistä.",
            "Your data can be had by the link below for 14 days. The page sends a one-time code to the e-mail address that we have of you."),
        [RequestKinds.Rectification] = ("Tietonne on oikaistu.", "Your data have been corrected."),
        [RequestKinds.Erasure] = ("Tietonne on poistettu.", "Your data have been erased."),
        [RequestKinds.Restriction] = (
            "Tietojenne käsittely on rajoitettu: niitä ei käytetä, ja ne näkee vain tietosuojavastaava. Kerromme teille ennen kuin rajoitus päättyy.",
            "Processing of your data is restricted: they are not used, and only the data protection officer sees them. We shall tell you before the restriction ends."),
        [RequestKinds.Objection] = (
            "Teille ei enää lähetetä suoramarkkinointia, eikä tietojanne käytetä siihen.", "You are no longer sent direct marketing, nor are your data used for it."),
        [RequestKinds.Withdrawal] = (
            "Suostumuksenne on peruutettu. Peruutus ei vaikuta siihen, mitä suostumuksen nojalla tehtiin ennen sitä.",
            "Your consent has been withdrawn. What was done on its ground before is not affected."),
    };

    public static string Pick(this (string Fi, string En) text, string language) => language == "en" ? text.En : text.Fi;

    public static string Asked(string kind, string language) => asked[kind].Pick(language);

    public static string Done(string kind, string language) => done[kind == RequestKinds.Portability ? RequestKinds.Access : kind].Pick(language);

    public static readonly (string Fi, string En) Subject = ("Vastaus pyyntöönne", "Answer to your request");
    public static readonly (string Fi, string En) ExtensionSubject = ("Pyyntönne käsittely kestää pidempään", "Your request takes longer");
    public static readonly (string Fi, string En) Greeting = ("Hei", "Dear recipient");
    public static readonly (string Fi, string En) YouAsked = ("Olette {0} pyytänyt {1}.", "On {0} you asked for {1}.");
    public static readonly (string Fi, string En) Refused = ("Emme toteuta pyyntöänne. Perustelu:", "We do not carry out your request, for this reason:");
    public static readonly (string Fi, string En) Partly = ("Toteutimme pyyntönne osittain. Perustelu siltä osin kuin emme toteuttaneet:", "We carried out your request in part. The reason why not all of it:");
    public static readonly (string Fi, string En) Unknown = (
        "Asiakkuuksienhallintajärjestelmässä ei ole teitä koskevia henkilötietoja.", "There are no personal data of yours in our customer relationship system.");
    public static readonly (string Fi, string En) Kept = ("Lain nojalla säilytämme:", "Because the law obliges us, we keep:");
    public static readonly (string Fi, string En) Until = ("{0} ({1}), {2} saakka", "{0} ({1}), until {2}");
    public static readonly (string Fi, string En) Extended = (
        "Vastaamme viimeistään {0}. Määräaikaa on jatkettu, koska: {1}", "We shall answer by {0}. The time has been extended because: {1}");
    public static readonly (string Fi, string En) Remedies = (
        """
        Tietosuojavastaava: {0}

        Jos katsotte, että henkilötietojenne käsittelyssä rikotaan tietosuoja-asetusta, voitte tehdä valituksen valvontaviranomaiselle:
        Tietosuojavaltuutetun toimisto, PL 800, 00531 Helsinki, puh. 029 566 6700, tietosuoja@om.fi, https://tietosuoja.fi
        Teillä on myös oikeus saattaa asia tuomioistuimen käsiteltäväksi.

        Karelia Ammattikorkeakoulu Oy, Tikkarinne 9, 80200 Joensuu
        """,
        """
        Data protection officer: {0}

        If you consider that the processing of your personal data infringes the GDPR, you may lodge a complaint with the supervisory authority:
        Office of the Data Protection Ombudsman, P.O. Box 800, 00531 Helsinki, Finland, tel. +358 29 566 6700, tietosuoja@om.fi, https://tietosuoja.fi/en
        You also have the right to bring the matter before a court.

        Karelia University of Applied Sciences, Tikkarinne 9, 80200 Joensuu, Finland
        """);
}
