using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Karelia.Crm.Kernel;
using Microsoft.Extensions.DependencyInjection;

namespace Karelia.Crm.Tests.Consent;

/// <summary>The notice that the register writes of itself says all that the institution's notice said.</summary>
internal sealed class NoticeTests
{
    private readonly Audience people = new();

    /// <summary>From the institution's notice, by its section: what the generated one must say there, word for word.</summary>
    private static readonly Dictionary<int, string[]> said = new()
    {
        [1] = ["Karelia Ammattikorkeakoulu Oy", "Tikkarinne 9, 80200 Joensuu", "+358 13 260 600", "info(at)karelia.fi"],
        [2] = ["Toimitusjohtaja/rehtori"],
        [3] = ["Jatkuvan oppimisen päällikkö", "Alumnitoiminnan vastuuhenkilö", "jatkuvan oppimisen suunnittelija"],
        [4] = ["Palveluliiketoiminnan koordinaattori"],
        [5] = ["Tietosuojavastaava", "+358 50 477 7983", "tietosuoja(at)karelia.fi"],
        [6] =
        [
            "Karelian lakisääteisten tehtävien vaikuttavuuden todentaminen ja tilastointi", "Ennakointityö ja työelämätarpeiden koonti", "Asiakas-, kumppanuus- ja muiden verkostosuhteiden hoitaminen",
            "Viestintä Karelia-ammattikorkeakoulun kohderyhmille", "Liiketoimintaprosessin toteuttaminen asiakkaiden kanssa", "soveltavaa tutkimustoimintaa, kehittämis- ja innovaatiotoimintaa sekä taiteellista toimintaa",
        ],
        [7] =
        [
            "Palveluliiketoiminnan asiakkaiden yhteyshenkilöt", "Strategisten- ja avainkumppaneiden yhteyshenkilöt", "Organisaatioiden harjoittelu- ja opinnäytetyöyhteistyöhenkilöt",
            "Organisaatioiden tutkimus-, kehittämis- ja innovaatiotoiminnan yhteyshenkilöt", "Täydennyskoulutuksiin ja tilaisuuksiin osallistuneet henkilöt", "Ammattikorkeakoulun alumnit",
            "Ammattikorkeakoulun osaajapooliin rekisteröityneet", "Karelia-ammattikorkeakoulun asiakkuuksienhallintajärjestelmän käyttäjät", "Tutkimus- ja kehittämistoiminnan tilaisuuksiin osallistuneet henkilöt",
            "nimi", "osoite", "sähköposti", "puhelinnumero", "työnantaja", "henkilön rooli tai tehtävä ko. organisaatiossa",
            "rooli yhteistyössä ammattikorkeakoulun kanssa (asiakas, kumppani, alumni, osaajapoolilainen, TKI-yhteyshenkilö)",
            "vierailu/osaamisen jakaminen opintojaksoilla/luennoilla", "opintokäynnit omalla työpaikalla", "harjoittelupaikan tarjoaminen", "projekti- ja/tai opinnäytetyöaiheiden tarjoaminen", "hankeyhteistyö",
            "verkostoituminen muiden alumnien kanssa", "jatko- ja täydennyskoulutus", "muu osaamisen kehittäminen", "alumnitapahtumat", "osaamisen kuvaus",
        ],
        [8] =
        [
            "lakisääteisten tehtävien hoitaminen", "Kumppanuustoiminta: kumppanuussuhteen hoitaminen: sopimus", "Palveluliiketoiminta: asiakassuhteiden hoitaminen ja palvelun tuottaminen: oikeutettu etu",
            "Tutkimus- ja kehittämistoiminnan yhteistyö ja tilaisuudet: oikeutettu etu", "Alumnitoiminta: suostumus", "Osaajapooli: suostumus", "rekisteröidyn antama suostumus",
        ],
        [9] = ["kumppanuussuhteen hoitamista varten", "palvelun tuottamiseen"],
        [10] = ["palveluliiketoiminnan hoitaminen ja/tai palvelun tuottaminen", "palvelussuhteen hoitaminen"],
        [11] = ["käyttöoikeuksiin, jotka riippuvat henkilön roolista ja tehtävistä", "asianmukaisia suojaustekniikoita", "suojattua sähköpostia"],
        [12] = ["Liana Mailer Oy", "Webropol", "rehtorin toimiston ja viestintäyksikön", "uutiskirje kerran kuukaudessa", "osaajapoolilaiseksi rekisteröityneiden"],
        [13] = ["Henkilötietoja ei siirretä EU/ETA-alueen ulkopuolelle."],
        [14] = ["arkistonmuodostussuunnitelman mukaisesti", "päivitetään aktiivisesti", "passivoida", "poistopyynnön www-lomakkeen avulla", "kumppanuussopimukset, kumppanuustiedot"],
        [15] =
        [
            "pääsyä häntä itseään koskeviin henkilötietoihin", "oikaisemista", "poistamista", "käsittelyn rajoittamista", "vastustaa käsittelyä", "siirtää tiedot järjestelmästä toiseen", "milloin tahansa perua antamansa suostumuksensa",
            "valitus valvontaviranomaiselle", "tietosuojavastaava, jonka yhteystiedot ovat tämän selosteen kohdassa 5",
        ],
        [16] = ["Ei ole käytössä."],
    };

    /// <summary>What the notice said that alumni tell, as the alumni module must declare it.</summary>
    private static readonly string[] ofAlumni =
    [
        "sukunimi", "entinen sukunimi", "etunimet", "kutsumanimi", "syntymäaika", "osoite", "postinumero", "postitoimipaikka", "sähköposti", "puhelin", "koulutus/koulutusohjelma",
        "opintojen aloitusvuosi", "suoritettu tutkinto", "valmistumisvuosi", "työpaikka/yritys", "työtehtävä", "rooli yhteistyössä", "tehtävä", "organisaatio",
    ];

    [Test]
    public async Task The_generated_Finnish_notice_says_all_that_the_seed_says()
    {
        var notice = await Draft("fi");

        Assert.That(notice.GetProperty("sections").GetArrayLength(), Is.EqualTo(16));
        foreach (var (number, words) in said)
        {
            var section = notice.GetProperty("sections")[number - 1];
            var text = Text(section);
            foreach (var word in words)
                Assert.That(text, Does.Contain(word), $"{number}. {section.GetProperty("title").GetString()}");
        }
    }

    [Test]
    public async Task Every_declared_field_stands_in_both_notices()
    {
        var fields = Crm.Services.GetServices<PersonalData>().SelectMany(page => page.Holdings).Where(h => !h.AboutNobody).SelectMany(h => h.Fields.Values).ToList();
        Assert.That(fields.Select(field => field.Fi), Is.SupersetOf(ofAlumni));
        var (fi, en) = (Text((await Draft("fi")).GetProperty("sections")[6]), Text((await Draft("en")).GetProperty("sections")[6]));
        foreach (var field in fields)
        {
            Assert.That(fi, Does.Contain(field.Fi));
            Assert.That(en, Does.Contain(field.En));
        }
    }

    [Test]
    public async Task Publishing_freezes_a_version_and_the_next_one_shows_what_differs()
    {
        await Publish();
        var frozen = await (await Crm.As(Role.Reader).GetAsync("/api/v1/privacy-notice?lang=en")).Content.ReadAsStringAsync();
        var number = JsonDocument.Parse(frozen).RootElement.GetProperty("number").GetInt32();
        var addition = $"Locked doors {Guid.CreateVersion7():n}.";
        var texts = await Audience.Read(await people.Officer.GetAsync("/api/v1/privacy-notice/texts"));
        var security = texts.GetProperty("items").EnumerateArray().Single(t => t.GetProperty("key").GetString() == "security");
        using var edit = new HttpRequestMessage(HttpMethod.Put, "/api/v1/privacy-notice/texts/security")
        {
            Content = JsonContent.Create(new { fi = security.GetProperty("fi").GetString(), en = $"{security.GetProperty("en").GetString()}\n{addition}" }),
        };
        edit.Headers.TryAddWithoutValidation("If-Match", $"\"{security.GetProperty("version").GetInt64()}\"");
        await Audience.Read(await people.Officer.SendAsync(edit));

        var draft = await Audience.Read(await people.Officer.GetAsync("/api/v1/privacy-notice/draft?lang=en"));
        Assert.That(draft.GetProperty("changes").EnumerateArray().Single(c => c.GetProperty("section").GetInt32() == 11).GetProperty("added").EnumerateArray().Select(line => line.GetString()), Does.Contain(addition));
        await Publish();

        Assert.That(await (await Crm.As(Role.Reader).GetAsync($"/api/v1/privacy-notice?lang=en&version={number}")).Content.ReadAsStringAsync(), Is.EqualTo(frozen));
        Assert.That(await (await Crm.As(Role.Reader).GetAsync("/api/v1/privacy-notice?lang=en")).Content.ReadAsStringAsync(), Does.Contain(addition));
        Assert.That(async () => await Audience.Sql("update consent.notice_versions set fi = '{}' where $1 is not null", Guid.Empty), Throws.InstanceOf<Npgsql.PostgresException>());
    }

    [Test]
    public async Task It_comes_as_html_and_pdf_too_and_so_does_the_record_of_processing()
    {
        var html = await Crm.As(Role.Reader).GetAsync("/api/v1/privacy-notice?format=html");
        Assert.That(WebUtility.HtmlDecode(await html.Content.ReadAsStringAsync()), Does.Contain("<html lang=\"fi\">").And.Contain("16. Automaattinen päätöksenteko ja profilointi"));
        var pdf = await Crm.As(Role.Reader).GetAsync("/api/v1/privacy-notice?format=pdf&lang=en");
        Assert.That((await pdf.Content.ReadAsByteArrayAsync()).AsSpan(0, 5).ToArray(), Is.EqualTo("%PDF-"u8.ToArray()));

        var records = await Audience.Read(await people.Officer.GetAsync("/api/v1/processing-records"));
        var alumni = records.GetProperty("items").EnumerateArray().Single(r => r.GetProperty("code").GetString() == "alumni");
        Assert.That(alumni.GetProperty("data").EnumerateArray().Select(d => d.GetString()), Does.Contain("syntymäaika"));
        Assert.That(alumni.GetProperty("sources").GetArrayLength(), Is.GreaterThan(0));
        Assert.That((await people.Officer.GetAsync("/api/v1/processing-records?format=xlsx")).StatusCode, Is.EqualTo(HttpStatusCode.OK));
        Assert.That((await (await people.Officer.GetAsync("/api/v1/processing-records?format=pdf")).Content.ReadAsByteArrayAsync()).Length, Is.GreaterThan(5000));
    }

    [TestCase("/tietosuojaseloste", "Rekisteröidyn oikeudet", "fi")]
    [TestCase("/en/privacy-notice", "Rights of the data subject", "en")]
    public async Task Anybody_reads_it_as_a_page(string path, string words, string language)
    {
        var page = await Crm.Anonymous().GetAsync(path);

        Assert.That(page.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(WebUtility.HtmlDecode(await page.Content.ReadAsStringAsync()), Does.Contain(words).And.Contain($"<html lang=\"{language}\">").And.Not.Contain("<script"));
        Assert.That((await Crm.Anonymous().GetAsync("/api/v1/privacy-notice")).StatusCode, Is.EqualTo(HttpStatusCode.OK));
    }

    [Test]
    public async Task What_is_not_published_says_so_on_its_page()
    {
        async Task<bool> IsPublished() => (await Audience.Read(await people.Officer.GetAsync("/api/v1/privacy-notice/draft"))).GetProperty("published").ValueKind != JsonValueKind.Null;
        var (isPublished, page) = (false, "");
        // Another test may publish the first version meanwhile.
        do
            (isPublished, page) = (await IsPublished(), WebUtility.HtmlDecode(await Crm.Anonymous().GetStringAsync("/tietosuojaseloste")));
        while (isPublished != await IsPublished());

        Assert.That(page.Contains("Luonnos, jota ei ole vielä julkaistu", StringComparison.Ordinal), Is.Not.EqualTo(isPublished));
        Assert.That(page.Contains("Päivitetty", StringComparison.Ordinal), Is.EqualTo(isPublished));
    }

    private async Task Publish()
    {
        var answer = await people.Officer.PostAsync("/api/v1/privacy-notice/versions", null);
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.Created).Or.EqualTo(HttpStatusCode.Conflict), await answer.Content.ReadAsStringAsync());
    }

    private async Task<JsonElement> Draft(string language) => (await Audience.Read(await people.Officer.GetAsync($"/api/v1/privacy-notice/draft?lang={language}"))).GetProperty("notice");

    private static string Text(JsonElement section) => string.Join('\n', section.GetProperty("blocks").EnumerateArray()
        .SelectMany(block => block.GetProperty("lines").EnumerateArray().Select(line => line.GetString()).Prepend(block.GetProperty("heading").GetString())));
}
