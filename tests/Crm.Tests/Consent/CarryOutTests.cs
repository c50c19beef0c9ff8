using System.Net.Http.Json;
using System.Text.Json;

namespace Karelia.Crm.Tests.Consent;

/// <summary>What the system does by itself once a request is granted.</summary>
internal sealed class CarryOutTests
{
    private readonly Audience people = new();
    private readonly Officer officer = new();

    [Test]
    public async Task Erasure_erases_answers_at_the_same_time_and_leaves_a_request_without_a_person()
    {
        var email = Audience.AnAddress();
        var person = await people.Person(email);
        var request = await officer.Records("", more: new { kind = "erasure", contactId = person, name = $"Aino {people.Name}", email, message = "Kaikki pois" });
        await officer.Does(request, "identify", new { how = "Confirmed link" });
        await officer.Does(request, "decide", new { decision = "granted" });

        var done = await officer.Does(request, "carry-out", new { });

        Assert.That(done.GetProperty("state").GetString(), Is.EqualTo("answered"));
        Assert.That(done.GetProperty("certificateId").ValueKind, Is.EqualTo(JsonValueKind.String));
        Assert.That((await Post.To(email)).Text, Does.Contain("Tietonne on poistettu").And.Contain("Tietosuojavaltuutetun").And.Not.Contain(people.Name));
        Assert.That((int)(await officer.Http.GetAsync($"/api/v1/contacts/{person}")).StatusCode, Is.EqualTo(404));
        var left = await officer.Sees(request);
        foreach (var gone in new[] { "name", "email", "message", "identityCheck", "notes", "answer", "person" })
            Assert.That(left.GetProperty(gone).ValueKind, Is.EqualTo(JsonValueKind.Null), gone);
        Assert.That(left.GetProperty("steps").EnumerateArray().Select(step => step.GetProperty("step").GetString()), Is.EqualTo(new[] { "received", "matched", "identified", "decided", "carried-out", "answered" }));
        await using var traces = Crm.Database.CreateCommand("select count(*) from kernel.audit_values v where v.payload::text ilike '%' || $1 || '%'");
        traces.Parameters.Add(new() { Value = people.Name });
        Assert.That(await traces.ExecuteScalarAsync(), Is.Zero);
        Assert.That((int)(await officer.Http.GetAsync($"/api/v1/erasure-certificates/{left.GetProperty("certificateId").GetString()}")).StatusCode, Is.EqualTo(200));
    }

    [TestCase(false)]
    [TestCase(true)]
    public async Task An_erasure_from_the_persons_page_carries_the_open_request_out_and_answers_it(bool isDecided)
    {
        var email = Audience.AnAddress();
        var person = await people.Person(email);
        var request = isDecided ? await officer.Granted("erasure", person) : await officer.Records("erasure", person);

        await Audience.Read(await officer.Http.PostAsJsonAsync($"/api/v1/contacts/{person}/erase", new { reason = "Asked on the phone" }));

        var left = await officer.Sees(request);
        Assert.That(left.GetProperty("state").GetString(), Is.EqualTo("answered"));
        Assert.That(left.GetProperty("decision").GetString(), Is.EqualTo("granted"));
        Assert.That(left.GetProperty("certificateId").ValueKind, Is.EqualTo(JsonValueKind.String));
        Assert.That((await Post.To(email)).Text, Does.Contain("Tietonne on poistettu"));
    }

    [Test]
    public async Task A_restriction_hides_the_person_from_all_but_the_officer()
    {
        var person = await people.Person();
        var request = await officer.Granted("restriction", person);

        await officer.Does(request, "carry-out", new { });

        Assert.That((int)(await people.Manager.GetAsync($"/api/v1/contacts/{person}")).StatusCode, Is.EqualTo(404));
        Assert.That((await officer.Sees(request)).GetProperty("person").GetProperty("isRestricted").GetBoolean(), Is.True);
    }

    [Test]
    public async Task An_objection_ends_the_processing_that_the_officer_names()
    {
        var person = await people.Person();
        await people.Manager.PostAsync($"/api/v1/contacts/{person}/roles", System.Net.Http.Json.JsonContent.Create(new { role = "customer", basis = "legitimate-interest", source = "fair" }));
        var request = await officer.Granted("objection", person);
        Assert.That((await officer.Sees(request)).GetProperty("right").GetProperty("bases").EnumerateArray().Select(basis => basis.GetProperty("purpose").GetString()), Does.Contain("customer-care"));

        await officer.Does(request, "carry-out", new { purposes = new[] { "customer-care" } });

        Assert.That((await officer.Sees(request)).GetProperty("right").GetProperty("bases").EnumerateArray().Select(basis => basis.GetProperty("purpose").GetString()), Does.Not.Contain("customer-care"));
        Assert.That((await Audience.Read(await people.Communications.GetAsync($"/api/v1/contacts/{person}/preferences"))).GetProperty("objection").ValueKind, Is.EqualTo(JsonValueKind.Object));
    }

    [Test]
    public async Task A_withdrawal_ends_every_consent_that_stands_or_the_one_that_is_named()
    {
        var person = await people.Willing("newsletter");
        await people.Says(person, "given", "email.events");
        await officer.Does(await officer.Granted("withdrawal", person), "carry-out", new { purposes = new[] { "email.newsletter" } });
        Assert.That((await people.Standing(person, "email.newsletter"), await people.Standing(person, "email.events")), Is.EqualTo(("withdrawn", "given")));

        await officer.Does(await officer.Granted("withdrawal", person), "carry-out", new { });

        Assert.That(await people.Standing(person, "email.events"), Is.EqualTo("withdrawn"));
    }

    [Test]
    public async Task A_correction_says_what_was_corrected()
    {
        var request = await officer.Granted("rectification", await people.Person());

        Assert.That((int)(await officer.Try(request, "carry-out", new { })).StatusCode, Is.EqualTo(422));
        Assert.That((await officer.Does(request, "carry-out", new { done = "The town." })).GetProperty("done").GetString(), Is.EqualTo("The town."));
        Assert.That((await officer.Does(request, "answer", new { byHand = true })).GetProperty("answer").GetString(), Does.Contain("Tietonne on oikaistu"));
    }

    [Test]
    public async Task Who_is_not_in_the_register_is_told_so()
    {
        var email = Audience.AnAddress();
        var request = await officer.Records("", more: new { kind = "access", name = "Ei Ketään", email });
        await officer.Does(request, "identify", new { how = "Confirmed link" });
        await officer.Does(request, "decide", new { decision = "granted" });
        await officer.Does(request, "carry-out", new { });

        await officer.Does(request, "answer", new { });

        Assert.That((await Post.To(email)).Text, Does.Contain("ei ole teitä koskevia henkilötietoja").And.Not.Contain("/tietosi/"));
    }

    [Test]
    public async Task Two_who_carry_out_at_once_do_it_once()
    {
        var request = await officer.Granted("withdrawal", await people.Willing("newsletter"));

        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => officer.Try(request, "carry-out", new { })));

        Assert.That(answers.Count(answer => answer.IsSuccessStatusCode), Is.EqualTo(1));
    }
}
