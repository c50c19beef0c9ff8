using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Karelia.Crm.Kernel;

namespace Karelia.Crm.Tests.Accounts;

internal sealed class AccountsTests
{
    private static int numbers = Random.Shared.Next(1_000_000, 8_000_000);
    private readonly HttpClient manager = Crm.As(Role.CustomerManager);

    [Test]
    public async Task An_organisation_keeps_all_its_fields()
    {
        var parent = await Add(new { name = "Emo Oy" });
        var businessId = ABusinessId();

        var account = await Add(new
        {
            name = "  Tytär Oy ",
            businessId = businessId.Replace("-", "", StringComparison.Ordinal),
            kind = "company",
            relationships = new[] { "customer", "network" },
            customerKinds = new[] { "rdi" },
            industry = "62010",
            municipality = "Joensuu",
            addresses = new[] { new { kind = "postal", street = "Rue de l'Exemple 1", postalCode = "75001", town = "Paris", country = "FR" } },
            eInvoiceAddresses = new[] { new { identifier = "003712345671", @operator = "003721291126" }, new { identifier = "FI2112345600000785", @operator = "OKOYFIHH" } },
            website = "https://example.com",
            phone = "040 123 4567",
            sizeClass = "small",
            parentId = parent.GetProperty("id").GetString(),
            status = "prospective",
        });
        var read = await manager.GetFromJsonAsync<JsonElement>($"/api/v1/accounts/{account.GetProperty("id")}");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(read.GetProperty("name").GetString(), Is.EqualTo("Tytär Oy"));
            Assert.That(read.GetProperty("businessId").GetString(), Is.EqualTo(businessId));
            Assert.That(read.GetProperty("phone").GetString(), Is.EqualTo("+358401234567"));
            Assert.That(read.GetProperty("parent").GetProperty("name").GetString(), Is.EqualTo("Emo Oy"));
            Assert.That(read.GetProperty("eInvoiceAddresses").EnumerateArray().Count(e => e.GetProperty("isPrimary").GetBoolean()), Is.EqualTo(1));
            Assert.That(read.GetProperty("addresses")[0].GetProperty("country").GetString(), Is.EqualTo("FR"));
            Assert.That(read.GetProperty("statusHistory").GetArrayLength(), Is.EqualTo(1));
        }
    }

    [TestCase("1234567-2")]
    [TestCase("12345678")]
    [TestCase("abc")]
    public async Task A_wrong_business_id_is_refused(string businessId) =>
        Assert.That((await manager.PostAsJsonAsync("/api/v1/accounts", new { name = "Väärä Oy", businessId })).StatusCode, Is.EqualTo(HttpStatusCode.UnprocessableEntity));

    [TestCase("industry", "62010\n")]
    [TestCase("industry", "٦٢٠١٠")]
    [TestCase("phone", "040 123 4567 040 123 4567 040 123 4567 1")]
    public async Task A_code_that_only_looks_right_is_refused(string member, string value)
    {
        var answer = await manager.PostAsJsonAsync("/api/v1/accounts", new Dictionary<string, string> { ["name"] = "Väärä Oy", [member] = value });

        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.UnprocessableEntity));
        Assert.That((await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("errors").EnumerateObject().Single().Name, Is.EqualTo($"/{member}"));
    }

    [Test]
    public async Task A_business_id_belongs_to_one_organisation()
    {
        var businessId = ABusinessId();
        var first = await Add(new { name = "Ensimmäinen Oy", businessId });

        var answer = await manager.PostAsJsonAsync("/api/v1/accounts", new { name = "Toinen Oy", businessId });

        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.Conflict));
        Assert.That((await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("accountId").GetString(), Is.EqualTo(first.GetProperty("id").GetString()));
    }

    [Test]
    public async Task Status_is_followed_with_its_history()
    {
        var id = (await Add(new { name = "Tilallinen Oy", status = "prospective" })).GetProperty("id").GetString()!;

        await Patch(id, new { status = "active" });
        await Patch(id, new { status = "active", name = "Tilallinen Oyj" });
        var history = (await manager.GetFromJsonAsync<JsonElement>($"/api/v1/accounts/{id}")).GetProperty("statusHistory").EnumerateArray().Select(line => line.GetProperty("status").GetString());

        Assert.That(history, Is.EqualTo(new[] { "active", "prospective" }));
    }

    [Test]
    public async Task An_organisation_is_not_a_part_of_itself()
    {
        var above = (await Add(new { name = "Ylä Oy" })).GetProperty("id").GetString()!;
        var below = (await Add(new { name = "Ala Oy", parentId = above })).GetProperty("id").GetString()!;

        Assert.That((await Patch(above, new { parentId = below })).StatusCode, Is.EqualTo(HttpStatusCode.UnprocessableEntity));
    }

    [Test]
    public async Task A_passive_organisation_is_neither_edited_nor_used()
    {
        var id = (await Add(new { name = "Lepäävä Oy" })).GetProperty("id").GetString()!;
        await manager.PostAsJsonAsync($"/api/v1/accounts/{id}/passivate", new { reason = "Toiminta loppui" });
        var person = await (await manager.PostAsJsonAsync("/api/v1/contacts", new { lastName = "Keksitty", firstNames = "Aino" })).Content.ReadFromJsonAsync<JsonElement>();

        using (Assert.EnterMultipleScope())
        {
            Assert.That((await Patch(id, new { name = "Uusi Oy" })).StatusCode, Is.EqualTo(HttpStatusCode.Conflict));
            Assert.That((await manager.PostAsJsonAsync($"/api/v1/contacts/{person.GetProperty("id")}/affiliations", new { accountId = id })).StatusCode, Is.EqualTo(HttpStatusCode.Conflict));
            Assert.That((await manager.PostAsJsonAsync("/api/v1/accounts", new { name = "Osa Oy", parentId = id })).StatusCode, Is.EqualTo(HttpStatusCode.Conflict));
            Assert.That((await manager.PostAsJsonAsync($"/api/v1/accounts/{id}/activate", new { reason = "Jatkuu" })).StatusCode, Is.EqualTo(HttpStatusCode.OK));
            Assert.That((await Patch(id, new { name = "Uusi Oy" })).StatusCode, Is.EqualTo(HttpStatusCode.OK));
        }
    }

    [Test]
    public async Task The_database_refuses_a_link_to_a_passive_organisation()
    {
        var id = (await Add(new { name = "Suljettu Oy" })).GetProperty("id").GetString()!;
        var person = await (await manager.PostAsJsonAsync("/api/v1/contacts", new { lastName = "Keksitty", firstNames = "Aino" })).Content.ReadFromJsonAsync<JsonElement>();
        await manager.PostAsJsonAsync($"/api/v1/accounts/{id}/passivate", new { reason = "Toiminta loppui" });

        await using var link = Crm.Database.CreateCommand("insert into accounts.affiliations (id, contact_id, account_id, is_primary) values (uuidv7(), $1, $2, false)");
        link.Parameters.Add(new() { Value = person.GetProperty("id").GetGuid() });
        link.Parameters.Add(new() { Value = Guid.Parse(id) });

        Assert.That(async () => await link.ExecuteNonQueryAsync(), Throws.InstanceOf<Npgsql.PostgresException>().With.Property("SqlState").EqualTo("CRM09"));
    }

    [Test]
    public async Task A_person_has_places_in_several_organisations_one_of_them_primary()
    {
        var (first, second) = (await Add(new { name = "Yksi Oy" }), await Add(new { name = "Kaksi Oy" }));
        var id = (await (await manager.PostAsJsonAsync("/api/v1/contacts", new { lastName = "Monitoiminen", firstNames = "Aino" })).Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetString()!;

        await manager.PostAsJsonAsync($"/api/v1/contacts/{id}/affiliations", new { accountId = first.GetProperty("id"), title = "Johtaja", validFrom = "2024-01-01" });
        await manager.PostAsJsonAsync($"/api/v1/contacts/{id}/affiliations", new { accountId = second.GetProperty("id"), title = "Hallituksen jäsen", isPrimary = true });
        var contact = await manager.GetAsync($"/api/v1/contacts/{id}");
        var places = (await contact.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("affiliations");
        var past = places.EnumerateArray().Single(place => place.GetProperty("title").GetString() == "Johtaja").GetProperty("id").GetString();
        using var ended = new HttpRequestMessage(HttpMethod.Patch, $"/api/v1/contacts/{id}/affiliations/{past}") { Content = JsonContent.Create(new { validTo = "2025-12-31" }) };
        ended.Headers.TryAddWithoutValidation("If-Match", contact.Headers.ETag!.Tag);
        Assert.That((await manager.SendAsync(ended)).StatusCode, Is.EqualTo(HttpStatusCode.OK));

        var people = await manager.GetFromJsonAsync<JsonElement>($"/api/v1/accounts/{first.GetProperty("id")}/contacts?current=true");
        var listed = await manager.GetFromJsonAsync<JsonElement>("/api/v1/contacts?q=Monitoiminen&accountId=" + second.GetProperty("id").GetString());

        using (Assert.EnterMultipleScope())
        {
            Assert.That(places[0].GetProperty("account").GetProperty("name").GetString(), Is.EqualTo("Kaksi Oy"));
            Assert.That(people.GetProperty("items").GetArrayLength(), Is.Zero);
            Assert.That(listed.GetProperty("items")[0].GetProperty("employer").GetString(), Is.EqualTo("Kaksi Oy"));
        }
    }

    [Test]
    public async Task A_group_is_the_people_whose_roles_put_them_in_it()
    {
        var id = (await (await manager.PostAsJsonAsync("/api/v1/contacts", new { lastName = "Ryhmässäolija", firstNames = "Aino" })).Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetString()!;
        await manager.PostAsJsonAsync($"/api/v1/contacts/{id}/roles", new { role = "thesis-contact", basis = "legitimate-interest", source = "staff" });

        Assert.That(await Count("internship-and-thesis-contacts"), Is.EqualTo(1));
        Assert.That(await Count("rdi-contacts"), Is.Zero);

        async Task<long> Count(string group) =>
            (await manager.GetFromJsonAsync<JsonElement>($"/api/v1/contacts?q=Ryhmässäolija&group={group}&count=true")).GetProperty("total").GetInt64();
    }

    private async Task<JsonElement> Add(object account)
    {
        var answer = await manager.PostAsJsonAsync("/api/v1/accounts", account);
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.Created), await answer.Content.ReadAsStringAsync());
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }

    private async Task<HttpResponseMessage> Patch(string id, object changes)
    {
        var version = (await manager.GetAsync($"/api/v1/accounts/{id}")).Headers.ETag!.Tag;
        using var patch = new HttpRequestMessage(HttpMethod.Patch, $"/api/v1/accounts/{id}") { Content = JsonContent.Create(changes) };
        patch.Headers.TryAddWithoutValidation("If-Match", version);
        return await manager.SendAsync(patch);
    }

    public static string ABusinessId()
    {
        int[] weights = [7, 9, 10, 5, 8, 4, 2];
        while (true)
        {
            var digits = $"{Interlocked.Increment(ref numbers)}";
            var rest = weights.Select((weight, i) => weight * (digits[i] - '0')).Sum() % 11;
            if (rest != 1)
                return $"{digits}-{(rest == 0 ? 0 : 11 - rest)}";
        }
    }
}
