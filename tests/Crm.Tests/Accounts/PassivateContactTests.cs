using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Karelia.Crm.Kernel;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Karelia.Crm.Tests.Accounts;

internal sealed class PassivateContactTests
{
    private readonly HttpClient manager = Crm.As(Role.CustomerManager);

    [Test]
    public async Task A_passive_contact_cannot_be_passivated_again()
    {
        var id = await APassiveContact();

        var answer = await manager.PostAsJsonAsync($"/api/v1/contacts/{id}/passivate", new { reason = "Again" });

        Assert.That(await Problem(answer), Is.EqualTo((HttpStatusCode.Conflict, "/problems/passive-record")));
    }

    [TestCase("")]
    [TestCase(" ")]
    public async Task A_reason_is_needed(string reason) =>
        Assert.That((await manager.PostAsJsonAsync($"/api/v1/contacts/{Guid.CreateVersion7()}/passivate", new { reason })).StatusCode, Is.EqualTo(HttpStatusCode.UnprocessableEntity));

    [Test]
    public async Task A_passive_contact_is_read_but_not_changed()
    {
        var id = await APassiveContact();
        var read = await manager.GetAsync($"/api/v1/contacts/{id}");

        using var patch = new HttpRequestMessage(HttpMethod.Patch, $"/api/v1/contacts/{id}") { Content = JsonContent.Create(new { lastName = "Toinen" }) };
        patch.Headers.TryAddWithoutValidation("If-Match", read.Headers.ETag!.Tag);

        Assert.That((await read.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("passiveReason").GetString(), Is.EqualTo("Muutti ulkomaille"));
        Assert.That(await Problem(await manager.SendAsync(patch)), Is.EqualTo((HttpStatusCode.Conflict, "/problems/passive-record")));
    }

    [Test]
    public async Task An_activated_contact_can_be_used_again()
    {
        var id = await APassiveContact();

        await manager.PostAsJsonAsync($"/api/v1/contacts/{id}/activate", new { reason = "Palasi" });

        var role = await manager.PostAsJsonAsync($"/api/v1/contacts/{id}/roles", new { role = "partner", basis = "contract", source = "Sopimus" });
        Assert.That(role.StatusCode, Is.EqualTo(HttpStatusCode.Created));
    }

    [TestCase("insert into accounts.contact_roles (id, contact_id, role, basis, source, started_on) values (gen_random_uuid(), '{0}', 'partner', 'contract', 'x', now())")]
    [TestCase("insert into accounts.contact_emails (id, contact_id, address, kind, is_primary) values (gen_random_uuid(), '{0}', 'x@example.com', 'work', false)")]
    [TestCase("insert into alumni.alumni (contact_id, source, registered_at, updated_at, version) values ('{0}', 'x', now(), now(), 1)")]
    [TestCase("update accounts.contacts set last_name = 'x' where id = '{0}'")]
    public async Task The_database_itself_refuses_a_passive_contact(string sql)
    {
        var id = await APassiveContact();
        await using var command = Crm.Services.GetRequiredService<NpgsqlDataSource>().CreateCommand(string.Format(null, sql, id));

        var refused = Assert.ThrowsAsync<PostgresException>(command.ExecuteNonQueryAsync);

        Assert.That(refused!.SqlState, Is.EqualTo("CRM09"));
    }

    private async Task<Guid> APassiveContact()
    {
        var added = await manager.PostAsJsonAsync("/api/v1/contacts", new { lastName = "Passiivinen", firstNames = "Aino", emails = new[] { new { address = $"p{Guid.CreateVersion7():n}@example.com" } } });
        var id = (await added.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetGuid();
        (await manager.PostAsJsonAsync($"/api/v1/contacts/{id}/passivate", new { reason = "Muutti ulkomaille" })).EnsureSuccessStatusCode();
        return id;
    }

    private static async Task<(HttpStatusCode, string?)> Problem(HttpResponseMessage answer) =>
        (answer.StatusCode, (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("type").GetString());
}
