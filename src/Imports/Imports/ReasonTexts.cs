using System.Text.Json;
using Karelia.Crm.Kernel.Imports;

namespace Karelia.Crm.Imports.Imports;

/// <summary>Reasons in Finnish and English, for the workbook that goes back to whoever mends the file.</summary>
internal static class ReasonTexts
{
    public const string Heading = "Syy / Reason";

    private static readonly Dictionary<string, string> Finnish = new()
    {
        ["consent-missing"] = "Suostumus alumnirekisteriin puuttuu",
        ["email-invalid"] = "Sähköpostiosoite on virheellinen",
        ["name-missing"] = "Nimi puuttuu",
        ["name-incomplete"] = "Sukunimi tai etunimet puuttuvat",
        ["personal-identity-code"] = "Solussa on henkilötunnus, jota rekisteriin ei saa tallentaa",
        ["required-missing"] = "Pakollinen tieto puuttuu",
        ["year-invalid"] = "Vuosi ei ole kokonaisluku väliltä 1900 – ensi vuosi",
        ["code-unknown"] = "Vaihtoehto ei ole missään luettelossa",
        ["response-time-invalid"] = "Vastausaikaa ei voi lukea",
        ["possible-duplicate"] = "Henkilö tai organisaatio saattaa olla jo rekisterissä tai tiedostossa",
        ["blocked-or-withdrawn"] = "Henkilö on perunut suostumuksen tai estänyt viestit",
        ["not-in-register"] = "Osoitetta ei ole rekisterissä",
        ["passive"] = "Henkilö tai organisaatio on passiivinen",
        ["restricted"] = "Rivi odottaa tietosuojavastaavaa",
        ["held-for-officer"] = "Rivi odottaa tietosuojavastaavaa",
        ["previously-erased"] = "Rivi odottaa tietosuojavastaavaa",
        ["skipped"] = "Jätetty pois päätöksellä",
        ["left-out"] = "Tietuetta ei voinut enää muokata",
    };

    /// <summary>What lines were refused for, by name and code.</summary>
    public static string Of(RefusedFor reason) => $"{Finnish.GetValueOrDefault(reason.Code, reason.Code)} / {reason.Code}";

    /// <summary>Each reason with its column, in both languages.</summary>
    public static string Of(string reasons) => string.Join("; ", JsonSerializer.Deserialize<List<ImportReason>>(reasons, JsonSerializerOptions.Web)!.Select(Text));

    // Restricted people are known to the officer alone; a file may go to anybody.
    private static string Text(ImportReason reason)
    {
        var message = reason.Code is "restricted" or "previously-erased" ? "The line waits for the data protection officer." : reason.Message;
        return $"{(reason.Column is null ? "" : $"{reason.Column}: ")}{Finnish.GetValueOrDefault(reason.Code, reason.Code)} / {message}";
    }
}
