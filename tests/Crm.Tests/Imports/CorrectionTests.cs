using System.Net;
using System.Net.Http.Json;
using Karelia.Crm.Kernel;
using Karelia.Crm.Spreadsheets;

namespace Karelia.Crm.Tests.Imports;

/// <summary>A person mends cells of a line before the commit, and the line is judged anew.</summary>
internal sealed class CorrectionTests
{
    private const string Email = "4";
    private const string Employer = "9";
    private static readonly Lazy<Task<Desk>> shared = new(() => Desk.Open());
    private readonly string me = $"{Guid.CreateVersion7():N}"[20..];

    [Test]
    public async Task A_mended_line_is_judged_anew_and_written_as_it_then_is()
    {
        var desk = await shared.Value;
        var upload = await desk.Upload(People.Sheet(new Line($"{me}(at)example.com"), new Line($"{me}.2@example.com") { Project = "7" }), "a.xlsx");
        Assert.That((upload.Count("invalid"), upload.Count("suspicious")), Is.EqualTo((1, 1)));

        var mended = await Correct(upload, 2, new() { [Email] = $" {me}@Example.com" });
        var chosen = await Correct(upload, 3, new() { ["Hankeyhteistyö"] = "1" });

        Assert.That(mended.StatusCode, Is.EqualTo(HttpStatusCode.OK), await mended.Content.ReadAsStringAsync());
        Assert.That(chosen.StatusCode, Is.EqualTo(HttpStatusCode.OK), await chosen.Content.ReadAsStringAsync());
        var row = await upload.Row(2);
        Assert.That((row.Outcome(), row.Codes().Count), Is.EqualTo(("new", 0)), row.ToString());
        Assert.That(row.GetProperty("original")[4].GetString(), Is.EqualTo($"{me}(at)example.com"), "the original is kept");
        upload = await upload.Again();
        Assert.That((upload.Count("new"), upload.Count("invalid"), upload.Count("suspicious"), upload.Count("total")), Is.EqualTo((2, 0, 0, 2)));
        await upload.Commit();
        Assert.That(await desk.Scalar<string>($"select string_agg(address, ',' order by address) from accounts.contact_emails where address like '{me}%'"), Is.EqualTo($"{me}.2@example.com,{me}@example.com"));
        Assert.That(await desk.Scalar<string>(
            $"select form_code from alumni.interests i join accounts.contact_emails e using (contact_id) where e.address = '{me}.2@example.com'"), Is.EqualTo("project-cooperation"));
        Assert.That((await Correct(upload, 2, new() { [Email] = "x@example.com" })).StatusCode, Is.EqualTo(HttpStatusCode.Conflict), "the preview is closed");
    }

    [Test]
    public async Task Later_lines_about_the_same_person_follow_there_and_back()
    {
        var line = new Line($"{me}@example.com");
        var upload = await (await shared.Value).Upload(People.Sheet(line with { Email = $"{me}@example,com" }, line, line with { Phone = "0507654321" }, new Line($"{me}.9@example.com")), "a.xlsx");
        Assert.That(await Outcomes(upload), Is.EqualTo("invalid new suspicious new"));

        await Correct(upload, 2, new() { [Email] = $"{me}@example.com" });
        Assert.That(await Outcomes(upload), Is.EqualTo("new matched suspicious new"), "the mended line is the first of its person now");

        await Correct(upload, 2, new() { [Email] = $"{me}.other@example.com" });
        Assert.That(await Outcomes(upload), Is.EqualTo("new new suspicious new"));
        Assert.That((await upload.Again()).Count("new"), Is.EqualTo(3));
    }

    [Test]
    public async Task A_decision_may_come_with_the_correction_and_an_earlier_one_falls()
    {
        var desk = await shared.Value;
        var upload = await desk.Upload(People.Sheet(new Line($"{me}@example.com") { Time = "joskus", FirstNames = "" }), "a.xlsx");
        await upload.Decide(2, "accept");

        var corrected = await Correct(upload, 2, new() { ["Etunimet"] = "Aino" });
        Assert.That((await upload.Row(2)).TryGetProperty("decision", out _), Is.False, await corrected.Content.ReadAsStringAsync());
        var both = await Correct(upload, 2, new() { ["Etunimet"] = "Aino Maria" }, "accept");

        Assert.That(both.StatusCode, Is.EqualTo(HttpStatusCode.OK), await both.Content.ReadAsStringAsync());
        Assert.That((await upload.Row(2)).GetProperty("decision").GetString(), Is.EqualTo("accept"));
        Assert.That((await Correct(upload, 2, new() { [Email] = "" }, "merge")).StatusCode, Is.EqualTo(HttpStatusCode.UnprocessableEntity), "merged with whom?");
    }

    [Test]
    public async Task An_identity_code_is_masked_again_wherever_it_is_typed()
    {
        var desk = await shared.Value;
        var upload = await desk.Upload(People.Sheet(new Line($"{me}@example.com") { Employer = "Hetu 131052-308T" }), "a.xlsx");

        await Correct(upload, 2, new() { [Employer] = "Yritys ******-****" });
        Assert.That((await upload.Row(2)).Codes(), Is.EqualTo(["personal-identity-code"]), "its mask tells that it stood there");
        await Correct(upload, 2, new() { [Employer] = "Yritys Oy 131052A308T" });
        Assert.That((await upload.Row(2)).Codes(), Is.EqualTo(["personal-identity-code"]));
        Assert.That(await desk.Scalar<long>("select count(*) from imports.rows r where r::text ilike '%308T%'"), Is.Zero);
        await Correct(upload, 2, new() { [Employer] = "Yritys Oy" });
        Assert.That((await upload.Row(2)).Outcome(), Is.EqualTo("new"));
    }

    [Test]
    public async Task The_errors_workbook_and_the_log_tell_of_the_correction()
    {
        var desk = await shared.Value;
        var upload = await desk.Upload(People.Sheet(new Line("x") { Year = "1899" }), "a.xlsx");

        await Correct(upload, 2, new() { [Email] = $"{me}@example.com" });

        using var sheet = Workbook.Open(new MemoryStream(await desk.Coordinator.GetByteArrayAsync($"/api/v1/imports/{upload.Id}/errors.xlsx")), "errors.xlsx");
        Assert.That(sheet.Read() && sheet.Read(), Is.True);
        Assert.That(sheet[4].Text, Is.EqualTo($"{me}@example.com"));
        Assert.That(
            await desk.Scalar<string>($"select v.payload ->> 'reason' from kernel.audit_entries e join kernel.audit_values v on v.entry_id = e.id where e.entity_id = '{upload.Id}' and e.entity = 'StagedRow'"),
            Is.EqualTo("2: Sähköposti"), "which cell, not what it says");
    }

    [Test]
    public async Task Only_cells_and_lines_that_there_are_are_corrected_by_whoever_imports()
    {
        var desk = await shared.Value;
        var upload = await desk.Upload(People.Sheet(new Line($"{me}@example.com")), "a.xlsx");

        Assert.That((await Correct(upload, 2, new() { ["99"] = "x" })).StatusCode, Is.EqualTo(HttpStatusCode.UnprocessableEntity));
        Assert.That((await Correct(upload, 2, new() { ["Ei ole/tällaista"] = "x" })).StatusCode, Is.EqualTo(HttpStatusCode.UnprocessableEntity));
        Assert.That((await Correct(upload, 2, new() { [Email] = "x", ["Sähköposti"] = "y" })).StatusCode, Is.EqualTo(HttpStatusCode.UnprocessableEntity));
        Assert.That((await Correct(upload, 2, new() { ["11"] = "Kyllä" })).StatusCode, Is.EqualTo(HttpStatusCode.UnprocessableEntity), "nobody consents for another");
        Assert.That((await Correct(upload, 2, [])).StatusCode, Is.EqualTo(HttpStatusCode.UnprocessableEntity), "neither cells nor a decision");
        Assert.That((await Correct(upload, 77, new() { [Email] = "x" })).StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
        Assert.That((await Correct(upload, 2, new() { [Email] = "x" }, client: desk.As(Role.CustomerManager))).StatusCode, Is.EqualTo(HttpStatusCode.Forbidden), "each kind has its role");
    }

    [OneTimeTearDown]
    public static async Task Close() => await (await shared.Value).DisposeAsync();

    private static Task<HttpResponseMessage> Correct(Uploaded upload, int row, Dictionary<string, string> cells, string? decision = null, HttpClient? client = null) =>
        (client ?? upload.Desk.Coordinator).PatchAsJsonAsync($"/api/v1/imports/{upload.Id}/rows/{row}", decision is null ? (object)new { cells } : new { cells, decision });

    private static async Task<string> Outcomes(Uploaded upload) => string.Join(' ', (await upload.Rows()).Select(row => row.Outcome()));
}
