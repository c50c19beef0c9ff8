using System.Globalization;
using Karelia.Crm.Accounts;
using Karelia.Crm.Documents;
using Karelia.Crm.Events.Events;

namespace Karelia.Crm.Events.Certificates;

/// <summary>Osallistumistodistus: that somebody took part, in what, when and how much.</summary>
internal static class Certificate
{
    public static Document Of(Event one, string? account, string name, string? organisation, DateOnly issued, string language)
    {
        var (fi, culture) = (language == "fi", CultureInfo.GetCultureInfo(language == "fi" ? "fi-FI" : "en-GB"));
        string Word(string finnish, string english) => fi ? finnish : english;
        var hours = one.Sessions.Sum(session => (session.EndsAt - session.StartsAt).TotalHours);
        var places = one.Sessions.OrderBy(session => session.StartsAt).Select(session => session.Place).OfType<string>().Distinct().ToList();
        List<Fact> facts =
        [
            new(Word("Osallistuja", "Participant"), name),
            .. organisation is null ? [] : (Fact[])[new(Word("Organisaatio", "Organisation"), organisation)],
            new(Kind(one.Kind, fi), one.Name),
            new(Word("Aika", "Time"), string.Join("\n", one.Sessions.OrderBy(session => session.StartsAt).Select(session => Times(session, culture)))),
            .. places.Count == 0 ? [] : (Fact[])[new(Word("Paikka", "Place"), string.Join(", ", places))],
            new(Word("Kesto", "Duration"), $"{hours.ToString("0.#", culture)} {Word("tuntia", "hours")}"),
            .. one.Credits is null or 0 ? [] : (Fact[])[new(Word("Laajuus", "Credits"), $"{one.Credits.Value.ToString("0.#", culture)} {Word("opintopistettä", "ECTS credits")}")],
            .. account is null ? [] : (Fact[])[new(Word("Yhteistyössä", "In cooperation with"), account)],
        ];
        return new(
            Word("Osallistumistodistus", "Certificate of participation"), language,
            [
                new Paragraph(fi
                    ? $"Karelia-ammattikorkeakoulu todistaa, että {name} on osallistunut alla mainittuun tilaisuuteen."
                    : $"Karelia University of Applied Sciences certifies that {name} took part in what is named below."),
                new Facts(facts),
                .. one.Description is null ? [] : (Block[])[new Heading(Word("Sisältö", "Content")), new Paragraph(one.Description)],
                new Paragraph($"Joensuu {issued.ToDateTime(TimeOnly.MinValue).ToString("d", culture)}"),
                .. one.Organisers.OrderBy(organiser => organiser.Name, StringComparer.Ordinal).Select(organiser => new Paragraph($"{organiser.Name}\n{Word("järjestäjä", "organiser")}, Karelia-ammattikorkeakoulu")),
            ]);
    }

    private static string Kind(string kind, bool fi) => kind switch
    {
        "continuing-education" => fi ? "Täydennyskoulutus" : "Continuing education",
        EventCodes.RdiEvent => fi ? "TKI-tilaisuus" : "RDI event",
        _ => fi ? "Tilaisuus" : "Event",
    };

    private static string Times(Session session, CultureInfo culture)
    {
        var (from, to) = (Days.Local(session.StartsAt), Days.Local(session.EndsAt));
        var clock = culture.Name == "fi-FI" ? "H.mm" : "HH:mm";
        return from.Date == to.Date
            ? $"{from.ToString("d", culture)} {from.ToString(clock, culture)}–{to.ToString(clock, culture)}"
            : $"{from.ToString("d", culture)} {from.ToString(clock, culture)} – {to.ToString("d", culture)} {to.ToString(clock, culture)}";
    }
}
