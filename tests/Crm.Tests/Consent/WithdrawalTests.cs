using System.Net.Http.Json;
using System.Text.Json;

namespace Karelia.Crm.Tests.Consent;

/// <summary>What rested on a lost purpose alone waits for erasure, and nothing else does.</summary>
internal sealed class WithdrawalTests
{
    private readonly Audience people = new();

    [Test]
    public async Task An_alumnus_who_is_also_a_partners_contact_keeps_what_the_partnership_declares()
    {
        var person = await AnAlumnus("partner");

        await people.Says(person, "withdrawn", "alumni");

        var task = (await Queue(person)).Single();
        Assert.That(task.GetProperty("purpose").GetString(), Is.EqualTo("alumni"));
        Assert.That(task.GetProperty("cause").GetString(), Is.EqualTo("withdrawn"));
        Assert.That(task.GetProperty("isAll").GetBoolean(), Is.False);
        Assert.That(task.GetProperty("dueOn").GetDateTime(), Is.GreaterThan(DateTime.UtcNow.AddDays(28)).And.LessThan(DateTime.UtcNow.AddDays(32)));
        var goes = task.GetProperty("goes").EnumerateArray().ToList();
        Assert.That(goes.Select(g => g.GetProperty("module").GetString()).Distinct(), Is.EqualTo(new[] { "Alumni" }));
        Assert.That(goes.SelectMany(g => g.GetProperty("fields").EnumerateArray()).Select(f => f.GetProperty("fi").GetString()), Does.Contain("syntymäaika").And.Not.Contain("sukunimi"));
    }

    [Test]
    public async Task Of_one_who_was_nothing_but_an_alumnus_all_goes()
    {
        var person = await AnAlumnus();

        await people.Says(person, "withdrawn", "alumni");

        var task = (await Queue(person)).Single();
        Assert.That(task.GetProperty("isAll").GetBoolean());
        Assert.That(task.GetProperty("goes").EnumerateArray().SelectMany(g => g.GetProperty("fields").EnumerateArray()).Select(f => f.GetProperty("fi").GetString()), Does.Contain("sukunimi").And.Contain("sähköposti"));
    }

    [Test]
    public async Task The_list_asks_each_table_once_for_all_its_people()
    {
        await people.Says(await AnAlumnus(), "withdrawn", "alumni");
        await people.Says(await AnAlumnus(), "withdrawn", "alumni");
        using var watch = new SqlWatch();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/erasure-queue?limit=200");
        var trace = watch.Follow(request);

        await Audience.Read(await people.Officer.SendAsync(request));

        Assert.That(watch.Of(trace).Where(sql => sql.Contains("count(*)", StringComparison.Ordinal) || sql.Contains("active_purpose", StringComparison.Ordinal)), Is.Unique.And.Not.Empty);
    }

    [Test]
    public async Task All_of_a_person_goes_when_nothing_else_needs_it()
    {
        var person = await AnAlumnus();
        await people.Says(person, "withdrawn", "alumni");

        await Audience.Read(await people.Officer.PostAsync($"/api/v1/erasure-queue/{(await Queue(person)).Single().GetProperty("id").GetString()}/erase", null));

        Assert.That((int)(await people.Officer.GetAsync($"/api/v1/contacts/{person}")).StatusCode, Is.EqualTo(404));
    }

    [Test]
    public async Task A_consent_given_again_takes_it_off_the_queue()
    {
        var person = await AnAlumnus();
        await people.Says(person, "withdrawn", "alumni");
        await PurposesTests.Role(person, "alumnus");
        await people.Says(person, "given", "alumni");

        Assert.That(await Queue(person), Is.Empty);
    }

    [Test]
    public async Task The_end_of_a_role_and_an_objection_queue_too_and_the_objection_can_be_taken_back()
    {
        var person = await people.Person();
        await PurposesTests.Role(person, "customer");
        await PurposesTests.Role(person, "participant");
        await Audience.Sql("update accounts.contact_roles set ended_on = current_date where contact_id = $1 and role = 'participant'", person);
        var objection = await Audience.Read(await people.Officer.PostAsJsonAsync($"/api/v1/contacts/{person}/objections", new { purpose = "customer-care", reason = "No" }));
        Assert.That((await Queue(person)).Select(t => $"{t.GetProperty("purpose")} {t.GetProperty("cause")}"), Is.EquivalentTo(new[] { "participation role-ended", "customer-care objected" }));

        await Audience.Read(await people.Officer.PostAsync($"/api/v1/contacts/{person}/objections/{objection.GetProperty("id").GetString()}/lift", null));

        Assert.That((await Queue(person)).Select(t => t.GetProperty("purpose").GetString()), Is.EqualTo(new[] { "participation" }));
    }

    [Test]
    public async Task It_can_be_kept_with_a_reason()
    {
        var person = await AnAlumnus();
        await people.Says(person, "withdrawn", "alumni");
        var id = (await Queue(person)).Single().GetProperty("id").GetString();

        var kept = await Audience.Read(await people.Officer.PostAsJsonAsync($"/api/v1/erasure-queue/{id}/keep", new { reason = "A claim is being settled" }));

        Assert.That(kept.GetProperty("state").GetString(), Is.EqualTo("kept"));
        Assert.That(await Queue(person), Is.Empty);
        Assert.That((int)(await people.Officer.PostAsJsonAsync($"/api/v1/erasure-queue/{id}/keep", new { reason = "Again" })).StatusCode, Is.EqualTo(409));
    }

    [Test]
    public async Task Erasing_takes_the_fields_of_the_lost_purpose_and_leaves_the_partners_contact()
    {
        var person = await AnAlumnus("partner");
        await people.Says(person, "withdrawn", "alumni");
        var id = (await Queue(person)).Single().GetProperty("id").GetString();
        await people.Officer.PostAsJsonAsync($"/api/v1/contacts/{person}/legal-holds", new { reason = "A claim" });
        Assert.That((int)(await people.Officer.PostAsync($"/api/v1/erasure-queue/{id}/erase", null)).StatusCode, Is.EqualTo(409), "a legal hold keeps it");
        var hold = (await Audience.Read(await people.Officer.GetAsync($"/api/v1/contacts/{person}/purposes"))).GetProperty("legalHolds")[0].GetProperty("id").GetString();
        await Audience.Read(await people.Officer.PostAsJsonAsync($"/api/v1/contacts/{person}/legal-holds/{hold}/lift", new { reason = "Settled" }));

        var done = await Audience.Read(await people.Officer.PostAsync($"/api/v1/erasure-queue/{id}/erase", null));

        Assert.That(done.GetProperty("state").GetString(), Is.EqualTo("done"));
        Assert.That(done.GetProperty("certificateId").GetGuid(), Is.Not.EqualTo(Guid.Empty));
        Assert.That((int)(await people.Officer.GetAsync($"/api/v1/alumni/{person}")).StatusCode, Is.EqualTo(404));
        Assert.That((await Audience.Read(await people.Officer.GetAsync($"/api/v1/contacts/{person}"))).GetProperty("lastName").GetString(), Is.EqualTo(people.Name));
        Assert.That(await Queue(person), Is.Empty);
    }

    private async Task<Guid> AnAlumnus(params string[] roles)
    {
        var person = await people.Person();
        foreach (var role in roles.Append("alumnus"))
            await PurposesTests.Role(person, role);
        await people.Says(person, "given", "alumni");
        await Audience.Sql("insert into alumni.alumni (contact_id, former_last_name, employer, registered_at, source, version, updated_at) values ($1, 'Entinen', 'Esimerkki Oy', now(), 'webropol', 1, now())", person);
        return person;
    }

    private async Task<List<JsonElement>> Queue(Guid person)
    {
        var found = new List<JsonElement>();
        string? cursor = null;
        do
        {
            var page = await Audience.Read(await people.Officer.GetAsync($"/api/v1/erasure-queue?limit=200{(cursor is null ? "" : $"&cursor={cursor}")}"));
            found.AddRange(page.GetProperty("items").EnumerateArray().Where(t => t.GetProperty("contactId").GetGuid() == person));
            cursor = page.GetProperty("nextCursor").GetString();
        } while (cursor is not null);
        return found;
    }
}
