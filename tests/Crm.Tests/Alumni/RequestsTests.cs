using System.Net;
using System.Net.Http.Json;
using Karelia.Crm.Kernel;

namespace Karelia.Crm.Tests.Alumni;

/// <summary>What alumni are asked for and what comes of it; mentoring; figures.</summary>
internal sealed class RequestsTests
{
    private readonly Graduates graduates = new();

    [Test]
    public async Task A_request_goes_from_asked_to_done_and_stands_in_the_timeline()
    {
        var id = await graduates.Add("Aino");
        var asked = await Graduates.Json(await graduates.Post($"/alumni/{id}/requests", new { form = "guest-lecture", topic = "Metsänhoito", course = "Metsätalouden perusteet", heldOn = "2027-03-12", channel = "email" }));
        Assert.That(asked.GetProperty("state").GetString(), Is.EqualTo("asked"));

        var path = $"/alumni/{id}/requests/{asked.GetProperty("id").GetGuid()}";
        var done = await Graduates.Json(await graduates.Change(HttpMethod.Patch, path, 1, new { state = "done", outcome = "Hyvä luento" }));

        Assert.That(done.GetProperty("outcome").GetString(), Is.EqualTo("Hyvä luento"));
        Assert.That((await graduates.Change(HttpMethod.Patch, path, 1, new { state = "declined" })).StatusCode, Is.EqualTo(HttpStatusCode.PreconditionFailed));
        var all = await graduates.Get($"/alumni/{id}/requests");
        Assert.That(all.GetProperty("items")[0].GetProperty("state").GetString(), Is.EqualTo("done"));
        Assert.That((await graduates.Get($"/contacts/{id}/timeline?kind=alumni-request")).GetProperty("items").GetArrayLength(), Is.EqualTo(1));
        Assert.That((await Graduates.Get(Crm.As(Role.Reader), $"/contacts/{id}/timeline")).ToString(), Does.Not.Contain("Metsänhoito"));
        Assert.That((await graduates.Get("/alumni/requests?state=done&limit=200")).GetProperty("items").EnumerateArray().Select(one => one.GetProperty("contactId").GetGuid()), Does.Contain(id));
    }

    [Test]
    public async Task One_who_is_asked_a_lot_is_asked_with_a_warning_not_refused()
    {
        var id = await graduates.Add("Bertta");
        var warned = new List<bool>();
        for (var i = 0; i < 8; i++)
            warned.Add((await Graduates.Json(await graduates.Post($"/alumni/{id}/requests", new { form = "mentor", topic = $"Pyyntö {i}" }))).GetProperty("load").GetProperty("isMany").GetBoolean());

        Assert.That(warned, Is.EqualTo(new[] { false, false, false, false, false, false, true, true }));
        Assert.That((await graduates.Get($"/alumni/{id}/requests")).GetProperty("load").GetProperty("requests").GetInt32(), Is.EqualTo(8));
    }

    [Test]
    public async Task A_form_that_nobody_knows_and_a_passive_person_are_refused()
    {
        var id = await graduates.Add("Cecilia");
        Assert.That((await graduates.Post($"/alumni/{id}/requests", new { form = "no-such-form", topic = "x" })).StatusCode, Is.EqualTo(HttpStatusCode.UnprocessableEntity));
        await Graduates.Json(await Crm.As(Role.CustomerManager).PostAsJsonAsync($"/api/v1/contacts/{id}/passivate", new { reason = "Testi" }));
        Assert.That((await graduates.Post($"/alumni/{id}/requests", new { form = "mentor", topic = "x" })).StatusCode, Is.EqualTo(HttpStatusCode.Conflict));
        Assert.That((await graduates.Post($"/alumni/{id}/mentorings", new { topic = "x", startsOn = "2026-11-01" })).StatusCode, Is.EqualTo(HttpStatusCode.Conflict));
    }

    [Test]
    public async Task A_mentoring_pair_keeps_initials_alone_of_the_student()
    {
        var id = await graduates.Add("Dora", form: "mentor");
        Assert.That((await graduates.Post($"/alumni/{id}/mentorings", new { topic = "Työnhaku", startsOn = "2026-11-01", mentee = "Aino Esimerkki" })).StatusCode, Is.EqualTo(HttpStatusCode.UnprocessableEntity));
        var pair = await Graduates.Json(await graduates.Post($"/alumni/{id}/mentorings", new { topic = "Työnhaku", startsOn = "2026-11-01", mentee = "A.E." }));

        var path = $"/alumni/{id}/mentorings/{pair.GetProperty("id").GetGuid()}";
        Assert.That((await graduates.Change(HttpMethod.Patch, path, 1, new { endsOn = "2026-10-01" })).StatusCode, Is.EqualTo(HttpStatusCode.UnprocessableEntity));
        await Graduates.Json(await graduates.Change(HttpMethod.Patch, path, 1, new { state = "active", endsOn = "2027-05-31" }));

        Assert.That((await graduates.Get($"/alumni/mentorings?contactId={id}")).GetProperty("items")[0].GetProperty("state").GetString(), Is.EqualTo("active"));
    }

    [Test]
    public async Task Figures_count_groups_and_keep_the_small_ones_to_themselves()
    {
        var code = $"f{Guid.CreateVersion7():n}";
        await Graduates.Json(await graduates.Post("/code-lists/programmes/codes", new { code, fi = $"Ala {code}", en = $"Field {code}" }));
        for (var i = 0; i < 7; i++)
            await graduates.Add($"Henkilö{i}", $"Ala {code}", i < 3 ? 2011 : 2012);

        var whole = (await graduates.Get("/alumni/figures")).GetProperty("groups").EnumerateArray().Single(line => line.GetProperty("programme").GetString() == code);
        var years = (await graduates.Get("/alumni/figures?by=programme-and-year")).GetProperty("groups").EnumerateArray().Where(line => line.GetProperty("programme").GetString() == code).ToList();

        Assert.That(whole.GetProperty("alumni").GetInt32(), Is.EqualTo(7));
        Assert.That(whole.GetProperty("offering").GetInt32(), Is.EqualTo(7));
        Assert.That(whole.GetProperty("mailable").GetInt32(), Is.Zero);
        Assert.That(years.Select(line => line.GetProperty("alumni").ValueKind), Is.All.EqualTo(System.Text.Json.JsonValueKind.Null));
        Assert.That((await graduates.Coordinator.GetAsync("/api/v1/alumni/figures.xlsx?headings=en")).Content.Headers.ContentType?.MediaType, Does.Contain("spreadsheetml"));
    }

    [Test]
    public async Task Who_withdrew_is_asked_nothing_more_and_stands_in_no_list_and_no_figure()
    {
        var (people, code) = (new Consent.Audience(), $"w{Guid.CreateVersion7():n}");
        await Graduates.Json(await graduates.Post("/code-lists/programmes/codes", new { code, fi = $"Ala {code}", en = $"Field {code}" }));
        await Graduates.Json(await graduates.Post("/code-lists/cooperation-forms/codes", new { code, fi = $"Muoto {code}", en = $"Form {code}" }));
        List<Guid> all = [];
        for (var i = 0; i < 6; i++)
        {
            all.Add(await graduates.Add($"Henkilö{i}", $"Ala {code}", form: code));
            await Graduates.Json(await graduates.Post($"/alumni/{all[i]}/requests", new { form = code, topic = "Luento", state = "done" }));
            await Graduates.Json(await graduates.Post($"/alumni/{all[i]}/mentorings", new { topic = "Työnhaku", startsOn = "2026-11-01", state = "active" }));
        }

        var gone = all[0];
        Assert.That(await Stands(), Is.EqualTo((6, 12, 6, 6, 6, 6, 1, 6)));
        await people.Says(gone, "given", "alumni");
        await people.Says(gone, "withdrawn", "alumni");

        Assert.That(await Stands(), Is.EqualTo((5, 10, 5, 5, 5, 5, 0, 5)));
        using (Assert.EnterMultipleScope())
        {
            Assert.That((await graduates.Post($"/alumni/{gone}/requests", new { form = code, topic = "x" })).StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
            Assert.That((await graduates.Post($"/alumni/{gone}/mentorings", new { topic = "x", startsOn = "2026-11-01" })).StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
            Assert.That((await graduates.Get($"/contacts/{gone}/timeline?kind=alumni-request")).GetProperty("items").GetArrayLength(), Is.EqualTo(1), "what was done stays in the person's own history");
        }

        async Task<(int Alumni, int Acts, int Offering, int Done, int Listed, int Requests, int Mentorings, int InGroup)> Stands()
        {
            var figures = await graduates.Get("/alumni/figures");
            var group = figures.GetProperty("groups").EnumerateArray().Single(line => line.GetProperty("programme").GetString() == code);
            var form = figures.GetProperty("forms").EnumerateArray().Single(line => line.GetProperty("form").GetString() == code);
            var counted = await Graduates.Json(await people.Communications.PostAsJsonAsync("/api/v1/target-groups/count", new { definition = new { field = "alumni.form", @is = new[] { code } }, examples = 0 }));
            return (
                group.GetProperty("alumni").GetInt32(), group.GetProperty("acts").GetInt32(), form.GetProperty("offering").GetInt32(), form.GetProperty("done").GetInt32(),
                (await graduates.Get($"/alumni?form={code}")).GetProperty("items").GetArrayLength(), (await graduates.Get($"/alumni/requests?form={code}")).GetProperty("items").GetArrayLength(),
                (await graduates.Get($"/alumni/mentorings?contactId={gone}")).GetProperty("items").GetArrayLength(), counted.GetProperty("count").GetInt32());
        }
    }

    [Test]
    public async Task Erasure_leaves_nothing_of_them()
    {
        var id = await graduates.Add("Eeva", form: "mentor");
        await Graduates.Json(await graduates.Post($"/alumni/{id}/requests", new { form = "mentor", topic = "Aihe" }));
        await Graduates.Json(await graduates.Post($"/alumni/{id}/mentorings", new { topic = "Aihe", startsOn = "2026-11-01" }));
        await Graduates.Sql($"insert into alumni.registrations (contact_id, channel, at, source) values ('{id}', 'webropol', now(), 'testi.xlsx')");

        var erased = await Graduates.Json(await Crm.As(Role.DataProtectionOfficer).PostAsJsonAsync($"/api/v1/contacts/{id}/erase", new { reason = "Testi" }));

        Assert.That(erased.GetProperty("erased").EnumerateArray().Where(e => e.GetProperty("module").GetString() == "Alumni").Select(e => e.GetProperty("category").GetString()),
            Is.SupersetOf(new[] { "alumni", "degrees", "interests", "registrations", "alumni-requests", "mentorings" }));
        foreach (var table in new[] { "alumni", "degrees", "interests", "registrations", "alumni_requests", "mentorings" })
        {
            await using var left = Crm.Database.CreateCommand($"select count(*) from alumni.{table} where contact_id = '{id}'");
            Assert.That(await left.ExecuteScalarAsync(), Is.EqualTo(0L), table);
        }
    }

    [Test]
    public async Task Withdrawing_the_alumni_consent_puts_them_in_the_queue()
    {
        var people = new Consent.Audience();
        var id = await graduates.Add("Fanni", form: "mentor");
        await Graduates.Json(await graduates.Post($"/alumni/{id}/requests", new { form = "mentor", topic = "Aihe" }));
        await Consent.PurposesTests.Role(id, "alumnus");
        await people.Says(id, "given", "alumni");
        await people.Says(id, "withdrawn", "alumni");

        var queue = await Graduates.Get(Crm.As(Role.DataProtectionOfficer), "/erasure-queue?limit=200");
        var task = queue.GetProperty("items").EnumerateArray().Single(one => one.ToString().Contains(id.ToString(), StringComparison.Ordinal));

        Assert.That(task.GetProperty("goes").EnumerateArray().SelectMany(g => g.GetProperty("fields").EnumerateArray()).Select(f => f.GetProperty("fi").GetString()), Does.Contain("pyynnön aihe"));
    }
}
