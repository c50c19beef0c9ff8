using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Karelia.Crm.Kernel;

namespace Karelia.Crm.Tests.Accounts;

internal sealed class HistoryTests
{
    private readonly HttpClient manager = Crm.As(Role.CustomerManager);

    [Test]
    public async Task A_field_of_a_person_tells_what_it_was_who_changed_it_and_when()
    {
        var id = await APerson();
        await Patch($"/api/v1/contacts/{id}", new { address = new { town = "Joensuu" } });
        await Patch($"/api/v1/contacts/{id}", new { address = new { town = "Kuopio" } });

        var changes = await Items($"/api/v1/contacts/{id}/history?field=address.town");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(changes.Select(Value), Is.EqualTo(new[] { "Joensuu -> Kuopio", " -> Joensuu" }));
            Assert.That(changes[0].GetProperty("by").GetString(), Does.Contain("crm-customermanager"));
            Assert.That(changes[0].GetProperty("useCase").GetString(), Is.EqualTo("EditContact"));
        }
    }

    [Test]
    public async Task Addresses_that_came_and_went_are_told_too()
    {
        var id = await APerson();
        await Patch($"/api/v1/contacts/{id}", new { emails = new[] { new { address = "vanha@example.com", kind = "work", isPrimary = true } } });
        await Patch($"/api/v1/contacts/{id}", new { emails = new[] { new { address = "uusi@example.com", kind = "work", isPrimary = true } } });

        var changes = await Items($"/api/v1/contacts/{id}/history?field=emails");

        Assert.That(changes.Select(Value), Is.EquivalentTo(new[] { " -> vanha@example.com", "vanha@example.com -> ", " -> uusi@example.com" }));
    }

    [Test]
    public async Task A_place_tells_which_place_it_was_and_in_which_organisation()
    {
        var id = await APerson();
        var account = await Added("/api/v1/accounts", new { name = "Historia Oy" });
        var place = await Added($"/api/v1/contacts/{id}/affiliations", new { accountId = account.GetProperty("id"), title = "Johtaja" });
        var placeId = place.GetProperty("id").GetString();
        await Patch($"/api/v1/contacts/{id}/affiliations/{placeId}", new { title = "Puheenjohtaja" }, $"/api/v1/contacts/{id}");

        var changes = await Items($"/api/v1/contacts/{id}/history");

        var title = changes.First(change => change.GetProperty("field").GetString() == "affiliations.title");
        Assert.That(Value(title), Is.EqualTo("Johtaja -> Puheenjohtaja"));
        Assert.That(title.GetProperty("partId").GetString(), Is.EqualTo(placeId));
        Assert.That(changes.Single(change => change.GetProperty("field").GetString() == "affiliations").GetProperty("newName").GetString(), Is.EqualTo("Historia Oy"));
    }

    [Test]
    public async Task An_organisation_tells_the_same_page_by_page_and_names_what_ids_mean()
    {
        var parent = await Added("/api/v1/accounts", new { name = "Vanha emo Oy" });
        var id = (await Added("/api/v1/accounts", new { name = "Muuttuva Oy", parentId = parent.GetProperty("id") })).GetProperty("id").GetString();
        await Patch($"/api/v1/accounts/{id}", new { name = "Muuttunut Oy", parentId = (string?)null, relationships = new[] { "partner" } });

        var all = await Items($"/api/v1/accounts/{id}/history");
        var first = await manager.GetFromJsonAsync<JsonElement>($"/api/v1/accounts/{id}/history?limit=1");
        var rest = await Items($"/api/v1/accounts/{id}/history?cursor={first.GetProperty("nextCursor").GetString()}");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(all.Select(change => change.GetProperty("field").GetString()), Is.EquivalentTo(new[] { "name", "parentId", "relationships" }));
            Assert.That(all.Single(change => change.GetProperty("field").GetString() == "parentId").GetProperty("oldName").GetString(), Is.EqualTo("Vanha emo Oy"));
            Assert.That(rest, Has.Count.EqualTo(2));
        }
    }

    [Test]
    public async Task Neither_history_nor_grounds_of_a_restricted_person_is_shown_but_to_the_officer()
    {
        var id = await APerson();
        await using var restrict = Crm.Database.CreateCommand("update accounts.contacts set restricted_at = now() where id = $1");
        restrict.Parameters.Add(new() { Value = Guid.Parse(id) });
        await restrict.ExecuteNonQueryAsync();

        foreach (var part in new[] { "history", "grounds" })
        {
            Assert.That((await manager.GetAsync($"/api/v1/contacts/{id}/{part}")).StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
            Assert.That((await Crm.As(Role.DataProtectionOfficer).GetAsync($"/api/v1/contacts/{id}/{part}")).StatusCode, Is.EqualTo(HttpStatusCode.OK));
        }
    }

    [Test]
    public async Task Looking_at_the_history_is_logged()
    {
        var id = await APerson();
        await manager.GetAsync($"/api/v1/contacts/{id}/history");

        var log = await Crm.As(Role.Admin).GetFromJsonAsync<JsonElement>($"/api/v1/audit-events?id={id}");

        Assert.That(log.GetProperty("items")[0].GetProperty("useCase").GetString(), Is.EqualTo("GetContactHistory"));
    }

    [Test]
    public async Task The_grounds_of_a_field_are_the_purposes_of_the_present_roles()
    {
        var id = await APerson();
        await Added($"/api/v1/contacts/{id}/roles", new { role = "alumnus", basis = "consent", source = "webropol", startedOn = "2024-05-01" });
        var past = await Added($"/api/v1/contacts/{id}/roles", new { role = "customer", basis = "legitimate-interest", source = "staff", startedOn = "2020-01-01" });
        await manager.PostAsJsonAsync($"/api/v1/contacts/{id}/roles/{past.GetProperty("id").GetString()}/end", new { endedOn = "2021-01-01" });

        var grounds = await manager.GetFromJsonAsync<JsonElement>($"/api/v1/contacts/{id}/grounds");
        var name = Field(grounds, "contact.lastName");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(grounds.GetProperty("grounds").EnumerateArray().Select(ground => ground.GetProperty("role").GetString()), Is.EqualTo(new[] { "alumnus" }));
            Assert.That(grounds.GetProperty("grounds")[0].GetProperty("ends").GetString(), Is.EqualTo("withdrawal"));
            Assert.That(name!.Value.GetProperty("fi").GetString(), Is.EqualTo("sukunimi"));
            Assert.That(name.Value.GetProperty("purposes").EnumerateArray().Select(purpose => purpose.GetString()), Is.EqualTo(new[] { "alumni" }));
            Assert.That(Field(grounds, "alumnus.employer"), Is.Not.Null);
            Assert.That(Field(grounds, "alumnus.dateOfBirth"), Is.Null, "a manager does not see it");
        }
    }

    private static JsonElement? Field(JsonElement grounds, string field) =>
        grounds.GetProperty("fields").EnumerateArray().Where(one => one.GetProperty("field").GetString() == field).Select(one => (JsonElement?)one).FirstOrDefault();

    private static string Value(JsonElement change) => $"{Text(change, "old")} -> {Text(change, "new")}";

    private static string? Text(JsonElement change, string name) => change.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private async Task<string> APerson() => (await Added("/api/v1/contacts", new { lastName = "Muuttuja", firstNames = "Aino" })).GetProperty("id").GetString()!;

    private async Task<JsonElement> Added(string address, object body)
    {
        var answer = await manager.PostAsJsonAsync(address, body);
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.Created), await answer.Content.ReadAsStringAsync());
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }

    private async Task Patch(string address, object changes, string? versionOf = null)
    {
        using var patch = new HttpRequestMessage(HttpMethod.Patch, address) { Content = JsonContent.Create(changes) };
        patch.Headers.TryAddWithoutValidation("If-Match", (await manager.GetAsync(versionOf ?? address)).Headers.ETag!.Tag);
        var answer = await manager.SendAsync(patch);
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.OK), await answer.Content.ReadAsStringAsync());
    }

    private async Task<List<JsonElement>> Items(string address) => [.. (await manager.GetFromJsonAsync<JsonElement>(address)).GetProperty("items").EnumerateArray()];
}
