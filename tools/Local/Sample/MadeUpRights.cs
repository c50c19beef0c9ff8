namespace Karelia.Crm.Local.Sample;

/// <summary>What made-up people asked for by right, the words they agreed to, the groups they are in, and what once went wrong.</summary>
internal static class MadeUpRights
{
    private static readonly (string Kind, int DaysAgo, string Message)[] Asked =
    [
        ("access", 1, "Haluan nähdä, mitä tietoja minusta on."),
        ("rectification", 4, "Työpaikkani on vaihtunut, korjatkaa se."),
        ("erasure", 9, "En enää osallistu toimintaan, poistakaa tietoni."),
        ("portability", 26, "Tarvitsen tietoni koneluettavina."),
        ("restriction", 38, "Tiedoissani on kiistanalainen kohta, jota selvitämme."),
    ];

    private static readonly (string Purpose, string Language, string Text)[] Texts =
    [
        ("alumni", "fi", AlumniForm.RegisterConsent),
        ("alumni", "en", "I consent to the processing of my personal data in the alumni activities of Karelia University of Applied Sciences and to its storage in the customer relationship management system."),
        ("email.alumni", "fi", AlumniForm.MailConsent),
        ("email.newsletter", "fi", "Minulle saa lähettää Karelian uutiskirjeen sähköpostitse."),
        ("email.newsletter", "en", "You may send me Karelia's newsletter by e-mail."),
    ];

    public static async Task Add(Caller communications, Caller officer)
    {
        await Groups(communications);
        await Words(officer);
        await Requests(officer);
        await Breaches(officer);
    }

    private static async Task Groups(Caller communications)
    {
        foreach (var (name, description, definition) in new (string, string, object)[]
        {
            ("Alumnit, jotka tulisivat luennoimaan", "Kiinnostuneet vierailuista opintojaksoilla", new { field = "alumni.form", @is = new[] { "guest-lecture" } }),
            ("Tuoreet alumnit Joensuussa", "Valmistuneet 2020 tai myöhemmin", new { all = new object[] { new { field = "alumni.graduated", from = "2020" }, new { field = "contact.town", @is = new[] { "Joensuu" } } } }),
            ("Kumppanit ja asiakkaat", "Kaikki, joiden kanssa teemme työtä nyt", new { field = "contact.role", @is = new[] { "partner", "customer" } }),
        })
        {
            await communications.Send(HttpMethod.Post, "target-groups", new { name, description, definition });
        }
        var kept = await communications.Send(HttpMethod.Post, "target-groups", new { name = "Alumnipäivän kutsuvieraat", description = "Lista, jota pidetään käsin" });
        await communications.Send(HttpMethod.Post, $"target-groups/{kept.Text("id")}/members", new { act = "add", contactIds = await People(communications, 8) });
    }

    private static async Task Words(Caller officer)
    {
        foreach (var (purpose, language, text) in Texts)
        {
            var added = await officer.Send(HttpMethod.Post, "consent-texts", new { purpose, language, text });
            await officer.Send(HttpMethod.Post, $"consent-texts/{added.Text("id")}/publish");
        }
        // One that nobody is asked by yet.
        await officer.Send(HttpMethod.Post, "consent-texts", new { purpose = "email.events", language = "fi", text = "Minulle saa lähettää kutsuja Karelian tilaisuuksiin sähköpostitse." });
    }

    private static async Task Requests(Caller officer)
    {
        foreach (var (contactId, (kind, daysAgo, message)) in (await People(officer, Asked.Length)).Zip(Asked))
        {
            var request = await officer.Send(HttpMethod.Post, "data-subject-requests", new { kind, contactId, message, receivedAt = DateTimeOffset.UtcNow.AddDays(-daysAgo) });
            if (daysAgo > 7)
            {
                await officer.Send(HttpMethod.Post, $"data-subject-requests/{request.Text("id")}/identify", new { how = "Vahva tunnistautuminen" });
            }
            if (kind == "portability")
            {
                await officer.Send(HttpMethod.Post, $"data-subject-requests/{request.Text("id")}/decide", new { decision = "granted", ground = "Henkilön suostumukseen perustuvat tiedot." });
            }
        }
    }

    private static async Task Breaches(Caller officer)
    {
        var now = DateTimeOffset.UtcNow;
        await officer.Send(HttpMethod.Post, "breaches", new { what = "Osallistujalista lähti väärään sähköpostiosoitteeseen.", from = now.AddHours(-30), to = now.AddHours(-29), noticedAt = now.AddHours(-20) });
        var old = await officer.Send(HttpMethod.Post, "breaches", new { what = "Kannettava tietokone unohtui junaan; levy oli salattu, ja kone löytyi samana päivänä.", from = now.AddDays(-90), to = now.AddDays(-89), noticedAt = now.AddDays(-89) });
        await officer.Patch($"breaches/{old.Text("id")}", new
        {
            effects = "Ei seurauksia: levy oli salattu.",
            measures = "Kone tarkastettiin, ja ohjeet käytiin läpi.",
            notReported = "Salattu levy, riski epätodennäköinen (33 artiklan 1 kohta).",
            notTold = "Ei korkeaa riskiä (34 artiklan 1 kohta).",
            closed = true,
        });
    }

    private static async Task<string[]> People(Caller caller, int count) =>
        [.. (await caller.Send(HttpMethod.Get, $"contacts?role=alumnus&passive=false&sort=-updatedAt&limit={count}")).GetProperty("items").EnumerateArray().Select(person => person.Text("id"))];
}
