using System.Net.Http.Json;
using System.Text.Json;
using Karelia.Crm.Administration.Audit;
using Karelia.Crm.Kernel;
using Karelia.Crm.Tests.Rules;
using Microsoft.Extensions.DependencyInjection;

namespace Karelia.Crm.Tests.Administration;

/// <summary>Evidence is read again and compared with its seals; and who has seen a person is one call.</summary>
internal sealed class AuditVerifyTests
{
    /// <summary>In a database of its own: here evidence is tampered with, by one who may do all.</summary>
    [Test]
    public async Task A_byte_changed_in_log_ledger_or_disclosures_is_found_with_its_seal_and_row()
    {
        await using var crm = await QuietCrm.Start();
        var (manager, communications, officer) = (crm.As(Role.CustomerManager), crm.As(Role.Communications), crm.As(Role.DataProtectionOfficer));
        var person = (await (await manager.PostAsJsonAsync("/api/v1/contacts", new { lastName = "Sinetti", firstNames = "Aino", emails = new[] { new { address = "sinetti@example.com", kind = "personal" } } }))
            .Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetString();
        await communications.PostAsJsonAsync($"/api/v1/contacts/{person}/consents", new { purpose = "email.newsletter", kind = "given", source = "phone" });
        await communications.PostAsJsonAsync("/api/v1/mailing-list-exports", new { name = "Koe", contactFilter = new { q = "Sinetti" }, channel = "email", topic = "newsletter", purpose = "test", recipient = "liana" });
        await SealAll(crm);
        Assert.That((await Verify(officer)).GetProperty("holds").GetBoolean(), Is.True);

        foreach (var (table, change, key) in new[]
        {
            ("kernel.audit_entries", "use_case = 'AddContacT' where use_case = 'AddContact' and entity_id is not null", "id"),
            ("kernel.audit_values", "payload = payload || '{\"x\": 1}' where contact_id is not null", "entry_id"),
            ("consent.events", "kind = 'Given' where kind = 'given'", "id"),
            ("consent.disclosures", "included = included + 1", "id"),
            ("consent.disclosed_contacts", "contact_id = gen_random_uuid()", "disclosure_id"),
        })
        {
            var undo = await Tamper(crm, table, change);
            var fault = (await Verify(officer)).GetProperty("faults").EnumerateArray().Single(f => f.GetProperty("table").GetString() == table);
            Assert.That(fault.GetProperty("rows").EnumerateArray().Select(row => row.GetString()!.Split('/')[0]), Is.SubsetOf(await Texts(crm, $"select {key}::text from {table}")).And.Not.Empty, table);
            if (table != "kernel.audit_values")
                Assert.That(fault.GetProperty("seal").GetInt64(), Is.GreaterThan(0), table);
            await undo();
        }

        Assert.That((await Verify(officer)).GetProperty("holds").GetBoolean(), Is.True, "all is as it was");
    }

    [Test]
    public async Task Who_has_seen_a_person_is_one_call()
    {
        var manager = Crm.As(Role.CustomerManager);
        var id = (await (await manager.PostAsJsonAsync("/api/v1/contacts", new { lastName = "Katsottu", firstNames = "Aino" })).Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetString();
        await Crm.As(Role.Sales).GetAsync($"/api/v1/contacts/{id}");
        await Crm.As(Role.Sales).GetAsync($"/api/v1/contacts/{id}");

        var viewers = (await Crm.As(Role.DataProtectionOfficer).GetFromJsonAsync<JsonElement>($"/api/v1/contacts/{id}/viewers")).GetProperty("items").EnumerateArray().ToList();

        var sales = viewers.Single(v => v.GetProperty("by").GetString() == "crm-sales");
        Assert.That(sales.GetProperty("reads").GetInt64(), Is.EqualTo(2));
        Assert.That(viewers.Single(v => v.GetProperty("by").GetString() == "crm-customermanager").GetProperty("changes").GetInt64(), Is.GreaterThanOrEqualTo(1));
    }

    [Test]
    public async Task A_search_that_finds_nobody_is_logged_without_its_words()
    {
        var word = $"Olematon{Guid.CreateVersion7():n}";
        await Crm.As(Role.ExpertCoordinator).GetAsync($"/api/v1/search?q={word}");

        await using var last = Crm.Database.CreateCommand(
            "select e.kind, cardinality(e.contact_ids), exists (select from kernel.audit_values v where v.entry_id = e.id) from kernel.audit_entries e where e.use_case = 'SearchEverything' and e.user_name = 'crm-expertcoordinator' order by id desc limit 1");
        await using var row = await last.ExecuteReaderAsync();
        Assert.That(await row.ReadAsync());
        Assert.That((row.GetString(0), row.GetInt32(1), row.GetBoolean(2)), Is.EqualTo(("search", 0, false)));
    }

    private static async Task SealAll(QuietCrm crm)
    {
        for (var i = 0; i < 200; i++)
        {
            await crm.Services.GetRequiredService<Seals>().Seal(default);
            if ((await Texts(crm, "select 1::text where exists (select from kernel.audit_entries where tx >= (select coalesce(max(to_tx), '0'::xid8) from kernel.seals where table_name = 'kernel.audit_entries'))")).Count == 0
                && (await Texts(crm, "select 1::text where exists (select from consent.disclosed_contacts where tx >= (select coalesce(max(to_tx), '0'::xid8) from kernel.seals where table_name = 'consent.disclosed_contacts'))")).Count == 0)
                return;
            await Task.Delay(50);
        }
    }

    /// <summary>Changes rows as a superuser can, and says how they come back.</summary>
    private static async Task<Func<Task>> Tamper(QuietCrm crm, string table, string change)
    {
        await crm.Execute($"create table public.kept as select * from {table}; set session_replication_role = replica; update {table} set {change}; reset session_replication_role");
        return () => crm.Execute(
            $"set session_replication_role = replica; delete from {table}; insert into {table} overriding system value select * from public.kept; drop table public.kept; reset session_replication_role");
    }

    private static async Task<List<string>> Texts(QuietCrm crm, string sql)
    {
        await using var command = crm.Database.CreateCommand(sql);
        await using var rows = await command.ExecuteReaderAsync();
        var texts = new List<string>();
        while (await rows.ReadAsync())
            texts.Add(rows.GetString(0));
        return texts;
    }

    private static async Task<JsonElement> Verify(HttpClient officer) => await (await officer.PostAsync("/api/v1/audit/verify", null)).Content.ReadFromJsonAsync<JsonElement>();
}
