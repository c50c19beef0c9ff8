using System.Net;
using System.Text.Json;
using Karelia.Crm.Kernel;
using Karelia.Crm.Tests.Accounts;

namespace Karelia.Crm.Tests.Events;

internal sealed class EventsTests
{
    private readonly Gathering hall = new();

    private Diary Diary => hall.Diary;

    [Test]
    public async Task An_event_has_sessions_and_lasts_from_the_first_to_the_last()
    {
        var account = await Diary.AnOrganisation("Järjestäjä Oy");
        var added = await Diary.Post("/events", new
        {
            name = " Osaamista metsään ",
            kind = "continuing-education",
            credits = 2.5,
            capacity = 20,
            accountId = account,
            sessions = new[]
            {
                new { startsAt = "2027-03-12T09:00:00+02:00", endsAt = "2027-03-12T15:00:00+02:00", place = "Verkossa" },
                new { startsAt = "2027-03-05T09:00:00+02:00", endsAt = "2027-03-05T15:00:00+02:00", place = "Sirkkala" },
            },
        });
        var id = Diary.Id(added);

        var changed = await Diary.Patch($"/events/{id}", new { state = "held", sessions = new[] { new { startsAt = "2027-04-01T09:00:00Z", endsAt = "2027-04-01T10:00:00Z" } } });
        var stale = await Diary.Patch($"/events/{id}", new { state = "cancelled" }, "\"1\"");
        var read = await Diary.Get($"/events/{id}");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(Gathering.Text(added, "name"), Is.EqualTo("Osaamista metsään"));
            Assert.That(Gathering.Text(added, "startsAt"), Does.StartWith("2027-03-05T07:00:00"));
            Assert.That(Gathering.Text(added, "endsAt"), Does.StartWith("2027-03-12T13:00:00"));
            Assert.That(Gathering.Text(added.GetProperty("account"), "name"), Is.EqualTo("Järjestäjä Oy"));
            Assert.That(changed.StatusCode, Is.EqualTo(HttpStatusCode.OK), await changed.Content.ReadAsStringAsync());
            Assert.That(stale.StatusCode, Is.EqualTo(HttpStatusCode.PreconditionFailed));
            Assert.That(Gathering.Text(read, "state"), Is.EqualTo("held"));
            Assert.That(Gathering.Text(read, "startsAt"), Does.StartWith("2027-04-01T09:00:00"));
            Assert.That(read.GetProperty("credits").GetDecimal(), Is.EqualTo(2.5m), "what the patch did not name stays");
        }
    }

    [TestCase("""{ "kind": "event", "sessions": [] }""")]
    [TestCase("""{ "kind": "party" }""")]
    [TestCase("""{ "kind": "event", "credits": 1.25 }""")]
    [TestCase("""{ "kind": "event", "capacity": 0 }""")]
    [TestCase("""{ "kind": "event", "sessions": [{ "startsAt": "2027-03-12T09:00:00Z", "endsAt": "2027-03-12T09:00:00Z" }] }""")]
    public async Task What_is_wrong_in_an_event_is_told(string wrong)
    {
        var body = System.Text.Json.Nodes.JsonNode.Parse(wrong)!.AsObject();
        body["name"] = "Väärin";
        if (!body.ContainsKey("sessions"))
            body["sessions"] = JsonSerializer.SerializeToNode(new[] { new { startsAt = "2027-03-12T09:00:00Z", endsAt = "2027-03-12T10:00:00Z" } });

        Assert.That((await Diary.Try("/events", body)).StatusCode, Is.EqualTo(HttpStatusCode.UnprocessableEntity));
    }

    [Test]
    public async Task Coming_events_stand_the_nearest_first_and_filters_narrow_the_list()
    {
        var mark = $"Sarja{Guid.CreateVersion7():n}";
        foreach (var (name, kind, days) in new[] { ("B", "event", 9), ("A", "rdi-event", 2), ("C", "event", -3), ("D", "continuing-education", -30) })
            await hall.AnEvent(kind, $"{mark} {name}", days: days);

        async Task<string> Names(string filter) => string.Join("", (await Diary.List($"/events?q={mark}&{filter}")).Select(one => Gathering.Text(one, "name")[^1]));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(await Names("when=coming"), Is.EqualTo("AB"));
            Assert.That(await Names("when=past"), Is.EqualTo("CD"));
            Assert.That(await Names("sort=name"), Is.EqualTo("ABCD"));
            Assert.That(await Names("kind=event&sort=startsAt"), Is.EqualTo("CB"));
            Assert.That(await Names("state=held"), Is.Empty);
            Assert.That(await Names($"to={DateTime.UtcNow.AddDays(-10):yyyy-MM-dd}"), Is.EqualTo("D"));
            Assert.That(await Names("limit=1&sort=-name"), Is.EqualTo("D"));
            Assert.That((await Diary.List($"/search?q={mark}")).Select(hit => Gathering.Text(hit, "kind")), Is.EqualTo(Enumerable.Repeat("event", 4)));
        }
    }

    [Test]
    public async Task Readers_read_and_customer_managers_arrange()
    {
        var id = await hall.AnEvent();
        var reader = Crm.As(Role.Reader);

        using (Assert.EnterMultipleScope())
        {
            Assert.That((await reader.GetAsync($"/api/v1/events/{id}")).StatusCode, Is.EqualTo(HttpStatusCode.OK));
            Assert.That((await reader.GetAsync($"/api/v1/events/{id}/special-needs")).StatusCode, Is.EqualTo(HttpStatusCode.Forbidden));
            Assert.That((await reader.GetAsync($"/api/v1/events/{id}/certificates")).StatusCode, Is.EqualTo(HttpStatusCode.Forbidden));
            Assert.That((await Diary.Try("/events", new { name = "x" }, reader)).StatusCode, Is.EqualTo(HttpStatusCode.Forbidden));
            Assert.That((await reader.GetAsync($"/api/v1/events/{Guid.NewGuid()}")).StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
        }
    }
}
