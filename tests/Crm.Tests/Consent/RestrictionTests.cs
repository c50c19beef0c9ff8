using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Karelia.Crm.Kernel;

namespace Karelia.Crm.Tests.Consent;

/// <summary>GDPR art. 18: a restricted person is stored, and that is all.</summary>
internal sealed class RestrictionTests
{
    private readonly Audience people = new();

    [Test]
    public async Task A_restricted_person_is_in_no_list_search_count_export_merge_or_bulk_of_anybody_but_the_officer()
    {
        var (email, other) = (Audience.AnAddress(), await people.Person(firstNames: "Toinen"));
        var person = await people.Willing("newsletter", email);
        var account = (await Json(await people.Manager.PostAsJsonAsync("/api/v1/accounts", new { name = $"{people.Name} Oy" }))).GetProperty("id").GetString();
        await people.Manager.PostAsJsonAsync($"/api/v1/contacts/{person}/affiliations", new { accountId = account, title = "Johtaja" });
        await people.Manager.PostAsJsonAsync("/api/v1/activities", new { kind = "note", subject = $"{people.Name} soitti", at = "2026-05-05T10:00:00Z", contactIds = new[] { person } });
        await people.Manager.PostAsJsonAsync("/api/v1/needs", new { accountId = account, contactId = person, text = "Tarvitaan osaajia" });

        await Act(person, "restrict");

        string[] reads =
        [
            $"/contacts?q={people.Name}&count=true", $"/search?q={people.Name}", $"/search?q={email}", $"/accounts/{account}/contacts", $"/accounts/{account}/timeline", $"/accounts/{account}",
            $"/activities?accountId={account}", $"/needs?accountId={account}", "/duplicates", "/my-work", $"/contacts/{other}/timeline",
        ];
        foreach (var read in reads)
        {
            var text = await (await people.Manager.GetAsync($"/api/v1{read}")).Content.ReadAsStringAsync();
            Assert.That(text, Does.Not.Contain(person.ToString()).And.Not.Contain(email).And.Not.Contain("Johtaja"), read);
        }

        foreach (var part in new[] { "", "/timeline", "/history", "/grounds", "/affiliations", "/consents", "/preferences" })
            Assert.That((await people.Manager.GetAsync($"/api/v1/contacts/{person}{part}")).StatusCode, Is.EqualTo(HttpStatusCode.NotFound), part);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(await people.Mailed(await people.Export("newsletter")), Has.No.Member(person));
            Assert.That((await people.Manager.PostAsJsonAsync($"/api/v1/contacts/{other}/merge", new { others = new[] { person } })).StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
            Assert.That((await people.Manager.PostAsJsonAsync($"/api/v1/contacts/{person}/merge", new { others = new[] { other } })).StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
            Assert.That(await Type(await people.Manager.PostAsJsonAsync("/api/v1/contacts", new { lastName = "Uusi", firstNames = "Nimi", emails = new[] { new { address = email, kind = "work" } } })), Is.EqualTo("/problems/held-for-officer"));
        }
    }

    [Test]
    public async Task The_officer_reads_it_for_a_reason_which_the_log_keeps_and_lifts_it()
    {
        var person = await people.Person();
        await Act(person, "restrict");
        Assert.That(await Type(await people.Officer.PostAsJsonAsync($"/api/v1/contacts/{person}/restrict", new { reason = "Taas" })), Is.EqualTo("/problems/already-restricted"));
        Assert.That(await Type(await people.Officer.GetAsync($"/api/v1/contacts/{person}")), Is.EqualTo("/problems/reason-needed"));

        await Act(person, "open-restricted", "Pyynnön käsittely");

        Assert.That((await people.Officer.GetAsync($"/api/v1/contacts/{person}")).StatusCode, Is.EqualTo(HttpStatusCode.OK));
        var log = await Json(await people.Officer.GetAsync($"/api/v1/audit-events?id={person}"));
        Assert.That(log.GetProperty("items").EnumerateArray().Where(e => e.GetProperty("useCase").GetString() == "OpenRestricted").Select(e => e.GetProperty("changes").GetProperty("reason")[0].GetString()), Is.EqualTo(new[] { "Pyynnön käsittely" }));
        Assert.That((await Json(await people.Officer.GetAsync("/api/v1/restrictions?limit=200"))).GetProperty("items").EnumerateArray().Select(r => r.GetProperty("contactId").GetGuid()), Does.Contain(person));

        await Act(person, "lift-restriction");

        Assert.That((await people.Manager.GetAsync($"/api/v1/contacts/{person}")).StatusCode, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(await Type(await people.Officer.PostAsJsonAsync($"/api/v1/contacts/{person}/lift-restriction", new { reason = "Taas" })), Is.EqualTo("/problems/not-restricted"));
    }

    [TestCase("restrict")]
    [TestCase("lift-restriction")]
    [TestCase("open-restricted")]
    public async Task Only_the_officer_may(string act)
    {
        var person = await people.Person();
        foreach (var role in Role.All.Except([Role.DataProtectionOfficer]))
            Assert.That((await Crm.As(role).PostAsJsonAsync($"/api/v1/contacts/{person}/{act}", new { reason = "x" })).StatusCode, Is.EqualTo(HttpStatusCode.Forbidden), role);
    }

    [Test]
    public async Task A_passive_person_can_be_restricted_too()
    {
        var person = await people.Person();
        await Audience.Passivate(person);
        await Act(person, "restrict");
        await Act(person, "lift-restriction");
    }

    private async Task Act(Guid person, string act, string reason = "Henkilö kiistää tiedon") => await Json(await people.Officer.PostAsJsonAsync($"/api/v1/contacts/{person}/{act}", new { reason }));

    private static Task<JsonElement> Json(HttpResponseMessage answer) => Audience.Read(answer);

    private static async Task<string?> Type(HttpResponseMessage answer) => (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("type").GetString();
}
