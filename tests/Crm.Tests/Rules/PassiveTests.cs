using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Karelia.Crm.Kernel;

namespace Karelia.Crm.Tests.Rules;

/// <summary>A passive person can be read, but neither edited nor used: every change whose address names a person is sent at one.</summary>
internal sealed class PassiveTests
{
    /// <summary>What a passive person's record still allows, and why.</summary>
    private static readonly Dictionary<string, string> allowed = new()
    {
        ["activateContact"] = "this is the way back",
        ["recordConsent"] = "a passive person may still withdraw; RecordConsentTests has the rest",
        ["setPreferences"] = "a passive person may still be blocked",
        ["objectToMarketing"] = "a passive person may still object; ObjectionTests has the rest",
        ["revealDateOfBirth"] = "it reads",
        ["objectToPurpose"] = "a passive person may still object; only the officer notes it",
        ["liftObjection"] = "the officer's; refused for a passive person",
        ["setLegalHold"] = "it keeps the record as it is",
        ["liftLegalHold"] = "the officer's",
        ["eraseContact"] = "rights go on",
        ["restrictContact"] = "rights go on",
        ["liftRestriction"] = "rights go on",
        ["openRestricted"] = "it reads",
    };

    [Test]
    public async Task Every_change_of_a_passive_person_is_refused()
    {
        var changes = ApiDocument.Committed.Operations.Where(operation => operation.Method != "GET" && NamesAPerson(operation.Path)).ToList();
        Assert.That(changes.Select(operation => operation.Id), Does.Contain("editContact").And.Contain("giveRole").And.Contain("editAlumnus").And.Contain("addExpertFile"));
        Assert.That(allowed.Keys, Is.SubsetOf(changes.Select(operation => operation.Id)));
        var crm = Crm.As(Role.AlumniCoordinator, Role.CustomerManager, Role.ExpertCoordinator);
        var (id, roleId, affiliationId) = await APassiveAlumnus(crm);

        foreach (var operation in changes.Where(operation => !allowed.ContainsKey(operation.Id)))
        {
            var version = (await crm.GetAsync(new[] { "alumni", "experts" }.FirstOrDefault(register => operation.Path.Contains($"/{register}/{{contactId}}", StringComparison.Ordinal) && !operation.Path.Contains("shortlists", StringComparison.Ordinal)) is { } own ? $"/api/v1/{own}/{id}" : $"/api/v1/contacts/{id}")).Headers.ETag!.Tag;
            using var answer = await crm.SendAsync(operation.Example(name => name switch { "roleId" => roleId, "affiliationId" => affiliationId, _ => id }, version));

            Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.Conflict), $"{operation}: {await answer.Content.ReadAsStringAsync()}");
            Assert.That((await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("type").GetString(), Is.EqualTo("/problems/passive-record"), operation.ToString());
        }
    }

    [Test]
    public async Task The_database_refuses_too()
    {
        var (id, _, _) = await APassiveAlumnus(Crm.As(Role.AlumniCoordinator, Role.CustomerManager));

        foreach (var sql in new[]
        {
            "update accounts.contacts set town = 'Joensuu' where id = $1",
            "update alumni.alumni set employer = 'x' where contact_id = $1",
            "update accounts.contact_roles set source = 'x' where contact_id = $1",
            "delete from accounts.contact_roles where contact_id = $1",
            "update accounts.affiliations set title = 'x' where contact_id = $1",
        })
        {
            await using var command = Crm.Database.CreateCommand(sql);
            command.Parameters.Add(new() { Value = Guid.Parse(id) });
            Assert.That(async () => await command.ExecuteNonQueryAsync(), Throws.InstanceOf<Npgsql.PostgresException>().With.Property("SqlState").EqualTo("CRM09"), sql);
        }
    }

    private static bool NamesAPerson(string path) => path.Contains("/contacts/{", StringComparison.Ordinal) || path.Contains("{contactId}", StringComparison.Ordinal);

    private static async Task<(string Id, string RoleId, string AffiliationId)> APassiveAlumnus(HttpClient crm)
    {
        var added = await (await crm.PostAsJsonAsync("/api/v1/contacts", new { lastName = "Levossa", firstNames = "Aino" })).Content.ReadFromJsonAsync<JsonElement>();
        var id = added.GetProperty("id").GetString()!;
        var role = await crm.PostAsJsonAsync($"/api/v1/contacts/{id}/roles", new { role = "customer", basis = "contract", source = "staff" });
        Assert.That(role.IsSuccessStatusCode, await role.Content.ReadAsStringAsync());
        await using (var alumnus = Crm.Database.CreateCommand("insert into alumni.alumni (contact_id, registered_at, source, version, updated_at) values ($1, now(), 'webropol', 1, now())"))
        {
            alumnus.Parameters.Add(new() { Value = Guid.Parse(id) });
            await alumnus.ExecuteNonQueryAsync();
        }

        await using (var expert = Crm.Database.CreateCommand(
            "insert into experts.experts (contact_id, tags, fields, forms, languages, registered_at, source, version, updated_at) values ($1, '{}', '{}', '{}', '{}', now(), 'webropol', 1, now())"))
        {
            expert.Parameters.Add(new() { Value = Guid.Parse(id) });
            await expert.ExecuteNonQueryAsync();
        }

        var consent = await crm.PostAsJsonAsync($"/api/v1/contacts/{id}/consents", new { purpose = "expert-pool", kind = "given", source = "Webropol" });
        Assert.That(consent.IsSuccessStatusCode, await consent.Content.ReadAsStringAsync());
        var account = await (await crm.PostAsJsonAsync("/api/v1/accounts", new { name = "Lepo Oy" })).Content.ReadFromJsonAsync<JsonElement>();
        var affiliation = await (await crm.PostAsJsonAsync($"/api/v1/contacts/{id}/affiliations", new { accountId = account.GetProperty("id") })).Content.ReadFromJsonAsync<JsonElement>();
        var details = await crm.GetFromJsonAsync<JsonElement>($"/api/v1/contacts/{id}");
        var passivated = await crm.PostAsJsonAsync($"/api/v1/contacts/{id}/passivate", new { reason = "Moved abroad" });
        Assert.That(passivated.IsSuccessStatusCode, await passivated.Content.ReadAsStringAsync());
        return (id, details.GetProperty("roles")[0].GetProperty("id").GetString()!, affiliation.GetProperty("id").GetString()!);
    }
}
