using System.Globalization;
using System.Text.Json;
using Karelia.Crm.Tests.Spreadsheets;

namespace Karelia.Crm.Tests.Imports;

/// <summary>From the file to people and back: each person has all of the line, the same file again is no news, an undo leaves the register as it was.</summary>
internal sealed class CommitTests
{
    private const string People = """
        select jsonb_object_agg(e.address, jsonb_build_object(
            'last', c.last_name, 'first', c.first_names, 'called', c.called_name, 'street', c.street, 'postalCode', c.postal_code, 'town', c.town, 'language', c.language,
            'phone', (select string_agg(p.number, ',') from accounts.contact_phones p where p.contact_id = c.id),
            'roles', (select string_agg(r.role || ' ' || r.basis || ' ' || r.source, ',') from accounts.contact_roles r where r.contact_id = c.id),
            'former', a.former_last_name, 'born', a.date_of_birth, 'employer', a.employer, 'task', a.task,
            'degrees', (select coalesce(jsonb_agg(jsonb_build_object('programme', d.programme, 'degree', d.title, 'started', d.started_year, 'graduated', d.graduated_year)), '[]') from alumni.degrees d where d.contact_id = c.id),
            'forms', (select coalesce(jsonb_agg(f.fi order by f.position), '[]') from alumni.interests i join administration.code f on f.list = 'cooperation-forms' and f.code = i.form_code where i.contact_id = c.id),
            'consents', (select coalesce(jsonb_object_agg(s.purpose, jsonb_build_object('state', s.state, 'text', t.text, 'file', v.file_name, 'row', v.row, 'at', v.at at time zone 'Europe/Helsinki')), '{}')
                         from consent.standings s join consent.events v on v.id = s.event_id left join consent.texts t on t.id = v.text_id where s.contact_id = c.id)))::text
        from accounts.contacts c join accounts.contact_emails e on e.contact_id = c.id left join alumni.alumni a on a.contact_id = c.id
        """;

    [TestCaseSource(typeof(TruthTests), nameof(TruthTests.Files))]
    public async Task Each_person_has_the_whole_line_and_the_same_file_again_is_no_news_and_an_undo_leaves_nothing(string file)
    {
        await using var desk = await Desk.Open();
        var path = TestFiles.Data("webropol", file);
        await desk.Upload(path);
        var before = await desk.Dump();

        var import = await (await desk.Upload(path)).Commit();

        Assert.That(import.State, Is.EqualTo("committed"));
        var people = JsonSerializer.Deserialize<Dictionary<string, JsonElement>>((await desk.Scalar<string>(People))!)!;
        var written = TruthTests.Truth(file).Where(row => row.GetProperty("expect").GetString() == "new").ToList();
        Assert.That(people.Keys, Is.EquivalentTo(written.Select(row => row.GetProperty("email").GetString())));
        var cells = Cells(path);
        Assert.Multiple(() =>
        {
            foreach (var row in written)
                HasAll(people[row.GetProperty("email").GetString()!], row, cells[row.GetProperty("line").GetInt32()], file);
        });

        var again = await desk.Upload(path);
        Assert.That((again.Count("new"), again.Count("changed"), again.Count("matched")), Is.EqualTo((0, 0, import.Count("new") + import.Count("matched"))));
        var events = await desk.Scalar<long>("select count(*) from consent.events");
        again = await again.Commit();
        Assert.That(await desk.Scalar<long>("select count(*) from consent.events"), Is.EqualTo(events), "no second entry for the same act");
        await again.Undo();

        var undone = await import.Undo();

        Assert.That(undone.State, Is.EqualTo("undone"));
        Assert.That(undone.Json.GetProperty("undo").GetProperty("kept").GetArrayLength(), Is.Zero);
        Equal(before, await desk.Dump(), tombstones: written.Count);
        Assert.That((await desk.Upload(path)).Count("new"), Is.EqualTo(import.Count("new")), "the file comes in anew");
    }

    /// <summary>The register as it was, but for ledgers, audit, jobs, candidates of duplicates, what the imports keep of themselves, and empty ids.</summary>
    internal static void Equal(SortedDictionary<string, string[]> before, SortedDictionary<string, string[]> after, int tombstones)
    {
        string[] ledgers = ["consent.events", "consent.texts", "administration.users", "administration.sessions", "accounts.duplicates", "accounts.duplicate_scans"];
        Assert.That(after.Keys, Is.EqualTo(before.Keys));
        foreach (var table in before.Keys.Where(table => !table.StartsWith("kernel.", StringComparison.Ordinal) && !table.StartsWith("imports.", StringComparison.Ordinal) && !ledgers.Contains(table)))
        {
            var left = after[table].Except(before[table]).ToList();
            Assert.That(before[table].Except(after[table]), Is.Empty, table);
            Assert.That(left, Has.Count.EqualTo(table == "accounts.contacts" ? tombstones : 0), $"{table}: {string.Join('\n', left.Take(3))}");
        }
    }

    private static void HasAll(JsonElement person, JsonElement truth, Dictionary<string, string> cells, string file)
    {
        var isGraduates = file.StartsWith("tutkinto", StringComparison.Ordinal);
        Assert.That(Text(person, "last"), Is.EqualTo(Text(truth, "last")));
        Assert.That(Text(person, "first"), Does.StartWith(Text(truth, "first")!));
        Assert.That(Text(person, "called"), Is.EqualTo(Text(truth, "first")));
        var degree = person.GetProperty("degrees").EnumerateArray().Single();
        Assert.That((Text(degree, "programme"), Text(degree, "degree"), degree.GetProperty("graduated").GetInt32()), Is.EqualTo((Text(truth, "programme"), Text(truth, "degree"), truth.GetProperty("graduated").GetInt32())));
        Assert.That(person.GetProperty("forms").EnumerateArray().Select(form => form.GetString()), Is.EquivalentTo(truth.GetProperty("forms").EnumerateArray().Select(form => form.GetString())));
        Assert.That(Text(person, "roles"), Is.EqualTo($"alumnus consent {file}"));
        foreach (var (value, ends) in new[] { ("former", "sukunimi|former last name"), ("employer", "työpaikka / yritys|työnantaja|employer / company"), ("town", "postitoimipaikka|postitmp|town") })
            Assert.That(Text(person, value), Is.EqualTo(value == "former" ? cells.GetValueOrDefault("former") : cells.GetValueOrDefault(ends)), value);
        Assert.That(Text(person, "postalCode"), Does.Match("^[0-9]{5}$"));
        Assert.That(Text(person, "phone"), Does.Match(@"^\+358(4|5)[0-9]{8}$"));
        Assert.That(DateOnly.Parse(Text(person, "born")!, CultureInfo.InvariantCulture), Is.EqualTo(DateOnly.ParseExact(cells["born"], "d.M.yyyy", CultureInfo.InvariantCulture)));

        string[] purposes = !isGraduates && truth.GetProperty("news").GetBoolean() ? ["alumni", "email.alumni", "email.events"] : ["alumni"];
        var consents = person.GetProperty("consents");
        Assert.That(consents.EnumerateObject().Select(consent => consent.Name), Is.EquivalentTo(purposes), truth.ToString());
        foreach (var consent in consents.EnumerateObject().Select(consent => consent.Value))
        {
            Assert.That((Text(consent, "state"), Text(consent, "file"), consent.GetProperty("row").GetInt32()), Is.EqualTo(("given", file, truth.GetProperty("line").GetInt32())));
            Assert.That(Text(consent, "text"), isGraduates ? Does.Contain("Alumnisuostumus") : Does.EndWith("."));
            if (!isGraduates)
                Assert.That(DateTime.Parse(Text(consent, "at")!, CultureInfo.InvariantCulture), Is.EqualTo(Karelia.Crm.Spreadsheets.FinnishDate.Read(cells["time"])!.Value).Within(TimeSpan.FromSeconds(1)));
        }
    }

    /// <summary>Some cells of each line, by what the test calls them.</summary>
    private static Dictionary<int, Dictionary<string, string>> Cells(string path)
    {
        using var file = File.OpenRead(path);
        using var sheet = Karelia.Crm.Spreadsheets.Workbook.Open(file, path);
        var (names, lines) = (new Dictionary<int, string>(), new Dictionary<int, Dictionary<string, string>>());
        while (sheet.Read())
        {
            var line = new Dictionary<string, string>();
            for (var i = 0; i < sheet.Count; i++)
            {
                var text = sheet[i].Text.Trim();
                var heading = text.Split(':')[^1].ToLowerInvariant();
                var name = heading switch
                {
                    "entinen sukunimi" or "ent. sukunimi" or "former last name" => "former",
                    "syntymäaika" or "synt.aika" or "date of birth" => "born",
                    "vastausaika" or "response time" => "time",
                    "työpaikka / yritys" or "työnantaja" or "employer / company" => "työpaikka / yritys|työnantaja|employer / company",
                    "postitoimipaikka" or "postitmp" or "town" => "postitoimipaikka|postitmp|town",
                    _ => null,
                };
                if (name is not null)
                    names[i] = name;
                else if (names.TryGetValue(i, out var known) && text.Length > 0)
                    line[known] = text;
            }

            lines[sheet.Line] = line;
        }

        return lines;
    }

    private static string? Text(JsonElement json, string name) => json.GetProperty(name).ValueKind == JsonValueKind.Null ? null : json.GetProperty(name).ToString();
}
