using System.Net;
using System.Text.Json;
using Karelia.Crm.Kernel;
using Karelia.Crm.Tests.Spreadsheets;

namespace Karelia.Crm.Tests.Imports;

/// <summary>How an organisation moves in from Dynamics 365: its exports are recognised, the inactive come in as passive, ids are kept, and every line is accounted for.</summary>
internal sealed class DynamicsImportTests
{
    private const string People = """
        select jsonb_object_agg(c.source_id, jsonb_build_object('last', c.last_name, 'first', c.first_names, 'town', c.town, 'passive', c.is_passive, 'reason', c.passive_reason, 'version', c.version,
            'email', (select address from accounts.contact_emails e where e.contact_id = c.id), 'phones', (select count(*) from accounts.contact_phones p where p.contact_id = c.id),
            'organisation', (select a.name from accounts.affiliations f join accounts.accounts a on a.id = f.account_id where f.contact_id = c.id and f.is_primary),
            'title', (select f.title from accounts.affiliations f where f.contact_id = c.id)))::text
        from accounts.contacts c
        """;

    [TestCase("active_contacts.xlsx", "dynamics-contacts")]
    [TestCase("asiakkaat.xlsx", "dynamics-accounts")]
    public async Task The_preview_says_what_the_truth_says(string file, string form)
    {
        await using var desk = await Open();

        var upload = await desk.Upload(Data(file));

        Assert.That((upload.State, upload.Json.GetProperty("kind").GetString(), upload.Json.GetProperty("form").GetString()), Is.EqualTo(("ready", "contacts", form)));
        var rows = (await upload.Rows()).ToDictionary(row => row.GetProperty("row").GetInt32());
        Assert.Multiple(() =>
        {
            foreach (var expected in Truth(file))
            {
                var row = rows[expected.GetProperty("line").GetInt32()];
                Assert.That(row.Outcome(), Is.EqualTo(Text(expected, "expect")), row.ToString());
                Assert.That(row.Codes(), Text(expected, "code") is { } code ? Is.EqualTo([code]) : Is.Empty, row.ToString());
                Assert.That(row.ToString(), Does.Not.Contain("308T"));
            }
        });
    }

    [Test]
    public async Task People_come_in_with_their_organisations_the_same_file_again_is_no_news_and_an_undo_leaves_nothing()
    {
        await using var desk = await Open();
        await desk.Upload(Data("active_contacts.xlsx"));
        var before = await desk.Dump();

        var import = await (await desk.Upload(Data("active_contacts.xlsx"))).Commit();

        var people = JsonSerializer.Deserialize<Dictionary<string, JsonElement>>((await desk.Scalar<string>(People))!)!;
        var written = Truth("active_contacts.xlsx").Where(row => Text(row, "expect") == "new").ToList();
        Assert.That(people.Keys, Is.EquivalentTo(written.Select(row => Text(row, "sourceId"))));
        Assert.Multiple(() =>
        {
            foreach (var row in written)
            {
                var person = people[Text(row, "sourceId")!];
                Assert.That((Text(person, "last"), Text(person, "first"), Text(person, "town") ?? ""), Is.EqualTo((Text(row, "last"), Text(row, "first"), Text(row, "town"))));
                Assert.That(Text(person, "email") ?? "", Is.EqualTo(Text(row, "email")!.ToLowerInvariant()));
                Assert.That(Text(person, "organisation") ?? "", Is.EqualTo(Text(row, "organisation")).IgnoreCase);
                Assert.That(Text(person, "title") ?? "", Is.EqualTo(Text(row, "title")));
                Assert.That(person.GetProperty("phones").GetInt32(), Is.EqualTo(new[] { "phone", "mobile" }.Count(phone => Text(row, phone)!.Length > 0)));
                Assert.That(person.GetProperty("passive").GetBoolean(), Is.EqualTo(Text(row, "status") == "Inactive"));
                Assert.That(Text(person, "reason"), Text(row, "status") == "Inactive" ? Does.Contain("Dynamics 365") : Is.Null);
            }
        });
        Assert.That(await desk.Scalar<string>("select string_agg(name, ', ' order by name) from accounts.accounts"), Is.EqualTo("Entinen Osakeyhtiö, Esimerkki Oy, Kuvitteellinen ry"));
        var report = await desk.Get($"/imports/{import.Id}/report");
        Assert.That(Numbers(report), Is.EqualTo("12 in; people 6 new 0 matched 0 changed; organisations 3 new 0 matched 0 changed; 6 refused"));
        Assert.That(
            report.GetProperty("reasons").EnumerateArray().Select(reason => $"{Text(reason, "code")} {reason.GetProperty("rows").GetInt32()}"),
            Is.EquivalentTo(["email-invalid 1", "name-missing 1", "name-incomplete 1", "personal-identity-code 1", "possible-duplicate 1", "code-unknown 1"]));

        var again = await desk.Upload(Data("active_contacts.xlsx"));
        Assert.That((again.Count("new"), again.Count("changed"), again.Count("matched")), Is.EqualTo((0, 0, 6)));
        var committed = await desk.Dump();
        again = await again.Commit();
        Assert.That(Numbers(await desk.Get($"/imports/{again.Id}/report")), Is.EqualTo("12 in; people 0 new 6 matched 0 changed; organisations 0 new 3 matched 0 changed; 6 refused"));
        foreach (var (table, rows) in (await desk.Dump()).Where(table => table.Key.StartsWith("accounts.", StringComparison.Ordinal) && !table.Key.StartsWith("accounts.duplicate", StringComparison.Ordinal)))
            Assert.That(rows, Is.EqualTo(committed[table]), table);
        await again.Undo();

        var undone = await import.Undo();

        Assert.That(undone.Json.GetProperty("undo").ToString(), Does.Contain("\"kept\":[]").And.Contain("\"keptAccounts\":[]"));
        CommitTests.Equal(before, await desk.Dump(), tombstones: 6);
        Assert.That((await desk.Upload(Data("active_contacts.xlsx"))).Count("new"), Is.EqualTo(6), "the file comes in anew");
    }

    [Test]
    public async Task Organisations_come_in_fill_what_people_brought_and_go_back()
    {
        await using var desk = await Open();
        await (await desk.Upload(Data("active_contacts.xlsx"))).Commit();
        var before = await desk.Dump();

        var upload = await desk.Upload(Data("asiakkaat.xlsx"));
        Assert.That((upload.Count("new"), upload.Count("changed"), upload.Count("invalid"), upload.Count("suspicious")), Is.EqualTo((0, 3, 1, 2)), "found by name");
        var import = await upload.Commit();

        Assert.That(Numbers(await desk.Get($"/imports/{import.Id}/report")), Is.EqualTo("6 in; people 0 new 0 matched 0 changed; organisations 0 new 0 matched 3 changed; 3 refused"));
        Assert.That(
            await desk.Scalar<string>("select concat_ws('|', business_id, phone, website, p.street, p.postal_code, p.town, version) from accounts.accounts a join accounts.account_addresses p on p.account_id = a.id where name = 'Esimerkki Oy'"),
            Is.EqualTo("1234567-1|+35813260600|https://www.example.com|Keksittykatu 1|80100|Joensuu|2"));
        Assert.That(await desk.Scalar<string>("select string_agg(name || ' ' || (passive_reason like '%Dynamics 365%'), ',') from accounts.accounts where is_passive"), Is.EqualTo("Entinen Osakeyhtiö true"));
        var again = await desk.Upload(Data("asiakkaat.xlsx"));
        Assert.That((again.Count("new"), again.Count("changed"), again.Count("matched")), Is.EqualTo((0, 0, 3)));
        var person = (await (await desk.Upload(Data("active_contacts.xlsx"))).Row(4));
        Assert.That((person.Outcome(), person.Codes("notes")), Is.EqualTo(("matched", new List<string> { "organisation-passive" })), "a passive organisation keeps its people");

        await import.Undo();

        CommitTests.Equal(before, await desk.Dump(), tombstones: 0);
    }

    [Test]
    public async Task The_kept_id_matches_first_whatever_else_changed_and_inactive_makes_passive()
    {
        await using var desk = await Open();
        string[] headings = ["(Älä muokkaa) Yhteyshenkilö", "(Älä muokkaa) Rivin tarkistussumma", "(Älä muokkaa) Muokattu", "Etunimi", "Sukunimi", "Sähköposti", "Yrityksen nimi", "Tehtävänimike", "Tila"];
        var id = Guid.NewGuid().ToString();
        await (await desk.Upload(Desk.Sheet(headings, [id, "x", "1.1.2026", "Maija", "Muuttuva", "maija@example.com", "Vanha Oy", "Johtaja", "Aktiivinen"]), "a.xlsx")).Commit();
        var before = await desk.Dump();

        var upload = await desk.Upload(Desk.Sheet(headings, [id, "y", "2.2.2026", "Maija", "Muuttunut", "maija.muuttunut@example.com", "Uusi Oy", "", "Ei-aktiivinen"]), "b.xlsx");
        Assert.That(upload.Count("changed"), Is.EqualTo(1));
        var import = await upload.Commit();

        Assert.That(await desk.Scalar<string>("select last_name || ' ' || is_passive || ' ' || version from accounts.contacts"), Is.EqualTo("Muuttunut true 2"));
        Assert.That(await desk.Scalar<long>("select count(*) from accounts.contact_emails"), Is.EqualTo(2));
        Assert.That(await desk.Scalar<string>("select string_agg(a.name || ' ' || f.is_primary || ' ' || coalesce(f.title, '-'), ', ' order by a.name) from accounts.affiliations f join accounts.accounts a on a.id = f.account_id"), Is.EqualTo("Uusi Oy false -, Vanha Oy true Johtaja"));
        var held = await (await desk.Upload(Desk.Sheet(headings, [id, "z", "3.3.2026", "Maija", "Muuttunut", "", "", "", "Aktiivinen"]), "c.xlsx")).Row(2);
        Assert.That((held.Outcome(), held.Codes()), Is.EqualTo(("suspicious", new List<string> { "passive" })), "no import wakes a passive person");

        await import.Undo();

        CommitTests.Equal(before, await desk.Dump(), tombstones: 0);
    }

    [Test]
    public async Task The_report_is_there_after_the_commit_and_for_those_who_may_see_the_import()
    {
        await using var desk = await Open();
        var upload = await desk.Upload(Data("asiakkaat.xlsx"));
        Assert.That((await desk.Coordinator.GetAsync($"/api/v1/imports/{upload.Id}/report")).StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
        await upload.Commit();

        foreach (var role in Role.All)
        {
            var expected = role is Role.CustomerManager or Role.DataProtectionOfficer ? HttpStatusCode.OK : HttpStatusCode.Forbidden;
            foreach (var path in new[] { "", "/rows", "/report", "/report.xlsx", "/errors.xlsx" })
                Assert.That((await desk.As(role).GetAsync($"/api/v1/imports/{upload.Id}{path}")).StatusCode, Is.EqualTo(expected), $"{role} {path}");
            if (role == Role.CustomerManager)
                continue;
            foreach (var act in new[] { "commit", "undo" })
                Assert.That((await desk.As(role).PostAsync($"/api/v1/imports/{upload.Id}/{act}", null)).StatusCode, Is.EqualTo(HttpStatusCode.Forbidden), $"{role} {act}");
        }

        Assert.That((await desk.Get("/imports", desk.As(Role.AlumniCoordinator))).GetProperty("items").GetArrayLength(), Is.Zero);
    }

    private static Task<Desk> Open() => Desk.Open(works: Role.CustomerManager);

    private static string Data(string file) => TestFiles.Data("dynamics", file);

    private static List<JsonElement> Truth(string file) => JsonSerializer.Deserialize<List<JsonElement>>(File.ReadAllText(Data(Path.Combine("truth", Path.ChangeExtension(file, "json")))))!;

    private static string Numbers(JsonElement report)
    {
        return $"{report.GetProperty("rowsIn")} in; people {Of("people")}; organisations {Of("organisations")}; {report.GetProperty("refused")} refused";

        string Of(string part) => $"{report.GetProperty(part).GetProperty("created")} new {report.GetProperty(part).GetProperty("matched")} matched {report.GetProperty(part).GetProperty("changed")} changed";
    }

    private static string? Text(JsonElement json, string name) => json.GetProperty(name).ValueKind == JsonValueKind.Null ? null : json.GetProperty(name).ToString();
}
