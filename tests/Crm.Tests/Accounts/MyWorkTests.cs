using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Karelia.Crm.Tests.Identity;

namespace Karelia.Crm.Tests.Accounts;

internal sealed class MyWorkTests
{
    private readonly Diary diary = new();

    [Test]
    public async Task It_shows_what_waits_for_the_caller_alone()
    {
        using var browser = await Browser.SignedIn("leo.lukija");
        var me = (await Read(browser, "/me")).GetProperty("user").GetProperty("id").GetString()!;
        var (person, account) = (await diary.APerson(), await diary.AnOrganisation("Oma Oy"));
        var today = DateOnly.Parse((await Read(browser, "/my-work")).GetProperty("today").GetString()!, System.Globalization.CultureInfo.InvariantCulture);
        string Day(int from) => today.AddDays(from).ToString("O", System.Globalization.CultureInfo.InvariantCulture);
        var late = await Task("Myöhässä", new { dueOn = Day(-3), assigneeId = me });
        var later = await Task("Aikanaan", new { dueOn = Day(5), remindOn = Day(0), assigneeId = me });
        var others = await Task("Toisen", new { dueOn = Day(-3), assigneeId = (string?)null });
        var meeting = Diary.Id(await diary.Write(new { kind = "meeting", subject = "Tuleva", at = DateTimeOffset.UtcNow.AddDays(2), assigneeId = me, contactIds = new[] { person } }));
        await diary.Patch($"/accounts/{account}", new { ownerId = me });

        var work = await Read(browser, "/my-work");
        var mine = (await diary.List("/activities?mine=true", browser.Http)).Select(Diary.Id);
        var done = await browser.Send(HttpMethod.Post, $"/api/v1/activities/{late}/complete");
        var without = await Read(browser, "/my-work");
        var reopened = await browser.Send(HttpMethod.Post, $"/api/v1/activities/{late}/reopen");
        var back = await Read(browser, "/my-work");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(Ids(work, "tasks").Where(id => id == late || id == later), Is.EqualTo(new[] { late, later }), "the overdue one first");
            Assert.That(Ids(work, "tasks"), Does.Not.Contain(others));
            Assert.That(Ids(work, "reminders"), Does.Contain(later).And.Not.Contain(late));
            Assert.That(Ids(work, "meetings"), Does.Contain(meeting));
            Assert.That(Ids(work, "records"), Does.Contain(account));
            Assert.That(mine, Does.Contain(late).And.Contain(meeting).And.Not.Contain(others));
            Assert.That(done.StatusCode, Is.EqualTo(HttpStatusCode.OK), "a reader ticks off what is assigned to him");
            Assert.That(Ids(without, "tasks"), Does.Not.Contain(late));
            Assert.That(reopened.StatusCode, Is.EqualTo(HttpStatusCode.OK));
            Assert.That(Ids(back, "tasks"), Does.Contain(late));
            Assert.That((await browser.Send(HttpMethod.Post, $"/api/v1/activities/{others}/complete")).StatusCode, Is.EqualTo(HttpStatusCode.Forbidden));
            Assert.That((await diary.Manager.PostAsync($"/api/v1/activities/{late}/complete", null)).StatusCode, Is.EqualTo(HttpStatusCode.OK));
            Assert.That((await diary.List("/activities?open=false&mine=true", browser.Http)).Select(Diary.Id), Does.Contain(late));
        }
    }

    [Test]
    public async Task A_task_is_the_writers_own_unless_said_otherwise()
    {
        using var browser = await Browser.SignedIn("kaisu.kumppani");
        var answer = await browser.Send(HttpMethod.Post, "/api/v1/activities", new { kind = "task", subject = "Muista" });
        var task = await answer.Content.ReadFromJsonAsync<JsonElement>();

        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.Created), task.ToString());
        Assert.That(task.GetProperty("assignee").GetProperty("name").GetString(), Is.EqualTo("Kaisu Kumppani"));
        Assert.That(Ids(await Read(browser, "/my-work"), "tasks"), Does.Contain(Diary.Id(task)));
    }

    private async Task<string> Task(string subject, object more)
    {
        var body = JsonSerializer.SerializeToNode(more)!.AsObject();
        (body["kind"], body["subject"]) = ("task", subject);
        return Diary.Id(await diary.Write(body));
    }

    [Test]
    public async Task People_in_ones_care_are_confirmed_once_a_year()
    {
        using var browser = await Browser.SignedIn("kaisu.kumppani");
        var me = (await Read(browser, "/me")).GetProperty("user").GetProperty("id").GetString()!;
        var account = await diary.AnOrganisation("Hoidettu Oy");
        var people = new string[7];
        for (var i = 0; i < people.Length; i++)
            people[i] = await diary.APerson($"Vahvistettava{i}");
        var (own, there, left, others, fresh, passive, restricted) = (people[0], people[1], people[2], people[3], people[4], people[5], people[6]);
        await diary.Patch($"/accounts/{account}", new { ownerId = me });
        foreach (var id in (string[])[own, fresh, passive, restricted])
            await diary.Patch($"/contacts/{id}", new { ownerId = me });
        await diary.Post($"/contacts/{there}/affiliations", new { accountId = account });
        await diary.Post($"/contacts/{left}/affiliations", new { accountId = account, validTo = "2020-01-31" });
        await diary.Post($"/contacts/{passive}/passivate", new { reason = "Muutti" });
        await Diary.Restrict(restricted);
        foreach (var id in people.Where(id => id != fresh && id != passive))
            await Untouched(id, id == own ? 20 : 13);

        var due = await Mine();
        var confirmed = await browser.Send(HttpMethod.Post, $"/api/v1/contacts/{own}/confirm");
        var after = await Mine();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(due, Is.EqualTo(new[] { own, there }), "the longest untouched first");
            Assert.That(confirmed.StatusCode, Is.EqualTo(HttpStatusCode.OK), await confirmed.Content.ReadAsStringAsync());
            Assert.That((await Read(browser, $"/contacts/{own}")).GetProperty("confirmedAt").GetDateTimeOffset(), Is.EqualTo(DateTimeOffset.UtcNow).Within(TimeSpan.FromMinutes(5)));
            Assert.That(after, Is.EqualTo(new[] { there }));
            Assert.That((await browser.Send(HttpMethod.Post, $"/api/v1/contacts/{passive}/confirm")).StatusCode, Is.EqualTo(HttpStatusCode.Conflict));
            Assert.That((await browser.Send(HttpMethod.Post, $"/api/v1/contacts/{restricted}/confirm")).StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
        }

        async Task<string[]> Mine() => [.. (await Read(browser, "/worklists/contacts-to-confirm?limit=200")).GetProperty("items").EnumerateArray().Select(Diary.Id).Where(people.Contains)];
    }

    private static async Task Untouched(string contact, int months)
    {
        await using var command = Crm.Database.CreateCommand("update accounts.contacts set updated_at = now() - make_interval(months => $2) where id = $1");
        command.Parameters.Add(new() { Value = Guid.Parse(contact) });
        command.Parameters.Add(new() { Value = months });
        await command.ExecuteNonQueryAsync();
    }

    private static async Task<JsonElement> Read(Browser browser, string path)
    {
        var answer = await browser.Http.GetAsync($"/api/v1{path}");
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.OK), await answer.Content.ReadAsStringAsync());
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }

    private static string[] Ids(JsonElement work, string list) => [.. work.GetProperty(list).EnumerateArray().Select(Diary.Id)];
}
