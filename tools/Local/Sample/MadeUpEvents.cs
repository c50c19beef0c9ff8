namespace Karelia.Crm.Local.Sample;

/// <summary>A made-up calendar: what is to come, what is on today, what was held.</summary>
internal static class MadeUpEvents
{
    private static readonly (string Name, string Kind, int Days, decimal? Credits, int? Capacity, int People, string Place)[] calendar =
    [
        ("Alumni-ilta: urapolkuja", "event", 0, null, 60, 24, "Tikkarinteen auditorio"),
        ("Metsädata hyötykäyttöön", "rdi-event", 9, null, 40, 18, "Sirkkala, sali D107"),
        ("Lähiesihenkilön työkalupakki", "continuing-education", 21, 5, 20, 21, "Verkossa"),
        ("Ikäosaamisen päivä", "continuing-education", 45, 2, null, 6, "Tikkarinne, N-talo"),
        ("Kiertotalouden aamukahvit", "rdi-event", -12, null, 30, 15, "Wärtsilä-kampus"),
        ("Rekrymessut", "event", -40, null, null, 30, "Tikkarinne"),
    ];

    private static readonly string[] diets = ["gluteeniton", "laktoositon", "vegaani"];
    private static readonly string[] words = ["Esimerkki Oy", "Mallila ry", "Näytekunta", "Kuvitteellinen Ky"];

    public static async Task Add(Caller manager)
    {
        var people = (await manager.Send(HttpMethod.Get, "contacts?passive=false&sort=name&limit=200")).GetProperty("items").EnumerateArray().Select(person => person.Text("id")).ToArray();
        var today = new DateTimeOffset(DateTimeOffset.UtcNow.Date, TimeSpan.Zero);
        foreach (var (one, turn) in calendar.Select((one, turn) => (one, turn)))
        {
            var starts = today.AddDays(one.Days).AddHours(one.Days == 0 ? 15 : 10);
            var added = await manager.Send(HttpMethod.Post, "events", new
            {
                name = one.Name,
                kind = one.Kind,
                state = one.Days < 0 ? "held" : "planned",
                credits = one.Credits,
                capacity = one.Capacity,
                sessions = Enumerable.Range(0, one.Credits is null ? 1 : 2).Select(week => new { startsAt = starts.AddDays(7 * week), endsAt = starts.AddDays(7 * week).AddHours(3), place = one.Place }),
            });
            for (var i = 0; i < one.People && people.Length > 0; i++)
            {
                var participant = await manager.Send(HttpMethod.Post, $"events/{added.Text("id")}/participants", new
                {
                    contactId = people[(turn * 29 + i) % people.Length],
                    organisation = words[(i + turn) % words.Length],
                    state = one.Days >= 0 ? "registered" : i % 7 == 3 ? "no-show" : i % 11 == 5 ? "cancelled" : "attended",
                });
                if (one.Days >= 0 && i % 4 == 1)
                    await manager.Send(HttpMethod.Put, $"events/{added.Text("id")}/participants/{participant.Text("id")}/special-needs", new { diet = diets[i % diets.Length] });
            }
        }
    }
}
