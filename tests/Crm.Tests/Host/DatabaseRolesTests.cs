using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Karelia.Crm.Administration.Audit;
using Karelia.Crm.Kernel;
using Karelia.Crm.Kernel.Audit;
using Karelia.Crm.Tests.Imports;
using Karelia.Crm.Tests.Rules;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Karelia.Crm.Tests.Host;

/// <summary>As in production: the owner migrates, the host works as <c>crm_app</c>, and neither it nor the reader gets at the evidence (deploy/database-roles.sql).</summary>
internal sealed class DatabaseRolesTests
{
    private static readonly string password = Guid.CreateVersion7().ToString("n");
    private static readonly Lazy<Task<(Desk Desk, string Connection)>> shared = new(Open);

    [Test]
    public async Task The_host_does_its_work_as_the_application_role()
    {
        var (desk, _) = await shared.Value;
        var (manager, communications) = (desk.As(Role.CustomerManager), desk.As(Role.Communications));
        var contact = await Read(await manager.PostAsJsonAsync("/api/v1/contacts", new { lastName = "Rooli", firstNames = "Aino", emails = new[] { new { address = "aino.rooli@example.com" } } }));
        var id = contact.GetProperty("id").GetGuid();
        await Read(await manager.PostAsJsonAsync($"/api/v1/contacts/{id}/roles", new { role = "customer", basis = "legitimate-interest", source = "Puhelu" }));
        await Read(await communications.PostAsJsonAsync($"/api/v1/contacts/{id}/consents", new { purpose = "email.events", kind = "given", source = "phone" }));
        await Read(await communications.PostAsJsonAsync($"/api/v1/contacts/{id}/consents", new { purpose = "email.events", kind = "withdrawn", source = "phone" }));
        await Read(await communications.PostAsJsonAsync($"/api/v1/contacts/{id}/consents", new { purpose = "email.events", kind = "given", source = "phone" }));

        var export = await Read(await communications.PostAsJsonAsync(
            "/api/v1/mailing-list-exports",
            new { name = "Lista", contactFilter = new { q = "Rooli" }, channel = "email", topic = "events", purpose = "Testi", recipient = "liana", unit = "communications" }));
        Assert.That(export.GetProperty("included").GetInt32(), Is.EqualTo(1));
        Assert.That((await communications.GetAsync(export.GetProperty("fileUrl").GetString())).StatusCode, Is.EqualTo(HttpStatusCode.OK));
        var import = await (await desk.Upload(People.Sheet(new Line("tuonti.rooli@example.com")), "roolit.xlsx")).Commit();
        Assert.That(await desk.Scalar<long>("select count(*) from accounts.contacts where erased_at is null"), Is.EqualTo(2));
        await import.Undo();
        Assert.That(await desk.Scalar<long>("select count(*) from accounts.contacts where erased_at is null"), Is.EqualTo(1));
        await Read(await manager.PostAsJsonAsync($"/api/v1/contacts/{id}/passivate", new { reason = "Testi" }));
        Assert.That((await manager.PostAsJsonAsync($"/api/v1/contacts/{id}/roles", new { role = "partner", basis = "contract", source = "x" })).StatusCode, Is.EqualTo(HttpStatusCode.Conflict));
        await Read(await manager.PostAsJsonAsync($"/api/v1/contacts/{id}/activate", new { reason = "Testi" }));

        var gone = await (await desk.As(Role.CustomerManager).PostAsJsonAsync("/api/v1/contacts", new { lastName = "Poistuva", firstNames = "Outi", emails = new[] { new { address = "outi.poistuva@example.com" } } })).Content.ReadFromJsonAsync<JsonElement>();
        await Read(await communications.PostAsJsonAsync($"/api/v1/contacts/{gone.GetProperty("id")}/consents", new { purpose = "email.events", kind = "given", source = "phone" }));
        await Read(await desk.As(Role.DataProtectionOfficer).PostAsJsonAsync($"/api/v1/contacts/{gone.GetProperty("id")}/erase", new { reason = "Testi" }));

        var audit = (await desk.Get("/audit-events?limit=200", desk.As(Role.DataProtectionOfficer))).GetProperty("items").EnumerateArray();
        Assert.That(audit.Select(entry => entry.GetProperty("useCase").GetString()), Is.SupersetOf(new[] { "AddContact", "RecordConsent", "ExportMailingList", "PassivateContact" }));
        var seals = desk.Services.GetRequiredService<Seals>();
        await Task.Delay(100);
        await seals.Seal(default);
        Assert.That(await desk.Scalar<long>("select count(*) from kernel.seals"), Is.Positive);
        Assert.That(await seals.Verify(default), Is.Empty);
    }

    [Test]
    public async Task Evidence_is_out_of_the_hosts_reach()
    {
        var (desk, connection) = await shared.Value;
        await using var app = NpgsqlDataSource.Create(connection);
        var tables = desk.Services.GetServices<Evidence>().Select(evidence => evidence.Table).Append("kernel.seals").Append("consent.texts").ToList();
        Assert.That(tables, Is.SupersetOf(new[] { "kernel.audit_entries", "consent.events", "consent.disclosures", "consent.disclosed_contacts" }));
        foreach (var table in tables)
        {
            var column = await desk.Scalar<string>($"select attname::text from pg_attribute where attrelid = '{table}'::regclass and attnum > 0 and attidentity = '' limit 1");
            string[] attempts =
            [
                $"update {table} set {column} = {column}", $"delete from {table}", $"truncate {table} cascade", $"alter table {table} disable trigger all", $"drop trigger append_only on {table}",
                $"drop table {table}", $"set session_replication_role = replica; delete from {table}", $"set crm.act = 'erase'; delete from {table}", $"merge into {table} t using (select 1) s on true when matched then delete",
            ];
            foreach (var attempt in attempts)
                Assert.That(await Refused(app, attempt), Is.EqualTo(PostgresErrorCodes.InsufficientPrivilege), attempt);
            // Who has the right is refused all the same.
            foreach (var attempt in new[] { $"update {table} set {column} = {column}", $"delete from {table}", $"truncate {table} cascade" })
                Assert.That(await Refused(desk.Database, attempt), Is.EqualTo("CRM10"), attempt);
        }

        foreach (var attempt in new[]
        {
            "create or replace function kernel.refuse_change() returns trigger language plpgsql as 'begin return null; end'", "drop function kernel.refuse_change() cascade",
            "create table kernel.x ()", "create table public.x ()", "create schema x", "set role crm_owner",
            "update kernel.migrations set product_version = 'x'", "call accounts.link_to_person('kernel', 'seals', 'number', false, false)", "copy accounts.contacts to program 'cat'",
        })
            Assert.That(await Refused(app, attempt), Is.EqualTo(PostgresErrorCodes.InsufficientPrivilege), attempt);
    }

    [Test]
    public async Task The_reader_looks_and_sees_no_session()
    {
        var (_, connection) = await shared.Value;
        await using var reader = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(connection) { Username = "crm_read" }.ConnectionString);
        Assert.That(await Refused(reader, "select count(*) from accounts.contacts; select count(*) from accounts.contact_card; select count(*) from kernel.audit_entries"), Is.Null);
        foreach (var secret in new[] { "administration.auth_sessions", "administration.data_protection_keys" })
            Assert.That(await Refused(reader, $"select count(*) from {secret}"), Is.EqualTo(PostgresErrorCodes.InsufficientPrivilege));
        foreach (var attempt in new[] { "delete from accounts.contacts", "update accounts.contacts set version = 1", "insert into kernel.audit_values default values" })
        {
            Assert.That(await Refused(reader, attempt), Is.Not.Null, attempt);
            Assert.That(await Refused(reader, $"set transaction read write; {attempt}"), Is.EqualTo(PostgresErrorCodes.InsufficientPrivilege), attempt);
        }
    }

    [OneTimeTearDown]
    public static async Task Close()
    {
        if (shared.IsValueCreated)
            await (await shared.Value).Desk.DisposeAsync();
    }

    private static async Task<(Desk, string)> Open()
    {
        var used = "";
        var desk = await Desk.Open(
            web => web.UseSetting("Database:Migrate", "false").UseSetting("Seals:Every", "00:00:00"),
            async connection =>
            {
                await using var superuser = NpgsqlDataSource.Create(connection);
                await ApplyRoles(superuser);
                await using (var passwords = superuser.CreateCommand(string.Concat(new[] { "crm_owner", "crm_app", "crm_read" }.Select(role => $"alter role {role} password '{password}';"))))
                    await passwords.ExecuteNonQueryAsync();
                string As(string role) => new NpgsqlConnectionStringBuilder(connection) { Username = role, Password = password }.ConnectionString;
                // Twice: a new version drops the views and makes them anew.
                for (var i = 0; i < 2; i++)
                    await using (var owner = Crm.Host.WithWebHostBuilder(web => web.UseSetting("ConnectionStrings:Crm", As("crm_owner")).UseSetting("Database:Migrate", "true").UseSetting("Seals:Every", "00:00:00")))
                        _ = owner.Services;
                await ApplyRoles(superuser);
                await ApplyRoles(superuser);
                return used = As("crm_app");
            });
        return (desk, used);
    }

    /// <summary>As psql does, whose own commands begin with a backslash.</summary>
    private static async Task ApplyRoles(NpgsqlDataSource superuser)
    {
        await using var roles = superuser.CreateCommand(string.Join('\n', Repository.Text("deploy/database-roles.sql").Split('\n').Where(line => !line.StartsWith('\\'))));
        await roles.ExecuteNonQueryAsync();
    }

    /// <summary>The SQLSTATE of the refusal; null when it was done.</summary>
    private static async Task<string?> Refused(NpgsqlDataSource database, string sql)
    {
        await using var connection = await database.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        try
        {
            await command.ExecuteNonQueryAsync();
            return null;
        }
        catch (PostgresException refusal)
        {
            return refusal.SqlState;
        }
    }

    private static async Task<JsonElement> Read(HttpResponseMessage answer)
    {
        Assert.That(answer.IsSuccessStatusCode, $"{(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }
}
