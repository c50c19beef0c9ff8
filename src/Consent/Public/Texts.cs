using Karelia.Crm.Accounts;

namespace Karelia.Crm.Consent.Public;

/// <summary>What the public pages say, in both languages side by side.</summary>
internal sealed class Texts
{
    private static readonly Texts Finnish = new(true);
    private static readonly Texts English = new(false);

    private readonly bool fi;

    private Texts(bool fi) => this.fi = fi;

    public static IReadOnlyList<string> Languages { get; } = ["fi", "en"];

    public string Language => Say("fi", "en");
    public string OwnName => Say("Suomeksi", "In English");

    /// <summary>The other language.</summary>
    public Texts Twin => fi ? English : Finnish;
    public string House => Say("Karelia-ammattikorkeakoulu", "Karelia University of Applied Sciences");
    public string Skip => Say("Siirry sisältöön", "Skip to content");
    public string LanguageMenu => Say("Kieli", "Language");
    public string FooterMenu => Say("Tietoa palvelusta", "About this service");
    public string Optional => Say("vapaaehtoinen", "optional");
    public string ErrorPrefix => Say("Virhe", "Error");
    public string Summary => Say("Tarkista nämä kohdat", "Check the following");
    public string Missing => Say("Tämä tieto tarvitaan.", "This is needed.");
    public string Choose => Say("Valitse yksi vaihtoehto.", "Choose one.");
    public string TooLong => Say("Teksti on liian pitkä.", "The text is too long.");
    public string Wrong => Say("Tieto ei kelpaa.", "This is not right.");
    public string WrongEmail => Say("Kirjoita osoite muodossa nimi@esimerkki.fi.", "Write the address in the form name@example.com.");
    public string WrongYear => Say("Kirjoita vuosi neljällä numerolla, esimerkiksi 2015.", "Write the year with four digits, for example 2015.");
    public string NoIdentityCode => Say("Älä kirjoita henkilötunnusta: emme saa tallentaa sitä.", "Do not write a personal identity code: we may not store it.");

    public string DeletionPath => Say("/poistopyynto", "/en/deletion-request");
    public string ThanksPath => Say("/poistopyynto/kiitos", "/en/deletion-request/thank-you");
    public string ConfirmationPath => Say("/vahvistus/", "/en/confirmation/");
    public string PreferencesPath => Say("/viestit/", "/en/messages/");
    public string AccessibilityPath => Say("/saavutettavuus", "/en/accessibility");
    public string NoticePath => Say("/tietosuojaseloste", "/en/privacy-notice");
    public string NoticeTitle => Say("Tietosuojaseloste", "Privacy notice");
    public string NoticeUpdated => Say("Päivitetty", "Updated");
    public string NoticeDraft => Say("Luonnos, jota ei ole vielä julkaistu.", "A draft that has not been published yet.");
    public string FeedbackThanksPath => Say("/saavutettavuus/kiitos", "/en/accessibility/thank-you");

    public string DeletionTitle => Say("Tietojen poistopyyntö", "Request to delete data");
    public string DeletionLead => Say(
        "Voit pyytää, että poistamme tietosi asiakkuudenhallinnastamme. Lähetämme sähköpostiisi linkin, jolla vahvistat pyynnön. Vastaamme kuukauden kuluessa vahvistuksesta.",
        "You can ask us to delete your data from our customer register. We send a link to your email address; confirm the request with it. We answer within a month of the confirmation.");
    public string DeletionPrivacy => Say(
        "Käytämme lomakkeen tietoja vain pyyntösi käsittelyyn. Vahvistamaton pyyntö poistetaan seitsemän päivän kuluttua.",
        "We use what you write here only to handle your request. A request that is not confirmed is deleted after seven days.");
    public string What => Say("Mitä pyydät?", "What do you ask for?");
    public string ScopeAll => Say("Poistakaa kaikki tietoni", "Delete all my data");
    public string ScopeAllHint => Say("Laki voi velvoittaa säilyttämään joitakin tietoja, esimerkiksi laskuja; kerromme siitä vastauksessa.", "The law may oblige us to keep some of it, such as invoices; the answer says so.");
    public string ScopeNewsletter => Say("Lopettakaa vain uutiskirje", "Only stop the newsletter");
    public string ScopeNewsletterHint => Say("Tietosi säilyvät, mutta uutiskirje ei enää tule.", "Your data stays, the newsletter no longer comes.");
    public string ScopeCorrection => Say("Korjatkaa tietoni", "Correct my data");
    public string ScopeCorrectionHint => Say("Kerro viestissä, mikä on väärin.", "Say in the message what is wrong.");
    public string You => Say("Tietosi", "About you");
    public string FirstName => Say("Etunimi", "First name");
    public string LastName => Say("Sukunimi", "Last name");
    public string FormerLastName => Say("Entinen sukunimi", "Former last name");
    public string Email => Say("Sähköpostiosoite", "Email address");
    public string EmailHint => Say("Mieluiten se, johon olet saanut viestejämme.", "Best the one to which you have got our messages.");
    public string GraduationYear => Say("Valmistumisvuosi, jos olet valmistunut Kareliasta", "Year of graduation, if you graduated from Karelia");
    public string Message => Say("Viesti", "Message");
    public string MessageHint => Say("Älä kirjoita henkilötunnusta.", "Do not write a personal identity code.");
    public string Send => Say("Lähetä", "Send");
    public string ThanksTitle => Say("Tarkista sähköpostisi", "Check your email");
    public string Thanks => Say(
        "Lähetimme antamaasi osoitteeseen viestin, jossa on vahvistuslinkki. Linkki on voimassa 48 tuntia. Jos viestiä ei näy, katso myös roskapostikansio.",
        "We sent a message with a confirmation link to the address that you gave. The link holds for 48 hours. If you cannot see the message, look in the spam folder too.");

    public string ConfirmationSubject => Say("Vahvista pyyntösi", "Confirm your request");
    public string ConfirmTitle => Say("Vahvista pyyntösi", "Confirm your request");
    public string ConfirmText => Say("Vahvista, että lähetit pyynnön ja että tämä sähköpostiosoite on sinun. Käsittely alkaa vahvistuksesta.", "Confirm that you sent the request and that this email address is yours. Our work begins then.");
    public string Confirm => Say("Vahvista pyyntö", "Confirm the request");
    public string ConfirmedTitle => Say("Pyyntö on vahvistettu", "The request is confirmed");
    public string ConfirmedText => Say("Kiitos. Saat vastauksen sähköpostiisi kuukauden kuluessa. Jos pyysit lopettamaan uutiskirjeen, se loppuu heti.", "Thank you. You get an answer by email within a month. If you asked us to stop the newsletter, it stops at once.");
    public string AlreadyConfirmedTitle => Say("Pyyntö on jo vahvistettu", "The request was confirmed already");
    public string AlreadyConfirmedText => Say("Sinun ei tarvitse tehdä mitään: pyyntösi on jo käsittelyssä.", "You need not do anything: we have your request.");

    public (string Title, string Text) LinkExpired => (
        Say("Linkki on vanhentunut", "The link has expired"),
        Say("Linkin voimassaolo on päättynyt. Tee pyyntö uudelleen, niin lähetämme uuden linkin.", "The time of this link is over. Make the request again and we send a new one."));
    public (string Title, string Text) LinkUnknown => (
        Say("Sivua ei löydy", "There is no such page"),
        Say("Tarkista, että osoite on kokonaan niin kuin viestissä. Vanha linkki ei ehkä enää toimi.", "Check that the address is whole, as it is in the message. An old link may no longer work."));
    public (string Title, string Text) TooMany => (
        Say("Liian monta yritystä", "Too many attempts"),
        Say("Osoitteesta on tullut monta pyyntöä lyhyessä ajassa. Odota hetki ja yritä uudelleen.", "Many requests have come in a short time. Wait a while and try again."));
    public (string Title, string Text) Away => (
        Say("Palvelu ei vastaa juuri nyt", "The service is away just now"),
        Say("Mitään ei tallennettu. Yritä hetken kuluttua uudelleen.", "Nothing was saved. Try again in a moment."));
    public (string Title, string Text) NotUnderstood => (
        Say("Pyyntöä ei ymmärretty", "The request could not be read"),
        Say("Mitään ei tallennettu. Palaa lomakkeelle ja yritä uudelleen.", "Nothing was saved. Go back to the form and try again."));
    public (string Title, string Text) Broken => (
        Say("Jokin meni vikaan", "Something went wrong"),
        Say("Vika on meillä, eikä mitään tallennettu. Yritä myöhemmin uudelleen.", "The fault is ours and nothing was saved. Try again later."));

    public string PreferencesTitle => Say("Viestiasetukseni", "My message settings");
    public string PreferencesLead => Say("Valitse, mitä viestejä haluat saada. Muutos tulee voimaan heti. Linkki on henkilökohtainen: älä jaa sitä.", "Choose which messages you want to get. A change holds at once. The link is yours alone: do not share it.");
    public string Saved => Say("Valintasi on tallennettu.", "Your choices are saved.");
    public string ChangedMeanwhile => Say("Asetuksia on muutettu tällä välin. Tarkista valinnat ja tallenna uudelleen.", "The settings were changed meanwhile. Look at the choices and save again.");
    public string Blocked => Say("estetty: emme lähetä näitä", "blocked: we send none of these");
    public string StopTitle => Say("Kaikki viestit", "All messages");
    public string StopAll => Say("En halua mitään viestejä", "I want no messages at all");
    public string StopAllHint => Say("Tämä ohittaa kaikki yllä olevat valinnat.", "This overrides all choices above.");
    public string ConsentsTitle => Say("Suostumukset", "Consents");
    public string ConsentsHint => Say("Kun perut suostumuksen, siihen perustuva käsittely loppuu heti.", "When you withdraw a consent, what rests on it stops at once.");
    public string Save => Say("Tallenna", "Save");
    public string PreferencesSubject => Say("Linkki viestiasetuksiisi", "The link to your message settings");
    public string AccessibilityTitle => Say("Saavutettavuusseloste", "Accessibility statement");

    public string FeedbackTitle => Say("Anna palautetta saavutettavuudesta", "Give feedback on accessibility");
    public string FeedbackLead => Say(
        "Kerro, mikä ei toiminut ja millä sivulla. Vastaamme kahden viikon kuluessa, jos annat sähköpostiosoitteesi.",
        "Tell us what did not work, and on which page. We answer within two weeks if you give your email address.");
    public string FeedbackThanksTitle => Say("Kiitos palautteesta", "Thank you for your feedback");
    public string FeedbackThanks => Say("Palautteesi on lähetetty niille, jotka kehittävät palvelua.", "Your feedback went to those who develop the service.");

    public IReadOnlyList<(string Title, string[] Paragraphs)> Statement =>
    [
        (Say("Mitä seloste koskee", "What this statement is about"), [Say(
            "Tämä seloste koskee Karelia-ammattikorkeakoulun asiakkuudenhallinnan julkisia sivuja: tietojen poistopyyntöä, sen vahvistusta, viestiasetuksia ja tätä selostetta.",
            "This statement is about the public pages of the customer register of Karelia University of Applied Sciences: the request to delete data, its confirmation, the message settings and this statement.")]),
        (Say("Kuinka saavutettavia sivut ovat", "How accessible the pages are"), [
            Say(
                "Sivut täyttävät digitaalisten palvelujen tarjoamisesta annetun lain (306/2019) vaatimukset eli WCAG 2.1 -ohjeiston A- ja AA-tasot, sekä WCAG 2.2 -ohjeiston AA-tason. Emme tiedä puutteista.",
                "The pages meet the Act on the Provision of Digital Services (306/2019), that is levels A and AA of WCAG 2.1, and level AA of WCAG 2.2. We know of no shortcomings."),
            Say(
                "Arvio on organisaation oma: sivut on käyty läpi ohjelmallisesti (axe), näppäimistöllä, ilman JavaScriptiä ja 320 kuvapisteen levyisenä.",
                "The assessment is our own: the pages were checked by program (axe), by keyboard, without JavaScript and at a width of 320 pixels.")]),
        (Say("Valvonta", "Supervision"), [Say(
            "Jos et saa meiltä vastausta kahdessa viikossa tai vastaus ei tyydytä sinua, voit tehdä kantelun Liikenne- ja viestintävirasto Traficomille.",
            "If you get no answer from us within two weeks, or are not content with it, you may complain to the Finnish Transport and Communications Agency Traficom.")]),
    ];

    public static Texts In(string language) => language == "en" ? English : Finnish;

    public string Say(string finnish, string english) => fi ? finnish : english;

    public string ConfirmationMail(string link) => Say(
        $"""
        Hei,

        verkkolomakkeellamme on tehty tällä sähköpostiosoitteella henkilötietoja koskeva pyyntö.
        Vahvista se 48 tunnin kuluessa:

        {link}

        Jos et tehnyt pyyntöä, sinun ei tarvitse tehdä mitään: vahvistamaton pyyntö poistetaan.

        Karelia-ammattikorkeakoulu
        """,
        $"""
        Hello,

        a request about personal data was made on our web form with this email address.
        Confirm it within 48 hours:

        {link}

        If you did not make it, you need not do anything: a request that is not confirmed is deleted.

        Karelia University of Applied Sciences
        """);

    public string PreferencesMail(string link) => Say(
        $"""
        Hei,

        tästä linkistä voit valita, mitä viestejä saat Karelia-ammattikorkeakoululta, ja perua suostumuksiasi:

        {link}

        Linkki on henkilökohtainen ja voimassa 30 päivää.

        Karelia-ammattikorkeakoulu
        """,
        $"""
        Hello,

        with this link you can choose which messages you get from Karelia University of Applied Sciences, and withdraw your consents:

        {link}

        The link is yours alone and holds for 30 days.

        Karelia University of Applied Sciences
        """);

    public string Channel(string code) => code switch
    {
        Channels.Email => Say("sähköposti", "email"),
        Channels.Sms => Say("tekstiviesti", "text message"),
        Channels.Phone => Say("puhelin", "phone"),
        _ => Say("posti", "post"),
    };

    public string Topic(string code) => code switch
    {
        Topics.Newsletter => Say("Uutiskirje", "Newsletter"),
        Topics.Events => Say("Tapahtumat", "Events"),
        Topics.Training => Say("Koulutus", "Training"),
        Topics.Alumni => Say("Alumnitoiminta", "Alumni activities"),
        _ => Say("Kumppanuus", "Partnership"),
    };

    public string RenewalSubject(string purpose) => Say("Uusitko suostumuksesi: ", "Do you renew your consent: ") + Register(purpose);

    public string RenewalMail(string purpose, DateOnly validUntil, string link) => Say(
        $"""
        Hei,

        olet antanut Karelia-ammattikorkeakoululle suostumuksen: {Register(purpose)}. Se on uusittava {Day(validUntil)} mennessä.
        Tästä linkistä voit uusia suostumuksesi tai perua sen:

        {link}

        Linkki on henkilökohtainen ja voimassa 90 päivää. Kysymme tätä suostumusta kohti vain kerran.

        Karelia-ammattikorkeakoulu
        """,
        $"""
        Hello,

        you gave Karelia University of Applied Sciences a consent: {Register(purpose)}. It is to be renewed by {Day(validUntil)}.
        With this link you can renew your consent or withdraw it:

        {link}

        The link is yours alone and holds for 90 days. We ask once for each consent.

        Karelia University of Applied Sciences
        """);

    public string GivenOn(DateTimeOffset at) => Say("Annettu tai uusittu ", "Given or renewed on ") + Day(Days.Of(at)) + ".";

    public string Renew(string purpose) => purpose == ConsentPurposes.Alumni
        ? Say("Uusin suostumukseni alumnirekisteriin", "I renew my consent to the alumni register")
        : Say("Uusin suostumukseni osaajapooliin", "I renew my consent to the expert pool");

    public string Withdraw(string purpose) => purpose == ConsentPurposes.Alumni
        ? Say("Perun suostumukseni alumnirekisteriin", "I withdraw my consent to the alumni register")
        : Say("Perun suostumukseni osaajapooliin", "I withdraw my consent to the expert pool");

    private string Register(string purpose) => purpose == ConsentPurposes.Alumni ? Say("alumnirekisteri", "alumni register") : Say("osaajapooli", "expert pool");

    private string Day(DateOnly day) => day.ToString(Say("d.M.yyyy", "d MMM yyyy"), System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>Why a field is not right, by the rule that it broke.</summary>
    public string Fault(string rule) => rule switch
    {
        "NotEmptyValidator" or "NotNullValidator" => Missing,
        "MaximumLengthValidator" => TooLong,
        "OneOf" => Choose,
        "Email" => WrongEmail,
        "Year" => WrongYear,
        "IdentityCode" => NoIdentityCode,
        _ => Wrong,
    };
}
