using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Karelia.Crm.Kernel;

namespace Karelia.Crm.Tests.Accounts;

internal sealed class BulkTests
{
    private readonly HttpClient manager = Crm.As(Role.CustomerManager);
    private readonly string family = $"Joukko{Guid.CreateVersion7():n}";

    [Test]
    public async Task All_that_match_but_some_are_changed_and_those_left_out_are_named()
    {
        var ids = await People(5);
        await Passivate(ids[1]);

        var body = new { filter = new { q = family }, except = new[] { ids[0] }, change = new { status = "active" } };
        var preview = await Post("/api/v1/contacts/bulk/preview", body);
        var done = await Done(await Post("/api/v1/contacts/bulk", body));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(preview.GetProperty("matching").GetInt32(), Is.EqualTo(4));
            Assert.That(preview.GetProperty("changed").GetInt32(), Is.EqualTo(3));
            Assert.That(preview.GetProperty("skipped").GetProperty("passive").GetInt32(), Is.EqualTo(1));
            Assert.That(done.GetProperty("operation").GetProperty("changed").GetInt32(), Is.EqualTo(3));
            Assert.That(done.GetProperty("operation").GetProperty("state").GetString(), Is.EqualTo("done"));
            Assert.That(done.GetProperty("leftOut")[0].GetProperty("id").GetString(), Is.EqualTo(ids[1]));
            Assert.That(done.GetProperty("leftOut")[0].GetProperty("reason").GetString(), Is.EqualTo("passive"));
            Assert.That((await Contact(ids[0])).GetProperty("status").ValueKind, Is.EqualTo(JsonValueKind.Null));
            var changed = await Contact(ids[2]);
            Assert.That(changed.GetProperty("status").GetString(), Is.EqualTo("active"));
            Assert.That(changed.GetProperty("version").GetInt64(), Is.EqualTo(2));
            Assert.That(changed.GetProperty("statusHistory").GetArrayLength(), Is.EqualTo(1));
        }
    }

    [Test]
    public async Task Each_changed_record_has_its_entry_in_the_audit_with_old_and_new_value()
    {
        var ids = await People(2);
        await Done(await Post("/api/v1/contacts/bulk", new { ids, change = new { town = "Nurmes" } }));

        var events = await Crm.As(Role.DataProtectionOfficer).GetFromJsonAsync<JsonElement>($"/api/v1/audit-events?id={ids[1]}&entity=Contact");
        var change = events.GetProperty("items").EnumerateArray().First(entry => entry.GetProperty("useCase").GetString() == "ChangeContacts");

        Assert.That(change.GetProperty("changes").GetProperty("Town").EnumerateArray().Select(value => value.GetString()), Is.EqualTo(new[] { null, "Nurmes" }));
    }

    [Test]
    public async Task An_undo_gives_back_what_nobody_changed_since()
    {
        var ids = await People(3);
        await Done(await Post("/api/v1/contacts/bulk", new { ids, change = new { town = "Lieksa" } }));
        var started = await Post("/api/v1/contacts/bulk", new { ids, change = new { town = "Nurmes" } });
        await Done(started);
        await Patch(ids[0], new { town = "Kitee" });
        await Passivate(ids[1]);

        var undone = await Done(await Post($"/api/v1/bulk-operations/{started.GetProperty("operationId")}/undo", null));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(undone.GetProperty("operation").GetProperty("state").GetString(), Is.EqualTo("undone"));
            Assert.That(undone.GetProperty("operation").GetProperty("undo").GetProperty("undone").GetInt32(), Is.EqualTo(1));
            Assert.That(await Town(ids[0]), Is.EqualTo("Kitee"));
            Assert.That(await Town(ids[1]), Is.EqualTo("Nurmes"));
            Assert.That(await Town(ids[2]), Is.EqualTo("Lieksa"));
            Assert.That(undone.GetProperty("leftOut").EnumerateArray().Select(left => left.GetProperty("reason").GetString()), Is.EquivalentTo(new[] { "changed-since", "passive" }));
            Assert.That((await manager.PostAsync($"/api/v1/bulk-operations/{started.GetProperty("operationId")}/undo", null)).StatusCode, Is.EqualTo(HttpStatusCode.Conflict));
        }
    }

    [Test]
    public async Task People_are_passivated_and_activated_in_bulk_and_back()
    {
        var ids = await People(3);
        await Passivate(ids[0]);

        var passivated = await Post("/api/v1/contacts/bulk", new { ids, change = new { passivate = new { reason = "Rekisteri siivottiin" } } });
        Assert.That((await Done(passivated)).GetProperty("operation").GetProperty("changed").GetInt32(), Is.EqualTo(2));
        Assert.That((await Contact(ids[2])).GetProperty("passiveReason").GetString(), Is.EqualTo("Rekisteri siivottiin"));
        await Done(await Post($"/api/v1/bulk-operations/{passivated.GetProperty("operationId")}/undo", null));
        Assert.That((await Contact(ids[2])).GetProperty("isPassive").GetBoolean(), Is.False);
        // Passive before the operation: so it stays.
        Assert.That((await Contact(ids[0])).GetProperty("isPassive").GetBoolean(), Is.True);
        var activated = await Done(await Post("/api/v1/contacts/bulk", new { ids, change = new { activate = new { reason = "Palaa" } } }));

        Assert.That(activated.GetProperty("operation").GetProperty("changed").GetInt32(), Is.EqualTo(1));
        Assert.That(activated.GetProperty("operation").GetProperty("skipped").GetProperty("unchanged").GetInt32(), Is.EqualTo(2));
    }

    [Test]
    public async Task A_role_is_given_and_ended_in_bulk_and_both_are_undone()
    {
        var ids = await People(2);
        await manager.PostAsJsonAsync($"/api/v1/contacts/{ids[0]}/roles", new { role = "partner", basis = "contract", source = "Sopimus" });

        var given = await Post("/api/v1/contacts/bulk", new { ids, change = new { giveRole = new { role = "partner", basis = "contract", source = "Kumppanuuslista" } } });
        Assert.That((await Done(given)).GetProperty("operation").GetProperty("changed").GetInt32(), Is.EqualTo(1));
        Assert.That(await Sources(ids[1]), Is.EqualTo(new[] { "Kumppanuuslista" }));
        var ended = await Post("/api/v1/contacts/bulk", new { ids, change = new { endRole = new { role = "partner" } } });
        Assert.That((await Done(ended)).GetProperty("operation").GetProperty("changed").GetInt32(), Is.EqualTo(2));
        Assert.That(await Sources(ids[0]), Is.Empty);
        await Done(await Post($"/api/v1/bulk-operations/{ended.GetProperty("operationId")}/undo", null));
        Assert.That(await Sources(ids[0]), Is.EqualTo(new[] { "Sopimus" }));
        await Done(await Post($"/api/v1/bulk-operations/{given.GetProperty("operationId")}/undo", null));

        Assert.That(await Sources(ids[1]), Is.Empty);
        Assert.That(await Sources(ids[0]), Is.EqualTo(new[] { "Sopimus" }));
    }

    [Test]
    public async Task Organisations_get_an_owner_and_a_relationship_in_bulk()
    {
        var ids = new[] { await Organisation(["network"]), await Organisation(["customer"]) };
        var owner = (await manager.GetFromJsonAsync<JsonElement>("/api/v1/me")).GetProperty("user").GetProperty("id").GetString();

        await Done(await Post("/api/v1/accounts/bulk", new { filter = new { q = family }, change = new { addRelationship = "customer" } }));
        var removed = await Post("/api/v1/accounts/bulk", new { ids, change = new { removeRelationship = "customer" } });
        await Done(removed);
        Assert.That(await Relationships(ids[0]), Is.EqualTo(new[] { "network" }));
        await Done(await Post($"/api/v1/bulk-operations/{removed.GetProperty("operationId")}/undo", null));

        Assert.That(await Relationships(ids[0]), Is.EqualTo(new[] { "network", "customer" }));
        Assert.That((await manager.PostAsJsonAsync("/api/v1/accounts/bulk", new { ids, change = new { ownerId = Guid.CreateVersion7() } })).StatusCode, Is.EqualTo(HttpStatusCode.UnprocessableEntity));
        Assert.That(owner, Is.Not.Empty);
    }

    [Test]
    public async Task One_who_edits_meanwhile_loses_nothing()
    {
        var ids = await People(40);
        var started = await Post("/api/v1/contacts/bulk", new { ids, change = new { town = "Nurmes" } });
        var edits = await Task.WhenAll(ids.Take(8).Select(id => Patch(id, new { calledName = "Muokattu" }, mayFail: true)));
        await Done(started);

        foreach (var (id, edited) in ids.Zip(edits))
        {
            var contact = await Contact(id);
            Assert.That(await Town(id), Is.EqualTo("Nurmes"));
            Assert.That(contact.GetProperty("calledName").GetString(), Is.EqualTo(edited ? "Muokattu" : null));
        }
    }

    [Test]
    public async Task Restricted_people_are_left_alone()
    {
        var ids = await People(2);
        await using (var restrict = Crm.Database.CreateCommand("update accounts.contacts set restricted_at = now() where id = $1"))
        {
            restrict.Parameters.Add(new() { Value = Guid.Parse(ids[0]) });
            await restrict.ExecuteNonQueryAsync();
        }

        Assert.That((await Post("/api/v1/contacts/bulk/preview", new { ids, change = new { town = "Nurmes" } })).GetProperty("matching").GetInt32(), Is.EqualTo(1));
        var officer = Crm.As(Role.CustomerManager, Role.DataProtectionOfficer);
        var preview = await (await officer.PostAsJsonAsync("/api/v1/contacts/bulk/preview", new { ids, change = new { town = "Nurmes" } })).Content.ReadFromJsonAsync<JsonElement>();
        Assert.That(preview.GetProperty("skipped").GetProperty("restricted").GetInt32(), Is.EqualTo(1));
    }

    [TestCase(Role.Reader)]
    [TestCase(Role.Sales)]
    [TestCase(Role.IntegrationWrite)]
    public async Task Who_may_not_edit_people_changes_none_in_bulk(string role) =>
        Assert.That((await Crm.As(role).PostAsJsonAsync("/api/v1/contacts/bulk", new { ids = new[] { Guid.CreateVersion7() }, change = new { status = "active" } })).StatusCode, Is.EqualTo(HttpStatusCode.Forbidden));

    [TestCase("""{ "change": { "status": "active" } }""")]
    [TestCase("""{ "ids": ["0193a1b2-7c3d-7e4f-8a5b-6c7d8e9f0a1b"], "change": {} }""")]
    [TestCase("""{ "ids": ["0193a1b2-7c3d-7e4f-8a5b-6c7d8e9f0a1b"], "change": { "status": "active", "town": "Nurmes" } }""")]
    [TestCase("""{ "ids": ["0193a1b2-7c3d-7e4f-8a5b-6c7d8e9f0a1b"], "change": { "status": "nope" } }""")]
    [TestCase("""{ "ids": ["0193a1b2-7c3d-7e4f-8a5b-6c7d8e9f0a1b"], "change": { "town": "Nurmes" } }""")]
    [TestCase("""{ "ids": [], "filter": {}, "change": { "town": "Nurmes" } }""")]
    [TestCase("""{ "ids": ["0193a1b2-7c3d-7e4f-8a5b-6c7d8e9f0a1b"], "change": { "passivate": { "reason": "" } } }""")]
    public async Task What_cannot_be_done_is_told(string body)
    {
        using var content = new StringContent(body, System.Text.Encoding.UTF8, "application/json");
        Assert.That((await manager.PostAsync("/api/v1/contacts/bulk", content)).StatusCode, Is.EqualTo(HttpStatusCode.UnprocessableEntity));
    }

    [Test]
    public async Task An_operation_is_its_makers_own()
    {
        var started = await Post("/api/v1/contacts/bulk", new { ids = await People(1), change = new { town = "Nurmes" } });
        await Done(started);
        var other = Crm.As(Role.AlumniCoordinator);

        Assert.That((await other.GetAsync($"/api/v1/bulk-operations/{started.GetProperty("operationId")}")).StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
        Assert.That((await other.PostAsync($"/api/v1/bulk-operations/{started.GetProperty("operationId")}/undo", null)).StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
        var mine = await manager.GetFromJsonAsync<JsonElement>("/api/v1/bulk-operations?list=contacts&limit=200");
        Assert.That(mine.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("id").GetString()), Does.Contain(started.GetProperty("operationId").GetString()));
    }

    [Test]
    public async Task Ten_thousand_people_are_changed_and_given_back_while_the_list_reads_on()
    {
        await using (var many = Crm.Database.CreateCommand(
            """
            insert into accounts.contacts (id, last_name, first_names, language, is_passive, version, created_at, updated_at)
            select uuidv7(), $1, 'Nro ' || n, 'fi', false, 1, now(), now() from generate_series(1, 10000) n
            """))
        {
            many.Parameters.Add(new() { Value = family });
            await many.ExecuteNonQueryAsync();
        }

        var started = await Post("/api/v1/contacts/bulk", new { filter = new { q = family }, change = new { town = "Nurmes" } });
        for (var state = "queued"; state is "queued" or "running"; await Task.Delay(300))
        {
            Assert.That((await manager.GetAsync($"/api/v1/contacts?q={family}&limit=50")).StatusCode, Is.EqualTo(HttpStatusCode.OK));
            state = (await manager.GetFromJsonAsync<JsonElement>($"/api/v1/jobs/{started.GetProperty("jobId")}")).GetProperty("state").GetString()!;
        }

        var done = await Done(started);
        Assert.That(done.GetProperty("operation").GetProperty("changed").GetInt32(), Is.EqualTo(10_000));
        Assert.That((await Done(await Post($"/api/v1/bulk-operations/{started.GetProperty("operationId")}/undo", null))).GetProperty("operation").GetProperty("undo").GetProperty("undone").GetInt32(), Is.EqualTo(10_000));
    }

    private async Task<string[]> People(int count)
    {
        var ids = new List<string>();
        for (var i = 0; i < count; i++)
            ids.Add((await Post("/api/v1/contacts", new { lastName = family, firstNames = $"Nro {i}" })).GetProperty("id").GetString()!);
        return [.. ids];
    }

    private async Task<string> Organisation(string[] relationships) =>
        (await Post("/api/v1/accounts", new { name = $"{family} Oy", relationships })).GetProperty("id").GetString()!;

    private async Task<JsonElement> Contact(string id) => await manager.GetFromJsonAsync<JsonElement>($"/api/v1/contacts/{id}");

    private async Task<string?> Town(string id) => (await Contact(id)).GetProperty("address") is { ValueKind: JsonValueKind.Object } address ? address.GetProperty("town").GetString() : null;

    private async Task<string?[]> Sources(string id) =>
        [.. (await Contact(id)).GetProperty("roles").EnumerateArray().Where(role => !role.TryGetProperty("endedOn", out var ended) || ended.ValueKind == JsonValueKind.Null).Select(role => role.GetProperty("source").GetString())];

    private async Task<string?[]> Relationships(string id) =>
        [.. (await manager.GetFromJsonAsync<JsonElement>($"/api/v1/accounts/{id}")).GetProperty("relationships").EnumerateArray().Select(one => one.GetString())];

    private Task<HttpResponseMessage> Passivate(string id) => manager.PostAsJsonAsync($"/api/v1/contacts/{id}/passivate", new { reason = "Poistui" });

    private async Task<bool> Patch(string id, object change, bool mayFail = false)
    {
        var patch = JsonSerializer.SerializeToNode(change)!.AsObject();
        if (patch.Remove("town", out var town))
            patch["address"] = new System.Text.Json.Nodes.JsonObject { ["town"] = town };
        using var request = new HttpRequestMessage(HttpMethod.Patch, $"/api/v1/contacts/{id}") { Content = JsonContent.Create(patch) };
        request.Headers.TryAddWithoutValidation("If-Match", (await manager.GetAsync($"/api/v1/contacts/{id}")).Headers.ETag!.Tag);
        var answer = await manager.SendAsync(request);
        Assert.That(answer.IsSuccessStatusCode || (mayFail && answer.StatusCode == HttpStatusCode.PreconditionFailed), await answer.Content.ReadAsStringAsync());
        return answer.IsSuccessStatusCode;
    }

    private async Task<JsonElement> Post(string path, object? body)
    {
        var answer = await manager.PostAsync(path, body is null ? null : JsonContent.Create(body));
        Assert.That(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }

    /// <summary>The operation once its job is over.</summary>
    private async Task<JsonElement> Done(JsonElement started)
    {
        for (var wait = Stopwatch.StartNew(); wait.Elapsed < TimeSpan.FromSeconds(60); await Task.Delay(50))
        {
            var job = await manager.GetFromJsonAsync<JsonElement>($"/api/v1/jobs/{started.GetProperty("jobId")}");
            if (job.GetProperty("state").GetString() is not ("queued" or "running"))
            {
                Assert.That(job.GetProperty("state").GetString(), Is.EqualTo("succeeded"), job.ToString());
                return await manager.GetFromJsonAsync<JsonElement>($"/api/v1/bulk-operations/{started.GetProperty("operationId")}");
            }
        }

        throw new TimeoutException("The job did not end.");
    }
}
