namespace Karelia.Crm.Local.Sample;

/// <summary>What made-up alumni were asked for and came to do, and whom they mentor.</summary>
internal static class MadeUpCooperation
{
    private static readonly (string Form, string Topic, string Course, string State, string? Outcome)[] Asked =
    [
        ("guest-lecture", "Metsän uudistaminen turvemailla", "Metsätalouden perusteet", "done", "Hyvä luento, 40 opiskelijaa"),
        ("guest-lecture", "Ohjelmistotestaus käytännössä", "Ohjelmistotuotanto", "accepted", null),
        ("study-visit", "Vierailu tuotantolaitokselle", "Tuotantotekniikka", "asked", null),
        ("internship", "Harjoittelupaikka kesälle", "Harjoittelu 1", "declined", "Tänä kesänä paikat ovat täynnä"),
        ("project-or-thesis-topic", "Opinnäytetyöaihe energiatehokkuudesta", "Opinnäytetyö", "done", "Aihe otettu käyttöön"),
        ("alumni-event", "Puheenvuoro alumnipäivässä", "Alumnipäivä", "no-answer", null),
    ];

    private static readonly string[] Topics = ["Työnhaku valmistumisen jälkeen", "Yrittäjyyden ensiaskeleet", "Kansainvälinen ura", "Esihenkilötyön alku"];

    public static async Task Add(Caller coordinator)
    {
        var people = (await coordinator.Send(HttpMethod.Get, "alumni?passive=false&limit=120")).GetProperty("items").EnumerateArray().Select(person => person.Text("contactId")).ToArray();
        foreach (var (id, i) in people.Where((_, i) => i % 4 == 1).Select((id, i) => (id, i)))
        {
            var (form, topic, course, state, outcome) = Asked[i % Asked.Length];
            await coordinator.Send(HttpMethod.Post, $"alumni/{id}/requests", new
            {
                form,
                topic,
                course,
                organiser = "Karelia-ammattikorkeakoulu",
                state,
                outcome,
                channel = i % 3 == 0 ? "phone" : "email",
                askedOn = new DateOnly(2026, 1 + (i % 11), 1 + (i % 27)),
                heldOn = new DateOnly(2027, 1 + (i % 5), 1 + (i % 27)),
            });
        }
        foreach (var (id, i) in people.Where((_, i) => i % 17 == 3).Select((id, i) => (id, i)))
        {
            await coordinator.Send(HttpMethod.Post, $"alumni/{id}/mentorings", new
            {
                topic = Topics[i % Topics.Length],
                mentee = $"{(char)('A' + i)}.{(char)('K' + i)}.",
                startsOn = new DateOnly(2026, 9, 1 + i),
                endsOn = new DateOnly(2027, 5, 31),
                state = i % 3 == 0 ? "planned" : "active",
            });
        }
        // One who is asked a lot, to show the warning.
        foreach (var topic in Enumerable.Range(1, 7).Select(n => $"Haastattelu opiskelijalehteen {n}"))
            await coordinator.Send(HttpMethod.Post, $"alumni/{people[0]}/requests", new { form = "networking", topic, state = "done" });
    }
}
