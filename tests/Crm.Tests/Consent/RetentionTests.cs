using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Karelia.Crm.Accounts;
using Karelia.Crm.Administration.Audit;
using Karelia.Crm.Consent.Retention;
using Karelia.Crm.Kernel;
using Karelia.Crm.Tests.Rules;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace Karelia.Crm.Tests.Consent;

/// <summary>In databases of their own: a run means everybody. Nothing is erased by a rule that nobody approved.</summary>
internal sealed class RetentionTests
{
    [Test]
    public async Task Nothing_is_erased_by_an_unapproved_rule()
    {
        await using var crm = await QuietCrm.Start();
        var officer = crm.As(Role.DataProtectionOfficer);
        var person = await SilentCustomer(crm);
        var rules = (await officer.GetFromJsonAsync<JsonElement>("/api/v1/retention/rules")).GetProperty("items").EnumerateArray().ToList();
        Assert.That(rules.Select(r => r.GetProperty("state").GetString()), Is.All.AnyOf("proposed", "not-decided"), "starting values are proposals");

        var due = await officer.GetFromJsonAsync<JsonElement>($"/api/v1/retention/rules/{Id(rules, "customer-care")}/due?count=true");
        Assert.That(due.GetProperty("items").EnumerateArray().Select(d => d.GetProperty("contactId").GetGuid()), Is.EqualTo(new[] { person }), "it can be tried");
        await Run(officer);

        Assert.That((await officer.GetAsync($"/api/v1/contacts/{person}")).StatusCode, Is.EqualTo(HttpStatusCode.OK));
    }

    [Test]
    public async Task An_approved_rule_erases_whom_it_means_but_for_a_legal_hold_and_certifies_without_names()
    {
        await using var crm = await QuietCrm.Start();
        var officer = crm.As(Role.DataProtectionOfficer);
        var (silent, held, busy) = (await SilentCustomer(crm), await SilentCustomer(crm), await SilentCustomer(crm));
        await officer.PostAsJsonAsync($"/api/v1/contacts/{held}/legal-holds", new { reason = "A claim" });
        var rules = (await officer.GetFromJsonAsync<JsonElement>("/api/v1/retention/rules")).GetProperty("items").EnumerateArray().ToList();
        await officer.PostAsync($"/api/v1/retention/rules/{Id(rules, "customer-care")}/approve", null);
        await crm.Execute($"update accounts.contact_roles set started_on = current_date where contact_id = '{busy}'; update accounts.contacts set created_at = now() where id = '{busy}'");

        var run = await Run(officer);

        Assert.That((await officer.GetAsync($"/api/v1/contacts/{silent}")).StatusCode, Is.Not.EqualTo(HttpStatusCode.OK));
        Assert.That((await officer.GetAsync($"/api/v1/contacts/{held}")).StatusCode, Is.EqualTo(HttpStatusCode.OK));
        Assert.That((await officer.GetAsync($"/api/v1/contacts/{busy}")).StatusCode, Is.EqualTo(HttpStatusCode.OK));
        var counts = run.GetProperty("counts").EnumerateArray().Select(c => $"{c.GetProperty("category").GetString()} {c.GetProperty("outcome").GetString()} {c.GetProperty("people")}");
        Assert.That(counts, Is.EquivalentTo(new[] { "customer-care done 1", "customer-care legal-hold 1" }));
        Assert.That(run.GetRawText(), Does.Not.Contain("Hiljainen"));
    }

    [Test]
    public async Task Old_evidence_disclosures_and_accounts_go_by_approved_rules_alone_and_the_evidence_holds()
    {
        await using var crm = await QuietCrm.Start();
        var (officer, communications, seals) = (crm.As(Role.DataProtectionOfficer), crm.As(Role.Communications), crm.Services.GetRequiredService<Seals>());
        var (gone, held) = (await Reader("kanaria@example.com"), await Reader("pidetty@example.com"));
        await Audience.Read(await communications.PostAsJsonAsync("/api/v1/mailing-list-exports", new { name = "Lista", contactFilter = new { }, channel = "email", topic = "events", purpose = "Testi", recipient = "liana", unit = "communications" }));
        await Audience.Read(await officer.PostAsJsonAsync($"/api/v1/contacts/{held}/legal-holds", new { reason = "A claim" }));
        await crm.Execute(
            """
            insert into administration.users (id, name, preferred_username, roles, language, is_active, active_reason, first_seen, last_seen) values
            (uuidv7(), 'Kanaria Suljettu', 'suljettu@example.com', '{Crm.Reader}', 'fi', false, 'Left', '2015-01-01', '2015-02-02'), (uuidv7(), 'Kanaria Lähtenyt', 'lahtenyt@example.com', '{Crm.Reader}', 'fi', true, null, '2015-01-01', '2015-02-02'),
            (uuidv7(), 'Pidetty Käyttäjä', 'Pidetty@example.com', '{Crm.Reader}', 'fi', true, null, '2015-01-01', '2015-02-02'), (uuidv7(), 'Tuore Käyttäjä', 'tuore@example.com', '{Crm.Reader}', 'fi', true, null, '2015-01-01', now() + interval '1 day')
            """);
        await seals.Seal(default);
        const string Left = """
            select array[(select string_agg(purpose || ' ' || kind, ', ' order by sequence) from consent.events where contact_id = $1), (select string_agg(purpose || ' ' || state, ', ' order by purpose) from consent.standings where contact_id = $1),
                         (select count(*)::text from consent.disclosed_contacts where contact_id = $1), (select string_agg(name || ' ' || is_active, ', ' order by name) from administration.users)]
            """;
        string[] all = ["email.newsletter given, email.newsletter withdrawn, email.events given", "email.events given, email.newsletter withdrawn", "1", "Kanaria Lähtenyt true, Kanaria Suljettu false, Pidetty Käyttäjä true, Tuore Käyttäjä true"];

        foreach (var category in new[] { "consent-evidence", "disclosures", "users" })
        {
            await Change(category, 1);
            Assert.That(await Due(category), Is.EqualTo(category == "users" ? 3 : 0), "the time of what is new has not passed");
            await Change(category, 0);
            Assert.That(await Due(category), Is.EqualTo(category == "users" ? 3 : 2));
        }

        await Run(officer);
        Assert.That(await Texts(gone), Is.EqualTo(all), "by rules that nobody approved nothing goes");
        foreach (var category in new[] { "consent-evidence", "disclosures", "users" })
            Assert.That((await officer.PostAsync($"/api/v1/retention/rules/{await RuleId(category)}/approve", null)).StatusCode, Is.EqualTo(HttpStatusCode.OK));
        var run = await Run(officer);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                run.GetProperty("counts").EnumerateArray().Select(c => $"{c.GetProperty("category").GetString()} {c.GetProperty("outcome").GetString()} {c.GetProperty("people")}"),
                Is.EquivalentTo(new[] { "consent-evidence done 1", "consent-evidence legal-hold 1", "disclosures done 1", "disclosures legal-hold 1", "users done 2", "users legal-hold 1" }));
            Assert.That(await Texts(gone), Is.EqualTo(new[] { "email.newsletter withdrawn, email.events given", all[1], "0", "[poistettu] false, Pidetty Käyttäjä true, Tuore Käyttäjä true" }), "the no stays, and who was shut out");
            Assert.That((await Texts(held))[..3], Is.EqualTo(all[..3]));
            Assert.That(await Value("select count(*) from consent.disclosures"), Is.EqualTo(1L), "what left the house is no person's");
            Assert.That(await Value("select count(*) from administration.users u where u::text ~* 'kanaria|suljettu|lahtenyt|Crm.Reader.*false|Left'"), Is.Zero);
            Assert.That(await Due("users") + await Due("disclosures") + await Due("consent-evidence"), Is.EqualTo(3), "only those on hold are left");
        }

        await seals.Seal(default);
        Assert.That(await Value("select count(*) from kernel.erased_evidence"), Is.EqualTo(2L));
        var verified = await Audience.Read(await officer.PostAsync("/api/v1/audit/verify", null));
        Assert.That(verified.GetProperty("holds").GetBoolean(), Is.True, verified.GetRawText());

        async Task<Guid> Reader(string email)
        {
            var id = (await Audience.Read(await crm.As(Role.CustomerManager).PostAsJsonAsync("/api/v1/contacts", new { lastName = "Lukija", firstNames = "Aino", emails = new[] { new { address = email, kind = "personal" } } }))).GetProperty("id").GetGuid();
            foreach (var (purpose, kind) in new[] { ("email.newsletter", "given"), ("email.newsletter", "withdrawn"), ("email.events", "given") })
                await Audience.Read(await communications.PostAsJsonAsync($"/api/v1/contacts/{id}/consents", new { purpose, kind, source = "phone" }));
            return id;
        }

        async Task<string> RuleId(string category) => Id([.. (await officer.GetFromJsonAsync<JsonElement>("/api/v1/retention/rules")).GetProperty("items").EnumerateArray()], category);

        async Task Change(string category, int months)
        {
            var rule = (await officer.GetFromJsonAsync<JsonElement>("/api/v1/retention/rules")).GetProperty("items").EnumerateArray().Single(r => r.GetProperty("category").GetString() == category);
            using var edit = new HttpRequestMessage(HttpMethod.Patch, $"/api/v1/retention/rules/{rule.GetProperty("id").GetString()}") { Content = JsonContent.Create(new { months, action = "erase" }) };
            edit.Headers.TryAddWithoutValidation("If-Match", $"\"{rule.GetProperty("version").GetInt64()}\"");
            await Audience.Read(await officer.SendAsync(edit));
        }

        async Task<long> Due(string category) => (await officer.GetFromJsonAsync<JsonElement>($"/api/v1/retention/rules/{await RuleId(category)}/due?count=true")).GetProperty("total").GetInt64();

        async Task<string?[]> Texts(Guid person)
        {
            await using var ask = crm.Database.CreateCommand(Left);
            ask.Parameters.Add(new() { Value = person });
            return (string?[])(await ask.ExecuteScalarAsync())!;
        }

        async Task<object?> Value(string sql)
        {
            await using var ask = crm.Database.CreateCommand(sql);
            return await ask.ExecuteScalarAsync();
        }
    }

    [Test]
    public async Task The_officer_is_told_in_the_morning_what_waits_once_a_month_and_of_whom_it_names_nobody()
    {
        await using var crm = await QuietCrm.Start();
        var officer = crm.As(Role.DataProtectionOfficer);
        var person = await SilentCustomer(crm);
        await officer.PostAsync($"/api/v1/retention/rules/{Id([.. (await officer.GetFromJsonAsync<JsonElement>("/api/v1/retention/rules")).GetProperty("items").EnumerateArray()], "customer-care")}/approve", null);
        var clock = new FakeTimeProvider(Days.Start(Days.Of(DateTimeOffset.UtcNow).AddDays(1)).AddHours(3));
        var reminders = new RetentionReminders(crm.Services.GetRequiredService<IServiceScopeFactory>(), clock, NullLogger<RetentionReminders>.Instance);
        var sent = new List<long> { await Sent(0), await Sent(4.5), await Sent(1), await Sent(23), await Sent(24 * 10), await Sent(24 * 22) };
        await officer.PostAsJsonAsync($"/api/v1/contacts/{person}/legal-holds", new { reason = "A claim" });
        await crm.Execute("update consent.retention_rules set approved_at = now()");
        sent.Add(await Sent(24 * 40));

        Assert.That(sent, Is.EqualTo(new[] { 0, 1, 1, 1, 1, 2, 2 }), "at night, in the morning, later, the next day, ten days on, a month on, when nothing waits");
        for (var waited = 0; waited < 300 && Mails().Count < 2; waited++)
            await Task.Delay(100);
        Assert.That(Mails()[0], Does.Contain("koskevat tänään: 1.").And.Contain("odottavat hyväksymistäsi: 0.").And.Contain("People whom the approved retention rules mean today: 1.").And.EndsWith("https://localhost/retention"));
        Assert.That(Mails()[1], Does.Contain("odottavat hyväksymistäsi: 7."), "and what nobody approved in a week");
        Assert.That(Mails(), Has.None.Contains("Hiljainen"));

        async Task<long> Sent(double hours)
        {
            clock.Advance(TimeSpan.FromHours(hours));
            await reminders.Run(default);
            await using var ask = crm.Database.CreateCommand("select count(*) from kernel.outgoing");
            return (long)(await ask.ExecuteScalarAsync())!;
        }

        static List<string> Mails() => [.. Post.All("tietosuoja@karelia.fi").Where(mail => mail.Subject.StartsWith("Säilytysajat", StringComparison.Ordinal)).Select(mail => mail.Text.TrimEnd())];
    }

    [Test]
    public async Task A_changed_rule_is_a_proposal_again_and_one_without_time_cannot_be_approved()
    {
        await using var crm = await QuietCrm.Start();
        var officer = crm.As(Role.DataProtectionOfficer);
        var rules = (await officer.GetFromJsonAsync<JsonElement>("/api/v1/retention/rules")).GetProperty("items").EnumerateArray().ToList();
        Assert.That((await officer.PostAsync($"/api/v1/retention/rules/{Id(rules, "users")}/approve", null)).StatusCode, Is.EqualTo(HttpStatusCode.Conflict));

        var approved = await (await officer.PostAsync($"/api/v1/retention/rules/{Id(rules, "rdi")}/approve", null)).Content.ReadFromJsonAsync<JsonElement>();
        Assert.That(approved.GetProperty("state").GetString(), Is.EqualTo("approved"));
        using var edit = new HttpRequestMessage(HttpMethod.Patch, $"/api/v1/retention/rules/{Id(rules, "rdi")}") { Content = JsonContent.Create(new { months = 24 }) };
        edit.Headers.TryAddWithoutValidation("If-Match", $"\"{approved.GetProperty("version").GetInt64()}\"");
        Assert.That((await (await officer.SendAsync(edit)).Content.ReadFromJsonAsync<JsonElement>()).GetProperty("state").GetString(), Is.EqualTo("proposed"));
    }

    [Test]
    public async Task A_participant_is_kept_from_the_last_event_not_from_the_first()
    {
        await using var crm = await QuietCrm.Start();
        var manager = crm.As(Role.CustomerManager);
        var (old, again) = (await SilentCustomer(crm), await SilentCustomer(crm));
        await crm.Execute("update accounts.contact_roles set role = 'participant'");
        var start = DateTimeOffset.UtcNow.AddDays(-7);
        var gathering = await (await manager.PostAsJsonAsync("/api/v1/events", new { name = "Keksitty tilaisuus", kind = "event", sessions = new[] { new { startsAt = start, endsAt = start.AddHours(3) } } }))
            .Content.ReadFromJsonAsync<JsonElement>();
        Assert.That((await manager.PostAsJsonAsync($"/api/v1/events/{gathering.GetProperty("id").GetString()}/participants", new { contactId = again })).StatusCode, Is.EqualTo(HttpStatusCode.Created));

        var officer = crm.As(Role.DataProtectionOfficer);
        var rules = (await officer.GetFromJsonAsync<JsonElement>("/api/v1/retention/rules")).GetProperty("items").EnumerateArray().ToList();
        var due = await officer.GetFromJsonAsync<JsonElement>($"/api/v1/retention/rules/{Id(rules, "participation")}/due");

        Assert.That(due.GetProperty("items").EnumerateArray().Select(d => d.GetProperty("contactId").GetGuid()), Is.EqualTo(new[] { old }));
    }

    /// <summary>A customer's contact with whom nothing was done for ten years.</summary>
    private static async Task<Guid> SilentCustomer(QuietCrm crm)
    {
        var id = (await (await crm.As(Role.CustomerManager).PostAsJsonAsync("/api/v1/contacts", new { lastName = "Hiljainen", firstNames = "Aino" })).Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetGuid();
        await crm.Execute($"insert into accounts.contact_roles (id, contact_id, role, basis, source, started_on) values (gen_random_uuid(), '{id}', 'customer', 'legitimate-interest', 'staff', '2015-01-01')");
        await crm.Execute($"update accounts.contacts set created_at = '2015-01-01' where id = '{id}'");
        return id;
    }

    private static string Id(List<JsonElement> rules, string category) => rules.Single(r => r.GetProperty("category").GetString() == category).GetProperty("id").GetString()!;

    /// <summary>Proposes, approves, and waits for the job.</summary>
    private static async Task<JsonElement> Run(HttpClient officer)
    {
        var proposed = await officer.PostAsync("/api/v1/retention/runs", null);
        Assert.That(proposed.StatusCode, Is.EqualTo(HttpStatusCode.Created), await proposed.Content.ReadAsStringAsync());
        var id = (await proposed.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetString();
        var job = (await (await officer.PostAsync($"/api/v1/retention/runs/{id}/approve", null)).Content.ReadFromJsonAsync<JsonElement>()).GetProperty("jobId").GetString();
        for (var i = 0; i < 300; i++)
        {
            var state = await officer.GetFromJsonAsync<JsonElement>($"/api/v1/jobs/{job}");
            if (state.GetProperty("state").GetString() is "succeeded" or "failed")
            {
                Assert.That(state.GetProperty("state").GetString(), Is.EqualTo("succeeded"), state.GetRawText());
                break;
            }

            await Task.Delay(100);
        }

        return (await officer.GetFromJsonAsync<JsonElement>("/api/v1/retention/runs")).GetProperty("items").EnumerateArray().Single(r => r.GetProperty("id").GetString() == id);
    }
}
