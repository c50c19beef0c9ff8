using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Karelia.Crm.Events.Attendance;
using Karelia.Crm.Kernel;
using Karelia.Crm.Tests.Accounts;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Npgsql;

namespace Karelia.Crm.Tests.Events;

internal sealed class ParticipantsTests
{
    private readonly Gathering hall = new();

    private Diary Diary => hall.Diary;

    [Test]
    public async Task A_participant_represents_an_organisation_that_is_matched_by_its_words_and_never_forced()
    {
        var mark = $"Mätsi {Guid.CreateVersion7():n}";
        var (one, known) = (await hall.AnEvent(), await Diary.AnOrganisation($"{mark} Oy"));
        await Diary.AnOrganisation($"{mark} kaksi");
        await Diary.AnOrganisation($"{mark} kaksi");
        var passive = await Diary.AnOrganisation($"{mark} lepo");
        await Diary.Post($"/accounts/{passive}/passivate", new { reason = "lopetti" });

        var matched = await hall.Add(one, await Diary.APerson(), new { organisation = $" {mark.ToUpperInvariant()} OY " });
        var unknown = await hall.Add(one, await Diary.APerson(), new { organisation = "Ei rekisterissä Oy" });
        var two = await hall.Add(one, await Diary.APerson(), new { organisation = $"{mark} kaksi" });
        var resting = await hall.Add(one, await Diary.APerson(), new { organisation = $"{mark} lepo" });
        var chosen = await Diary.Patch($"/events/{one}/participants/{Diary.Id(unknown)}", new { accountId = known });
        var refused = await Diary.Patch($"/events/{one}/participants/{Diary.Id(two)}", new { accountId = passive });

        using (Assert.EnterMultipleScope())
        {
            Assert.That(Gathering.Text(matched.GetProperty("account"), "id"), Is.EqualTo(known));
            Assert.That(Gathering.Text(matched, "organisation"), Is.EqualTo($"{mark.ToUpperInvariant()} OY"), "the words stay as they were told");
            Assert.That(new[] { unknown, two, resting }.Select(p => p.GetProperty("account").ValueKind), Is.All.EqualTo(JsonValueKind.Null));
            Assert.That(Gathering.Text(await chosen.Content.ReadFromJsonAsync<JsonElement>(), "organisation"), Is.EqualTo("Ei rekisterissä Oy"));
            Assert.That(refused.StatusCode, Is.EqualTo(HttpStatusCode.Conflict));
            var represented = await Diary.List($"/events/{one}/organisations");
            Assert.That(represented[0].GetProperty("participants").GetInt32(), Is.EqualTo(2));
            Assert.That(represented, Has.Length.EqualTo(3));
        }
    }

    [Test]
    public async Task A_person_is_at_an_event_once_and_a_full_event_is_told_of_not_refused()
    {
        var (one, person) = (await hall.AnEvent(more: new { capacity = 2 }), await Diary.APerson());

        var first = await hall.Add(one, person);
        var again = await Diary.Try($"/events/{one}/participants", new { contactId = person });
        var second = await hall.Add(one, await Diary.APerson());
        var third = await hall.Add(one, await Diary.APerson());
        await Diary.Patch($"/events/{one}/participants/{Diary.Id(third)}", new { state = "cancelled" });

        using (Assert.EnterMultipleScope())
        {
            Assert.That(again.StatusCode, Is.EqualTo(HttpStatusCode.Conflict));
            Assert.That(Gathering.Text(await again.Content.ReadFromJsonAsync<JsonElement>(), "participantId"), Is.EqualTo(Diary.Id(first)));
            Assert.That(new[] { first, second, third }.Select(p => p.GetProperty("isFull").GetBoolean()), Is.EqualTo(new[] { false, true, true }));
            var counts = (await Diary.Get($"/events/{one}")).GetProperty("participants");
            Assert.That((counts.GetProperty("registered").GetInt32(), counts.GetProperty("cancelled").GetInt32(), counts.GetProperty("seats").GetInt32()), Is.EqualTo((2, 1, 2)));
            Assert.That((await Diary.List($"/events/{one}/participants?state=cancelled")).Select(Diary.Id), Is.EqualTo(new[] { Diary.Id(third) }));
            Assert.That((await Diary.Get($"/contacts/{person}")).GetProperty("roles")[0].GetProperty("role").GetString(), Is.EqualTo("participant"));
        }
    }

    [Test]
    public async Task The_kind_of_the_event_decides_the_group_and_the_timeline_and_target_groups_know_of_it()
    {
        var family = $"Ryhmä{Guid.CreateVersion7():n}";
        var (training, rdi, both) = (await Diary.APerson(family), await Diary.APerson(family), await Diary.APerson(family));
        var (course, seminar) = (await hall.AnEvent("continuing-education", "Kurssi"), await hall.AnEvent("rdi-event", "TKI-seminaari"));
        foreach (var (where, who) in new[] { (course, training), (course, both), (seminar, rdi), (seminar, both) })
            await hall.Add(where, who);

        async Task<IEnumerable<string>> In(string group) => (await Diary.List($"/contacts?q={family}&group={group}")).Select(Diary.Id);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(await In("participants"), Is.EquivalentTo(new[] { training, both }));
            Assert.That(await In("rdi-participants"), Is.EquivalentTo(new[] { rdi, both }));
            Assert.That((await Diary.List($"/contacts/{rdi}/timeline?kind=event")).Select(entry => entry.GetProperty("details").GetProperty("event").GetString()), Is.EqualTo(new[] { "TKI-seminaari" }));
            await using var fields = Crm.Database.CreateCommand($"select string_agg(field, ',' order by field) from events.target_group_field where contact_id = '{rdi}'");
            Assert.That(await fields.ExecuteScalarAsync(), Is.EqualTo("event.day,event.kind,event.registered,event.state"));
        }
    }

    [Test]
    public async Task A_passive_person_is_neither_added_nor_changed_nor_ticked()
    {
        var (one, person, other) = (await hall.AnEvent(), await Diary.APerson(), await Diary.APerson());
        var there = Diary.Id(await hall.Add(one, person));
        foreach (var id in new[] { person, other })
            await Diary.Post($"/contacts/{id}/passivate", new { reason = "muutti" });

        var added = await Diary.Try($"/events/{one}/participants", new { contactId = other });
        var changed = await Diary.Patch($"/events/{one}/participants/{there}", new { state = "attended" });
        var needs = await hall.Manager.PutAsJsonAsync($"/api/v1/events/{one}/participants/{there}/special-needs", new { diet = "vegaani" });
        var ticked = await hall.Tick(one, Gathering.ATick(there, "attended", DateTimeOffset.UtcNow));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(new[] { added, changed, needs }.Select(answer => answer.StatusCode), Is.All.EqualTo(HttpStatusCode.Conflict));
            Assert.That(Gathering.Text(ticked.GetProperty("ticks")[0], "outcome"), Is.EqualTo("passive"));
            Assert.That(Gathering.Text(ticked.GetProperty("participants")[0], "state"), Is.EqualTo("registered"));
            await using var update = Crm.Database.CreateCommand($"update events.participants set state = 'attended' where id = '{there}'");
            Assert.That(async () => await update.ExecuteNonQueryAsync(), Throws.InstanceOf<PostgresException>().With.Property("SqlState").EqualTo("CRM09"));
        }
    }

    [Test]
    public async Task A_restricted_person_is_unknown_and_an_erased_one_leaves_nothing()
    {
        var (one, hidden, gone) = (await hall.AnEvent(), await Diary.APerson(), await Diary.APerson());
        var (first, second) = (Diary.Id(await hall.Add(one, hidden)), Diary.Id(await hall.Add(one, gone)));
        await hall.Manager.PutAsJsonAsync($"/api/v1/events/{one}/participants/{second}/special-needs", new { diet = "keliakia", accessibility = "Pyörätuoli" });
        await hall.Tick(one, Gathering.ATick(second, "attended", DateTimeOffset.UtcNow));
        await Diary.Restrict(hidden);

        var erased = await Diary.Try($"/contacts/{gone}/erase", new { reason = "Oma pyyntö" }, Crm.As(Role.DataProtectionOfficer));

        Assert.That(erased.IsSuccessStatusCode, await erased.Content.ReadAsStringAsync());
        using (Assert.EnterMultipleScope())
        {
            Assert.That(await Diary.List($"/events/{one}/participants"), Is.Empty);
            Assert.That((await hall.Manager.GetAsync($"/api/v1/events/{one}/participants/{first}")).StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
            foreach (var table in new[] { "participants", "special_needs", "ticks" })
            {
                await using var left = Crm.Database.CreateCommand($"select count(*) from events.{table} where contact_id = '{gone}'");
                Assert.That(await left.ExecuteScalarAsync(), Is.Zero, table);
            }
        }
    }

    [Test]
    public async Task A_merge_makes_one_participant_of_two()
    {
        var (one, other, stays, goes) = (await hall.AnEvent(), await hall.AnEvent(), await Diary.APerson("Yhteinen"), await Diary.APerson("Yhteinen"));
        await hall.Add(one, stays);
        await hall.Add(one, goes);
        await hall.Add(other, goes);

        var merged = await Diary.Try($"/contacts/{stays}/merge", new { others = new[] { goes } });

        Assert.That(merged.IsSuccessStatusCode, await merged.Content.ReadAsStringAsync());
        Assert.That((await Diary.List($"/events/{one}/participants")).Select(p => Gathering.Text(p, "contactId")), Is.EqualTo(new[] { stays }));
        Assert.That((await Diary.List($"/events/{other}/participants")).Select(p => Gathering.Text(p, "contactId")), Is.EqualTo(new[] { stays }));
        Assert.That((await Diary.Get($"/events/{one}")).GetProperty("participants").GetProperty("seats").GetInt32(), Is.EqualTo(1));
    }

    [Test]
    public async Task A_merge_keeps_the_stronger_state_and_the_diet_and_an_unmerge_brings_back_what_was()
    {
        var (one, both, stays, goes) = (await hall.AnEvent(), await hall.AnEvent(), await Diary.APerson("Sama"), await Diary.APerson("Sama"));
        var (left, right) = (Diary.Id(await hall.Add(one, stays)), Diary.Id(await hall.Add(one, goes, new { organisation = "Esimerkki Oy", task = "ostaja" })));
        var (leftToo, rightToo) = (Diary.Id(await hall.Add(both, stays)), Diary.Id(await hall.Add(both, goes)));
        await Needs(one, right, new { diet = "keliakia" });
        await Needs(both, leftToo, new { diet = "vegaani" });
        await Needs(both, rightToo, new { diet = "sekasyöjä", accessibility = "Pyörätuoli" });
        await hall.Tick(one, Gathering.ATick(right, "attended", DateTimeOffset.UtcNow));
        await hall.Tick(both, Gathering.ATick(leftToo, "attended", DateTimeOffset.UtcNow), Gathering.ATick(rightToo, "no-show", DateTimeOffset.UtcNow));
        var before = await Shown();

        var merged = await Diary.Try($"/contacts/{stays}/merge", new { others = new[] { goes } });

        Assert.That(merged.IsSuccessStatusCode, await merged.Content.ReadAsStringAsync());
        Assert.That(await Shown(), Is.EqualTo(new[]
        {
            $"{stays} attended Esimerkki Oy ostaja", $"{stays} keliakia ", $"{stays} attended  ", $"{stays} vegaani Pyörätuoli",
        }));
        var undone = await Diary.Try($"/merges/{Gathering.Text(await merged.Content.ReadFromJsonAsync<JsonElement>(), "mergeId")}/undo", new { });
        Assert.That(undone.IsSuccessStatusCode, await undone.Content.ReadAsStringAsync());
        Assert.That(await Shown(), Is.EqualTo(before));

        async Task Needs(string where, string participant, object needs)
        {
            var set = await hall.Manager.PutAsJsonAsync($"/api/v1/events/{where}/participants/{participant}/special-needs", needs);
            Assert.That(set.IsSuccessStatusCode, await set.Content.ReadAsStringAsync());
        }

        async Task<List<string>> Shown()
        {
            var lines = new List<string>();
            foreach (var where in new[] { one, both })
            {
                lines.AddRange((await Diary.List($"/events/{where}/participants")).Select(p => $"{p.GetProperty("contactId")} {p.GetProperty("state")} {p.GetProperty("organisation")} {p.GetProperty("task")}").Order(StringComparer.Ordinal));
                lines.AddRange((await Diary.Get($"/events/{where}/special-needs")).GetProperty("items").EnumerateArray().Select(p => $"{p.GetProperty("contactId")} {p.GetProperty("diet")} {p.GetProperty("accessibility")}").Order(StringComparer.Ordinal));
            }

            return lines;
        }
    }

    [Test]
    public async Task Special_needs_are_counted_for_the_kitchen_kept_out_of_the_log_and_gone_thirty_days_after()
    {
        var (past, coming) = (await hall.AnEvent(days: -31), await hall.AnEvent(days: -29));
        foreach (var (where, diet) in new[] { (past, "gluteeniton"), (coming, "Gluteeniton"), (coming, "gluteeniton "), (coming, "oma erikoisuus 7193") })
        {
            var id = Diary.Id(await hall.Add(where, await Diary.APerson()));
            var set = await hall.Manager.PutAsJsonAsync($"/api/v1/events/{where}/participants/{id}/special-needs", new { diet });
            Assert.That(set.IsSuccessStatusCode, await set.Content.ReadAsStringAsync());
            await hall.Tick(where, Gathering.ATick(id, "attended", DateTimeOffset.UtcNow));
        }

        var before = await Diary.Get($"/events/{coming}/special-needs");
        await new Forgetting(Crm.Database, new FakeTimeProvider(DateTimeOffset.UtcNow), NullLogger<Forgetting>.Instance).Run(default);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(before.GetProperty("diets")[0].GetProperty("count").GetInt32(), Is.EqualTo(2));
            Assert.That((await Diary.Get($"/events/{past}/special-needs")).GetProperty("items").GetArrayLength(), Is.Zero);
            Assert.That((await Diary.Get($"/events/{coming}/special-needs")).GetProperty("items").GetArrayLength(), Is.EqualTo(3));
            Assert.That((await Diary.List($"/events/{past}/participants")).Select(p => Gathering.Text(p, "state")), Is.EqualTo(new[] { "attended" }), "who came stays");
            await using var log = Crm.Database.CreateCommand("select count(*) from kernel.audit_values where payload::text like '%erikoisuus 7193%'");
            Assert.That(await log.ExecuteScalarAsync(), Is.Zero);
            await using var ticks = Crm.Database.CreateCommand($"select count(*) from events.ticks where event_id = '{past}'");
            Assert.That(await ticks.ExecuteScalarAsync(), Is.Zero);
        }
    }
}
