using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Karelia.Crm.Administration.Audit;
using Karelia.Crm.Kernel;
using Karelia.Crm.Tests.Imports;
using Microsoft.Extensions.DependencyInjection;

namespace Karelia.Crm.Tests.Consent;

/// <summary>The third law: erased is erased, everywhere, and stays so.</summary>
internal sealed class ErasureTests
{
    [Test]
    public async Task A_canary_led_through_every_feature_leaves_no_trace_and_no_sheet_brings_it_back()
    {
        await using var desk = await Desk.Open();
        var canary = new Canary(desk);
        await canary.Live();
        Assert.That((await canary.Hits()).Select(hit => hit.Split(':')[0]).Distinct().Count(), Is.GreaterThan(12), "the canary is everywhere before");

        var plan = await desk.Get($"/contacts/{canary.Id}/erasure-plan", canary.Officer);
        var done = await canary.Erase();
        var certificate = await canary.Certificate(done);

        Assert.That(await canary.Hits(), Is.Empty);
        Assert.That(Canary.Text(certificate, "verification"), Is.EqualTo("clean"), certificate.ToString());
        using (Assert.EnterMultipleScope())
        {
            Assert.That(done.GetProperty("erased").EnumerateArray().Select(item => Canary.Text(item, "category")), Is.SupersetOf(plan.GetProperty("items").EnumerateArray().Where(item => Canary.Text(item, "action") == "erase").Select(item => Canary.Text(item, "category"))));
            Assert.That((await canary.Manager.GetAsync($"/api/v1/contacts/{canary.Id}")).StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
            Assert.That((await canary.Officer.GetAsync($"/api/v1/contacts/{canary.Id}")).StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
            Assert.That(await desk.Scalar<long>($"select count(*) from accounts.contacts where id = '{canary.Id}' and erased_at is not null and last_name = ''"), Is.EqualTo(1L));
            // What others told stays.
            Assert.That(Canary.Text(await canary.Get($"/activities/{canary.SharedActivity}"), "text"), Does.Contain("Kaisa tuli myös").And.Contain("[poistettu]"));
            Assert.That(Canary.Text(await canary.Get($"/needs/{canary.Need}"), "text"), Does.StartWith("Tarvitaan osaajia, sanoi [poistettu]"));
            Assert.That(certificate.GetProperty("notices").GetArrayLength(), Is.EqualTo(1));
            Assert.That(certificate.GetProperty("notices")[0].GetProperty("text").GetString(), Does.Contain(canary.Id.ToString()));
        }

        // As PDF it is the same, and names nobody: not the erased, not who erased.
        foreach (var (language, says) in new[] { ("fi", new[] { "Poistotodistus", "Sähköpostiosoitteet", "ei jälkiä", canary.Id.ToString(), "liana" }), ("en", ["Certificate of erasure", "E-mail addresses", "no traces", "Saved searches"]) })
        {
            var text = await canary.Printed(done, language);
            foreach (var part in says)
                Assert.That(text, Does.Contain(Canary.Close(part)));
            foreach (var name in canary.Values.Append(Canary.Text(certificate, "by")))
                Assert.That(text, Does.Not.Contain(Canary.Close(name)).IgnoreCase);
        }

        // Evidence is gone and its seals hold.
        Assert.That(await desk.Scalar<long>("select count(*) from kernel.erased_evidence"), Is.GreaterThan(2L));
        var seals = desk.Services.GetRequiredService<Seals>();
        await seals.Seal(default);
        Assert.That(await seals.Verify(default), Is.Empty);

        // The same sheet again, and a line with the name and the day alone.
        var again = await desk.Upload(People.Sheet(canary.Line, canary.Line with { Email = "" }), "uudelleen.xlsx", client: canary.Manager);
        Assert.That((await again.Rows()).Select(row => row.Codes()), Is.All.EqualTo(new[] { "held-for-officer" }));
        Assert.That((await desk.Get($"/imports/{again.Id}/rows", canary.Officer)).GetProperty("items").EnumerateArray().Select(row => row.Codes()), Is.All.EqualTo(new[] { "previously-erased" }));
        await desk.Run($"/imports/{again.Id}/commit");
        Assert.That(await desk.Scalar<long>($"select count(*) from accounts.contact_emails where address = '{canary.Email}'"), Is.Zero);

        // By hand: others are held, the officer decides.
        object person = new { lastName = "Uusi", firstNames = "Nimi", emails = new[] { new { address = canary.Email, kind = "personal" } } };
        Assert.That(await Type(await canary.Manager.PostAsJsonAsync("/api/v1/contacts", person)), Is.EqualTo("/problems/held-for-officer"));
        Assert.That(await Type(await canary.Officer.PostAsJsonAsync("/api/v1/contacts", person)), Is.EqualTo("/problems/previously-erased"));
        var knowing = new { lastName = "Uusi", firstNames = "Nimi", emails = new[] { new { address = canary.Email, kind = "personal" } }, evenIfErased = true };
        Assert.That((await canary.Officer.PostAsJsonAsync("/api/v1/contacts", knowing)).StatusCode, Is.EqualTo(HttpStatusCode.Created));
    }

    [Test]
    public async Task A_consent_that_is_withdrawn_takes_its_own_register_and_no_other()
    {
        await using var desk = await Desk.Open();
        var canary = new Canary(desk);
        await canary.Live();
        string[] pool = ["experts.experts", "experts.assignments", "experts.files", "experts.file_contents", "experts.shortlisted", "experts.vocabulary"];
        string[] others = ["alumni.alumni", "alumni.degrees", "alumni.registrations", "alumni.alumni_requests", "alumni.mentorings", "events.participants", "events.special_needs", "events.ticks"];
        var before = await desk.Dump();
        Assert.That(pool.Concat(others).Where(table => before[table].Length == 0), Is.Empty);

        await canary.Post($"/contacts/{canary.Id}/consents", new { purpose = "expert-pool", kind = "withdrawn", source = "phone" });
        var queue = (await desk.Get("/erasure-queue?limit=200", canary.Officer)).GetProperty("items").EnumerateArray().Where(item => item.ToString().Contains(canary.Id.ToString(), StringComparison.Ordinal)).ToList();
        var done = await canary.Officer.PostAsync($"/api/v1/erasure-queue/{Canary.Text(queue.Single(), "id")}/erase", null);

        Assert.That(done.IsSuccessStatusCode, await done.Content.ReadAsStringAsync());
        var after = await desk.Dump();
        using (Assert.EnterMultipleScope())
        {
            foreach (var table in pool)
                Assert.That(after[table], Is.Empty, table);
            foreach (var table in others)
                Assert.That(after[table], Is.EqualTo(before[table]), table);
        }
    }

    [Test]
    public async Task The_verifier_names_where_a_trace_was_left()
    {
        await using var desk = await Desk.Open();
        var canary = new Canary(desk);
        await canary.Live();
        var done = await canary.Erase();
        await canary.Certificate(done);
        await desk.Execute($"update accounts.accounts set website = 'https://example.com/?who={canary.Email}'; update accounts.activities set text = 'Soita 0{canary.Phone[4..]} {canary.Last} {canary.First}, synt. 3.4.1979' where id = '{canary.SharedActivity}'");

        var job = await canary.Officer.PostAsync($"/api/v1/erasure-certificates/{Canary.Text(done, "certificateId")}/verify", null);
        Assert.That(job.StatusCode, Is.EqualTo(HttpStatusCode.Accepted));
        var id = (await job.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("jobId").GetString();
        while (Canary.Text(await desk.Get($"/jobs/{id}", canary.Officer), "state") is "queued" or "running")
            await Task.Delay(50);
        var found = (await canary.Certificate(done)).GetProperty("found").EnumerateArray().Select(one => $"{Canary.Text(one, "place")} {Canary.Text(one, "kind")}").ToList();

        Assert.That(found, Is.SupersetOf(new[] { "accounts.accounts.website email", "accounts.activities.text phone", "accounts.activities person" }));
        Assert.That(found, Has.None.Contains("contacts"));
    }

    [Test]
    public async Task Where_two_are_asked_for_one_proposes_and_another_carries_out()
    {
        await using var desk = await Desk.Open(works: Role.DataProtectionOfficer);
        var (one, other) = (desk.As(Role.DataProtectionOfficer), desk.As(Role.DataProtectionOfficer, Role.Admin));
        await desk.Execute("insert into consent.erasure_settings (id, needs_two) values (1, true)");
        var id = (await (await desk.As(Role.CustomerManager).PostAsJsonAsync("/api/v1/contacts", new { lastName = "Ehdokas", firstNames = "Elli" })).Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetString();

        var first = await one.PostAsJsonAsync($"/api/v1/contacts/{id}/erase", new { reason = "Pyyntö" });
        Assert.That(first.StatusCode, Is.EqualTo(HttpStatusCode.Accepted));
        Assert.That(await Type(await one.PostAsJsonAsync($"/api/v1/contacts/{id}/erase", new { reason = "Pyyntö" })), Is.EqualTo("/problems/own-proposal"));
        await desk.Execute("update consent.erasure_proposals set by_id = gen_random_uuid(), by = 'Toinen'");
        var done = await (await other.PostAsJsonAsync($"/api/v1/contacts/{id}/erase", new { reason = "Pyyntö" })).Content.ReadFromJsonAsync<JsonElement>();

        var certificate = await desk.Get($"/erasure-certificates/{Canary.Text(done, "certificateId")}", one);
        Assert.That(Canary.Text(certificate, "proposedBy"), Is.EqualTo("Toinen"));
    }

    [Test]
    public async Task A_restored_backup_brings_nobody_back()
    {
        var journal = Path.GetTempFileName();
        await using var desk = await Desk.Open(web => web.UseSetting("Erasure:Journal", journal), works: Role.DataProtectionOfficer);
        var manager = desk.As(Role.CustomerManager);
        async Task<string> Person(string email) => Canary.Text(await (await manager.PostAsJsonAsync("/api/v1/contacts", new { lastName = "Palaaja", firstNames = "Pekka", emails = new[] { new { address = email, kind = "personal" } } })).Content.ReadFromJsonAsync<JsonElement>(), "id");
        var (before, after) = ($"a{Guid.CreateVersion7():n}@example.com", $"b{Guid.CreateVersion7():n}@example.com");
        var old = await Person(before);
        var backup = await desk.Backup();
        var late = await Person(after);
        foreach (var id in new[] { old, late })
            Assert.That((await desk.As(Role.DataProtectionOfficer).PostAsJsonAsync($"/api/v1/contacts/{id}/erase", new { reason = "Pyyntö" })).StatusCode, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(File.ReadAllText(journal), Does.Contain(old).And.Contain(late).And.Not.Contain("@"));

        await using var restored = Desk.Over(backup, web => web.UseSetting("Erasure:Journal", journal));

        Assert.That((await restored.As(Role.Reader).GetAsync($"/api/v1/contacts/{old}")).StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
        Assert.That(await restored.Scalar<long>("select count(*) from accounts.contact_emails"), Is.Zero);
        foreach (var email in new[] { before, after })
            Assert.That(await Type(await restored.As(Role.CustomerManager).PostAsJsonAsync("/api/v1/contacts", new { lastName = "X", firstNames = "Y", emails = new[] { new { address = email, kind = "personal" } } })), Is.EqualTo("/problems/held-for-officer"));
        File.Delete(journal);
    }

    [Test]
    public async Task An_address_that_another_has_too_stays_with_the_other()
    {
        var people = new Audience();
        var shared = Audience.AnAddress();
        var (one, other) = (await people.Person(shared), await people.Person(shared, firstNames: "Toinen"));

        Assert.That((await people.Officer.PostAsJsonAsync($"/api/v1/contacts/{one}/erase", new { reason = "Pyyntö" })).StatusCode, Is.EqualTo(HttpStatusCode.OK));

        var left = await Audience.Read(await people.Manager.GetAsync($"/api/v1/contacts/{other}"));
        Assert.That(left.GetProperty("emails")[0].GetProperty("address").GetString(), Is.EqualTo(shared));
    }

    [Test]
    public async Task Only_the_officer_erases_and_a_reason_is_needed()
    {
        var people = new Audience();
        var id = await people.Person();

        Assert.That((await people.Manager.PostAsJsonAsync($"/api/v1/contacts/{id}/erase", new { reason = "x" })).StatusCode, Is.EqualTo(HttpStatusCode.Forbidden));
        Assert.That((await people.Officer.PostAsJsonAsync($"/api/v1/contacts/{id}/erase", new { reason = " " })).StatusCode, Is.EqualTo(HttpStatusCode.UnprocessableEntity));
        Assert.That((await people.Officer.PostAsJsonAsync($"/api/v1/contacts/{Guid.CreateVersion7()}/erase", new { reason = "x" })).StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
    }

    private static async Task<string?> Type(HttpResponseMessage answer) => (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("type").GetString();
}
