using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using Karelia.Crm.Kernel;
using Karelia.Crm.Tests.Identity;

namespace Karelia.Crm.Tests.Administration;

internal sealed class AuditEventsTests
{
    [Test]
    public async Task What_was_done_to_a_person_is_listed_newest_first()
    {
        var contact = await AContact();

        var events = await Events(Role.Admin, $"id={contact}");

        Assert.That(events, Is.Not.Empty);
        Assert.That(events[^1].GetProperty("useCase").GetString(), Is.EqualTo("AddContact"));
        Assert.That(events[^1].GetProperty("by").GetString(), Does.Contain("crm-customermanager"));
        Assert.That(events.Select(e => long.Parse(e.GetProperty("id").GetString()!, CultureInfo.InvariantCulture)), Is.Ordered.Descending);
    }

    [Test]
    public async Task Old_and_new_values_only_the_officer_sees()
    {
        var contact = await AContact();

        var (admin, officer) = (await Events(Role.Admin, $"id={contact}"), await Events(Role.DataProtectionOfficer, $"id={contact}"));

        Assert.That(admin.Any(e => e.TryGetProperty("changes", out _)), Is.False);
        Assert.That(officer.Select(e => e.ToString()), Has.Some.Contains("Lokitettava"));
    }

    [Test]
    public async Task The_officers_look_is_in_the_log_too()
    {
        var contact = await AContact();
        await Events(Role.DataProtectionOfficer, $"id={contact}");

        var events = await Events(Role.Admin, $"id={contact}");

        Assert.That(events[0].GetProperty("useCase").GetString(), Is.EqualTo("ListAuditEvents"));
    }

    [Test]
    public async Task It_goes_on_from_page_to_page()
    {
        await AContact();
        await AContact();
        var admin = Crm.As(Role.Admin);

        var first = await admin.GetFromJsonAsync<JsonElement>("/api/v1/audit-events?limit=1");
        var second = await admin.GetFromJsonAsync<JsonElement>($"/api/v1/audit-events?limit=1&cursor={first.GetProperty("nextCursor").GetString()}");

        Assert.That(IdOf(second), Is.LessThan(IdOf(first)));
    }

    [Test]
    public async Task It_is_narrowed_by_what_who_and_when()
    {
        var contact = await AContact();
        var all = await Events(Role.Admin, $"id={contact}&entity=contact");

        Assert.That(all, Is.Not.Empty);
        Assert.That(await Events(Role.Admin, $"id={contact}&entity=nothing"), Is.Empty);
        Assert.That(await Events(Role.Admin, $"id={contact}&user={Guid.CreateVersion7()}"), Is.Empty);
        Assert.That(await Events(Role.Admin, $"id={contact}&to=2020-01-01"), Is.Empty);
        Assert.That(await Events(Role.Admin, $"id={contact}&entity=contact&from=2020-01-01&user=customermanager"), Has.Count.EqualTo(all.Count));
        Assert.That((await Crm.As(Role.Admin).GetFromJsonAsync<JsonElement>($"/api/v1/audit-events?id={contact}&count=true&limit=1")).GetProperty("total").GetInt64(), Is.GreaterThanOrEqualTo(all.Count));
    }

    [TestCase(Role.Reader)]
    [TestCase(Role.AlumniCoordinator)]
    public async Task Others_do_not_see_the_log(string role) =>
        Assert.That(await Problem.Of(await Crm.As(role).GetAsync("/api/v1/audit-events")), Is.EqualTo((403, "/problems/forbidden")));

    private static long IdOf(JsonElement page) => long.Parse(page.GetProperty("items")[0].GetProperty("id").GetString()!, CultureInfo.InvariantCulture);

    private static async Task<Guid> AContact()
    {
        var answer = await Crm.As(Role.CustomerManager).PostAsJsonAsync("/api/v1/contacts", new { lastName = "Lokitettava", firstNames = "Testi" });
        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetGuid();
    }

    private static async Task<List<JsonElement>> Events(string role, string query) =>
        [.. (await Crm.As(role).GetFromJsonAsync<JsonElement>($"/api/v1/audit-events?{query}")).GetProperty("items").EnumerateArray()];
}
