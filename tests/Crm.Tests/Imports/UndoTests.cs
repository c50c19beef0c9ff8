using System.Net.Http.Json;
using System.Text.Json;
using Karelia.Crm.Imports.Imports;
using Karelia.Crm.Kernel;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Karelia.Crm.Tests.Imports;

/// <summary>Second imports, undo after them, and what stays because somebody used it.</summary>
internal sealed class UndoTests
{
    [Test]
    public async Task Changes_go_back_but_not_later_edits_and_people_in_use_stay()
    {
        await using var desk = await Desk.Open();
        await (await desk.Upload(People.Sheet(new Line("vanha@example.com") { Messages = "" }, new Line("muokattu@example.com")), "ensin.xlsx")).Commit();
        var old = await Id(desk, "vanha@example.com");
        var edited = await Id(desk, "muokattu@example.com");
        var before = await desk.Dump();

        var second = await desk.Upload(
            People.Sheet(
                new Line("vanha@example.com")
                {
                    Time = "9.9.2026",
                    LastName = "Uusi-Keksitty",
                    FirstNames = "",
                    Phone = "0507654321",
                    Degree = "Tradenomi (YAMK)",
                    Year = "2020",
                    Employer = "Toinen Oy",
                    Project = "1",
                    Born = "",
                },
                new Line("muokattu@example.com") { Time = "9.9.2026", LastName = "Tuonti", Employer = "Toinen Oy" },
                new Line("uusi@example.com"), new Line("kaytetty@example.com")),
            "sitten.xlsx");
        Assert.That((second.Count("new"), second.Count("changed"), second.Count("suspicious")), Is.EqualTo((2, 1, 1)), "first names are missing from one line");
        await second.Decide(2, "accept");
        second = await second.Commit();

        Assert.That(await desk.Scalar<string>($"select last_name || '|' || first_names || '|' || version from accounts.contacts where id = '{old}'"), Is.EqualTo("Uusi-Keksitty|Aino Maria|2"), "an empty cell clears nothing");
        Assert.That(await desk.Scalar<long>($"select count(*) from alumni.degrees where contact_id = '{old}'"), Is.EqualTo(2), "a degree is added");
        Assert.That(await desk.Scalar<string>($"select employer || '|' || date_of_birth || '|' || version from alumni.alumni where contact_id = '{old}'"), Is.EqualTo("Toinen Oy|1980-02-01|2"));
        Assert.That(await desk.Scalar<long>($"select count(*) from consent.standings where contact_id = '{old}' and state = 'given'"), Is.EqualTo(3));
        await desk.Execute($"update accounts.contacts set last_name = 'Käsin', version = version + 1 where id = '{edited}'");
        await desk.Execute($"update accounts.contacts set town = 'Joensuu', version = version + 1 where id = '{await Id(desk, "kaytetty@example.com")}'");
        var used = await Id(desk, "kaytetty@example.com");

        var undone = await second.Undo();

        var kept = undone.Json.GetProperty("undo").GetProperty("kept").EnumerateArray().Select(person => $"{person.GetProperty("contactId").GetString()} {person.GetProperty("reason").GetString()}");
        Assert.That(kept, Is.EqualTo([$"{used} edited"]));
        Assert.That(undone.Json.GetProperty("undo").GetProperty("skippedFields").GetInt32(), Is.EqualTo(2), "the name and the version of whom somebody edited");
        Assert.That(await desk.Scalar<string>($"select last_name from accounts.contacts where id = '{edited}'"), Is.EqualTo("Käsin"));
        Assert.That(await desk.Scalar<string>($"select employer from alumni.alumni where contact_id = '{edited}'"), Is.EqualTo("Esimerkki Oy"));
        Assert.That(await desk.Scalar<long>($"select count(*) from consent.standings where contact_id = '{used}'"), Is.Zero, "what the import said of consents holds no more");
        var after = await desk.Dump();
        foreach (var table in new[] { "accounts.contacts", "accounts.contact_emails", "accounts.contact_phones", "accounts.contact_roles", "alumni.alumni", "alumni.degrees", "alumni.interests", "consent.standings" })
            Assert.That(before[table].Where(row => row.Contains(old, StringComparison.Ordinal)).Except(after[table]), Is.Empty, table);
        Assert.That(after["accounts.contact_phones"].Count(row => row.Contains(old, StringComparison.Ordinal)), Is.EqualTo(1));
        Assert.That((await desk.Scalar<long>("select count(*) from accounts.contacts where erased_at is not null and last_name = '' and first_names = ''")), Is.EqualTo(1));
    }

    [Test]
    public async Task Two_imports_of_one_file_at_once_make_nobody_twice()
    {
        await using var desk = await Desk.Open();
        var file = People.Sheet([.. Enumerable.Range(0, 300).Select(i => new Line($"kaksi.{i}@example.com"))]);
        var uploads = await Task.WhenAll(desk.Upload(file, "a.xlsx"), desk.Upload(file, "b.xlsx"));
        Assert.That(uploads.Select(upload => upload.Count("new")), Is.EqualTo([300, 300]));

        await Task.WhenAll(uploads.Select(upload => upload.Commit()));

        Assert.That(await desk.Scalar<long>("select count(*) from accounts.contacts"), Is.EqualTo(300));
        Assert.That(await desk.Scalar<long>("select count(*) from consent.events"), Is.EqualTo(900));
        Assert.That(await desk.Scalar<string>("select string_agg(act || n, ',' order by act) from (select act, count(*) as n from imports.written_rows group by act) s"), Is.EqualTo("created300,matched300"));
    }

    [Test]
    public async Task A_committed_import_is_committed_once_and_an_undone_one_undone_once()
    {
        await using var desk = await Desk.Open();
        var import = await (await desk.Upload(People.Sheet(new Line("kerran@example.com")), "a.xlsx")).Commit();
        Assert.That((int)(await desk.Coordinator.PostAsync($"/api/v1/imports/{import.Id}/commit", null)).StatusCode, Is.EqualTo(409));
        await import.Undo();
        Assert.That((int)(await desk.Coordinator.PostAsync($"/api/v1/imports/{import.Id}/undo", null)).StatusCode, Is.EqualTo(409));
        var listed = (await desk.Get("/imports?state=undone&count=true"));
        Assert.That((listed.GetProperty("total").GetInt32(), listed.GetProperty("items")[0].GetProperty("id").GetString()), Is.EqualTo((1, import.Id)));
    }

    [Test]
    public async Task Staged_lines_go_30_days_after_the_commit()
    {
        var clock = new FakeTimeProvider(DateTimeOffset.UtcNow);
        await using var desk = await Desk.Open();
        var import = await (await desk.Upload(People.Sheet(new Line("vanhenee@example.com")), "a.xlsx")).Commit();
        var purge = new StagingPurge(desk.Services.GetRequiredService<Npgsql.NpgsqlDataSource>(), clock);
        clock.Advance(TimeSpan.FromDays(29));
        await purge.Run(default);
        Assert.That(await desk.Scalar<long>("select count(*) from imports.rows"), Is.EqualTo(1));

        clock.Advance(TimeSpan.FromDays(2));
        await purge.Run(default);

        Assert.That(await desk.Scalar<long>("select count(*) from imports.rows"), Is.Zero);
        Assert.That((await desk.Get($"/imports/{import.Id}")).GetProperty("state").GetString(), Is.EqualTo("committed"));
    }

    [Test]
    public async Task An_import_stands_on_the_timeline_of_its_people()
    {
        await using var desk = await Desk.Open();
        await (await desk.Upload(People.Sheet(new Line("aika@example.com")), "aikajana.xlsx")).Commit();

        var timeline = await desk.As(Role.AlumniCoordinator).GetFromJsonAsync<JsonElement>($"/api/v1/contacts/{await Id(desk, "aika@example.com")}/timeline?kind=import");

        var entry = timeline.GetProperty("items").EnumerateArray().Single();
        Assert.That(entry.GetProperty("details").GetProperty("fileName").GetString(), Is.EqualTo("aikajana.xlsx"));
    }

    private static async Task<string> Id(Desk desk, string email) => (await desk.Scalar<Guid>($"select contact_id from accounts.contact_emails where address = '{email}'")).ToString();
}
