using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Karelia.Crm.Kernel;

namespace Karelia.Crm.Tests.Accounts;

/// <summary>What was written down by mistake goes, and comes back as it was.</summary>
internal sealed class DeletingTests
{
    private readonly Diary diary = new();

    [Test]
    public async Task A_deleted_activity_is_nowhere_and_comes_back_as_it_was()
    {
        var (person, account) = (await diary.APerson(), await diary.AnOrganisation());
        var task = await diary.Write(new
        {
            kind = "task",
            subject = "Soita takaisin",
            text = "Ennen perjantaita",
            dueOn = "2026-12-04",
            contactIds = new[] { person },
            accountIds = new[] { account },
            need = new { text = "Hitsaajia", tags = new[] { "hitsaus" } },
        });
        var path = $"/activities/{Diary.Id(task)}";
        await diary.Post($"{path}/complete", new { });
        var (before, timeline) = (await diary.Get(path), await Lines(person));

        var stale = await diary.Delete(path, version: "\"1\"");
        var byReader = await diary.Delete(path, Crm.As(Role.Reader));
        var deleted = await diary.Delete(path);
        var gone = await Lines(person);
        var need = (await diary.List($"/needs?accountId={account}")).Single();
        var bySomebodyElse = await diary.Try($"{path}/restore", new { }, Crm.As(Role.PartnershipManager));
        await diary.Post($"{path}/restore", new { });
        var after = await diary.Get(path);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(stale.StatusCode, Is.EqualTo(HttpStatusCode.PreconditionFailed));
            Assert.That(byReader.StatusCode, Is.EqualTo(HttpStatusCode.Forbidden));
            Assert.That(deleted.StatusCode, Is.EqualTo(HttpStatusCode.NoContent), await deleted.Content.ReadAsStringAsync());
            Assert.That(timeline, Does.Contain($"activity-{Diary.Id(task)}"));
            Assert.That(gone, Is.EqualTo(timeline.Where(line => line != $"activity-{Diary.Id(task)}")));
            Assert.That(need.GetProperty("activityId").ValueKind, Is.EqualTo(JsonValueKind.Null), "the need stays");
            Assert.That(bySomebodyElse.StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
            Assert.That(Told(after), Is.EqualTo(Told(before)), "who, when, done and the need are as they were");
            Assert.That(await Lines(person), Is.EqualTo(timeline));
            Assert.That(after.GetProperty("version").GetInt64(), Is.GreaterThan(before.GetProperty("version").GetInt64()), "an old version changes nothing");
            Assert.That((await diary.Try($"{path}/restore", new { })).StatusCode, Is.EqualTo(HttpStatusCode.Conflict), "it is back already");
            Assert.That(await Audited(Diary.Id(task)), Is.EqualTo(new[] { "AddActivity added", "CompleteActivity modified", "DeleteActivity deleted", "RestoreActivity added" }));
        }
    }

    [Test]
    public async Task A_deleted_need_comes_back_unless_it_is_of_somebody_passive()
    {
        var (person, account) = (await diary.APerson(), await diary.AnOrganisation());
        var path = $"/needs/{Diary.Id(await diary.Post("/needs", new { accountId = account, text = "Koodareita", field = "06", tags = new[] { "c#" }, contactId = person, heardOn = "2026-05-02" }))}";
        var before = await diary.Get(path);

        Assert.That((await diary.Delete(path, Crm.As(Role.Sales))).StatusCode, Is.EqualTo(HttpStatusCode.Forbidden));
        Assert.That((await diary.Delete(path)).StatusCode, Is.EqualTo(HttpStatusCode.NoContent));
        Assert.That((await diary.Manager.GetAsync($"/api/v1{path}")).StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
        await diary.Post($"{path}/restore", new { });
        Assert.That(Told(await diary.Get(path)), Is.EqualTo(Told(before)));

        await diary.Post($"/contacts/{person}/passivate", new { reason = "Lähti" });
        Assert.That((await diary.Delete(path)).StatusCode, Is.EqualTo(HttpStatusCode.Conflict));
    }

    [Test]
    public async Task A_need_comes_back_though_its_activity_went_after_it()
    {
        var account = await diary.AnOrganisation();
        var meeting = await diary.Write(new { kind = "meeting", subject = "Erehdys", accountIds = new[] { account }, need = new { text = "Sekin" } });
        var need = $"/needs/{Diary.Id(meeting.GetProperty("needs")[0])}";

        await diary.Delete(need);
        await diary.Delete($"/activities/{Diary.Id(meeting)}");
        var restored = await diary.Post($"{need}/restore", new { });

        Assert.That(restored.GetProperty("activityId").ValueKind, Is.EqualTo(JsonValueKind.Null));
    }

    [Test]
    public async Task What_is_kept_of_a_restricted_or_passive_person_is_not_deleted()
    {
        var (hidden, seen, passive) = (await diary.APerson(), await diary.APerson(), await diary.APerson());
        var together = $"/activities/{Diary.Id(await diary.Write(new { kind = "note", subject = "Yhdessä", contactIds = new[] { hidden, seen } }))}";
        var aside = $"/activities/{Diary.Id(await diary.Write(new { kind = "note", subject = "Vanha", contactIds = new[] { passive } }))}";
        await Diary.Restrict(hidden);
        await diary.Post($"/contacts/{passive}/passivate", new { reason = "Lähti" });

        await Twins.Refused(await diary.Delete(together), HttpStatusCode.Conflict, "held-for-officer");
        await Twins.Refused(await diary.Delete(aside), HttpStatusCode.Conflict, "passive-record");
        Assert.That((await diary.Get(together, Crm.As(Role.DataProtectionOfficer))).GetProperty("contacts").GetArrayLength(), Is.EqualTo(2));
    }

    [Test]
    public async Task A_merge_is_taken_back_with_an_activity_that_was_away_meanwhile()
    {
        var (one, other) = (await Twins.APerson(), await Twins.APerson());
        var (deleted, away) = (await OfOther(), await OfOther());
        var merge = await Twins.Merge(one, other);
        await diary.Delete($"/activities/{deleted}");
        await diary.Delete($"/activities/{away}");
        await diary.Post($"/activities/{away}/restore", new { });

        await Twins.Undo(merge);

        Assert.That((await diary.List($"/activities?contactId={other}")).Select(Diary.Id), Is.EqualTo(new[] { away }));
        Assert.That(await diary.List($"/activities?contactId={one}"), Is.Empty);

        async Task<string> OfOther() => Diary.Id(await diary.Write(new { kind = "note", subject = "Toisen", contactIds = new[] { other } }));
    }

    [Test]
    public async Task Who_was_erased_meanwhile_does_not_come_back()
    {
        var (word, other) = (Twins.AWord(), await diary.APerson());
        var person = await diary.APerson(word);
        var id = Diary.Id(await diary.Write(new { kind = "note", subject = "Muistio", text = $"{word} soitti", contactIds = new[] { person, other } }));
        await diary.Delete($"/activities/{id}");
        Assert.That(await Kept(), Is.Not.Zero);
        await Twins.Done(await Crm.As(Role.DataProtectionOfficer).PostAsJsonAsync($"/api/v1/contacts/{person}/erase", new { reason = "Pyyntö" }));

        Assert.That((await diary.Try($"/activities/{id}/restore", new { })).StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
        Assert.That(await Kept(), Is.Zero, "the log says nothing of it either");

        async Task<int> Kept() => (await Twins.Sql("select v.entry_id::text from kernel.audit_values v join kernel.audit_entries e on e.id = v.entry_id where e.entity_id = $1 and e.kind = 'deleted'", Guid.Parse(id))).Count;
    }

    private static string Told(JsonElement record) =>
        string.Join("\n", record.EnumerateObject().Where(member => member.Name is not ("version" or "updatedAt")).Select(member => $"{member.Name}: {member.Value.GetRawText()}"));

    private async Task<List<string>> Lines(string person) => [.. (await diary.List($"/contacts/{person}/timeline?limit=200")).Select(Diary.Id)];

    private static Task<List<string>> Audited(string id) =>
        Twins.Sql("select use_case || ' ' || kind from kernel.audit_entries where entity_id = $1 and entity = 'Activity' and kind <> 'read' order by id", Guid.Parse(id));
}
