using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Karelia.Crm.Kernel;
using Karelia.Crm.Tests.Spreadsheets;

namespace Karelia.Crm.Tests.Imports;

/// <summary>Sheets that are not recognised ask which column is which, and remember it; files that cannot be read say so.</summary>
internal sealed class MappingTests
{
    private static readonly Lazy<Task<Desk>> shared = new(() => Desk.Open());

    [Test]
    public async Task A_mapping_is_asked_once_for_a_form_and_remembered()
    {
        var desk = await shared.Value;
        string[] headings = ["Nimi 1", "Nimi 2", "Posti", "Lupa"];
        var file = Desk.Sheet(headings, ["Kartta", "Kaisa", "kaisa.kartta@example.com", People.Register], ["Kartta", "Kalle", "kalle.kartta@example.com", ""]);
        var upload = await desk.Upload(file, "oma.xlsx");
        Assert.That((upload.State, upload.Count("total")), Is.EqualTo(("needsMapping", 2)));

        var mapped = await Map(desk, upload, ("lastName", 0), ("firstNames", 1), ("email", 2), ("consent.alumni", 3));

        Assert.That(mapped.StatusCode, Is.EqualTo(HttpStatusCode.OK), await mapped.Content.ReadAsStringAsync());
        var answer = await mapped.Content.ReadFromJsonAsync<JsonElement>();
        Assert.That((answer.GetProperty("state").GetString(), answer.GetProperty("counts").GetProperty("new").GetInt32(), answer.GetProperty("counts").GetProperty("invalid").GetInt32()), Is.EqualTo(("ready", 1, 1)));
        Assert.That((await upload.Row(3)).Codes(), Is.EqualTo(["consent-missing"]));
        var again = await desk.Upload(Desk.Sheet(headings, ["Toinen", "Tiina", "tiina.toinen@example.com", People.Register]), "toinen.xlsx");
        Assert.That((again.State, again.Count("new")), Is.EqualTo(("ready", 1)));
        Assert.That(again.Json.GetProperty("mapping")[0].GetProperty("remembered").GetBoolean(), Is.True);
    }

    [Test]
    public async Task A_mapping_names_columns_and_fields_that_there_are()
    {
        var desk = await shared.Value;
        var upload = await desk.Upload(Desk.Sheet(["A", "B"], ["1", "2"]), "ab.xlsx");

        Assert.That((await Map(desk, upload, ("lastName", 7))).StatusCode, Is.EqualTo(HttpStatusCode.UnprocessableEntity));
        Assert.That((await Map(desk, upload, ("nonsense", 0))).StatusCode, Is.EqualTo(HttpStatusCode.UnprocessableEntity));
        Assert.That((await Map(desk, upload, ("lastName", 0), ("lastName", 1))).StatusCode, Is.EqualTo(HttpStatusCode.UnprocessableEntity));
        Assert.That((await Map(desk, upload, ("town", 0))).StatusCode, Is.EqualTo(HttpStatusCode.UnprocessableEntity), "no name");
    }

    [TestCase("kind", "nonsense", HttpStatusCode.UnprocessableEntity)]
    [TestCase("kind", "experts", HttpStatusCode.Forbidden)]
    [TestCase("kind", "alumni", HttpStatusCode.Created)]
    public async Task The_kind_may_be_said(string _, string kind, HttpStatusCode expected) =>
        Assert.That((await (await shared.Value).Send(File.ReadAllBytes(TestFiles.Data("webropol", TruthTests.Files[5])), "a.xlsx", kind)).StatusCode, Is.EqualTo(expected));

    [Test]
    public async Task Only_a_coordinator_imports_and_the_officer_may_look()
    {
        var desk = await shared.Value;
        var upload = await desk.Upload(TestFiles.Data("webropol", TruthTests.Files[5]));
        foreach (var role in Role.All.Where(role => role is not Role.AlumniCoordinator))
        {
            var client = desk.As(role);
            Assert.That((await desk.Send([1], "a.xlsx", "alumni", client)).StatusCode, Is.EqualTo(HttpStatusCode.Forbidden), role);
            foreach (var act in new[] { "commit", "undo" })
                Assert.That((await client.PostAsync($"/api/v1/imports/{upload.Id}/{act}", null)).StatusCode, Is.EqualTo(HttpStatusCode.Forbidden), role);
            Assert.That((await client.GetAsync($"/api/v1/imports/{upload.Id}/rows")).StatusCode, Is.EqualTo(role == Role.DataProtectionOfficer ? HttpStatusCode.OK : HttpStatusCode.Forbidden), role);
        }
    }

    [Test]
    public async Task A_file_that_cannot_be_read_is_a_clear_problem_and_leaves_nothing()
    {
        var desk = await shared.Value;
        var whole = File.ReadAllBytes(TestFiles.Data("webropol", TruthTests.Files[0]));
        (string Name, byte[] File)[] files =
        [
            ("empty.xlsx", []), ("torn.xlsx", whole[..(whole.Length / 2)]), ("text.xlsx", "not a workbook"u8.ToArray()), ("old.xls", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[512]]),
            ("headings.csv", "Sukunimi;Etunimet"u8.ToArray()), ("zip.xlsx", [0x50, 0x4B, 0x05, 0x06, .. new byte[18]]),
        ];

        foreach (var (name, file) in files)
        {
            var answer = await desk.Send(file, name);
            Assert.That((int)answer.StatusCode, Is.InRange(400, 422), name);
            Assert.That((await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("type").GetString(), Does.StartWith("/problems/workbook-"), name);
        }

        Assert.That(await desk.Scalar<long>("select count(*) from imports.rows r where not exists (select 1 from imports.imports i where i.id = r.import_id)"), Is.Zero);
        Assert.That(await desk.Scalar<long>("select count(*) from imports.imports where file_name in ('empty.xlsx', 'torn.xlsx', 'text.xlsx', 'old.xls', 'headings.csv', 'zip.xlsx')"), Is.Zero);
    }

    [Test]
    public async Task The_municipal_form_and_every_quirky_file_get_a_mapping_step_or_a_clear_problem()
    {
        var desk = await shared.Value;
        string[] files = [TestFiles.Shared("webropol", "public_municipal_form_72_columns.xlsx"), .. Directory.GetFiles(TestFiles.Shared("quirky"))];
        foreach (var file in files)
        {
            var answer = await desk.Send(File.ReadAllBytes(file), Path.GetFileName(file), "alumni");
            var text = await answer.Content.ReadAsStringAsync();
            Assert.That(
                answer.StatusCode == HttpStatusCode.Created ? JsonSerializer.Deserialize<JsonElement>(text).GetProperty("state").GetString() == "needsMapping" : (int)answer.StatusCode is >= 400 and < 423,
                Is.True, $"{Path.GetFileName(file)}: {text[..Math.Min(300, text.Length)]}");
        }
    }

    [OneTimeTearDown]
    public static async Task Close() => await (await shared.Value).DisposeAsync();

    private static Task<HttpResponseMessage> Map(Desk desk, Uploaded upload, params (string Field, int Index)[] columns) => desk.Coordinator.PutAsJsonAsync(
        $"/api/v1/imports/{upload.Id}/mapping", new { columns = columns.Select(column => new { index = column.Index, field = column.Field }) });
}
