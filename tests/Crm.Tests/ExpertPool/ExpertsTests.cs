using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Karelia.Crm.Kernel;
using Karelia.Crm.Tests.Imports;
using Karelia.Crm.Tests.Spreadsheets;
using Npgsql;

namespace Karelia.Crm.Tests.ExpertPool;

/// <summary>The pool's sheets, an expert's page, files, assignments and shortlists.</summary>
internal sealed class ExpertsTests
{
    private const string File = "osaajapooli_Perusraportti.xlsx";

    [Test]
    public async Task The_file_gives_what_its_truth_says_nothing_new_again_and_goes_back()
    {
        await using var desk = await Pool.Open();
        var empty = await desk.Dump();
        var upload = await desk.Upload(TestFiles.Data("webropol", File));
        Assert.That((upload.State, upload.Json.GetProperty("kind").GetString()), Is.EqualTo(("ready", "experts")), upload.Json.ToString());
        var rows = (await upload.Rows()).ToDictionary(row => row.GetProperty("row").GetInt32());
        var truth = TruthTests.Truth(File);
        Assert.That(rows, Has.Count.EqualTo(truth.Count));
        Assert.Multiple(() =>
        {
            foreach (var expected in truth)
            {
                var row = rows[expected.GetProperty("line").GetInt32()];
                var code = expected.GetProperty("code").GetString();
                Assert.That(row.Outcome(), Is.EqualTo(expected.GetProperty("expect").GetString()), row.ToString());
                Assert.That(row.Codes(), code is null ? Is.Empty : Is.EqualTo([code]), row.ToString());
            }
        });

        upload = await upload.Commit();
        var expert = (await desk.Get("/experts?name=arvo%20virta")).GetProperty("items")[0];
        Assert.That(expert.GetProperty("fields").EnumerateArray().Select(f => f.GetString()), Is.EqualTo(["technology", "tourism"]));
        Assert.That(expert.GetProperty("forms").GetArrayLength(), Is.EqualTo(5));
        Assert.That(expert.GetProperty("languages").EnumerateArray().Select(f => f.GetString()), Is.EqualTo(["fi"]));
        Assert.That(expert.GetProperty("consentValidUntil").GetString(), Is.EqualTo("2029-01-07"));
        Assert.That(await desk.Scalar<long>("select count(*) from consent.standings where purpose <> 'expert-pool'"), Is.Zero, "the pool's sentence opens the pool alone");

        var again = await desk.Upload(TestFiles.Data("webropol", File));
        Assert.That((again.Count("new"), again.Count("changed")), Is.EqualTo((0, 0)));

        await upload.Undo();
        var after = await desk.Dump();
        foreach (var table in new[] { "experts.experts", "experts.vocabulary", "accounts.contact_emails", "accounts.contact_phones", "accounts.contact_roles", "consent.standings" })
            Assert.That(after[table], Is.EqualTo(empty[table]), table);
    }

    [Test]
    public async Task An_alumnus_who_joins_is_one_person_and_each_import_takes_back_its_own()
    {
        await using var desk = await Pool.Open();
        await using (var alumni = Desk.Over(new NpgsqlConnectionStringBuilder(desk.Database.ConnectionString).Database!, _ => { }))
            await (await alumni.Upload(People.Sheet(new Line("sama@example.com")), "alumnit.xlsx")).Commit();
        var before = await desk.Dump();
        var pool = await desk.Upload(Pool.Sheet(new ExpertLine("Aino Maria", "Hitsaus") { Email = "sama@example.com" }), "osaajat.xlsx");
        Assert.That((pool.Count("new"), pool.Count("changed")), Is.EqualTo((0, 1)));

        var committed = await pool.Commit();

        Assert.That(await desk.Scalar<long>("select count(*) from accounts.contacts where erased_at is null"), Is.EqualTo(1));
        Assert.That(await desk.Scalar<string>("select string_agg(role, ',' order by role) from accounts.contact_roles"), Is.EqualTo("alumnus,expert"));
        await committed.Undo();
        var after = await desk.Dump();
        foreach (var table in new[] { "experts.experts", "experts.vocabulary", "accounts.contacts", "accounts.contact_emails", "accounts.contact_roles", "alumni.alumni", "consent.standings" })
            Assert.That(after[table], Is.EqualTo(before[table]), table);
    }

    [Test]
    public async Task Who_withdrew_from_the_pool_stays_out_of_it()
    {
        await using var desk = await Pool.Open();
        var id = (await Pool.Fill(desk, new ExpertLine("Poissa", "Hitsaus")))[0];
        await desk.As(Role.DataProtectionOfficer).PostAsJsonAsync($"/api/v1/contacts/{id}/consents", new { purpose = "expert-pool", kind = "withdrawn", source = "Puhelu" });

        var again = await desk.Upload(Pool.Sheet(new ExpertLine("Poissa", "Hitsaus ja levytyöt") { Time = "9.9.2026" }), "uudestaan.xlsx");

        Assert.That((await again.Row(2)).Codes(), Is.EqualTo(["blocked-or-withdrawn"]));
    }

    [Test]
    public async Task The_same_sheet_again_takes_nothing_back_that_was_edited_here()
    {
        await using var desk = await Pool.Open();
        var line = new ExpertLine("Aino", "Hitsaus") { Technology = "Tekniikka" };
        var path = $"/experts/{(await Pool.Fill(desk, line))[0]}";
        await Pool.Change(desk, HttpMethod.Patch, path, new { competence = "Hitsaus ja levytyöt", fields = Array.Empty<string>() }, path);

        var again = await (await desk.Upload(Pool.Sheet(line), "osaajat.xlsx")).Commit();
        var edited = await desk.Get(path);
        await (await desk.Upload(Pool.Sheet(line with { Competence = "Robotiikka" }), "uusi.xlsx")).Commit();
        var anew = await desk.Get(path);

        Assert.That((again.Count("matched"), again.Count("changed")), Is.EqualTo((1, 0)));
        Assert.That((edited.GetProperty("competence").GetString(), edited.GetProperty("fields").GetArrayLength()), Is.EqualTo(("Hitsaus ja levytyöt", 0)));
        Assert.That((anew.GetProperty("competence").GetString(), anew.GetProperty("fields").GetArrayLength()), Is.EqualTo(("Robotiikka", 0)));
    }

    [Test]
    public async Task With_the_consent_end_the_role_and_the_place_in_target_groups()
    {
        await using var desk = await Pool.Open();
        var ids = await Pool.Fill(desk, new ExpertLine("Jää", "Hitsaus") { Technology = "Tekniikka" }, new ExpertLine("Lähtee", "Hitsaus") { Technology = "Tekniikka" });
        Assert.That(await Group(), Is.EqualTo(2));

        await desk.As(Role.DataProtectionOfficer).PostAsJsonAsync($"/api/v1/contacts/{ids[1]}/consents", new { purpose = "expert-pool", kind = "withdrawn", source = "Puhelu" });

        Assert.That(await Group(), Is.EqualTo(1));
        Assert.That(await desk.Scalar<string>("select string_agg(contact_id::text, ',') from accounts.role_holder where role = 'expert'"), Is.EqualTo(ids[0].ToString()));

        async Task<int> Group()
        {
            var counted = await desk.As(Role.Communications).PostAsJsonAsync("/api/v1/target-groups/count", new { definition = new { field = "expert.field", @is = new[] { "technology" } }, examples = 0 });
            return (await counted.Content.ReadFromJsonAsync<System.Text.Json.JsonElement>()).GetProperty("count").GetInt32();
        }
    }

    [Test]
    public async Task A_file_is_told_by_its_bytes_leaves_as_an_attachment_and_goes_with_the_person()
    {
        await using var desk = await Pool.Open();
        var id = (await Pool.Fill(desk, new ExpertLine("Cv", "Hitsaus")))[0];
        var path = $"/api/v1/experts/{id}/files";

        Assert.That((await Send(desk, path, "<html><script>alert(1)</script>"u8.ToArray(), "cv.pdf")).StatusCode, Is.EqualTo(HttpStatusCode.UnsupportedMediaType));
        Assert.That((await Send(desk, path, Zip("word/document.xml", "[Content_Types].xml", "word/vbaProject.bin"), "cv.docx")).StatusCode, Is.EqualTo(HttpStatusCode.UnsupportedMediaType));
        Assert.That((await Send(desk, path, new byte[(5 << 20) + 1], "iso.pdf")).StatusCode, Is.EqualTo(HttpStatusCode.RequestEntityTooLarge));
        Assert.That((await Send(desk, path, Zip("word/document.xml", "[Content_Types].xml"), "cv.docx")).StatusCode, Is.EqualTo(HttpStatusCode.OK));
        var added = await Send(desk, path, "%PDF-1.7 made up"u8.ToArray(), "../../CV \"oma\".exe");
        var file = (await added.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("files").EnumerateArray().Single(f => f.GetProperty("contentType").GetString() == "application/pdf");
        Assert.That(file.GetProperty("name").GetString(), Is.EqualTo("CV oma.exe.pdf"));

        var download = await desk.Coordinator.GetAsync($"{path}/{file.GetProperty("id").GetString()}");

        Assert.That(await download.Content.ReadAsStringAsync(), Is.EqualTo("%PDF-1.7 made up"));
        Assert.That(download.Content.Headers.ContentDisposition!.DispositionType, Is.EqualTo("attachment"));
        Assert.That(download.Content.Headers.ContentType!.MediaType, Is.EqualTo("application/octet-stream"));
        Assert.That(download.Headers.GetValues("X-Content-Type-Options"), Is.EqualTo(["nosniff"]));
        Assert.That((await desk.As(Role.CustomerManager).GetAsync($"{path}/{file.GetProperty("id").GetString()}")).StatusCode, Is.EqualTo(HttpStatusCode.Forbidden));
        var package = await desk.As(Role.DataProtectionOfficer).GetAsync($"/api/v1/contacts/{id}/personal-data?format=zip");
        Assert.That(package.Content.Headers.ContentType!.MediaType, Is.EqualTo("application/zip"));
        using (var zip = new ZipArchive(await package.Content.ReadAsStreamAsync()))
        {
            Assert.That(zip.Entries.Select(entry => Path.GetExtension(entry.Name)), Is.EqualTo(new[] { ".html", ".json", ".docx", ".pdf" }));
            using var cv = new StreamReader(zip.GetEntry("tiedostot/2-CV oma.exe.pdf")!.Open());
            Assert.That(await cv.ReadToEndAsync(), Is.EqualTo("%PDF-1.7 made up"));
        }

        var other = (await Pool.Fill(desk, new ExpertLine("Toinen", "Hitsaus")))[0];
        using (var zip = new ZipArchive(await desk.As(Role.DataProtectionOfficer).GetStreamAsync($"/api/v1/contacts/{other}/personal-data?format=zip")))
            Assert.That(zip.Entries, Has.Count.EqualTo(2), "nobody else's");
        await desk.As(Role.DataProtectionOfficer).PostAsJsonAsync($"/api/v1/contacts/{other}/erase", new { reason = "Pyyntö" });
        var erased = await desk.As(Role.DataProtectionOfficer).PostAsJsonAsync($"/api/v1/contacts/{id}/erase", new { reason = "Pyyntö" });
        Assert.That(erased.StatusCode, Is.EqualTo(HttpStatusCode.OK), await erased.Content.ReadAsStringAsync());
        foreach (var table in new[] { "experts", "files", "file_contents", "vocabulary" })
            Assert.That(await desk.Scalar<long>($"select count(*) from experts.{table}"), Is.Zero, table);
    }

    [Test]
    public async Task Assignments_and_shortlists_say_what_was_asked_and_done()
    {
        await using var desk = await Pool.Open();
        var id = (await Pool.Fill(desk, new ExpertLine("Listalla", "Hitsaus")))[0];
        var account = (await (await desk.As(Role.CustomerManager).PostAsJsonAsync("/api/v1/accounts", new { name = "Esimerkki Oy" })).Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetGuid();
        var added = await (await desk.Coordinator.PostAsJsonAsync($"/api/v1/experts/{id}/assignments", new { title = "Hitsauskurssi", startsOn = "2026-02-01", endsOn = "2026-02-02", accountId = account }))
            .Content.ReadFromJsonAsync<JsonElement>();
        var assignment = added.GetProperty("assignments")[0];
        Assert.That(assignment.GetProperty("for").GetProperty("name").GetString(), Is.EqualTo("Esimerkki Oy"));

        var told = await desk.Change(HttpMethod.Patch, $"/experts/{id}/assignments/{assignment.GetProperty("id").GetString()}", new { state = "done", feedback = "Selkeä opettaja" }, $"/experts/{id}");
        Assert.That(told.GetProperty("assignments")[0].GetProperty("feedback").GetString(), Is.EqualTo("Selkeä opettaja"));
        await desk.Change(HttpMethod.Patch, $"/experts/{id}/assignments/{assignment.GetProperty("id").GetString()}", new { endsOn = "2026-01-01" }, $"/experts/{id}", HttpStatusCode.UnprocessableEntity);

        var list = (await (await desk.Coordinator.PostAsJsonAsync("/api/v1/expert-shortlists", new { name = "Levytyöt 2026", purpose = "Kurssi" })).Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetString();
        var path = $"/expert-shortlists/{list}";
        await desk.Coordinator.PostAsJsonAsync($"/api/v1{path}/experts", new { contactId = id, note = "Sopii hyvin" });
        var twice = await (await desk.Coordinator.PostAsJsonAsync($"/api/v1{path}/experts", new { contactId = id })).Content.ReadFromJsonAsync<JsonElement>();
        Assert.That(twice.GetProperty("experts").GetArrayLength(), Is.EqualTo(1));
        var asked = await desk.Change(HttpMethod.Patch, $"{path}/experts/{id}", new { state = "yes" }, path);
        Assert.That(asked.GetProperty("experts")[0].GetProperty("state").GetString(), Is.EqualTo("yes"));
        Assert.That((await desk.Get("/expert-shortlists")).GetProperty("items")[0].GetProperty("yes").GetInt32(), Is.EqualTo(1));
        Assert.That((await desk.Get($"/experts/{id}")).GetProperty("shortlists")[0].GetProperty("name").GetString(), Is.EqualTo("Levytyöt 2026"));
        await desk.Change(HttpMethod.Delete, $"{path}/experts/{id}", null, path, HttpStatusCode.NoContent);
        Assert.That((await desk.Get(path)).GetProperty("experts").GetArrayLength(), Is.Zero);
    }

    private static async Task<HttpResponseMessage> Send(Desk desk, string path, byte[] content, string name)
    {
        var bytes = new ByteArrayContent(content);
        bytes.Headers.ContentType = new MediaTypeHeaderValue("application/pdf");
        var form = new MultipartFormDataContent { { bytes, "file", name.Replace("\"", "", StringComparison.Ordinal) } };
        return await desk.Coordinator.PostAsync(path, form);
    }

    private static byte[] Zip(params string[] names)
    {
        var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var name in names)
                zip.CreateEntry(name).Open().Dispose();
        }

        return file.ToArray();
    }
}
