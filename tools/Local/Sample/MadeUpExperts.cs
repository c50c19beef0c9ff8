using System.Globalization;
using Karelia.Crm.Spreadsheets;

namespace Karelia.Crm.Local.Sample;

/// <summary>Experts who do not exist, registered by the pool's form, and what was done with some of them.</summary>
internal static class MadeUpExperts
{
    public const string Consent = "Annan suostumukseni tietojeni tallentamiseen Karelian osaajapooliin.";

    private static readonly string[] Fields = ["Sosiaali- ja terveysala", "Tekniikka", "Liiketalous", "Luonnonvara-ala", "Kulttuuriala", "Matkailuala"];

    private static readonly string[] Forms = ["Luennot ja koulutukset", "Asiantuntijatehtävät hankkeissa", "Opinnäytetöiden arviointi", "Mentorointi", "Konsultointi"];

    private static readonly (string Words, int Field, string? Tag)[] Competences =
    [
        ("Kestävä metsätalous ja metsän uudistaminen, 15 vuotta metsänhoitoyhdistyksessä. Opetan mielelläni maastossa.", 3, "forestry"),
        ("Ohjelmistotestaus, testiautomaatio ja jatkuva integraatio; kouluttanut 40 ryhmää.", 1, "software-testing"),
        ("Gerontologinen hoitotyö, muistisairaan kohtaaminen, simulaatio-opetus.", 0, "gerontology"),
        ("Digitaalinen markkinointi, hakukoneoptimointi, sisällöntuotanto.", 2, "digital-marketing"),
        ("Palvelumuotoilu ja asiakasymmärrys; työpajat suomeksi ja englanniksi.", 2, "service-design"),
        ("Bioenergia, pienet CHP-laitokset, energiakatselmukset.", 3, "bioenergy"),
        ("Työhyvinvointi, esihenkilövalmennus ja muutosjohtaminen.", 2, "change-management"),
        ("Teollinen internet, anturidata ja ennakoiva kunnossapito.", 1, "industrial-internet"),
        ("Lastensuojelu, perhetyö, dialogiset menetelmät.", 0, "child-protection"),
        ("Yrityksen talousohjaus, budjetointi, Power BI -raportointi.", 2, "finance"),
        ("Machine learning and data analysis for small companies; I lecture in English and Finnish.", 1, "artificial-intelligence"),
        ("Tietoturvan hallinta ja riskiarvioinnit julkisella sektorilla.", 1, "information-security"),
        ("Tapahtumatuotanto, esittävä taide ja yleisötyö.", 4, null),
        ("Luontomatkailun kehittäminen ja tuotteistaminen itärajan alueella.", 5, "tourism-development"),
        ("Julkisten hankintojen kilpailutus ja sopimusjuridiikka.", 2, "procurement"),
    ];

    private static readonly string[] Family = ["Ahola", "Eskola", "Harju", "Ikonen", "Jokela", "Kivi", "Laakso", "Mallila", "Nurmi", "Oinonen", "Pelto", "Ranta", "Salo", "Toivola", "Virta"];
    private static readonly string[] Given = ["Aino", "Eero", "Helmi", "Ilmari", "Kaisa", "Lauri", "Maija", "Niilo", "Oona", "Pekka"];
    private static readonly (string Code, string Town)[] Towns = [("80100", "Joensuu"), ("81700", "Lieksa"), ("83500", "Outokumpu"), ("75500", "Nurmes"), ("70100", "Kuopio"), ("82500", "Kitee")];

    public static void Write(string path, int count)
    {
        using var file = File.Create(path);
        using var sheet = SheetWriter.Create(file, "Vastaukset",
        [
            "Vastausaika", "Yhteystiedot:Etunimi", "Yhteystiedot:Sukunimi", "Yhteystiedot:Sähköposti", "Yhteystiedot:Matkapuhelin", "Yhteystiedot:Postinumero", "Yhteystiedot:Postitoimipaikka",
            "Yhteystiedot:Työnantaja/yritys", "Yhteystiedot:Tehtävä", .. Fields.Select(field => "Osaamisalat:" + field), "Kuvaile osaamistasi: mitä asiantuntemusta voit tarjota?",
            .. Forms.Select(form => "Yhteistyön tekemisen muodot:" + form), "Kielet, joilla voit kouluttaa:suomi", "Kielet, joilla voit kouluttaa:englanti", "Suostumus:" + Consent,
        ]);
        for (var i = 0; i < count; i++)
        {
            var (words, field, _) = Competences[i % Competences.Length];
            var (first, last, (code, town)) = (Given[i * 3 % Given.Length], Family[i * 7 % Family.Length], Towns[i % Towns.Length]);
            // Registered over the last years, so that some consents are to be renewed.
            var at = new DateTime(2023, 10, 2, 9, 15, 0, DateTimeKind.Unspecified).AddDays(i * 37);
            sheet.Write(
            [
                at.ToString("d.M.yyyy H.mm", CultureInfo.InvariantCulture), first, last, $"osaaja{i + 1}@example.com", $"04055500{i:00}", code, town, "Esimerkki Oy", "asiantuntija",
                .. Fields.Select((name, n) => n == field || n == (i + 2) % 9 ? name : null), words, .. Forms.Select((name, n) => (i + n) % 3 == 0 ? name : null),
                "suomi", i % 2 == 0 ? "englanti" : null, Consent,
            ]);
        }

        sheet.Complete();
    }

    /// <summary>Tags, assignments and a shortlist.</summary>
    public static async Task Life(Caller coordinator)
    {
        var experts = (await coordinator.Send(HttpMethod.Get, "experts?sort=updatedAt&limit=200")).GetProperty("items").EnumerateArray().ToArray();
        foreach (var (i, expert) in experts.Index())
        {
            var id = expert.Text("contactId");
            if (Competences.FirstOrDefault(known => known.Words == expert.Text("competence")).Tag is { } tag)
            {
                await coordinator.Patch($"experts/{id}", new { tags = new[] { tag }, availableFrom = i % 4 == 1 ? "2027-02-01" : null, rateNote = i % 5 == 0 ? "120 €/h, alv 0 %" : null });
            }
            if (i % 6 == 2)
            {
                await coordinator.Send(HttpMethod.Post, $"experts/{id}/assignments", new { title = "Vierailuluento täydennyskoulutuksessa", startsOn = "2026-03-12", state = "done", feedback = "Selkeä ja innostava, osallistujat kiittivät esimerkkejä." });
            }
        }
        var list = await coordinator.Send(HttpMethod.Post, "expert-shortlists", new { name = "Metsätalouden täydennyskoulutus, kevät 2027", purpose = "Kaksi luentopäivää Joensuussa, aiheena metsän uudistaminen." });
        foreach (var expert in experts.Take(3))
        {
            await coordinator.Send(HttpMethod.Post, $"expert-shortlists/{list.Text("id")}/experts", new { contactId = expert.Text("contactId") });
        }
    }
}
