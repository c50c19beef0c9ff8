using System.Net;
using System.Net.Http.Json;
using Karelia.Crm.Kernel;
using static Karelia.Crm.Tests.Accounts.Twins;

namespace Karelia.Crm.Tests.Accounts;

internal sealed class MergeContactsTests
{
    [Test]
    public async Task Rows_of_every_module_follow_and_an_unmerge_gives_them_back()
    {
        var (name, mail, phone) = (AWord(), $"{AWord().ToLowerInvariant()}@example.com", APhone());
        var (here, there) = (await AnAccount(), await AnAccount());
        var stays = await APerson(new { lastName = name, firstNames = "Aino", emails = new object[] { new { address = mail, kind = "work" } }, phones = new object[] { new { number = phone } } });
        var goes = await APerson(new
        {
            lastName = name,
            firstNames = "Aino Maria",
            calledName = "Aino",
            address = new { street = "Katu 1", postalCode = "80100", town = "Joensuu" },
            emails = new object[] { new { address = mail, kind = "personal" }, new { address = $"x{mail}", kind = "work", isPrimary = true } },
            phones = new object[] { new { number = phone }, new { number = APhone() } },
        });
        foreach (var (person, role) in new[] { (stays, "customer"), (goes, "customer"), (goes, "partner") })
            await Done(await Manager.PostAsJsonAsync($"/api/v1/contacts/{person}/roles", new { role, basis = "contract", source = "staff" }));
        await Done(await Manager.PostAsJsonAsync($"/api/v1/contacts/{stays}/affiliations", new { accountId = here, title = "Johtaja" }));
        await Done(await Manager.PostAsJsonAsync($"/api/v1/contacts/{goes}/affiliations", new { accountId = here, title = "Johtaja" }));
        await Done(await Manager.PostAsJsonAsync($"/api/v1/contacts/{goes}/affiliations", new { accountId = there, title = "Jäsen", isPrimary = true }));
        await Sql("insert into alumni.alumni (contact_id, registered_at, source, version, updated_at, employer) values ($1, now(), 'webropol', 1, now(), 'Esimerkki Oy')", goes);
        await Sql("insert into alumni.degrees (id, contact_id, programme) values (uuidv7(), $1, 'Tradenomi')", goes);
        await Sql("insert into alumni.interests (contact_id, form_code, added_at) values ($1, 'mentor', now())", goes);
        await Sql("insert into consent.blocks (id, contact_id, channel, topic, reason, set_at, set_by_id, set_by) values (uuidv7(), $1, 'sms', null, 'No', now(), uuidv7(), 'x')", goes);
        await Sql("with i as (insert into imports.imports (id, kind, file_name, sha256, state, headings, signature, mapping, is_remembered, counts, sheet_rows, created_at, created_by_id, created_by) values (uuidv7(), 'alumni', 'a.xlsx', '', 'committed', '{}', '', '[]', false, '{}', 1, now(), uuidv7(), 'x') returning id) insert into imports.written_rows (import_id, row, contact_id, act) select id, 2, $1, 'created' from i", goes);
        var before = await Rows(stays, goes);

        var merge = await Done(await TryMerge("contacts", stays, [goes], new { firstNames = goes, address = goes, email = goes }));
        var one = await Get($"/contacts/{stays}");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(one.GetProperty("firstNames").GetString(), Is.EqualTo("Aino Maria"));
            Assert.That(one.GetProperty("calledName").GetString(), Is.EqualTo("Aino"), "what the survivor lacks is filled");
            Assert.That(one.GetProperty("address").GetProperty("town").GetString(), Is.EqualTo("Joensuu"));
            Assert.That(one.GetProperty("emails").Of("address"), Is.EqualTo(new[] { $"x{mail}", mail }), "each once, the chosen one first");
            Assert.That(one.GetProperty("phones").GetArrayLength(), Is.EqualTo(2));
            Assert.That(one.GetProperty("roles").Of("role"), Is.EquivalentTo(new[] { "customer", "partner" }));
            Assert.That(one.GetProperty("affiliations").Of("title"), Is.EquivalentTo(new[] { "Johtaja", "Jäsen" }));
            Assert.That(one.GetProperty("affiliations").EnumerateArray().Count(a => a.GetProperty("isPrimary").GetBoolean()), Is.EqualTo(1));
            Assert.That(await Sql("select count(*) from alumni.alumni a join alumni.degrees d using (contact_id) join alumni.interests i using (contact_id) where contact_id = $1", stays), Is.EqualTo(new[] { "1" }));
            Assert.That(await Sql("select count(*) from consent.blocks where contact_id = $1 and lifted_at is null and channel = 'sms'", stays), Is.EqualTo(new[] { "1" }));
            Assert.That(await Sql("select count(*) from imports.written_rows where contact_id = $1", stays), Is.EqualTo(new[] { "1" }));
        }

        var undone = await Undo(merge);

        Assert.That(undone.GetProperty("kept").GetArrayLength(), Is.Zero, undone.ToString());
        Assert.That(await Rows(stays, goes), Is.EqualTo(before));
    }

    [Test]
    public async Task An_old_id_leads_to_the_survivor()
    {
        var (a, b, c) = (await APerson(), await APerson(), await APerson());
        await Merge(b, c);
        await Merge(a, b);

        foreach (var old in new[] { b, c })
        {
            var answer = await Manager.GetAsync($"/api/v1/contacts/{old}");
            Assert.That((await Done(answer)).GetProperty("id").GetGuid(), Is.EqualTo(a));
            Assert.That(answer.Content.Headers.ContentLocation?.ToString(), Is.EqualTo($"/api/v1/contacts/{a}"));
            await Get($"/contacts/{old}/timeline");
            await Get($"/contacts/{old}/consents");
            await Get($"/contacts/{old}/preferences");
        }

        Assert.That((await Manager.GetAsync($"/api/v1/contacts/{a}")).Content.Headers.ContentLocation, Is.Null);
        await Refused(await TryMerge("contacts", b, [a]), HttpStatusCode.Conflict, "merged");
    }

    [Test]
    public async Task The_merged_ones_are_in_no_list()
    {
        var name = AWord();
        var ids = new List<Guid>();
        for (var i = 0; i < 5; i++)
            ids.Add(await APerson(new { lastName = name, firstNames = $"Aino {(char)('A' + i)}", emails = new object[] { new { address = $"{name}{i}@example.com" } } }));

        await Merge(ids[0], [.. ids.Skip(1)]);

        var listed = await Get($"/contacts?q={name}");
        Assert.That(listed.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("id").GetGuid()), Is.EqualTo(new[] { ids[0] }));
        Assert.That((await Get($"/contacts/{ids[0]}")).GetProperty("emails").GetArrayLength(), Is.EqualTo(5));
        foreach (var view in new[] { "accounts.contact_card", "accounts.recipient" })
            Assert.That(await Sql($"select count(*) from {view} where last_name = $1", name), Is.EqualTo(new[] { "1" }), view);
    }

    [Test]
    public async Task What_cannot_be_merged_is_refused()
    {
        var (a, b, passive, hidden) = (await APerson(), await APerson(), await APerson(), await APerson());
        await Done(await Manager.PostAsJsonAsync($"/api/v1/contacts/{passive}/passivate", new { reason = "Muutti" }));
        await Sql("update accounts.contacts set restricted_at = now() where id = $1", hidden);

        await Refused(await TryMerge("contacts", passive, [a]), HttpStatusCode.Conflict, "passive-record");
        await Refused(await TryMerge("contacts", a, [hidden]), HttpStatusCode.NotFound, "unknown");
        await Refused(await TryMerge("contacts", hidden, [a]), HttpStatusCode.NotFound, "unknown");
        await Refused(await TryMerge("contacts", a, [a]), HttpStatusCode.UnprocessableEntity, "validation");
        await Refused(await TryMerge("contacts", a, []), HttpStatusCode.UnprocessableEntity, "validation");
        await Refused(await TryMerge("contacts", a, [b], new { shoeSize = b }), HttpStatusCode.UnprocessableEntity, "validation");
        await Refused(await TryMerge("contacts", a, [b], new { lastName = passive }), HttpStatusCode.UnprocessableEntity, "validation");
        await Refused(await TryMerge("contacts", a, [b], versions: new Dictionary<Guid, long> { [b] = 7 }), HttpStatusCode.PreconditionFailed, "stale");
        await Refused(await TryMerge("contacts", a, [b], client: Crm.As(Role.Reader)), HttpStatusCode.Forbidden, "forbidden");

        await Done(await TryMerge("contacts", a, [passive], versions: new Dictionary<Guid, long> { [a] = 1, [passive] = 2 }));
        Assert.That((await Get($"/contacts/{a}")).GetProperty("isPassive").GetBoolean(), Is.False);
        await Done(await TryMerge("contacts", b, [hidden], client: Crm.As(Role.DataProtectionOfficer)));
        await Refused(await Manager.GetAsync($"/api/v1/contacts/{b}"), HttpStatusCode.NotFound, "unknown");
    }

    [Test]
    public async Task A_version_of_before_the_merge_changes_nothing()
    {
        var (a, b) = (await APerson(), await APerson());
        for (var i = 0; i < 3; i++)
            await Done(await Manager.PostAsJsonAsync($"/api/v1/contacts/{b}/affiliations", new { accountId = await AnAccount() }));
        var seen = (await Manager.GetAsync($"/api/v1/contacts/{b}")).Headers.ETag!.Tag;
        await Merge(a, b);

        using var patch = new HttpRequestMessage(HttpMethod.Patch, $"/api/v1/contacts/{b}") { Content = JsonContent.Create(new { firstNames = "Vanha" }) };
        patch.Headers.TryAddWithoutValidation("If-Match", seen);

        await Refused(await Manager.SendAsync(patch), HttpStatusCode.PreconditionFailed, "stale");
    }

    [Test]
    public async Task What_came_later_stays_with_the_survivor_and_is_listed()
    {
        var (a, b) = (await APerson(), await APerson());
        await Sql("insert into alumni.alumni (contact_id, registered_at, source, version, updated_at) values ($1, now(), 'webropol', 1, now())", b);
        var merge = await Merge(a, b);
        await Task.Delay(20);
        await Done(await Manager.PostAsJsonAsync($"/api/v1/contacts/{a}/affiliations", new { accountId = await AnAccount(), title = "Myöhempi" }));
        await Sql("insert into alumni.degrees (id, contact_id, programme) values (uuidv7(), $1, 'Tradenomi')", a);

        var undone = await Undo(merge);

        Assert.That(undone.GetProperty("kept").EnumerateArray().Select(row => $"{row.GetProperty("table").GetString()} {row.GetProperty("reason").GetString()}"),
            Is.EquivalentTo(new[] { "alumni.alumni in-use", "accounts.affiliations later", "alumni.degrees later" }));
        Assert.That((await Get($"/contacts/{a}")).GetProperty("affiliations").Of("title"), Is.EqualTo(new[] { "Myöhempi" }));
        Assert.That(await Sql("select count(*) from alumni.alumni where contact_id = any($1)", (object)new[] { a, b }), Is.EqualTo(new[] { "2" }));
        Assert.That((await Get($"/contacts/{b}")).GetProperty("id").GetGuid(), Is.EqualTo(b));
        await Refused(await Manager.PostAsync($"/api/v1/merges/{merge.GetProperty("mergeId")}/undo", null), HttpStatusCode.Conflict, "merge-undone");
    }

    [Test]
    public async Task The_last_merge_is_taken_back_first_and_an_erasure_ends_the_possibility()
    {
        var (a, b, c) = (await APerson(), await APerson(new { lastName = AWord(), firstNames = "Aino", emails = new object[] { new { address = $"{AWord()}@example.com" } } }), await APerson());
        var first = await Merge(a, b);
        var second = await Merge(c, a);

        await Refused(await Manager.PostAsync($"/api/v1/merges/{first.GetProperty("mergeId")}/undo", null), HttpStatusCode.Conflict, "merged-again");
        await Undo(second);
        Assert.That((await Get($"/contacts/{b}")).GetProperty("id").GetGuid(), Is.EqualTo(a));
        await Sql("delete from accounts.merge_rows where contact_id = $1", b);
        await Refused(await Manager.PostAsync($"/api/v1/merges/{first.GetProperty("mergeId")}/undo", null), HttpStatusCode.Conflict, "merge-forgotten");
        Assert.That((await Get($"/merges?contactId={b}")).GetProperty("items").GetArrayLength(), Is.EqualTo(1));
    }

    [Test]
    public async Task Of_two_merges_at_once_one_wins_and_an_edit_beside_a_merge_is_not_lost()
    {
        for (var i = 0; i < RaceTests.Rounds; i++)
        {
            var (a, b) = (await APerson(), await APerson());
            var answers = await Task.WhenAll(TryMerge("contacts", a, [b]), TryMerge("contacts", b, [a]));
            Assert.That(answers.Select(answer => answer.StatusCode), Is.EquivalentTo(new[] { HttpStatusCode.OK, HttpStatusCode.Conflict }));

            var (c, d) = (await APerson(), await APerson());
            var (account, tag) = (await AnAccount(), (await Manager.GetAsync($"/api/v1/contacts/{c}")).Headers.ETag!.Tag);
            using var patch = new HttpRequestMessage(HttpMethod.Patch, $"/api/v1/contacts/{c}") { Content = JsonContent.Create(new { firstNames = "Muutettu" }) };
            patch.Headers.TryAddWithoutValidation("If-Match", tag);
            var added = Manager.PostAsJsonAsync($"/api/v1/contacts/{d}/affiliations", new { accountId = account });
            var edited = Manager.SendAsync(patch);
            var merged = TryMerge("contacts", c, [d], versions: new Dictionary<Guid, long> { [c] = 1 });
            await Task.WhenAll(added, edited, merged);

            Assert.That(new[] { (await edited).StatusCode, (await merged).StatusCode }, Is.EquivalentTo(new[] { HttpStatusCode.OK, HttpStatusCode.PreconditionFailed }), "one of the two saw the other's version");
            Assert.That((await added).StatusCode, Is.EqualTo(HttpStatusCode.Created), await (await added).Content.ReadAsStringAsync());
            Assert.That(await Sql("select count(*) from accounts.affiliations f join accounts.contacts c on c.id = f.contact_id where f.account_id = $1 and c.merged_into_id is null", account), Is.EqualTo(new[] { "1" }), "no row is lost");
        }
    }
}
