using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Karelia.Crm.Kernel;
using Karelia.Crm.Tests.Identity;

namespace Karelia.Crm.Tests.Administration;

internal sealed class UsersTests
{
    private readonly HttpClient admin = Crm.As(Role.Admin);

    [Test]
    public async Task A_deactivated_user_is_out_at_once_and_cannot_come_back_until_activated()
    {
        using var browser = await Browser.SignedIn("aatu.asiakas");
        var id = await IdOf("Aatu Asiakas");
        Assert.That((await browser.Http.GetAsync("/api/v1/me")).StatusCode, Is.EqualTo(HttpStatusCode.OK));

        var deactivated = await Post(id, "deactivate");
        var next = await browser.Http.GetAsync("/api/v1/me");
        var again = await browser.SignIn("aatu.asiakas");
        await Post(id, "activate");
        using var back = await Browser.SignedIn("aatu.asiakas");

        Assert.That(deactivated.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(await Problem.Of(next), Is.EqualTo((401, "/problems/session-ended")));
        Assert.That(again.Headers.Location!.OriginalString, Is.EqualTo("/sign-in-problem?why=no-access"));
        Assert.That((await back.Http.GetAsync("/api/v1/me")).StatusCode, Is.EqualTo(HttpStatusCode.OK));
    }

    [Test]
    public async Task Why_is_kept()
    {
        var id = await AUser("Perusteltu Poistuma");

        await admin.PostAsJsonAsync($"/api/v1/users/{id}/deactivate", new { reason = "Left the house" });

        Assert.That(await Sql.Value<string>("select active_reason from administration.users where id = $1", id), Is.EqualTo("Left the house"));
        Assert.That((int)(await admin.PostAsJsonAsync($"/api/v1/users/{id}/activate", new { reason = new string('x', 501) })).StatusCode, Is.EqualTo(422));
        Assert.That((int)(await admin.PostAsJsonAsync($"/api/v1/users/{id}/activate", new { roles = new[] { "Crm.Admin" } })).StatusCode, Is.EqualTo(400));
    }

    [Test]
    public async Task A_user_is_deactivated_once()
    {
        var id = await AUser("Kerran Pois");
        await Post(id, "deactivate");

        Assert.That(await Problem.Of(await Post(id, "deactivate")), Is.EqualTo((409, "/problems/already-inactive")));
        await Post(id, "activate");
        Assert.That(await Problem.Of(await Post(id, "activate")), Is.EqualTo((409, "/problems/already-active")));
    }

    [Test]
    public async Task Nobody_shuts_themselves_out()
    {
        using var browser = await Browser.SignedIn("pauli.paakayttaja");

        var answer = await browser.Send(HttpMethod.Post, $"/api/v1/users/{await IdOf("Pauli Pääkäyttäjä")}/deactivate");

        Assert.That(await Problem.Of(answer), Is.EqualTo((409, "/problems/own-account")));
    }

    [Test]
    public async Task Nobody_unknown_is_deactivated() =>
        Assert.That(await Problem.Of(await Post(Guid.CreateVersion7(), "deactivate")), Is.EqualTo((404, "/problems/unknown")));

    [TestCase(Role.Reader)]
    [TestCase(Role.DataProtectionOfficer)]
    [TestCase(Role.IntegrationWrite)]
    public async Task Only_an_administrator_deactivates(string role)
    {
        var id = await AUser("Pysyy Sisällä");

        var answer = await Crm.As(role).PostAsync($"/api/v1/users/{id}/deactivate", null);

        Assert.That(await Problem.Of(answer), Is.EqualTo((403, "/problems/forbidden")));
        Assert.That(await Sql.Value<bool>("select is_active from administration.users where id = $1", id), Is.True);
    }

    [TestCase("name")]
    [TestCase("-lastSignInAt")]
    public async Task The_list_goes_on_from_page_to_page(string sort)
    {
        var family = $"Sivu{Guid.CreateVersion7():n}";
        foreach (var name in new[] { "Aino", "Eino", "Zaida", "Ähti" })
            await AUser($"{name} {family}");

        var (names, cursor) = (new List<string>(), "");
        do
        {
            var page = await admin.GetFromJsonAsync<JsonElement>($"/api/v1/users?q={family}&sort={sort}&limit=3&count=true&cursor={cursor}");
            Assert.That(page.GetProperty("total").GetInt64(), Is.EqualTo(4));
            names.AddRange(page.GetProperty("items").EnumerateArray().Select(user => user.GetProperty("name").GetString()!.Split(' ')[0]));
            cursor = page.GetProperty("nextCursor").GetString();
        }
        while (cursor is not null);

        Assert.That(names, Is.EqualTo(sort == "name" ? new[] { "Aino", "Eino", "Zaida", "Ähti" } : ["Ähti", "Zaida", "Eino", "Aino"]));
    }

    [TestCase("sort=roles", 422)]
    [TestCase("limit=0", 422)]
    [TestCase("limit=x", 400)]
    [TestCase("cursor=x", 400)]
    [TestCase("role=x", 400)]
    public async Task What_the_list_does_not_know_it_refuses(string query, int status) =>
        Assert.That((await Problem.Of(await admin.GetAsync($"/api/v1/users?{query}"))).Status, Is.EqualTo(status));

    [Test]
    public async Task A_person_chooses_a_language()
    {
        using var browser = await Browser.SignedIn("viivi.malli");

        var answer = await browser.Send(HttpMethod.Put, "/api/v1/me/language", new { language = "en" });
        var me = await browser.Http.GetFromJsonAsync<JsonElement>("/api/v1/me");

        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(me.GetProperty("language").GetString(), Is.EqualTo("en"));
        Assert.That((await browser.Send(HttpMethod.Put, "/api/v1/me/language", new { language = "sv" })).StatusCode, Is.EqualTo(HttpStatusCode.UnprocessableEntity));
    }

    private static async Task<Guid> AUser(string name)
    {
        var id = Guid.CreateVersion7();
        await Sql.Run("insert into administration.users (id, name, preferred_username, roles, language, is_active, first_seen, last_seen) values ($1, $2, $3, '{}', 'fi', true, clock_timestamp(), clock_timestamp())", id, name, name);
        return id;
    }

    private static Task<Guid> IdOf(string name) => Sql.Value<Guid>("select id from administration.users where name = $1", name);

    private Task<HttpResponseMessage> Post(Guid id, string act) => admin.PostAsync($"/api/v1/users/{id}/{act}", null);
}
