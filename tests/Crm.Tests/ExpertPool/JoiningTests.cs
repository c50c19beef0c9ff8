using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Karelia.Crm.Kernel;
using Karelia.Crm.Tests.Consent;
using Karelia.Crm.Tests.Identity;

namespace Karelia.Crm.Tests.ExpertPool;

/// <summary>How one comes into the pool by hand, and stays or leaves when the consent is to be renewed.</summary>
internal sealed class JoiningTests
{
    [Test]
    public async Task A_person_of_the_register_joins_by_hand_with_the_consent_and_its_evidence()
    {
        var (staff, officer) = (Crm.As(Role.ExpertCoordinator), Crm.As(Role.DataProtectionOfficer));
        var id = await Person("Lisätty");
        object Joining(Guid who, object? consent) => new { contactId = who, competence = " Hitsaus ", fields = new[] { "technology" }, forms = new[] { "mentoring" }, languages = new[] { "fi" }, availability = "Syksyisin", consent };
        var evidence = new { source = "email", text = Pool.Sentence, at = "2026-01-07T06:37:00Z", fileName = "suostumus.pdf", fileSha256 = new string('a', 64) };

        Assert.That(await Field(await staff.PostAsJsonAsync("/api/v1/experts", Joining(id, null))), Is.EqualTo("/consent"), "nobody is in the pool without a consent");
        Assert.That(await Field(await staff.PostAsJsonAsync("/api/v1/experts", Joining(id, new { source = "", at = "2026-01-07T06:37:00Z" }))), Is.EqualTo("/consent/source"));
        Assert.That(await Field(await staff.PostAsJsonAsync("/api/v1/experts", Joining(Guid.CreateVersion7(), evidence))), Is.EqualTo("/contactId"));
        Assert.That((await Crm.As(Role.CustomerManager).PostAsJsonAsync("/api/v1/experts", Joining(id, evidence))).StatusCode, Is.EqualTo(HttpStatusCode.Forbidden));
        var added = await staff.PostAsJsonAsync("/api/v1/experts", Joining(id, evidence));
        Assert.That(added.StatusCode, Is.EqualTo(HttpStatusCode.Created), await added.Content.ReadAsStringAsync());
        var expert = await added.Content.ReadFromJsonAsync<JsonElement>();
        Assert.That((expert.GetProperty("competence").GetString(), expert.GetProperty("fields")[0].GetString(), expert.GetProperty("consentValidUntil").GetString()), Is.EqualTo(("Hitsaus", "technology", "2029-01-07")));
        Assert.That(added.Headers.Location!.ToString(), Does.EndWith($"/experts/{id}"));

        var entry = (await officer.GetFromJsonAsync<JsonElement>($"/api/v1/contacts/{id}/consents")).GetProperty("events").EnumerateArray().Single();
        Assert.That((entry.GetProperty("purpose").GetString(), entry.GetProperty("kind").GetString(), entry.GetProperty("source").GetString(), entry.GetProperty("text").GetString(), entry.GetProperty("fileName").GetString()),
            Is.EqualTo(("expert-pool", "given", "email", Pool.Sentence, "suostumus.pdf")));
        var role = (await staff.GetFromJsonAsync<JsonElement>($"/api/v1/contacts/{id}")).GetProperty("roles").EnumerateArray().Single();
        Assert.That((role.GetProperty("role").GetString(), role.GetProperty("basis").GetString()), Is.EqualTo(("expert", "consent")));
        Assert.That(await TypeOf(await staff.PostAsJsonAsync("/api/v1/experts", Joining(id, evidence))), Is.EqualTo("/problems/duplicate"));

        // Who left comes back by a new consent, with one role that goes on, and with what is told now.
        await officer.PostAsJsonAsync($"/api/v1/contacts/{id}/consents", new { purpose = "expert-pool", kind = "withdrawn", source = "Puhelu" });
        Assert.That(await Field(await staff.PostAsJsonAsync("/api/v1/experts", new { contactId = id })), Is.EqualTo("/consent"));
        var back = await staff.PostAsJsonAsync("/api/v1/experts", new { contactId = id, competence = "Robotiikka", consent = new { source = "phone" } });
        Assert.That((await back.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("competence").GetString(), Is.EqualTo("Robotiikka"));
        Assert.That((await staff.GetFromJsonAsync<JsonElement>($"/api/v1/contacts/{id}")).GetProperty("roles").EnumerateArray().Count(r => r.GetProperty("endedOn").ValueKind == JsonValueKind.Null), Is.EqualTo(1));

        foreach (var (name, act, expected) in new[] { ("Levossa", "passivate", "/problems/passive-record"), ("Rajoitettu", "restrict", "/contactId"), ("Poistettu", "erase", "/contactId") })
        {
            var other = await Person(name);
            var done = await Crm.As(act == "passivate" ? Role.CustomerManager : Role.DataProtectionOfficer).PostAsJsonAsync($"/api/v1/contacts/{other}/{act}", new { reason = "Pyyntö" });
            Assert.That(done.IsSuccessStatusCode, $"{act}: {await done.Content.ReadAsStringAsync()}");
            var refused = await Crm.As(Role.ExpertCoordinator, Role.DataProtectionOfficer).PostAsJsonAsync("/api/v1/experts", Joining(other, evidence));
            Assert.That(act == "passivate" ? await TypeOf(refused) : await Field(refused), Is.EqualTo(expected), act);
            await using var held = Crm.Database.CreateCommand("select count(*) from experts.experts e where e.contact_id = $1");
            held.Parameters.Add(new() { Value = other });
            Assert.That(await held.ExecuteScalarAsync(), Is.Zero, act);
        }

        async Task<Guid> Person(string name) =>
            (await (await staff.PostAsJsonAsync("/api/v1/contacts", new { lastName = name, firstNames = "Osaaja" })).Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetGuid();

        static async Task<string?> TypeOf(HttpResponseMessage answer) => (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("type").GetString();

        static async Task<string?> Field(HttpResponseMessage answer)
        {
            Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.UnprocessableEntity), await answer.Content.ReadAsStringAsync());
            return (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("errors").EnumerateObject().First().Name;
        }
    }

    [Test]
    public async Task Those_whose_consent_is_to_be_renewed_get_one_mail_and_renew_or_leave_by_it()
    {
        var (people, staff, anyone) = (new Audience(), Crm.As(Role.ExpertCoordinator), Crm.Anonymous());
        // Three years less a month ago.
        var ending = DateTimeOffset.UtcNow.AddYears(-3).AddDays(30);
        var (renews, leaves, late) = (await Expert(ending), await Expert(ending), await Expert(DateTimeOffset.UtcNow.AddYears(-1)));
        var (blocked, passive, objects) = (await Expert(ending), await Expert(ending), await Expert(ending));
        await people.Block(blocked.Id, new { reason = "Ei viestejä" });
        await Audience.Passivate(passive.Id);
        await Audience.Read(await people.Officer.PostAsJsonAsync($"/api/v1/contacts/{objects.Id}/objection", new { act = "object", reason = "Ei markkinointia", source = "phone" }));

        await Audience.Read(await staff.PostAsync("/api/v1/experts/renewal-mails", null));
        await Audience.Read(await staff.PostAsync("/api/v1/experts/renewal-mails", null));

        Assert.That(await Task.WhenAll(new[] { renews, leaves, late, blocked, passive, objects }.Select(one => Links(one.Id))), Is.EqualTo(new[] { 1, 1, 0, 0, 0, 1 }), "once; an objection to marketing stops no service message");
        var mail = await Post.To(renews.Address);
        Assert.That(mail.Subject, Is.EqualTo("Uusitko suostumuksesi: osaajapooli"));
        Assert.That(mail.Text, Does.Contain($"{Karelia.Crm.Accounts.Days.Of(ending).AddYears(3):d.M.yyyy} mennessä"));
        Assert.That((await Shown(renews.Id)).GetProperty("renewalAskedAt").ValueKind, Is.EqualTo(JsonValueKind.String));
        var timeline = await Audience.Read(await staff.GetAsync($"/api/v1/contacts/{renews.Id}/timeline"));
        Assert.That(timeline.GetProperty("items").EnumerateArray().Any(line => line.GetProperty("details").ToString().Contains("AskToRenew", StringComparison.Ordinal)), timeline.ToString());

        // As a plain form: what is ticked is renewed, to the words that were agreed to.
        var path = await Post.LinkTo(renews.Address);
        var page = await anyone.GetStringAsync(path);
        Assert.That(WebUtility.HtmlDecode(page), Does.Contain("Uusin suostumukseni osaajapooliin").And.Contain(Pool.Sentence));
        var version = System.Text.RegularExpressions.Regex.Match(page, "name=\"version\" value=\"(\\d+)\"").Groups[1].Value;
        var saved = await anyone.PostAsync(path, new FormUrlEncodedContent([new("version", version), new("renew", "expert-pool")]));
        Assert.That(saved.StatusCode, Is.EqualTo(HttpStatusCode.Redirect), await saved.Content.ReadAsStringAsync());
        var after = await Shown(renews.Id);
        Assert.That(after.GetProperty("consentValidUntil").GetString(), Is.EqualTo($"{Karelia.Crm.Accounts.Days.Of(DateTimeOffset.UtcNow).AddYears(3):O}"));
        Assert.That(after.GetProperty("renewalAskedAt").ValueKind, Is.EqualTo(JsonValueKind.Null), "of the consent that stands now nobody has asked");
        var entry = (await people.Consents(renews.Id)).GetProperty("events").EnumerateArray().First(e => e.GetProperty("kind").GetString() == "confirmed");
        Assert.That((entry.GetProperty("source").GetString(), entry.GetProperty("text").GetString(), entry.GetProperty("by").GetString()), Is.EqualTo(("link", Pool.Sentence, "Rekisteröity itse")));

        // A no beside a yes is a no.
        var token = Post.TokenOf(await Post.LinkTo(leaves.Address));
        var mine = $"/api/v1/public/preferences/{token}";
        using var both = new HttpRequestMessage(HttpMethod.Put, mine) { Content = JsonContent.Create(new { preferences = Array.Empty<object>(), stopAll = false, renew = new[] { "expert-pool" }, withdraw = new[] { "expert-pool" } }) };
        both.Headers.TryAddWithoutValidation("If-Match", (await anyone.GetAsync(mine)).Headers.ETag!.Tag);
        Assert.That((await Audience.Read(await anyone.SendAsync(both))).GetProperty("consents").GetArrayLength(), Is.Zero);
        Assert.That((await staff.GetAsync($"/api/v1/experts/{leaves.Id}")).StatusCode, Is.EqualTo(HttpStatusCode.NotFound));

        async Task<(Guid Id, string Address)> Expert(DateTimeOffset consented)
        {
            var address = Audience.AnAddress();
            var id = await people.Person(address);
            await Audience.Read(await staff.PostAsJsonAsync("/api/v1/experts", new { contactId = id, consent = new { source = "email", text = Pool.Sentence, at = consented } }));
            return (id, address);
        }

        async Task<JsonElement> Shown(Guid id) => await Audience.Read(await staff.GetAsync($"/api/v1/experts/{id}"));

        static async Task<int> Links(Guid id) => (int)await Sql.Value<long>("select count(*) from consent.links where subject_id = $1", id);
    }
}
