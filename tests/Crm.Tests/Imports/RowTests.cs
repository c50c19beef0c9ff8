using System.Net;
using System.Net.Http.Json;
using Karelia.Crm.Kernel;
using Karelia.Crm.Spreadsheets;

namespace Karelia.Crm.Tests.Imports;

/// <summary>What lines come to, one rule at a time, and what a person decides of them.</summary>
internal sealed class RowTests
{
    private static readonly Lazy<Task<Desk>> shared = new(() => Desk.Open());
    private readonly string me = $"{Guid.CreateVersion7():N}"[20..];

    public static IEnumerable<TestCaseData> Faults()
    {
        yield return new(new Line("x") { LastName = "", FirstNames = "" }, "invalid", new[] { "name-missing" });
        yield return new(new Line("x") { FirstNames = "" }, "suspicious", new[] { "name-incomplete" });
        yield return new(new Line("x") { Register = "" }, "invalid", new[] { "consent-missing" });
        yield return new(new Line("x") { Register = "Ei" }, "invalid", new[] { "consent-missing" });
        yield return new(new Line("x") { Register = "Annan ehkä suostumukseni" }, "invalid", new[] { "consent-missing" });
        yield return new(new Line("x") { Register = "Kyllä" }, "new", Array.Empty<string>());
        yield return new(new Line("x") { Register = "1" }, "new", Array.Empty<string>());
        yield return new(new Line("x") { Year = "1899" }, "invalid", new[] { "year-invalid" });
        yield return new(new Line("x") { Year = "kevät 2005" }, "invalid", new[] { "year-invalid" });
        yield return new(new Line("x") { Time = "1.15.2026 10.61" }, "suspicious", new[] { "response-time-invalid" });
        yield return new(new Line("x") { Project = "7" }, "suspicious", new[] { "code-unknown" });
        yield return new(new Line("x") { Project = "Project cooperation" }, "new", Array.Empty<string>());
        yield return new(new Line("x") { Employer = "Hetu 131052-308T" }, "invalid", new[] { "personal-identity-code" });
        yield return new(new Line("x") { Employer = "131052a308t" }, "invalid", new[] { "personal-identity-code" });
        yield return new(new Line("x") { LastName = "", FirstNames = "", Register = "", Year = "x" }, "invalid", new[] { "year-invalid", "name-missing", "consent-missing" });
    }

    [TestCaseSource(nameof(Faults))]
    public async Task Every_fault_has_its_code_and_the_worst_decides(Line line, string outcome, string[] codes)
    {
        var upload = await (await shared.Value).Upload(People.Sheet(line with { Email = $"{me}@example.com" }), "a.xlsx");

        var row = await upload.Row(2);
        Assert.That((row.Outcome(), row.Codes()), Is.EqualTo((outcome, codes.ToList())), row.ToString());
        Assert.That(row.ToString(), Does.Not.Contain("308T").IgnoreCase);
    }

    [Test]
    public async Task Lines_are_compared_with_earlier_ones_that_will_be_written()
    {
        var line = new Line($"{me}@example.com");
        var upload = await (await shared.Value).Upload(
            People.Sheet(line with { FirstNames = "" }, line, line, line with { Phone = "0507654321" }, line with { Time = "6.1.2026" }), "a.xlsx");

        var rows = await upload.Rows();
        Assert.That(rows.Select(row => row.Outcome()), Is.EqualTo(["suspicious", "new", "matched", "suspicious", "matched"]));
        Assert.That(rows.Select(row => string.Join(',', row.Codes())), Is.EqualTo(["name-incomplete", "", "duplicate-in-file", "possible-duplicate", "duplicate-in-file"]));
    }

    [Test]
    public async Task A_person_without_address_is_compared_by_name_and_birth_or_workplace_and_merged_by_decision()
    {
        var desk = await shared.Value;
        var line = new Line("") { LastName = $"Osoitteeton{me}" };
        await (await desk.Upload(People.Sheet(line with { Email = $"{me}@example.com" }), "a.xlsx")).Commit();

        var upload = await desk.Upload(People.Sheet(line with { Phone = "0507654321" }, line with { Born = "", FirstNames = "Toinen" }), "b.xlsx");

        var row = await upload.Row(2);
        Assert.That((row.Outcome(), row.Codes().Single()), Is.EqualTo(("suspicious", "possible-duplicate")));
        var candidate = row.GetProperty("candidates").EnumerateArray().Single();
        Assert.That(candidate.GetProperty("name").GetString(), Is.EqualTo($"Osoitteeton{me} Aino Maria"));
        Assert.That((await upload.Row(3)).Outcome(), Is.EqualTo("new"));
        Assert.That((await upload.Decide(2, "merge", candidate.GetProperty("contactId").GetString())).StatusCode, Is.EqualTo(HttpStatusCode.OK));
        Assert.That((await upload.Decide(3, "accept")).StatusCode, Is.EqualTo(HttpStatusCode.Conflict), "it is not suspicious");
        await upload.Commit();
        Assert.That(await desk.Scalar<long>($"select count(*) from accounts.contacts where last_name = 'Osoitteeton{me}'"), Is.EqualTo(2));
        Assert.That(await desk.Scalar<long>($"select count(*) from accounts.contact_phones p join accounts.contacts c on c.id = p.contact_id where c.last_name = 'Osoitteeton{me}' and first_names = 'Aino Maria'"), Is.EqualTo(2));
        var again = await desk.Upload(People.Sheet(line with { Born = "", Employer = "", FirstNames = "Toinen" }), "c.xlsx");
        Assert.That((again.Count("new"), again.Count("suspicious")), Is.EqualTo((0, 1)), "the line came before");
    }

    [Test]
    public async Task A_suspicious_line_is_written_only_when_it_is_accepted()
    {
        var desk = await shared.Value;
        var lines = Enumerable.Range(0, 3).Select(i => new Line($"{me}.{i}@example.com") { Time = "joskus" }).ToArray();
        var upload = await desk.Upload(People.Sheet(lines), "a.xlsx");
        await upload.Decide(2, "accept");
        await upload.Decide(3, "skip");

        await upload.Commit();

        Assert.That(await desk.Scalar<string>($"select string_agg(address, ',') from accounts.contact_emails where address like '{me}%'"), Is.EqualTo($"{me}.0@example.com"));
        Assert.That((await upload.Decide(4, "accept")).StatusCode, Is.EqualTo(HttpStatusCode.Conflict), "the preview is closed");
    }

    [Test]
    public async Task No_import_lifts_a_withdrawal_or_a_block_or_wakes_a_passive_or_shows_a_restricted_person()
    {
        var desk = await shared.Value;
        var lines = Enumerable.Range(0, 4).Select(i => new Line($"{me}.{i}@example.com")).ToArray();
        await (await desk.Upload(People.Sheet(lines), "a.xlsx")).Commit();
        var ids = new string[4];
        for (var i = 0; i < 4; i++)
            ids[i] = (await desk.Scalar<Guid>($"select contact_id from accounts.contact_emails where address = '{me}.{i}@example.com'")).ToString();
        var withdrawn = await desk.Coordinator.PostAsJsonAsync($"/api/v1/contacts/{ids[0]}/consents", new { purpose = "alumni", kind = "withdrawn", source = "staff" });
        Assert.That(withdrawn.StatusCode, Is.EqualTo(HttpStatusCode.Created), await withdrawn.Content.ReadAsStringAsync());
        await desk.Execute($"insert into consent.blocks (id, contact_id, channel, reason, set_at, set_by_id, set_by) values (uuidv7(), '{ids[1]}', 'email', 'x', now(), uuidv7(), 'x')");
        await desk.Execute($"update accounts.contacts set is_passive = true where id = '{ids[2]}'");
        await desk.Execute($"update accounts.contacts set restricted_at = now() where id = '{ids[3]}'");

        var upload = await desk.Upload(People.Sheet([.. lines.Select(line => line with { Time = "9.9.2026", Phone = "0507654321" })]), "b.xlsx");

        var rows = await upload.Rows();
        Assert.That(rows.Select(row => row.Codes().Single()), Is.EqualTo(["blocked-or-withdrawn", "blocked-or-withdrawn", "passive", "held-for-officer"]));
        Assert.That(rows[3].TryGetProperty("contactId", out _), Is.False);
        var seen = await desk.Get($"/imports/{upload.Id}/rows?code=held-for-officer", desk.As(Role.DataProtectionOfficer));
        Assert.That((await desk.Get($"/imports/{upload.Id}/rows", desk.As(Role.DataProtectionOfficer))).GetProperty("items")[3].Codes(), Is.EqualTo(["restricted"]), seen.ToString());
        Assert.That((await upload.Decide(2, "accept")).StatusCode, Is.EqualTo(HttpStatusCode.OK));
        Assert.That((await upload.Decide(3, "accept")).StatusCode, Is.EqualTo(HttpStatusCode.OK));
        Assert.That((await upload.Decide(4, "accept")).StatusCode, Is.EqualTo(HttpStatusCode.Conflict));
        Assert.That((await upload.Decide(5, "accept")).StatusCode, Is.EqualTo(HttpStatusCode.Conflict));
        await upload.Commit();
        Assert.That(await desk.Scalar<string>($"select state from consent.standings where contact_id = '{ids[0]}' and purpose = 'alumni'"), Is.EqualTo("withdrawn"));
        Assert.That(await desk.Scalar<long>($"select count(*) from consent.events where contact_id = '{ids[1]}' and purpose like 'email%'"), Is.EqualTo(2));
        Assert.That(await desk.Scalar<bool>($"select is_passive from accounts.contacts where id = '{ids[2]}'"), Is.True);
        Assert.That(await desk.Scalar<long>($"select count(*) from accounts.contact_phones where contact_id in ('{ids[2]}', '{ids[3]}')"), Is.EqualTo(2));
    }

    [Test]
    public async Task The_errors_workbook_has_the_same_columns_and_the_reason_and_no_identity_code()
    {
        var desk = await shared.Value;
        var upload = await desk.Upload(People.Sheet(new Line($"{me}@example.com"), new Line("x") { Employer = "131052-308T" }, new Line($"{me}.2@example.com") { Time = "-" }), "a.xlsx");

        var bytes = await desk.Coordinator.GetByteArrayAsync($"/api/v1/imports/{upload.Id}/errors.xlsx");

        using var sheet = Workbook.Open(new MemoryStream(bytes), "errors.xlsx");
        var lines = new List<string[]>();
        while (sheet.Read())
            lines.Add([.. sheet.Cells.ToArray().Select(cell => cell.Text)]);
        Assert.That(lines, Has.Count.EqualTo(3));
        Assert.That(lines[0][^1], Is.EqualTo("Syy / Reason"));
        Assert.That(lines[0][1], Is.EqualTo("Sukunimi"));
        Assert.That(lines[1][9], Is.EqualTo("******-****"));
        Assert.That(lines[1][^1], Does.Contain("henkilötunnus").And.Contain("Sähköposti"));
        Assert.That(lines.SelectMany(line => line), Has.None.Contain("308T"));
        Assert.That(await desk.Scalar<long>("select count(*) from imports.rows where array_to_string(cells, '') ilike '%308T%'"), Is.Zero);
    }

    [OneTimeTearDown]
    public static async Task Close() => await (await shared.Value).DisposeAsync();
}
