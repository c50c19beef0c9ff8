using System.Net;
using System.Text.Json;
using Karelia.Crm.Kernel;
using Npgsql;

namespace Karelia.Crm.Tests.Accounts;

internal sealed class ActivitiesTests
{
    private readonly Diary diary = new();

    [Test]
    public async Task A_meeting_has_several_people_and_organisations()
    {
        var (one, other) = (await diary.APerson(), await diary.APerson());
        var (account, second) = (await diary.AnOrganisation(), await diary.AnOrganisation("Toinen Oy"));

        var written = await diary.Write(new
        {
            kind = "meeting",
            subject = " Syksyn palaveri ",
            text = "Puhuttiin harjoittelusta.",
            at = "2026-10-01T12:00:00+03:00",
            contactIds = new[] { one, other, one },
            accountIds = new[] { account, second },
        });
        var read = await diary.Get($"/activities/{Diary.Id(written)}", Crm.As(Role.Reader));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(read.GetProperty("subject").GetString(), Is.EqualTo("Syksyn palaveri"));
            Assert.That(read.GetProperty("at").GetDateTimeOffset(), Is.EqualTo(new DateTimeOffset(2026, 10, 1, 9, 0, 0, TimeSpan.Zero)));
            Assert.That(Ids(read, "contacts"), Is.EquivalentTo(new[] { one, other }));
            Assert.That(Ids(read, "accounts"), Is.EquivalentTo(new[] { account, second }));
            Assert.That(read.GetProperty("assignee").ValueKind, Is.EqualTo(JsonValueKind.Null));
            foreach (var filter in new[] { $"contactId={one}", $"accountId={second}", $"contactId={other}&kind=meeting", $"q=harjoittelu&contactId={one}" })
                Assert.That((await diary.List($"/activities?{filter}")).Select(Diary.Id), Is.EqualTo(new[] { Diary.Id(written) }), filter);
            Assert.That(await diary.List($"/activities?contactId={one}&kind=call"), Is.Empty);
        }
    }

    [Test]
    public async Task An_edit_needs_the_version_that_was_read()
    {
        var (one, other) = (await diary.APerson(), await diary.APerson());
        var id = Diary.Id(await diary.Write(new { kind = "note", subject = "Muistiinpano", contactIds = new[] { one } }));

        var edited = await diary.Patch($"/activities/{id}", new { text = "Lisää", contactIds = new[] { other } });
        var stale = await diary.Patch($"/activities/{id}", new { text = "Vanhaan" }, "\"1\"");
        var loose = await diary.Patch($"/activities/{id}", new { contactIds = Array.Empty<string>() });
        var read = await diary.Get($"/activities/{id}");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(edited.StatusCode, Is.EqualTo(HttpStatusCode.OK), await edited.Content.ReadAsStringAsync());
            Assert.That(stale.StatusCode, Is.EqualTo(HttpStatusCode.PreconditionFailed));
            Assert.That(loose.StatusCode, Is.EqualTo(HttpStatusCode.UnprocessableEntity));
            Assert.That(Ids(read, "contacts"), Is.EqualTo(new[] { other }));
            Assert.That(read.GetProperty("text").GetString(), Is.EqualTo("Lisää"));
        }
    }

    [Test]
    public async Task Nobody_passive_is_put_on_a_new_activity_and_old_ones_stay_readable()
    {
        var (person, account) = (await diary.APerson(), await diary.AnOrganisation());
        var old = Diary.Id(await diary.Write(new { kind = "call", subject = "Soitto", contactIds = new[] { person }, accountIds = new[] { account } }));
        await diary.Post($"/contacts/{person}/passivate", new { reason = "Lähti" });
        await diary.Post($"/accounts/{account}/passivate", new { reason = "Loppui" });

        var withPerson = await diary.Try("/activities", new { kind = "note", subject = "Uusi", contactIds = new[] { person } });
        var withAccount = await diary.Try("/activities", new { kind = "note", subject = "Uusi", accountIds = new[] { account } });
        var read = await diary.Get($"/activities/{old}");

        using (Assert.EnterMultipleScope())
        {
            Assert.That((int)withPerson.StatusCode, Is.EqualTo(409));
            Assert.That((int)withAccount.StatusCode, Is.EqualTo(409));
            Assert.That(read.GetProperty("contacts")[0].GetProperty("isPassive").GetBoolean());
            Assert.That(read.GetProperty("accounts")[0].GetProperty("isPassive").GetBoolean());
            Assert.That((await diary.Patch($"/activities/{old}", new { text = "Selite" })).StatusCode, Is.EqualTo(HttpStatusCode.OK));
            foreach (var (table, column, id) in new[] { ("activity_contacts", "contact_id", person), ("activity_accounts", "account_id", account) })
                Assert.That(() => Link(table, column, old, id), Throws.InstanceOf<PostgresException>().With.Property("SqlState").EqualTo("CRM09"), table);
        }
    }

    [Test]
    public async Task A_restricted_person_is_not_shown_by_an_activity()
    {
        var (hidden, seen, account) = (await diary.APerson(), await diary.APerson(), await diary.AnOrganisation());
        var alone = Diary.Id(await diary.Write(new { kind = "note", subject = "Vain hänestä", contactIds = new[] { hidden }, accountIds = new[] { account } }));
        var together = Diary.Id(await diary.Write(new { kind = "meeting", subject = "Yhdessä", contactIds = new[] { hidden, seen }, accountIds = new[] { account } }));
        await Diary.Restrict(hidden);
        var officer = Crm.As(Role.DataProtectionOfficer);

        var timeline = await diary.List($"/accounts/{account}/timeline?limit=200");
        var edited = await diary.Patch($"/activities/{together}", new { contactIds = new[] { seen } });

        using (Assert.EnterMultipleScope())
        {
            Assert.That((await diary.List($"/activities?accountId={account}")).Select(Diary.Id), Is.EqualTo(new[] { together }));
            Assert.That(await diary.List($"/activities?contactId={hidden}"), Is.Empty);
            Assert.That((await diary.Manager.GetAsync($"/api/v1/activities/{alone}")).StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
            Assert.That(Ids(await diary.Get($"/activities/{together}"), "contacts"), Is.EqualTo(new[] { seen }));
            Assert.That(timeline.Select(Diary.Id), Does.Contain($"activity-{together}").And.Not.Contain($"activity-{alone}"));
            Assert.That(JsonSerializer.Serialize(timeline), Does.Not.Contain(hidden));
            Assert.That((await diary.List($"/accounts/{account}/timeline", officer)).Select(Diary.Id), Does.Contain($"activity-{alone}"));
            Assert.That(edited.StatusCode, Is.EqualTo(HttpStatusCode.OK));
            Assert.That(Ids(await diary.Get($"/activities/{together}", officer), "contacts"), Is.EquivalentTo(new[] { hidden, seen }), "whom the editor did not see stays");
        }
    }

    [Test]
    public async Task Pages_neither_repeat_nor_skip()
    {
        var account = await diary.AnOrganisation();
        for (var i = 0; i < 5; i++)
            await diary.Write(new { kind = "task", subject = $"Tehtävä {i}", dueOn = i == 2 ? null : $"2026-12-{9 - i:00}", accountIds = new[] { account } });
        var subjects = new List<string?>();
        string? cursor = null;
        do
        {
            var page = await diary.Get($"/activities?accountId={account}&sort=dueOn&limit=2&count=true{(cursor is null ? "" : $"&cursor={cursor}")}");
            subjects.AddRange(Diary.Texts(page.GetProperty("items").EnumerateArray(), "subject"));
            Assert.That(page.GetProperty("total").GetInt64(), Is.EqualTo(5));
            cursor = page.GetProperty("nextCursor").GetString();
        }
        while (cursor is not null);

        Assert.That(subjects, Is.EqualTo(new[] { "Tehtävä 4", "Tehtävä 3", "Tehtävä 1", "Tehtävä 0", "Tehtävä 2" }));
        Assert.That(await diary.List($"/activities?accountId={account}&dueBefore=2026-12-07"), Has.Length.EqualTo(2));
    }

    [Test]
    public async Task The_timelines_tell_of_activities_places_and_statuses_by_kind()
    {
        var (person, account) = (await diary.APerson("Aikajana"), await diary.AnOrganisation("Aikajana Oy"));
        await diary.Post($"/contacts/{person}/affiliations", new { accountId = account, title = "Johtaja", validFrom = "2024-01-01" });
        await diary.Patch($"/accounts/{account}", new { status = "active" });
        await diary.Patch($"/contacts/{person}", new { status = "prospective" });
        await diary.Write(new { kind = "email", subject = "Kysely", contactIds = new[] { person }, accountIds = new[] { account }, need = new { text = "Koodareita", field = "06" } });

        var ofPerson = await diary.List($"/contacts/{person}/timeline");
        var ofAccount = await diary.List($"/accounts/{account}/timeline");
        var emails = await diary.List($"/accounts/{account}/timeline?kind=email");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(Diary.Texts(ofPerson, "kind"), Is.EquivalentTo(new[] { "created", "changed", "status", "affiliation", "email", "need" }));
            Assert.That(Diary.Texts(ofAccount, "kind"), Is.EquivalentTo(new[] { "created", "changed", "status", "affiliation", "email", "need" }));
            Assert.That(emails.Single().GetProperty("details").GetProperty("people")[0].GetProperty("name").GetString(), Does.StartWith("Aikajana"));
            Assert.That((await diary.Manager.GetAsync($"/api/v1/accounts/{Guid.CreateVersion7()}/timeline")).StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
        }

        var seen = new List<string>();
        for (string? cursor = null; ;)
        {
            var page = await diary.Get($"/accounts/{account}/timeline?limit=2{(cursor is null ? "" : $"&cursor={cursor}")}");
            seen.AddRange(page.GetProperty("items").EnumerateArray().Select(Diary.Id));
            if ((cursor = page.GetProperty("nextCursor").GetString()) is null)
                break;
        }

        Assert.That(seen, Is.EqualTo(ofAccount.Select(Diary.Id)));
    }

    [TestCase(Role.Reader, HttpStatusCode.Forbidden)]
    [TestCase(Role.Communications, HttpStatusCode.Forbidden)]
    [TestCase(Role.Sales, HttpStatusCode.Created)]
    [TestCase(Role.AlumniCoordinator, HttpStatusCode.Created)]
    public async Task Some_roles_write_activities(string role, HttpStatusCode answer)
    {
        var person = await diary.APerson();
        Assert.That((await diary.Try("/activities", new { kind = "note", subject = "Huomio", contactIds = new[] { person } }, Crm.As(role))).StatusCode, Is.EqualTo(answer));
    }

    [Test]
    public async Task What_is_not_right_is_refused()
    {
        var person = await diary.APerson();
        foreach (object wrong in new object[]
        {
            new { kind = "letter", subject = "x", contactIds = new[] { person } },
            new { kind = "note", subject = " ", contactIds = new[] { person } },
            new { kind = "note", subject = "Kenestä?" },
            new { kind = "note", subject = "x", contactIds = new[] { Guid.CreateVersion7().ToString() } },
            new { kind = "note", subject = "x", accountIds = new[] { Guid.CreateVersion7().ToString() } },
            new { kind = "note", subject = "x", at = "1066-10-14T00:00:00Z", contactIds = new[] { person } },
            new { kind = "task", subject = "x", assigneeId = Guid.CreateVersion7() },
        })
            Assert.That((await diary.Try("/activities", wrong)).StatusCode, Is.EqualTo(HttpStatusCode.UnprocessableEntity), JsonSerializer.Serialize(wrong));
        var note = Diary.Id(await diary.Write(new { kind = "note", subject = "Ei tehtävä", contactIds = new[] { person } }));
        Assert.That((await diary.Manager.PostAsync($"/api/v1/activities/{note}/complete", null)).StatusCode, Is.EqualTo(HttpStatusCode.Conflict));
    }

    private static string[] Ids(JsonElement activity, string member) => [.. activity.GetProperty(member).EnumerateArray().Select(Diary.Id)];

    private static async Task Link(string table, string column, string activity, string to)
    {
        await using var link = Crm.Database.CreateCommand($"insert into accounts.{table} (id, activity_id, {column}) values (uuidv7(), $1, $2)");
        link.Parameters.Add(new() { Value = Guid.Parse(activity) });
        link.Parameters.Add(new() { Value = Guid.Parse(to) });
        await link.ExecuteNonQueryAsync();
    }
}
