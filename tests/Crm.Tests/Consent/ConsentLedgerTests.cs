using System.Net;
using System.Text.Json;
using Karelia.Crm.Kernel;
using Npgsql;

namespace Karelia.Crm.Tests.Consent;

internal sealed class ConsentLedgerTests
{
    private readonly Audience people = new();

    [Test]
    public async Task What_was_said_is_kept_with_its_evidence_and_the_last_word_stands()
    {
        var person = await people.Person();
        var given = await Audience.Read(await people.TrySay(person, "", "", new { purpose = "email.events", kind = "given", text = "I want invitations.", source = "Fair 2026", at = "2026-01-05T10:00:00Z" }));
        await people.Says(person, "withdrawn", "email.events");

        var consents = await people.Consents(person, Crm.As(Role.Reader));

        var events = consents.GetProperty("events");
        Assert.That(events.EnumerateArray().Select(e => e.GetProperty("kind").GetString()), Is.EqualTo(new[] { "withdrawn", "given" }));
        Assert.That(events[1].GetProperty("text").GetString(), Is.EqualTo("I want invitations."));
        Assert.That(events[1].GetProperty("source").GetString(), Is.EqualTo("Fair 2026"));
        Assert.That(events[1].GetProperty("at").GetDateTimeOffset(), Is.EqualTo(new DateTimeOffset(2026, 1, 5, 10, 0, 0, TimeSpan.Zero)));
        Assert.That(events[1].GetProperty("id").GetGuid(), Is.EqualTo(given.GetProperty("id").GetGuid()));
        Assert.That(consents.GetProperty("standing")[0].GetProperty("state").GetString(), Is.EqualTo("withdrawn"));
    }

    [Test]
    public async Task The_same_words_are_kept_once()
    {
        var text = $"Suostun {Guid.CreateVersion7()}";
        var (one, two) = (await people.Person(), await people.Person());
        await Task.WhenAll(new[] { one, two }.Select(p => people.TrySay(p, "", "", new { purpose = "email.alumni", kind = "given", text, source = "paper" })));

        Assert.That(await Count("select count(*) from consent.texts where text = $1", text), Is.EqualTo(1));
        Assert.That((await people.Consents(two)).GetProperty("events")[0].GetProperty("text").GetString(), Is.EqualTo(text));
    }

    [Test]
    public async Task Leaving_the_alumni_stops_at_the_same_moment_what_rests_on_the_registration_and_nothing_else()
    {
        var person = await people.Person();
        await Audience.Sql("insert into accounts.contact_roles (id, contact_id, role, basis, source, started_on) values (gen_random_uuid(), $1, 'alumnus', 'consent', 'webropol', '2025-01-01')", person);
        foreach (var purpose in new[] { "alumni", "email.alumni", "email.events" })
            await Registered(person, purpose);
        await people.Says(person, "given", "email.training");

        await people.Says(person, "withdrawn", "alumni");

        foreach (var purpose in new[] { "alumni", "email.alumni", "email.events" })
            Assert.That(await people.Standing(person, purpose), Is.EqualTo("withdrawn"), purpose);
        Assert.That(await people.Standing(person, "email.training"), Is.EqualTo("given"));
        Assert.That(await Count("select count(*) from accounts.role_holder where contact_id = $1", person), Is.Zero);
    }

    [Test]
    public async Task Invitations_that_the_person_asked_for_otherwise_stay()
    {
        var person = await people.Person();
        await Registered(person, "alumni");
        await people.Says(person, "given", "email.events");

        await people.Says(person, "withdrawn", "alumni");

        Assert.That(await people.Standing(person, "email.events"), Is.EqualTo("given"));
    }

    [Test]
    public async Task A_passive_person_may_say_no_and_nothing_else()
    {
        var person = await people.Willing("alumni");
        await Audience.Sql("insert into accounts.contact_roles (id, contact_id, role, basis, source, started_on) values (gen_random_uuid(), $1, 'alumnus', 'consent', 'webropol', '2025-01-01')", person);
        await Audience.Passivate(person);

        var given = await people.TrySay(person, "given", "email.events");
        Assert.That(given.StatusCode, Is.EqualTo(HttpStatusCode.Conflict));
        Assert.That(await given.Content.ReadAsStringAsync(), Does.Contain("/problems/passive-record"));
        Assert.That((await people.TrySay(person, "refused", "email.newsletter")).StatusCode, Is.EqualTo(HttpStatusCode.Created));
        Assert.That((await people.TrySay(person, "withdrawn", "alumni")).StatusCode, Is.EqualTo(HttpStatusCode.Created));
        Assert.That(await Count("select count(*) from accounts.role_holder where contact_id = $1", person), Is.Zero);
        Assert.That(Assert.ThrowsAsync<PostgresException>(() => Registered(person, "email.events"))!.SqlState, Is.EqualTo("CRM09"));
    }

    [Test]
    public async Task A_restricted_person_is_unknown_to_all_but_the_officer()
    {
        var person = await people.Willing("alumni");
        await Audience.Restrict(person);

        foreach (var path in new[] { "consents", "preferences" })
        {
            Assert.That((await people.Communications.GetAsync($"/api/v1/contacts/{person}/{path}")).StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
            Assert.That((await people.Officer.GetAsync($"/api/v1/contacts/{person}/{path}")).StatusCode, Is.EqualTo(HttpStatusCode.OK));
            Assert.That((await people.Communications.GetAsync($"/api/v1/contacts/{Guid.CreateVersion7()}/{path}")).StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
        }

        Assert.That((await people.TrySay(person, "withdrawn", "email.alumni")).StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
        Assert.That((await people.TrySay(person, "withdrawn", "email.alumni", client: people.Officer)).StatusCode, Is.EqualTo(HttpStatusCode.Created));
    }

    [Test]
    public async Task An_elder_yes_does_not_undo_a_later_no()
    {
        var person = await people.Person();
        await people.Says(person, "withdrawn", "email.events");

        var found = await people.TrySay(person, "", "", new { purpose = "email.events", kind = "given", source = "old form", at = "2020-05-05T00:00:00Z" });

        Assert.That(await found.Content.ReadAsStringAsync(), Does.Contain("/problems/said-no-later"));
        Assert.That(await people.Standing(person, "email.events"), Is.EqualTo("withdrawn"));
        Assert.That((await people.TrySay(person, "confirmed", "email.events")).StatusCode, Is.EqualTo(HttpStatusCode.Conflict));
        await people.Says(person, "given", "email.events");
        Assert.That(await people.Standing(person, "email.events"), Is.EqualTo("given"));
    }

    [Test]
    public async Task An_annulled_entry_returns_the_state_before_it()
    {
        var person = await people.Person();
        await people.Says(person, "refused", "email.alumni");
        var second = await Registered(person, "email.alumni");
        Assert.That(await people.Standing(person, "email.alumni"), Is.EqualTo("given"));
        await Annul(person, "email.alumni", second);
        Assert.That(await people.Standing(person, "email.alumni"), Is.EqualTo("refused"));

        var only = await Registered(person, "email.events");
        await Annul(person, "email.events", only);
        Assert.That(await people.Standing(person, "email.events"), Is.Null);
        Assert.That(Assert.ThrowsAsync<PostgresException>(() => Annul(person, "email.events", only))!.SqlState, Is.EqualTo("23505"));
    }

    [TestCase("update consent.events set kind = 'given' where contact_id = $1")]
    [TestCase("delete from consent.events where contact_id = $1")]
    [TestCase("delete from consent.disclosed_contacts where contact_id = $1")]
    [TestCase("update consent.disclosed_contacts set contact_id = $1 where contact_id = $1")]
    public async Task Evidence_is_only_added(string sql)
    {
        var person = await people.Person();
        Assert.That(Assert.ThrowsAsync<PostgresException>(() => Audience.Sql(sql, person))!.SqlState, Is.EqualTo("CRM10"));
    }

    [Test]
    public async Task What_cannot_be_said_is_refused()
    {
        var person = await people.Person();
        foreach (var (body, status) in new (object, int)[]
        {
            (new { purpose = "email.weather", kind = "given", source = "x" }, 422), (new { purpose = "alumni", kind = "annulled", source = "x" }, 422), (new { purpose = "alumni", kind = "expired", source = "x" }, 409),
            (new { purpose = "alumni", kind = "given", source = "" }, 422), (new { purpose = "alumni", kind = "given", source = "x", at = "2999-01-01T00:00:00Z" }, 422),
            (new { purpose = "alumni", kind = "given", source = "x", text = "\u0000" }, 422), (new { purpose = "alumni", kind = "given" }, 422), (new { purpose = "alumni", kind = "given", source = "x", row = 1 }, 400), (new { purpose = "alumni", kind = "given", source = "x", fileSha256 = "abc" }, 422),
        })
        {
            Assert.That((int)(await people.TrySay(person, "", "", body)).StatusCode, Is.EqualTo(status), JsonSerializer.Serialize(body));
        }

        Assert.That((await people.Consents(person)).GetProperty("events").GetArrayLength(), Is.Zero);
    }

    [Test]
    public async Task A_yes_and_a_no_at_the_same_moment_leave_the_last_entry_standing()
    {
        for (var round = 0; round < 30; round++)
        {
            var person = await people.Person();
            await Task.WhenAll(new[] { "given", "withdrawn", "given", "refused" }.Select(kind => people.Says(person, kind, "email.events")));
            Assert.That(await Count("select count(*) from consent.standings s where s.contact_id = $1 and s.event_id = (select id from consent.events e where e.contact_id = s.contact_id order by sequence desc limit 1)", person), Is.EqualTo(1));
        }
    }

    /// <summary>An entry as an import makes it.</summary>
    private static async Task<Guid> Registered(Guid person, string purpose)
    {
        var id = Guid.CreateVersion7();
        await Audience.Sql(
            "insert into consent.events (id, contact_id, purpose, kind, source, file_name, row, at, recorded_at, user_id, user_name) values ($1, $2, $3, 'given', 'webropol', 'a.xlsx', 2, now(), now(), $1, 'Test')",
            id, person, purpose);
        return id;
    }

    private static Task Annul(Guid person, string purpose, Guid entry) => Audience.Sql(
        "insert into consent.events (id, contact_id, purpose, kind, source, at, recorded_at, user_id, user_name, annuls) values (gen_random_uuid(), $1, $2, 'annulled', 'undo', now(), now(), $1, 'Test', $3)",
        person, purpose, entry);

    private static async Task<long> Count(string sql, object value)
    {
        await using var command = Crm.Database.CreateCommand(sql);
        command.Parameters.Add(new() { Value = value });
        return (long)(await command.ExecuteScalarAsync())!;
    }
}
