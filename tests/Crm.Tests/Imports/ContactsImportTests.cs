using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Karelia.Crm.Kernel;
using Karelia.Crm.Spreadsheets;

namespace Karelia.Crm.Tests.Imports;

/// <summary>Lists of people and of organisations from any sheet: outcomes line by line, what is written, what an undo takes back, and what no import may do.</summary>
internal sealed class ContactsImportTests
{
    private static readonly string[] people = ["Sukunimi", "Etunimet", "Sähköposti", "Puhelin", "Organisaatio", "Y-tunnus", "Tehtävä", "Rooli", "Tila"];
    private static readonly string[] organisations = ["Organisaatio", "Y-tunnus", "Laji", "Suhde", "Toimiala", "Kunta", "Kokoluokka", "Puhelin"];
    private static readonly Lazy<Task<Desk>> shared = new(Open);
    private readonly string me = $"{Guid.CreateVersion7():N}"[20..];

    public static IEnumerable<TestCaseData> Faults()
    {
        yield return new(new Person(), "new", Array.Empty<string>());
        yield return new(new Person { Last = "", First = "" }, "invalid", new[] { "name-missing" });
        yield return new(new Person { First = "" }, "suspicious", new[] { "name-incomplete" });
        yield return new(new Person { Email = "ei-osoite" }, "invalid", new[] { "email-invalid" });
        yield return new(new Person { Title = "131052-308T" }, "invalid", new[] { "personal-identity-code" });
        yield return new(new Person { BusinessId = "1234567-2" }, "suspicious", new[] { "code-unknown" });
        yield return new(new Person { Role = "asiakas; TKI-yhteyshenkilö" }, "new", Array.Empty<string>());
        yield return new(new Person { Role = "hallitsija" }, "suspicious", new[] { "code-unknown" });
        yield return new(new Person { Role = "alumni" }, "suspicious", new[] { "code-unknown" });
        yield return new(new Person { State = "Passiivinen" }, "new", Array.Empty<string>());
        yield return new(new Person { State = "lomalla" }, "suspicious", new[] { "code-unknown" });
    }

    [TestCaseSource(nameof(Faults))]
    public async Task Every_fault_has_its_code(Person person, string outcome, string[] codes)
    {
        var row = await (await (await shared.Value).Upload(Sheet(person with { Email = person.Email.Length == 0 ? $"{me}@example.com" : person.Email }), "a.xlsx")).Row(2);

        Assert.That((row.Outcome(), row.Codes()), Is.EqualTo((outcome, codes.ToList())), row.ToString());
        Assert.That(row.ToString(), Does.Not.Contain("308T"));
    }

    [Test]
    public async Task Lines_about_one_organisation_make_it_once_and_roles_rest_on_legitimate_interest()
    {
        await using var desk = await Open();

        var upload = await desk.Upload(
            Sheet(
                new Person { Email = "a@example.com", Organisation = "Wirta Oy", Role = "asiakas, kumppani" }, new Person { Email = "b@example.com", Organisation = "VIRTA OY", Title = "Johtaja" },
                new Person { Email = "c@example.com", Organisation = "Virta", BusinessId = "12345671" }, new Person { Email = "d@example.com", Organisation = "", BusinessId = "1234567-1" },
                new Person { Email = "e@example.com", Organisation = "", Title = "Ilman organisaatiota" }),
            "lista.xlsx");
        Assert.That((await upload.Rows()).Select(row => string.Join(',', row.Codes("notes").Where(code => code.Contains("organisation", StringComparison.Ordinal)))), Is.EqualTo(["organisation-new", "organisation-new", "organisation-new", "organisation-new", "title-without-organisation"]));
        await upload.Commit();

        Assert.That(await desk.Scalar<string>("select string_agg(a.name || ' ' || coalesce(business_id, '-') || ' ' || (select count(*) from accounts.affiliations f where f.account_id = a.id), ', ' order by a.name) from accounts.accounts a"), Is.EqualTo("Virta 1234567-1 2, Wirta Oy - 2"));
        Assert.That(await desk.Scalar<string>("select string_agg(role || ' ' || basis || ' ' || source, ', ' order by role) from accounts.contact_roles"), Is.EqualTo("customer legitimate-interest lista.xlsx, partner legitimate-interest lista.xlsx"));
        Assert.That(await desk.Scalar<string>("select string_agg(distinct kind, ',') from accounts.contact_emails"), Is.EqualTo("work"));
        Assert.That(await desk.Scalar<long>("select count(*) from consent.events"), Is.Zero, "no consents are opened");
    }

    [Test]
    public async Task A_line_with_an_address_is_matched_by_it_alone_and_one_without_by_name_and_organisation()
    {
        await using var desk = await Open();
        await (await desk.Upload(Sheet(new Person { Email = "sama@example.com" }, new Person { Email = "", Last = "Osoitteeton" }), "a.xlsx")).Commit();

        var upload = await desk.Upload(
            Sheet(
                new Person { Email = "SAMA@example.com" }, new Person { Email = "sama@example.com", Phone = "0507654321" }, new Person { Email = "toinen@example.com" }, new Person { Email = "", Last = "Osoitteeton" },
                new Person { Email = "", Last = "Osoitteeton", Organisation = "Muu Oy" }, new Person { Email = "toinen@example.com" }),
            "b.xlsx");

        var rows = await upload.Rows();
        Assert.That(rows.Select(row => row.Outcome()), Is.EqualTo(["matched", "suspicious", "new", "suspicious", "new", "matched"]));
        Assert.That(rows.Select(row => string.Join(',', row.Codes())), Is.EqualTo(["", "possible-duplicate", "", "possible-duplicate", "", "duplicate-in-file"]));
        var candidate = rows[3].GetProperty("candidates").EnumerateArray().Single();
        Assert.That(candidate.GetProperty("name").GetString(), Is.EqualTo("Osoitteeton Aino"));
        Assert.That((await upload.Decide(5, "merge", candidate.GetProperty("contactId").GetString())).StatusCode, Is.EqualTo(HttpStatusCode.OK));
        await upload.Commit();
        Assert.That(await desk.Scalar<long>("select count(*) from accounts.contacts"), Is.EqualTo(4));
    }

    [Test]
    public async Task Changes_clear_nothing_and_go_back_and_what_was_used_since_stays()
    {
        await using var desk = await Open();
        await (await desk.Upload(Sheet(new Person { Email = "vanha@example.com", Title = "Suunnittelija", Role = "asiakas" }), "a.xlsx")).Commit();
        var before = await desk.Dump();

        var second = await desk.Upload(
            Sheet(
                new Person { Email = "vanha@example.com", Last = "Uusi", First = "Aino", Phone = "", Title = "Johtaja", Role = "kumppani" }, new Person { Email = "kaytetty@example.com", Organisation = "Käytetty Oy" },
                new Person { Email = "lahteva@example.com", Organisation = "Lähtevä Oy" }),
            "b.xlsx");
        Assert.That((second.Count("new"), second.Count("changed")), Is.EqualTo((2, 1)));
        second = await second.Commit();
        Assert.That(
            await desk.Scalar<string>("select concat_ws('|', last_name, f.title, (select count(*) from accounts.contact_phones p where p.contact_id = c.id), (select count(*) from accounts.contact_roles r where r.contact_id = c.id), c.version) from accounts.contacts c join accounts.affiliations f on f.contact_id = c.id join accounts.contact_emails e on e.contact_id = c.id where address = 'vanha@example.com'"),
            Is.EqualTo("Uusi|Johtaja|1|2|2"));
        var used = await desk.Scalar<Guid>("select contact_id from accounts.contact_emails where address = 'kaytetty@example.com'");
        await desk.Execute($"update accounts.contacts set town = 'Joensuu', version = version + 1 where id = '{used}'");

        var undone = await second.Undo();

        Assert.That(undone.Json.GetProperty("undo").GetProperty("kept").EnumerateArray().Select(kept => kept.GetProperty("contactId").GetGuid()), Is.EqualTo([used]));
        Assert.That(undone.Json.GetProperty("undo").GetProperty("keptAccounts").GetArrayLength(), Is.EqualTo(1));
        Assert.That(await desk.Scalar<string>("select string_agg(name, ', ' order by name) from accounts.accounts"), Is.EqualTo("Esimerkki Oy, Käytetty Oy"), "an organisation in use stays");
        var after = await desk.Dump();
        foreach (var table in new[] { "accounts.contacts", "accounts.affiliations", "accounts.contact_phones", "accounts.contact_roles", "accounts.accounts" })
            Assert.That(before[table].Except(after[table]), Is.Empty, table);
    }

    [Test]
    public async Task Organisations_are_matched_by_business_id_then_name_and_take_codes_in_either_language()
    {
        await using var desk = await Open();
        await (await desk.Upload(
            Desk.Sheet(organisations, ["Kunta A", "1234567-1", "julkisyhteisö", "asiakas; verkosto", "84110 Julkinen hallinto", "Joensuu", "suuri", "013 260 600"], ["Nimi vain", "", "yhdistys", "", "", "", "", ""]), "a.xlsx")).Commit();

        Assert.That(
            await desk.Scalar<string>("select string_agg(concat_ws('|', name, kind, relationships::text, industry, municipality, size_class, phone), ' ' order by name) from accounts.accounts"),
            Is.EqualTo("Kunta A|public-body|{customer,network}|84110|Joensuu|large|+35813260600 Nimi vain|association|{}"));
        var before = await desk.Dump();
        var upload = await desk.Upload(
            Desk.Sheet(organisations, ["Kunta A uusi nimi", "1234567-1", "", "kumppani", "", "", "", ""], ["NIMI VAIN", "", "", "", "", "", "", ""], ["Kunta B", "0737546-2", "", "", "", "", "", ""], ["", "", "yritys", "", "", "", "", ""], ["Ei tunnus", "1234567-9", "", "", "", "", "", ""]), "b.xlsx");
        Assert.That((await upload.Rows()).Select(row => row.Outcome()), Is.EqualTo(["changed", "matched", "new", "invalid", "suspicious"]));
        var import = await upload.Commit();
        Assert.That(await desk.Scalar<string>("select name || relationships::text || kind from accounts.accounts where business_id = '1234567-1'"), Is.EqualTo("Kunta A uusi nimi{customer,network,partner}public-body"));
        var errors = await (await desk.Coordinator.GetAsync($"/api/v1/imports/{import.Id}/errors.xlsx")).Content.ReadAsStreamAsync();
        Assert.That(Texts(errors), Does.Contain("Nimi puuttuu").And.Contain("1234567-9"));

        await import.Undo();

        CommitTests.Equal(before, await desk.Dump(), tombstones: 0);
    }

    [Test]
    public async Task An_unknown_sheet_asks_which_column_is_which_and_remembers_it()
    {
        var desk = await shared.Value;
        string[] headings = ["Kontakti", "Firma", "Maili", "Muuta"];
        var upload = await desk.Upload(Desk.Sheet(headings, ["Karttala, Kaisa", "Esimerkki Oy", $"{me}@example.com", "x"]), "oma.csv.xlsx");
        Assert.That(upload.State, Is.EqualTo("needsMapping"));
        Assert.That(upload.Json.GetProperty("fields").EnumerateArray().Select(field => field.GetProperty("field").GetString()), Does.Contain("fullName").And.Contain("businessId").And.Contain("role"));
        Assert.That((await Map(desk, upload, ("email", 2))).StatusCode, Is.EqualTo(HttpStatusCode.UnprocessableEntity), "no name");

        var mapped = await Map(desk, upload, ("fullName", 0), ("organisation", 1), ("email", 2));

        Assert.That((await mapped.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("form").GetString(), Is.EqualTo("people"));
        var row = await upload.Row(2);
        Assert.That((row.Outcome(), row.GetProperty("person").GetProperty("lastName").GetString(), row.GetProperty("person").GetProperty("firstNames").GetString()), Is.EqualTo(("new", "Karttala", "Kaisa")));
        Assert.That((await desk.Upload(Desk.Sheet(headings, ["Pekka Uusi", "", "", ""]), "toinen.xlsx")).State, Is.EqualTo("ready"));
    }

    [Test]
    public async Task The_kind_is_recognised_among_those_that_the_user_may_use()
    {
        await using var desk = await Open();
        var both = desk.As(Role.CustomerManager, Role.AlumniCoordinator);
        Assert.That((await desk.Upload(Sheet(new Person()), "a.xlsx", client: both)).Json.GetProperty("kind").GetString(), Is.EqualTo("contacts"));
        Assert.That((await desk.Upload(People.Sheet(new Line("x@example.com")), "b.xlsx", client: both)).Json.GetProperty("kind").GetString(), Is.EqualTo("alumni"));
        foreach (var role in Role.All.Where(role => role != Role.CustomerManager))
            Assert.That((await desk.Send(Sheet(new Person()), "a.xlsx", "contacts", desk.As(role))).StatusCode, Is.EqualTo(HttpStatusCode.Forbidden), role);
    }

    [Test]
    public async Task A_restricted_person_is_for_the_officer_and_a_passive_one_stays_as_it_is()
    {
        await using var desk = await Open();
        await (await desk.Upload(Sheet(new Person { Email = "rajattu@example.com" }, new Person { Email = "passiivinen@example.com" }), "a.xlsx")).Commit();
        await desk.Execute("update accounts.contacts set restricted_at = now() where id = (select contact_id from accounts.contact_emails where address = 'rajattu@example.com')");
        await desk.Execute("update accounts.contacts set is_passive = true, passive_reason = 'x', passive_since = now() where id = (select contact_id from accounts.contact_emails where address = 'passiivinen@example.com')");

        var upload = await desk.Upload(Sheet(new Person { Email = "rajattu@example.com", Phone = "0500000001" }, new Person { Email = "passiivinen@example.com", Phone = "0500000002" }), "b.xlsx");

        Assert.That((await upload.Rows()).Select(row => row.Outcome() + string.Join(',', row.Codes())), Is.EqualTo(["suspiciousheld-for-officer", "suspiciouspassive"]));
        foreach (var row in new[] { 2, 3 })
            Assert.That((await upload.Decide(row, "accept")).StatusCode, Is.EqualTo(HttpStatusCode.Conflict));
        await upload.Commit();
        Assert.That(await desk.Scalar<long>("select count(*) from accounts.contact_phones where number like '+35850000000%'"), Is.Zero);
    }

    [Test]
    public async Task Ten_thousand_lines_are_written_in_seconds()
    {
        await using var desk = await Open();
        var file = Sheet([.. Enumerable.Range(0, 10_000).Select(i => new Person { Email = $"joukko.{i}@example.com", Last = $"Joukko{i}", Organisation = $"Organisaatio {i % 1000}", Role = "asiakas" })]);
        var clock = Stopwatch.StartNew();
        var upload = await desk.Upload(file, "joukko.xlsx");
        var preview = clock.Elapsed;
        await upload.Commit();
        await TestContext.Out.WriteLineAsync($"10,000 lines: preview {preview.TotalSeconds:0.0} s, in all {clock.Elapsed.TotalSeconds:0.0} s");

        Assert.That(await desk.Scalar<long>("select count(*) from accounts.affiliations"), Is.EqualTo(10_000));
        Assert.That(clock.Elapsed, Is.LessThan(TimeSpan.FromSeconds(60)), "set by set, not line by line");
    }

    [OneTimeTearDown]
    public static async Task Close() => await (await shared.Value).DisposeAsync();

    private static Task<Desk> Open() => Desk.Open(works: Role.CustomerManager);

    private static byte[] Sheet(params Person[] lines) => Desk.Sheet(people, [.. lines.Select(line => line.Cells)]);

    private static Task<HttpResponseMessage> Map(Desk desk, Uploaded upload, params (string Field, int Index)[] columns) => desk.Coordinator.PutAsJsonAsync(
        $"/api/v1/imports/{upload.Id}/mapping", new { columns = columns.Select(column => new { index = column.Index, field = column.Field }) });

    private static string Texts(Stream file)
    {
        using var sheet = Workbook.Open(file, "errors.xlsx");
        var texts = new List<string>();
        while (sheet.Read())
            texts.AddRange(Enumerable.Range(0, sheet.Count).Select(i => sheet[i].Text));
        return string.Join('\n', texts);
    }

    /// <summary>One line; what is not said is usual.</summary>
    public sealed record Person
    {
        public string Last { get; init; } = "Keksitty";
        public string First { get; init; } = "Aino";
        public string Email { get; init; } = "";
        public string Phone { get; init; } = "0401234567";
        public string Organisation { get; init; } = "Esimerkki Oy";
        public string BusinessId { get; init; } = "";
        public string Title { get; init; } = "";
        public string Role { get; init; } = "";
        public string State { get; init; } = "";

        public string?[] Cells => [Last, First, Email, Phone, Organisation, BusinessId, Title, Role, State];
    }
}
