using System.Net.Http.Json;
using System.Text.Json;
using Karelia.Crm.Kernel;
using Karelia.Crm.Tests.Spreadsheets;

namespace Karelia.Crm.Tests.Imports;

/// <summary>Alumni, experts and participants come by sheets of their own, and are one register of people.</summary>
internal sealed class OneRegisterTests
{
    private const string PoolConsent = "Annan suostumukseni tietojeni tallentamiseen Karelian osaajapooliin.";
    private const string TrainingConsent = "Minulle saa lähettää tietoa Karelian koulutuksista sähköpostitse.";

    private static readonly string[] pool =
    [
        "Vastausaika", "Yhteystiedot:Etunimi", "Yhteystiedot:Sukunimi", "Yhteystiedot:Sähköposti", "Yhteystiedot:Matkapuhelin", "Osaamisalat:Tekniikka",
        "Kuvaile osaamistasi: mitä asiantuntemusta voit tarjota ammattikorkeakoulun koulutus- tai asiantuntijatehtäviin?", "Yhteistyön tekemisen muodot:Konsultointi", $"Suostumus:{PoolConsent}",
    ];

    private static readonly string[] registration = ["Vastausaika", "Etunimi", "Sukunimi", "Sähköposti", "Organisaatio", "Erityisruokavalio", $"Suostumus:{TrainingConsent}"];

    private readonly string mark = $"{Guid.CreateVersion7():N}"[20..];

    private string Email => $"kolmoisrooli.{mark}@example.com";

    [Test]
    public async Task All_files_together_make_one_register_without_duplicates_and_again_nothing()
    {
        await using var desk = await Open();
        var (training, rdi) = (await AnEvent(desk, "continuing-education"), await AnEvent(desk, "rdi-event"));
        (string File, string Kind, string? Event)[] files =
        [
            .. TruthTests.Files.Select(file => (file, "alumni", (string?)null)), ("osaajapooli_Perusraportti.xlsx", "experts", null),
            ("taydennyskoulutus_ilmoittautuneet_Perusraportti.xlsx", "participants", training), ("tki_tilaisuus_osallistuneet_Perusraportti.csv", "participants", rdi),
        ];

        foreach (var (file, kind, of) in files)
            await (await Upload(desk, file, kind, of)).Commit();

        var truth = files.SelectMany(file => TruthTests.Truth(file.File).Where(row => Text(row, "expect") == "new").Select(row => (file.Kind, Email: Text(row, "email")))).ToList();
        Assert.That(await desk.Scalar<long>("select count(*) from accounts.contacts where erased_at is null"), Is.EqualTo(truth.Count), "everybody once");
        Assert.That(await desk.Scalar<long>("select count(*) from (select 1 from accounts.contact_emails group by address having count(distinct contact_id) > 1) x"), Is.Zero);
        foreach (var (kind, role) in new[] { ("alumni", "alumnus"), ("experts", "expert"), ("participants", "participant") })
            Assert.That(await desk.Scalar<long>($"select count(*) from accounts.contact_roles where role = '{role}' and ended_on is null"), Is.EqualTo(truth.Count(row => row.Kind == kind)), role);
        foreach (var (file, kind, of) in files)
        {
            var again = await Upload(desk, file, kind, of);
            Assert.That((again.Count("new"), again.Count("changed")), Is.EqualTo((0, 0)), file);
        }
    }

    [Test]
    public async Task Who_appears_in_three_is_one_person_with_three_roles_and_withdraws_from_one()
    {
        await using var desk = await Open();
        var id = await InThree(desk);

        var person = await desk.Get($"/contacts/{id}");
        Assert.That(person.GetProperty("roles").EnumerateArray().Select(role => Text(role, "role")).Order(), Is.EqualTo(new[] { "alumnus", "expert", "participant" }));
        Assert.That(await desk.Scalar<long>("select count(*) from accounts.contacts"), Is.EqualTo(1));
        Assert.That(await Rows(desk), Is.EqualTo("alumni 1, experts 1, participants 1"));
        Assert.That(await Standings(desk), Is.EqualTo("alumni given, email.alumni given, email.events given, email.training given, expert-pool given"));

        var withdrawn = await desk.As(Role.AlumniCoordinator).PostAsJsonAsync($"/api/v1/contacts/{id}/consents", new { purpose = "alumni", kind = "withdrawn", source = "staff" });
        Assert.That(withdrawn.IsSuccessStatusCode, Is.True, await withdrawn.Content.ReadAsStringAsync());

        Assert.That(await Standings(desk), Does.Contain("expert-pool given").And.Contain("email.training given").And.Contain("alumni withdrawn"));
        Assert.That(
            await desk.Scalar<string>($"select string_agg(role, ' ' order by role) from accounts.contact_roles where contact_id = '{id}' and role <> 'alumnus' and ended_on is null"), Is.EqualTo("expert participant"));
        Assert.That(await Rows(desk), Does.Contain("experts 1, participants 1"));
        var again = await desk.Upload(Pool("Testausautomaatio"), "uudelleen.xlsx", "experts");
        Assert.That((await again.Row(2)).Outcome(), Is.AnyOf("changed", "matched"), "what was withdrawn is not what this sheet is about");
    }

    [Test]
    public async Task Erasing_one_who_is_in_three_leaves_nothing_in_any()
    {
        await using var desk = await Open();
        var id = await InThree(desk);
        // Corrected before it was written, by hand: what stood there first is about the same person.
        var waits = await desk.Upload(Pool($"Salaisuus{mark}", $"{Email} x"), "odottaa.xlsx", "experts");
        await desk.Coordinator.PatchAsJsonAsync($"/api/v1/imports/{waits.Id}/rows/2", new { cells = new Dictionary<string, string> { ["3"] = $"toinen.{mark}@example.com" } });
        string[] values = [Email, $"Kolmois{mark}", $"Rooli{mark}", $"Salaisuus{mark}", $"Ruoka{mark}", $"Talo{mark}", $"Tuotantolaitos{mark}"];
        Assert.That((await Hits(desk, values)).Select(hit => hit.Split(':')[0]).Distinct(), Is.SupersetOf(new[] { "accounts.contacts", "alumni.alumni", "experts.experts", "events.participants", "events.special_needs", "imports.rows" }));

        var officer = desk.As(Role.DataProtectionOfficer);
        var erased = await officer.PostAsJsonAsync($"/api/v1/contacts/{id}/erase", new { reason = "Pyyntö" });
        Assert.That(erased.IsSuccessStatusCode, Is.True, await erased.Content.ReadAsStringAsync());
        var certificate = await Verified(desk, officer, Text(await erased.Content.ReadFromJsonAsync<JsonElement>(), "certificateId")!);

        Assert.That(Text(certificate, "verification"), Is.EqualTo("clean"), certificate.ToString());
        Assert.That(await Hits(desk, values), Is.Empty);
        Assert.That(await Rows(desk), Is.EqualTo("alumni 0, experts 0, participants 0"));
        Assert.That((await officer.GetAsync($"/api/v1/contacts/{id}")).IsSuccessStatusCode, Is.False);
    }

    private static Task<Desk> Open() => Desk.Open(works: [Role.AlumniCoordinator, Role.ExpertCoordinator, Role.CustomerManager]);

    /// <summary>One person by three sheets.</summary>
    private async Task<Guid> InThree(Desk desk)
    {
        await (await desk.Upload(People.Sheet(new Line(Email) { LastName = $"Rooli{mark}", FirstNames = $"Kolmois{mark}", Employer = $"Tuotantolaitos{mark}" }), "alumnit.xlsx", "alumni")).Commit();
        await (await desk.Upload(Pool($"Salaisuus{mark}: testausautomaatio"), "osaajat.xlsx", "experts")).Commit();
        var sheet = Desk.Sheet(registration, ["9.1.2026 10.00", $"Kolmois{mark}", $"Rooli{mark}", Email, $"Talo{mark} Oy", $"Ruoka{mark}", TrainingConsent]);
        await (await desk.Upload(sheet, "ilmoittautuneet.xlsx", "participants", eventId: await AnEvent(desk, "event"))).Commit();
        return await desk.Scalar<Guid>($"select contact_id from accounts.contact_emails where address = '{Email}'");
    }

    private byte[] Pool(string competence, string? email = null) =>
        Desk.Sheet(pool, ["7.1.2026 10.00", $"Kolmois{mark}", $"Rooli{mark}", email ?? Email, "0401234567", "Tekniikka", competence, "Konsultointi", PoolConsent]);

    private static async Task<Uploaded> Upload(Desk desk, string file, string kind, string? eventId)
    {
        var upload = await desk.Upload(File.ReadAllBytes(TestFiles.Data("webropol", file)), file, kind, eventId: eventId);
        Assert.That(upload.State, Is.EqualTo("ready"), file);
        return upload;
    }

    private static async Task<string> AnEvent(Desk desk, string kind)
    {
        var starts = DateTimeOffset.UtcNow.AddDays(3);
        var added = await desk.Coordinator.PostAsJsonAsync("/api/v1/events", new { name = $"Tilaisuus {kind}", kind, sessions = new[] { new { startsAt = starts, endsAt = starts.AddHours(2) } } });
        Assert.That(added.IsSuccessStatusCode, Is.True, await added.Content.ReadAsStringAsync());
        return Text(await added.Content.ReadFromJsonAsync<JsonElement>(), "id")!;
    }

    private static Task<string?> Rows(Desk desk) => desk.Scalar<string>(
        "select format('alumni %s, experts %s, participants %s', (select count(*) from alumni.alumni), (select count(*) from experts.experts), (select count(*) from events.participants))");

    private static Task<string?> Standings(Desk desk) => desk.Scalar<string>("select string_agg(purpose || ' ' || state, ', ' order by purpose) from consent.standings");

    private static async Task<JsonElement> Verified(Desk desk, HttpClient officer, string id)
    {
        while (true)
        {
            var certificate = await desk.Get($"/erasure-certificates/{id}", officer);
            if (Text(certificate, "verification") != "waiting")
                return certificate;
            await Task.Delay(50);
        }
    }

    /// <summary>Where the values stand, each row of each table read as text.</summary>
    private static async Task<List<string>> Hits(Desk desk, string[] values) =>
        [.. (await desk.Dump()).SelectMany(table => table.Value.Where(row => values.Any(value => row.Contains(value, StringComparison.OrdinalIgnoreCase))).Select(row => $"{table.Key}: {row}"))];

    private static string? Text(JsonElement json, string member) => json.GetProperty(member).GetString();
}
