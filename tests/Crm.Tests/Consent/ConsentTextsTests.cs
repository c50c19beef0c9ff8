using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using UglyToad.PdfPig;

namespace Karelia.Crm.Tests.Consent;

/// <summary>The words by version, who is to be asked anew, what can be taken back, and the proof on paper.</summary>
[NonParallelizable]
internal sealed class ConsentTextsTests
{
    private const string Purpose = "phone.training";
    private readonly Audience people = new();

    [Test]
    public async Task A_published_version_makes_consents_to_the_one_before_a_renewal_list()
    {
        var (first, second) = ($"Saa soittaa. {people.Name}", $"Saa soittaa koulutuksista. {people.Name}");
        var v1 = await Add(first);
        await Publish(v1);
        var (old, unproven) = (await people.Person(), await people.Person());
        await Audience.Read(await people.TrySay(old, "", "", new { purpose = Purpose, kind = "given", source = "form", text = first }));
        await Audience.Read(await people.TrySay(unproven, "", "", new { purpose = Purpose, kind = "legacy-unproven", source = "old system" }));
        Assert.That(await InField("consent.old-text"), Has.No.Member(old));

        var published = await Publish(await Add(second));

        Assert.That(published.GetProperty("toRenew").GetInt32(), Is.GreaterThanOrEqualTo(1));
        Assert.That(await InField("consent.old-text"), Is.EqualTo(new[] { old }));
        Assert.That(await InField("consent.unproven"), Is.EqualTo(new[] { unproven }));
        var renewals = (await Audience.Read(await people.Communications.GetAsync("/api/v1/consents/renewals"))).GetProperty("items").EnumerateArray();
        Assert.That(renewals.Count(line => line.GetProperty("purpose").GetString() == Purpose), Is.EqualTo(2));
        var texts = (await Audience.Read(await people.Officer.GetAsync($"/api/v1/consent-texts?purpose={Purpose}"))).GetProperty("items").EnumerateArray().ToList();
        Assert.That(texts.Select(text => text.GetProperty("state").GetString()).Take(2), Is.EqualTo(new[] { "published", "replaced" }));
        Assert.That(texts[1].GetProperty("people").GetInt32(), Is.EqualTo(1));
        Assert.That(await (await people.Officer.PostAsync($"/api/v1/consent-texts/{v1}/publish", null)).Content.ReadAsStringAsync(), Does.Contain("/problems/already-published"));

        await Audience.Read(await people.TrySay(old, "", "", new { purpose = Purpose, kind = "confirmed", source = "form", text = second }));
        Assert.That(await InField("consent.old-text"), Is.Empty);
    }

    [Test]
    public async Task An_entry_by_mistake_is_taken_back_and_the_state_before_returns_but_a_no_stays()
    {
        var person = await people.Person();
        var given = await people.Says(person, "given", "email.events");
        await Annul(person, given, HttpStatusCode.Created);
        Assert.That(await people.Standing(person, "email.events"), Is.Null);
        await Annul(person, given, HttpStatusCode.Conflict, "already-annulled");

        var no = await people.Says(person, "withdrawn", "email.events");
        await Annul(person, no, HttpStatusCode.Conflict, "no-stays");
        Assert.That(Assert.ThrowsAsync<Npgsql.PostgresException>(() => Audience.Sql(
            "insert into consent.events (id, contact_id, purpose, kind, source, at, recorded_at, user_id, user_name, annuls) select gen_random_uuid(), contact_id, purpose, 'annulled', 'x', now(), now(), user_id, '', id from consent.events where id = $1",
            no.GetProperty("id").GetGuid()))!.SqlState, Is.EqualTo("CRM10"));
        var later = await people.Says(person, "given", "email.events");
        await Annul(person, later, HttpStatusCode.Created);
        Assert.That(await people.Standing(person, "email.events"), Is.EqualTo("withdrawn"));
    }

    [Test]
    public async Task The_proof_names_the_person_the_words_the_file_and_the_seal()
    {
        var person = await people.Person();
        var hash = new string('a', 64);
        var said = await Audience.Read(await people.TrySay(person, "", "", new { purpose = "email.alumni", kind = "given", source = "signed form", text = "Annan luvan.", fileName = "lupa.pdf", fileSha256 = hash }));
        await Task.Delay(1500);

        var answer = await people.Officer.GetAsync($"/api/v1/contacts/{person}/consents/{said.GetProperty("id").GetGuid()}/proof?language=en");

        Assert.That(answer.Content.Headers.ContentType!.MediaType, Is.EqualTo("application/pdf"), await answer.Content.ReadAsStringAsync());
        using var pdf = PdfDocument.Open(await answer.Content.ReadAsByteArrayAsync());
        var text = pdf.GetPages().Aggregate(new StringBuilder(), (all, page) => all.Append(page.Text)).ToString();
        foreach (var part in new[] { people.Name, "Annan luvan.", "lupa.pdf", "Proof of a consent", said.GetProperty("id").GetString()! })
            Assert.That(text.Replace(" ", "", StringComparison.Ordinal), Does.Contain(part.Replace(" ", "", StringComparison.Ordinal)));
        Assert.That((await people.Officer.GetAsync($"/api/v1/contacts/{await people.Person()}/consents/{said.GetProperty("id").GetGuid()}/proof")).StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
    }

    private async Task<Guid> Add(string text) => (await Audience.Read(await people.Officer.PostAsJsonAsync("/api/v1/consent-texts", new { purpose = Purpose, language = "fi", text }))).GetProperty("id").GetGuid();

    private async Task<JsonElement> Publish(Guid text) => await Audience.Read(await people.Officer.PostAsync($"/api/v1/consent-texts/{text}/publish", null));

    private async Task Annul(Guid person, JsonElement entry, HttpStatusCode status, string problem = "")
    {
        var answer = await people.Communications.PostAsJsonAsync($"/api/v1/contacts/{person}/consents/{entry.GetProperty("id").GetGuid()}/annul", new { reason = "Wrong person" });
        Assert.That(answer.StatusCode, Is.EqualTo(status));
        Assert.That(await answer.Content.ReadAsStringAsync(), Does.Contain(problem));
    }

    private async Task<IEnumerable<Guid>> InField(string field) => (await Audience.Read(await people.Communications.PostAsJsonAsync("/api/v1/target-groups/count", new
    {
        definition = new { all = new object[] { new { field = "contact.name", contains = people.Name }, new { field, @is = new[] { Purpose } } } },
        examples = 20,
    }))).GetProperty("examples").EnumerateArray().Select(person => person.GetProperty("contactId").GetGuid());
}
