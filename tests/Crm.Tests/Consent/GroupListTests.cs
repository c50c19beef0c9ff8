using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text.Json;
using Karelia.Crm.Consent.MailingLists.Monthly;
using Microsoft.Extensions.DependencyInjection;

namespace Karelia.Crm.Tests.Consent;

/// <summary>Lists made from target groups: their disclosures, their names, their time, and the monthly ones.</summary>
internal sealed class GroupListTests
{
    private readonly Audience people = new();

    [Test]
    public async Task A_list_of_a_group_keeps_the_definition_the_fields_and_the_hash_of_each_file()
    {
        var person = await people.Willing("events");
        var group = await Group();
        var export = await Export(group);
        var id = export.GetProperty("id").GetGuid();
        var file = await people.Communications.GetByteArrayAsync(export.GetProperty("fileUrl").GetString());

        var disclosure = await Audience.Read(await people.Officer.GetAsync($"/api/v1/disclosures/{id}"));
        var details = await Audience.Read(await people.Communications.GetAsync($"/api/v1/mailing-list-exports/{id}"));

        Assert.That(disclosure.GetProperty("targetGroup").GetProperty("definition").GetProperty("contains").GetString(), Is.EqualTo(people.Name));
        Assert.That(disclosure.GetProperty("fields").EnumerateArray().Select(field => field.GetString()), Does.Contain("email").And.Contain("crm_id"));
        Assert.That(disclosure.GetProperty("files")[0].GetProperty("sha256").GetString(), Is.EqualTo(Convert.ToHexStringLower(SHA256.HashData(file))));
        Assert.That(disclosure.GetProperty("files")[0].GetProperty("rows").GetInt32(), Is.EqualTo(1));
        Assert.That(details.GetProperty("targetGroupId").GetGuid(), Is.EqualTo(group));
        Assert.That(await people.Mailed(export), Is.EqualTo(new[] { person }));
    }

    [Test]
    public async Task Those_who_are_left_out_are_named_by_reason_and_restricted_ones_to_the_officer_alone()
    {
        await people.Willing("events");
        var (none, hidden) = (await people.Person(), await people.Willing("events"));
        await Audience.Restrict(hidden);
        var group = await Group();

        async Task<JsonElement> Named(string reason, HttpClient client) => await Audience.Read(await client.PostAsJsonAsync("/api/v1/mailing-list-exports/excluded", new { reason, targetGroupId = group, channel = "email", topic = "events" }));

        Assert.That((await Named("noBasis", people.Communications)).GetProperty("items").EnumerateArray().Select(item => item.GetProperty("contactId").GetGuid()), Is.EqualTo(new[] { none }));
        Assert.That((await Named("restricted", people.Communications)).GetProperty("items").GetArrayLength(), Is.Zero);
        Assert.That((await Named("restricted", Crm.As("Crm.Communications", "Crm.DataProtectionOfficer"))).GetProperty("items")[0].GetProperty("contactId").GetGuid(), Is.EqualTo(hidden));
    }

    [Test]
    public async Task A_file_can_be_fetched_for_a_time()
    {
        await people.Willing("events");
        var id = Guid.CreateVersion7();
        await Audience.Sql(
            "insert into consent.disclosures (id, name, purpose, recipient, channel, topic, filter, included, excluded, at, user_id, user_name) values ($1, 'Vanha', 'Test', 'liana', 'email', 'events', '{}', 0, '{}', now() - interval '31 days', $1, '')", id);

        foreach (var what in new[] { "file", "block-list" })
        {
            var answer = await people.Communications.GetAsync($"/api/v1/mailing-list-exports/{id}/{what}");
            Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.Gone));
            Assert.That(await answer.Content.ReadAsStringAsync(), Does.Contain("/problems/file-expired"));
        }
    }

    [Test]
    public async Task A_newsletter_is_no_service_message_and_a_list_has_one_target()
    {
        var group = await Group();
        foreach (var request in new object[]
        {
            new { name = "x", targetGroupId = group, kind = "service", channel = "email", topic = "newsletter", purpose = "Test", recipient = "liana" },
            new { name = "x", targetGroupId = group, contactFilter = new { }, channel = "email", topic = "events", purpose = "Test", recipient = "liana" },
            new { name = "x", targetGroupId = Guid.CreateVersion7(), channel = "email", topic = "events", purpose = "Test", recipient = "liana" },
            new { name = "x", channel = "email", topic = "events", purpose = "Test", recipient = "liana" },
        })
            Assert.That((int)(await people.Communications.PostAsJsonAsync("/api/v1/mailing-list-exports", request)).StatusCode, Is.EqualTo(422), JsonSerializer.Serialize(request));
    }

    [Test]
    public async Task A_monthly_list_waits_from_its_day_on_and_each_one_taken_is_a_new_disclosure()
    {
        var stays = await people.Willing("events");
        var goes = await people.Willing("events");
        var group = await Group();
        var schedule = await Audience.Read(await people.Communications.PostAsJsonAsync(
            "/api/v1/mailing-list-schedules", new { name = "Kutsut", targetGroupId = group, channel = "email", topic = "events", purpose = "Test", recipient = "liana", dayOfMonth = 1 }));
        var id = schedule.GetProperty("id").GetGuid();
        Assert.That(await (await Take(id)).Content.ReadAsStringAsync(), Does.Contain("/problems/nothing-waits"));
        var lists = Crm.Services.GetRequiredService<MonthlyLists>();

        var made = new List<Guid>();
        for (var month = 0; month < 2; month++)
        {
            await Audience.Sql("update consent.schedules set next_on = current_date where id = $1", id);
            await lists.Run(default);
            Assert.That(await lists.Run(default), Is.Zero, "a day counts once");
            var taken = await Audience.Read(await Take(id));
            made.Add(taken.GetProperty("id").GetGuid());
            Assert.That(await people.Mailed(taken), Is.EquivalentTo(month == 0 ? new[] { stays, goes } : [stays]));
            await people.Says(goes, "withdrawn", "email.events");
        }

        Assert.That(made, Is.Unique);
        Assert.That((await people.Communications.DeleteAsync($"/api/v1/mailing-list-schedules/{id}")).StatusCode, Is.EqualTo(HttpStatusCode.NoContent));
        Assert.That((await Take(id)).StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
    }

    private async Task<Guid> Group() => (await Audience.Read(await people.Communications.PostAsJsonAsync(
        "/api/v1/target-groups", new { name = $"Ryhmä {people.Name}", definition = new { field = "contact.name", contains = people.Name } }))).GetProperty("id").GetGuid();

    private async Task<JsonElement> Export(Guid group) => await Audience.Read(await people.Communications.PostAsJsonAsync(
        "/api/v1/mailing-list-exports", new { name = "Kutsut", targetGroupId = group, channel = "email", topic = "events", purpose = "Test", recipient = "liana" }));

    private Task<HttpResponseMessage> Take(Guid schedule) => people.Communications.PostAsync($"/api/v1/mailing-list-schedules/{schedule}/take", null);
}
