using System.Net.Http.Json;

namespace Karelia.Crm.Tests.Consent;

internal sealed class ObjectionTests
{
    private readonly Audience people = new();

    [Test]
    public async Task An_objection_stops_all_marketing_at_once_and_no_service_message_until_the_person_takes_it_back()
    {
        var person = await people.Willing("events");
        await Audience.Read(await people.Manager.PostAsJsonAsync($"/api/v1/contacts/{person}/roles", new { role = "participant", basis = "contract", source = "test" }));

        var now = await Act(person, "object", "Told on the phone");

        Assert.That(now.GetProperty("objection").GetProperty("reason").GetString(), Is.EqualTo("Told on the phone"));
        Assert.That(await Counts(Request("marketing")), Is.EqualTo((0, 1)));
        Assert.That(await Counts(Request("service")), Is.EqualTo((1, 0)));
        await Audience.Read(await people.SetPreferences(person, new[] { new { channel = "email", topic = "events", choice = "in" } }, Array.Empty<object>()));
        Assert.That(await Counts(Request("marketing")), Is.EqualTo((0, 1)), "setting preferences does not take the objection back");

        Assert.That((await Act(person, "take-back", "Wrote to us")).GetProperty("objection").ValueKind, Is.EqualTo(System.Text.Json.JsonValueKind.Null));
        Assert.That(await Counts(Request("marketing")), Is.EqualTo((1, 0)));
        Assert.That(await (await people.Communications.PostAsJsonAsync($"/api/v1/contacts/{person}/objection", new { act = "take-back", reason = "x", source = "phone" })).Content.ReadAsStringAsync(), Does.Contain("/problems/no-objection"));
    }

    [Test]
    public async Task An_objection_to_the_purpose_of_communication_is_one_to_marketing_whichever_way_it_is_taken_back()
    {
        var person = await people.Willing("events");
        for (var way = 0; way < 2; way++)
        {
            var objection = await Audience.Read(await people.Officer.PostAsJsonAsync($"/api/v1/contacts/{person}/objections", new { purpose = "communication", reason = "No more" }));
            Assert.That(await Counts(Request("marketing")), Is.EqualTo((0, 1)));

            if (way == 0)
                await Audience.Read(await people.Officer.PostAsync($"/api/v1/contacts/{person}/objections/{objection.GetProperty("id").GetString()}/lift", null));
            else
                await Act(person, "take-back", "Wrote to us");
            Assert.That(await Counts(Request("marketing")), Is.EqualTo((1, 0)));
            var purposes = await Audience.Read(await people.Officer.GetAsync($"/api/v1/contacts/{person}/purposes"));
            Assert.That(purposes.GetProperty("objections").EnumerateArray().Select(o => o.GetProperty("liftedAt").ValueKind), Has.All.EqualTo(System.Text.Json.JsonValueKind.String));
        }
    }

    [Test]
    public async Task A_passive_person_may_object_and_not_take_it_back()
    {
        var person = await people.Willing("events");
        await Audience.Passivate(person);

        await Act(person, "object", "Letter");

        Assert.That(await (await people.Communications.PostAsJsonAsync($"/api/v1/contacts/{person}/objection", new { act = "take-back", reason = "x", source = "phone" })).Content.ReadAsStringAsync(), Does.Contain("/problems/passive-record"));
    }

    [Test]
    public async Task A_block_of_one_list_covers_that_list_alone()
    {
        var (reads, stays) = (await people.Willing("events"), await people.Willing("events"));
        var group = (await Audience.Read(await people.Communications.PostAsJsonAsync("/api/v1/target-groups", new { name = $"Kutsut {people.Name}", definition = new { field = "contact.name", contains = people.Name } }))).GetProperty("id").GetGuid();
        await people.Block(stays, new { reason = "Not this list", listId = group });

        object FromGroup() => new { name = "x", targetGroupId = group, channel = "email", topic = "events", purpose = "Test", recipient = "liana" };
        var export = await Audience.Read(await people.Communications.PostAsJsonAsync("/api/v1/mailing-list-exports", FromGroup()));

        Assert.That(await people.Mailed(export), Is.EqualTo(new[] { reads }));
        Assert.That(await people.Mailed(await people.Export("events")), Is.EquivalentTo(new[] { reads, stays }));
        var preferences = await Audience.Read(await people.Communications.GetAsync($"/api/v1/contacts/{stays}/preferences"));
        Assert.That(preferences.GetProperty("blocks")[0].GetProperty("list").GetString(), Is.EqualTo($"Kutsut {people.Name}"));
        var unknown = await people.SetPreferences(stays, Array.Empty<object>(), new[] { new { reason = "x", listId = Guid.CreateVersion7() } });
        Assert.That((int)unknown.StatusCode, Is.EqualTo(422));
    }

    private object Request(string kind) => new { name = "x", contactFilter = new { q = people.Name }, kind, channel = "email", topic = "events", purpose = "Test", recipient = "liana" };

    private async Task<(int, int)> Counts(object request)
    {
        var export = await Audience.Read(await people.Communications.PostAsJsonAsync("/api/v1/mailing-list-exports", request));
        return (export.GetProperty("included").GetInt32(), export.GetProperty("excluded").GetProperty("blocked").GetInt32());
    }

    private async Task<System.Text.Json.JsonElement> Act(Guid person, string act, string reason) =>
        await Audience.Read(await people.Communications.PostAsJsonAsync($"/api/v1/contacts/{person}/objection", new { act, reason, source = "phone" }));
}
