using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Karelia.Crm.Kernel;
using Karelia.Crm.Tests.Rules;

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
