using Karelia.Crm.Spreadsheets;

namespace Karelia.Crm.Local.Sample;

/// <summary>The alumni registration as Webropol's basic report gives it.</summary>
internal static class AlumniForm
{
    public const string RegisterConsent =
        "Annan suostumukseni henkilötietojeni käsittelyyn Karelia-ammattikorkeakoulun alumnitoiminnassa ja tietojeni tallentamiseen asiakkuuksienhallintajärjestelmään.";

    public const string MailConsent = "Minulle saa lähettää alumnikirjeen ja kutsuja tapahtumiin sähköpostitse.";

    private const string Question = "Mitkä alumniyhteistyön muodot kiinnostavat sinua? (Voit valita useita):";

    public static readonly string[] Forms =
    [
        "Vierailu/osaamisen jakaminen opintojaksoilla/luennoilla", "Opintokäynnit omalla työpaikalla", "Harjoittelupaikan tarjoaminen",
        "Projekti- ja/tai opinnäytetyöaiheiden tarjoaminen", "Hankeyhteistyö", "Verkostoituminen muiden alumnien kanssa", "Jatko- ja täydennyskoulutus",
        "Muu osaamisen kehittäminen", "Alumnitapahtumat", "Muu, mikä?",
    ];

    private static readonly string[] Contact =
    [
        "Sukunimi", "Entinen sukunimi", "Etunimet", "Kutsumanimi", "Syntymäaika", "Osoite", "Postinumero", "Postitoimipaikka", "Sähköposti (henkilökohtainen)", "Puhelin",
    ];

    public static readonly string[] Headings =
    [
        "Vastausaika", .. Contact.Select(field => "Yhteystiedot:" + field), "Koulutus / koulutusohjelma", "Opintojen aloitusvuosi", "Suoritettu tutkinto",
        "Valmistumisvuosi", "Työpaikka / yritys", "Työtehtävä", .. Forms.Select(form => Question + form), Question + "Muu, mikä? Avoimet vastaukset",
        "Suostumus:" + RegisterConsent, "Suostumus:" + MailConsent,
    ];

    public static void Write(string path, IEnumerable<Answer> answers)
    {
        using var file = File.Create(path);
        using var sheet = SheetWriter.Create(file, "Vastaukset", Headings);
        foreach (var answer in answers)
        {
            sheet.Write(answer.Cells);
        }
        sheet.Complete();
    }

    /// <summary>Some of what people really send: for trying the import, every fifth row is spoilt.</summary>
    public static IEnumerable<Answer> Spoilt(IEnumerable<Answer> answers)
    {
        var (time, last, first, called, email, employer, register) =
            (0, 1, 3, 4, Array.IndexOf(Headings, "Yhteystiedot:Sähköposti (henkilökohtainen)"), Array.IndexOf(Headings, "Työpaikka / yritys"), Headings.Length - 2);
        foreach (var (i, answer) in answers.Index())
        {
            var cells = answer.Cells;
            switch (i % 30)
            {
                case 4: cells[register] = null; break;
                case 9: cells[email] = cells[email]!.Replace("@", " at ", StringComparison.Ordinal); break;
                case 14: cells[time] = "1.15.2026 10.61"; break;
                case 19: (cells[last], cells[first], cells[called], cells[employer]) = (cells[employer] ?? "Esimerkki Oy", null, null, null); break;
                case 24: cells[last] = cells[last]!.ToUpperInvariant(); break;
                case 29: cells[email] = null; break;
            }
            yield return answer;
        }
    }
}
