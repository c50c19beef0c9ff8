using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace Karelia.Crm.Tests.Consent;

internal sealed class PreferencesTests
{
    private readonly Audience people = new();

    [Test]
    public async Task Choices_become_entries_of_the_ledger_and_blocks_keep_their_history()
    {
        var person = await people.Willing("events");
        var (before, version) = await Preferences(person);
        Assert.That(Choice(before, "email", "events"), Is.EqualTo("in"));
        Assert.That(before.GetProperty("preferences").GetArrayLength(), Is.EqualTo(20));

        var set = await Audience.Read(await people.SetPreferences(
            person, new[] { new { channel = "email", topic = "events", choice = "out" }, new { channel = "sms", topic = "training", choice = "in" } }, new[] { new { channel = "phone", reason = "Never calls" } }, version));
        var (after, next) = await Preferences(person);

        Assert.That(JsonSerializer.Serialize(set), Is.EqualTo(JsonSerializer.Serialize(after)));
        Assert.That((Choice(after, "email", "events"), Choice(after, "sms", "training"), Choice(after, "post", "alumni")), Is.EqualTo(("out", "in", "none")));
        Assert.That(after.GetProperty("blocks")[0].GetProperty("reason").GetString(), Is.EqualTo("Never calls"));
        Assert.That(await people.Standing(person, "email.events"), Is.EqualTo("withdrawn"));
        Assert.That(Number(next), Is.GreaterThan(Number(version)));

        await Audience.Read(await people.SetPreferences(person, Array.Empty<object>(), new[] { new { channel = "phone", reason = "Another reason" } }));
        var (last, _) = await Preferences(person);
        Assert.That((Choice(last, "email", "events"), Choice(last, "sms", "training")), Is.EqualTo(("none", "none")));
        Assert.That(last.GetProperty("blocks").EnumerateArray().Select(b => b.GetProperty("reason").GetString()), Is.EqualTo(new[] { "Another reason" }));
        await using var history = Crm.Database.CreateCommand($"select string_agg((details ->> 'act') || ' ' || (details ->> 'reason'), ', ' order by at, id) from consent.contact_timeline where contact_id = '{person}' and kind = 'block'");
        Assert.That(await history.ExecuteScalarAsync(), Is.EqualTo("set Never calls, set Another reason, lifted Never calls").Or.EqualTo("set Never calls, lifted Never calls, set Another reason"));
    }

    [Test]
    public async Task A_change_of_another_version_is_refused_and_so_is_one_without_version()
    {
        var person = await people.Person();
        var (_, version) = await Preferences(person);
        await people.Says(person, "given", "email.alumni");

        Assert.That((await people.SetPreferences(person, Array.Empty<object>(), Array.Empty<object>(), version)).StatusCode, Is.EqualTo(HttpStatusCode.PreconditionFailed));
        Assert.That((int)(await people.Communications.PutAsJsonAsync($"/api/v1/contacts/{person}/preferences", new { preferences = Array.Empty<object>(), blocks = Array.Empty<object>() })).StatusCode, Is.EqualTo(428));
        Assert.That(await people.Standing(person, "email.alumni"), Is.EqualTo("given"));
    }

    [Test]
    public async Task Of_changes_on_the_same_version_one_holds()
    {
        var person = await people.Person();
        var (_, version) = await Preferences(person);

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => people.SetPreferences(person, Array.Empty<object>(), new[] { new { reason = $"Reason {i}" } }, version)));

        Assert.That(answers.Count(a => a.StatusCode == HttpStatusCode.OK), Is.EqualTo(1));
        Assert.That(answers.Count(a => a.StatusCode == HttpStatusCode.PreconditionFailed), Is.EqualTo(7));
    }

    [TestCase(null, null)]
    [TestCase("email", null)]
    [TestCase(null, "alumni")]
    [TestCase("email", "alumni")]
    public async Task A_block_wins_over_every_yes(string? channel, string? topic)
    {
        var person = await people.Willing("alumni");
        await people.Block(person, new { channel, topic, reason = "No" });
        Assert.That((await people.Export("alumni")).GetProperty("excluded").GetProperty("blocked").GetInt32(), Is.EqualTo(1));

        await people.Says(person, "given", "email.alumni");
        Assert.That((await people.Export("alumni")).GetProperty("included").GetInt32(), Is.Zero);

        await people.Block(person);
        Assert.That((await people.Export("alumni")).GetProperty("included").GetInt32(), Is.EqualTo(1));
    }

    [Test]
    public async Task A_block_of_another_channel_or_topic_stops_nothing_here()
    {
        var person = await people.Willing("alumni");
        await people.Block(person, new { channel = "sms", reason = "No" }, new { topic = "training", reason = "No" });
        Assert.That((await people.Export("alumni")).GetProperty("included").GetInt32(), Is.EqualTo(1));
    }

    [Test]
    public async Task A_passive_person_can_only_be_closed_more()
    {
        var person = await people.Willing("alumni");
        await people.Block(person, new { channel = "sms", reason = "No" });
        await Audience.Passivate(person);
        var kept = new { channel = "sms", reason = "No" };

        foreach (var (preferences, blocks) in new (object, object)[]
        {
            (new[] { new { channel = "email", topic = "events", choice = "in" } }, new[] { kept }), (new[] { new { channel = "email", topic = "alumni", choice = "in" } }, Array.Empty<object>()),
        })
        {
            var refused = await people.SetPreferences(person, preferences, blocks);
            Assert.That(await refused.Content.ReadAsStringAsync(), Does.Contain("/problems/passive-record"));
        }

        await Audience.Read(await people.SetPreferences(person, new[] { new { channel = "email", topic = "alumni", choice = "out" } }, new object[] { kept, new { reason = "All of it" } }));
        Assert.That(await people.Standing(person, "email.alumni"), Is.EqualTo("withdrawn"));
        Assert.That(Assert.ThrowsAsync<Npgsql.PostgresException>(() => Audience.Sql("update consent.blocks set lifted_at = now() where contact_id = $1", person))!.SqlState, Is.EqualTo("CRM09"));
    }

    [Test]
    public async Task What_is_no_choice_is_refused()
    {
        var person = await people.Person();
        foreach (var (preferences, blocks) in new (object, object)[]
        {
            (new[] { new { channel = "fax", topic = "events", choice = "in" } }, Array.Empty<object>()), (new[] { new { channel = "email", topic = "events", choice = "maybe" } }, Array.Empty<object>()),
            (new[] { new { channel = "email", topic = "events", choice = "in" }, new { channel = "email", topic = "events", choice = "out" } }, Array.Empty<object>()),
            (Array.Empty<object>(), new[] { new { reason = "" } }), (Array.Empty<object>(), new[] { new { reason = "a" }, new { reason = "b" } }), (Array.Empty<object>(), new[] { new { reason = "a", topic = "x" } }),
        })
        {
            Assert.That((int)(await people.SetPreferences(person, preferences, blocks)).StatusCode, Is.EqualTo(422), JsonSerializer.Serialize(new { preferences, blocks }));
        }
    }

    private async Task<(JsonElement Body, string Version)> Preferences(Guid person)
    {
        var answer = await people.Communications.GetAsync($"/api/v1/contacts/{person}/preferences");
        return (await Audience.Read(answer), answer.Headers.ETag!.Tag);
    }

    private static string? Choice(JsonElement preferences, string channel, string topic) => preferences.GetProperty("preferences").EnumerateArray()
        .Single(p => p.GetProperty("channel").GetString() == channel && p.GetProperty("topic").GetString() == topic).GetProperty("choice").GetString();

    private static long Number(string version) => long.Parse(version.Trim('"'), System.Globalization.CultureInfo.InvariantCulture);
}
