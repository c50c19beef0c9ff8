using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Karelia.Crm.Events.Attendance;
using Karelia.Crm.Imports.Imports;
using Karelia.Crm.Kernel;
using Karelia.Crm.Tests.Imports;
using Karelia.Crm.Tests.Spreadsheets;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace Karelia.Crm.Tests.Events;

/// <summary>Sheets of an event: registrations, who came, and what was said of it.</summary>
internal sealed class ParticipantImportTests
{
    private static readonly string[] registration = ["Vastausaika", "Etunimi", "Sukunimi", "Sähköposti", "Organisaatio", "Tehtävä", "Osallistun:Paikan päällä", "Erityisruokavalio", "Laskutustiedot:Y-tunnus"];

    [TestCase("taydennyskoulutus_ilmoittautuneet_Perusraportti.xlsx", "continuing-education")]
    [TestCase("tki_tilaisuus_osallistuneet_Perusraportti.csv", "rdi-event")]
    public async Task The_made_up_files_come_out_row_by_row_once_and_go_back_as_a_whole(string file, string kind)
    {
        await using var desk = await Open();
        var id = await AnEvent(desk, kind);
        await desk.Execute("insert into accounts.accounts (id, name, kind, relationships, customer_kinds, is_passive, version, created_at, updated_at) values (gen_random_uuid(), 'Ohjelmistotalo Näyte Oy', 'company', '{}', '{}', false, 1, now(), now())");
        var before = await desk.Dump();

        var upload = await Upload(desk, id, File.ReadAllBytes(TestFiles.Data("webropol", file)), file);
        Assert.That(upload.State, Is.EqualTo("ready"), upload.Json.ToString());
        var rows = (await upload.Rows()).ToDictionary(row => row.GetProperty("row").GetInt32());
        var truth = TruthTests.Truth(file);
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

        await upload.Commit();
        var news = truth.Count(row => row.GetProperty("expect").GetString() == "new");
        Assert.That(await desk.Scalar<long>($"select count(*) from events.participants where event_id = '{id}' and state = 'registered'"), Is.EqualTo(news));
        Assert.That(await desk.Scalar<long>("select count(*) from accounts.contact_roles where role = 'participant' and basis = 'legitimate-interest'"), Is.EqualTo(news));
        Assert.That(await desk.Scalar<long>("select count(*) from events.special_needs where diet is not null"), Is.GreaterThan(10));
        Assert.That(await desk.Scalar<long>("select count(*) from events.participants where (organisation = 'Ohjelmistotalo Näyte Oy') <> (account_id is not null)"), Is.Zero);
        Assert.That(await desk.Scalar<long>("select count(*) from consent.standings where purpose = 'email.training' and state = 'given'"), Is.InRange(1, news - 1));
        var committed = await desk.Dump();

        var again = await (await Upload(desk, id, File.ReadAllBytes(TestFiles.Data("webropol", file)), file)).Commit();
        Assert.That((again.Count("new"), again.Count("changed")), Is.EqualTo((0, 0)), again.Json.GetProperty("counts").ToString());
        Assert.That(Changed(committed, await desk.Dump()), Is.Empty);

        await again.Undo();
        await upload.Undo();
        var left = Changed(before, await desk.Dump()).Except(["accounts.contacts", "consent.events", "consent.standings", "consent.texts"]).ToList();
        Assert.That(left, Is.Empty);
        Assert.That(await desk.Scalar<long>("select count(*) from accounts.contacts where erased_at is null"), Is.Zero, "people whom the import made are empty ids");
        Assert.That(await desk.Scalar<long>("select count(*) from consent.standings where state = 'given'"), Is.Zero);
    }

    [Test]
    public async Task Who_came_is_told_by_a_later_sheet_and_what_was_decided_by_hand_stays()
    {
        await using var desk = await Open();
        var id = await AnEvent(desk);
        await (await Upload(desk, id, Desk.Sheet(registration, Line("yksi"), Line("kaksi"), Line("kolme")), "ilmo.xlsx")).Commit();
        var hand = await desk.Scalar<Guid>("select p.id from events.participants p join accounts.contact_emails e on e.contact_id = p.contact_id where e.address = 'kolme@example.com'");
        var ticked = await desk.Coordinator.PutAsJsonAsync($"/api/v1/events/{id}/attendance", new { ticks = new[] { Gathering.ATick(hand.ToString(), "no-show", DateTimeOffset.UtcNow) } });
        Assert.That(ticked.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        var before = await desk.Dump();

        var came = await Upload(desk, id, Desk.Sheet(
            ["Etunimi", "Sukunimi", "Sähköposti", "Osallistui"],
            ["Aino", "Yksi", "yksi@example.com", "Kyllä"], ["Aino", "Kaksi", "kaksi@example.com", "Ei"], ["Aino", "Kolme", "kolme@example.com", "1"], ["Aino", "Ovelta", "ovelta@example.com", "x"],
            ["Aino", "Outo", "outo@example.com", "ehkä"]), "lasna.xlsx");
        Assert.That(came.Json.GetProperty("form").GetString(), Is.EqualTo("attendance"));
        Assert.That((came.Count("changed"), came.Count("matched"), came.Count("new"), came.Count("suspicious")), Is.EqualTo((2, 1, 1, 1)));
        Assert.That((await came.Row(6)).Codes(), Is.EqualTo(new[] { "code-unknown" }));
        came = await came.Commit();

        Assert.That(await States(desk), Is.EqualTo("kaksi:no-show kolme:no-show ovelta:attended yksi:attended"));
        await came.Undo();
        Assert.That(await States(desk), Is.EqualTo("kaksi:registered kolme:no-show yksi:registered"));
        Assert.That(Changed(before, await desk.Dump()), Is.SubsetOf(new[] { "accounts.contacts" }));
    }

    [Test]
    public async Task Feedback_leads_to_nobody_and_few_answers_are_not_shown()
    {
        await using var desk = await Open();
        var id = await AnEvent(desk);
        string[] headings = ["Vastausaika", "Sähköposti", "Anna tilaisuudelle arvosana", "Suosittelisitko tilaisuutta?", "Vapaa palaute", "Mikä onnistui?", "Erityisruokavalio"];
        string?[][] lines =
        [
            ["5.1.2026 10.01", "a@example.com", "5", "Kyllä", "Kiitos", null, "Gluteeniton"], ["5.1.2026 10.02", "b@example.com", "4", "Kyllä", "Salissa veti", null, "Gluteeniton"],
            ["5.1.2026 10.03", "c@example.com", "4", "Ei", "Pitkä päivä", "Ruoka", "Gluteeniton"], ["5.1.2026 10.04", "d@example.com", "3", "Kyllä", "Hyvä puhuja", null, "Gluteeniton"],
        ];

        var four = await Upload(desk, id, Desk.Sheet(headings, lines), "palaute.xlsx");
        Assert.That((four.State, four.Json.GetProperty("form").GetString(), four.Count("new")), Is.EqualTo(("ready", "feedback", 0)), "four at once would be told apart");
        await four.Commit();
        var few = await desk.Get($"/events/{id}/feedback");
        var more = await (await Upload(desk, id, Desk.Sheet(headings, [.. lines, ["6.1.2026 9.00", "e@example.com", "5", "Kyllä", "Kiitos", null, null]]), "palaute2.xlsx")).Commit();
        var enough = await desk.Get($"/events/{id}/feedback");

        Assert.That((more.Count("new"), more.Count("matched")), Is.EqualTo((5, 0)));
        Assert.That(few.GetProperty("questions").GetArrayLength(), Is.Zero);
        Assert.That(few.ToString(), Does.Not.Contain("Salissa").And.Not.Contain("4.0"));
        var questions = enough.GetProperty("questions").EnumerateArray().ToList();
        Assert.That(questions.Select(question => question.GetProperty("isTooFew").GetBoolean()), Is.EqualTo(new[] { false, false, false, true }));
        Assert.That(enough.ToString(), Does.Not.Contain("Gluteeniton").And.Not.Contain("ruokavalio"));
        Assert.That(questions[0].GetProperty("mean").GetDecimal(), Is.EqualTo(4.2m));
        Assert.That(questions[1].GetProperty("choices")[0].GetProperty("count").GetInt32(), Is.EqualTo(4));
        Assert.That(questions[2].GetProperty("texts").GetArrayLength(), Is.EqualTo(5));

        // Nothing that is kept holds an answer together with an address or a time.
        Assert.That(await desk.Scalar<long>("select count(*) from imports.rows"), Is.Zero);
        Assert.That(await desk.Scalar<long>("select count(*) from accounts.contacts"), Is.Zero);
        Assert.That((await desk.Dump()).SelectMany(table => table.Value).Where(row => row.Contains("example.com", StringComparison.Ordinal) && !row.Contains("crm@", StringComparison.Ordinal)), Is.Empty);
        await more.Undo();
        Assert.That(await desk.Scalar<long>("select count(*) from events.feedback_questions"), Is.Zero);
    }

    [Test]
    public async Task A_sheet_yields_to_the_door_and_said_again_to_the_desk()
    {
        await using var desk = await Open();
        var id = await AnEvent(desk, days: -2);
        var starts = (await desk.Get($"/events/{id}")).GetProperty("startsAt").GetDateTimeOffset();
        var sheet = Desk.Sheet(registration, Line("yksi"), Line("kaksi"));
        await (await Upload(desk, id, sheet, "ilmo.xlsx")).Commit();
        await (await Upload(desk, id, Desk.Sheet(["Etunimi", "Sukunimi", "Sähköposti", "Osallistui"], ["Aino", "Yksi", "yksi@example.com", "Ei"], ["Aino", "Kaksi", "kaksi@example.com", "Ei"]), "lasna.xlsx")).Commit();
        var people = (await desk.Get($"/events/{id}/participants")).GetProperty("items").EnumerateArray().ToDictionary(p => p.GetProperty("lastName").GetString()!);
        Assert.That(people.Values.Select(p => p.GetProperty("stateAt").GetDateTimeOffset()), Is.All.EqualTo(starts), "a sheet says what was so at the event");
        var (one, two) = (people["Yksi"].GetProperty("id").GetString()!, people["Kaksi"].GetProperty("id").GetString()!);

        await Edit(two, new { state = "registered" });
        var late = await desk.Coordinator.PutAsJsonAsync($"/api/v1/events/{id}/attendance", new { ticks = new[] { Gathering.ATick(one, "attended", starts.AddMinutes(-5)), Gathering.ATick(two, "attended", starts.AddMinutes(5)) } });
        Assert.That((await late.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("ticks").EnumerateArray().Select(tick => tick.GetProperty("outcome").GetString()), Is.EqualTo(new[] { "applied", "older" }));

        await Edit(one, new { organisation = "Toinen Oy", task = "johtaja" });
        await Needs(one, new { diet = "keliakia" });
        await Needs(two, new { });
        Assert.That(await Diets(), Is.EqualTo("keliakia"));
        var before = await desk.Dump();
        var again = await (await Upload(desk, id, sheet, "ilmo.xlsx")).Commit();
        Assert.That((again.Count("matched"), again.Count("changed")), Is.EqualTo((2, 0)));
        Assert.That(Changed(before, await desk.Dump()), Is.Empty);

        string?[] moved = [.. Line("yksi")];
        moved[4] = "Kolmas Oy";
        Assert.That((await (await Upload(desk, id, Desk.Sheet(registration, moved), "uusi.xlsx")).Commit()).Count("changed"), Is.EqualTo(1));
        var now = await desk.Get($"/events/{id}/participants/{one}");
        Assert.That((now.GetProperty("organisation").GetString(), now.GetProperty("task").GetString(), now.GetProperty("state").GetString()), Is.EqualTo(("Kolmas Oy", "johtaja", "attended")), "what is new is written, and nothing else");

        // Of diets too: what the desk wrote or took away stays until the person says something new. What the sheet said goes with them.
        Assert.That(await Diets(), Is.EqualTo("keliakia"));
        string?[] anew = [.. Line("kaksi")];
        anew[7] = "kasvisruoka";
        var told = await (await Upload(desk, id, Desk.Sheet(registration, anew), "korjattu.xlsx")).Commit();
        Assert.That(await Diets(), Is.EqualTo("kasvisruoka, keliakia"));
        await told.Undo();
        Assert.That(await Diets(), Is.EqualTo("keliakia"));
        Assert.That(await desk.Scalar<long>("select count(*) from events.special_needs where told is not null"), Is.EqualTo(2));
        await new Forgetting(desk.Database, new FakeTimeProvider(DateTimeOffset.UtcNow.AddDays(40)), NullLogger<Forgetting>.Instance).Run(default);
        Assert.That(await desk.Scalar<long>("select count(*) from events.special_needs"), Is.Zero);

        async Task Needs(string participant, object body) =>
            Assert.That((await desk.Coordinator.PutAsJsonAsync($"/api/v1/events/{id}/participants/{participant}/special-needs", body)).StatusCode, Is.EqualTo(HttpStatusCode.OK));

        async Task<string> Diets() => string.Join(", ", (await desk.Get($"/events/{id}/special-needs")).GetProperty("items").EnumerateArray().Select(item => item.GetProperty("diet").GetString()).Order(StringComparer.Ordinal));

        Task Edit(string participant, object body) => ExpertPool.Pool.Change(desk, HttpMethod.Patch, $"/events/{id}/participants/{participant}", body, $"/events/{id}/participants/{participant}");
    }

    [Test]
    public async Task Diets_leave_what_was_imported_when_they_leave_the_register()
    {
        await using var desk = await Open();
        var (past, recent) = (await AnEvent(desk, days: -31), await AnEvent(desk, days: -20));
        string?[] vegetarian = [.. Line("kaksi")];
        vegetarian[7] = "kasvisruoka";
        await (await Upload(desk, past, Desk.Sheet(registration, Line("yksi")), "vanha.xlsx")).Commit();
        Assert.That(await desk.Scalar<long>("select count(*) from events.special_needs"), Is.Zero);
        Assert.That(await Traces(), Is.Zero, "of an event so long past none is kept even in the staged line");
        await (await Upload(desk, recent, Desk.Sheet(registration, Line("kaksi")), "ilmo.xlsx")).Commit();
        await (await Upload(desk, recent, Desk.Sheet(registration, vegetarian), "korjattu.xlsx")).Commit();
        Assert.That(await Traces(), Is.EqualTo(3));

        await new StagingPurge(desk.Database, new FakeTimeProvider(DateTimeOffset.UtcNow.AddDays(11))).Run(default);

        Assert.That(await Traces(), Is.Zero);
        Assert.That(await desk.Scalar<long>("select count(*) from imports.rows where 'suunnittelija' = any(cells)"), Is.EqualTo(3), "the rest of a line stays its own time");

        async Task<long> Traces() => await desk.Scalar<long>(
            "select (select count(*) from imports.rows r where r::text ~ 'vegaani|kasvis') + (select count(*) from imports.changes c where c::text ~ 'vegaani|kasvis')");
    }

    [Test]
    public async Task A_question_that_is_asked_twice_is_answered_twice_and_a_line_at_fault_names_nobody()
    {
        await using var desk = await Open();
        var id = await AnEvent(desk);
        string[] headings = ["Vastausaika", "Sukunimi", "Sähköposti", "Arvosana luennosta", "Arvosana luennosta", "Vapaa palaute"];
        string?[][] lines = [.. Enumerable.Range(1, 5).Select(n => new[] { $"5.1.2026 10.0{n}", "Keksitty", $"n{n}@example.com", "5", "3", "Kiitos" }), ["5.1.2026 10.09", "Paljas", "paljas@example.com", "4", "4", "Olen 131052-308T"]];

        var upload = await Upload(desk, id, Desk.Sheet(headings, lines), "palaute.xlsx");
        using var file = new MemoryStream(await desk.Coordinator.GetByteArrayAsync($"/api/v1/imports/{upload.Id}/errors.xlsx"));
        var errors = file.Texts();
        await upload.Commit();

        Assert.That(errors[0][..3], Is.EqualTo(new[] { "Arvosana luennosta", "Arvosana luennosta", "Vapaa palaute" }));
        Assert.That(errors, Has.Length.EqualTo(2));
        Assert.That(string.Join(' ', errors[1]), Does.StartWith("4 4 Olen").And.Not.Contain("aljas").And.Not.Contain("10.09"));
        var questions = (await desk.Get($"/events/{id}/feedback")).GetProperty("questions").EnumerateArray().ToList();
        Assert.That(questions.Select(question => question.GetProperty("text").GetString()), Is.EqualTo(new[] { "Arvosana luennosta", "Arvosana luennosta (2)", "Vapaa palaute" }));
        Assert.That(questions[1].GetProperty("mean").GetDecimal(), Is.EqualTo(3m));
    }

    [Test]
    public async Task A_sheet_of_participants_names_its_event()
    {
        await using var desk = await Open();
        var id = await AnEvent(desk);
        var sheet = Desk.Sheet(registration, Line("yksi"));

        using (Assert.EnterMultipleScope())
        {
            Assert.That((await desk.Send(sheet, "ilmo.xlsx", "participants")).StatusCode, Is.EqualTo(HttpStatusCode.UnprocessableEntity));
            Assert.That((await Send(desk, Guid.NewGuid().ToString(), sheet, "ilmo.xlsx")).StatusCode, Is.EqualTo(HttpStatusCode.UnprocessableEntity));
            Assert.That((await Send(desk, id, sheet, "ilmo.xlsx", "contacts")).StatusCode, Is.EqualTo(HttpStatusCode.UnprocessableEntity));
            Assert.That((await (await Send(desk, id, sheet, "ilmo.xlsx", null)).Content.ReadFromJsonAsync<JsonElement>()).GetProperty("eventId").GetString(), Is.EqualTo(id));
        }
    }

    private static Task<Desk> Open() => Desk.Open(works: Role.CustomerManager);

    private static string?[] Line(string name) => ["5.1.2026 10.41", "Aino", char.ToUpperInvariant(name[0]) + name[1..], $"{name}@example.com", "Esimerkki Oy", "suunnittelija", "Paikan päällä", "vegaani", null];

    private static async Task<string> States(Desk desk) => (await desk.Scalar<string>(
        "select string_agg(split_part(e.address, '@', 1) || ':' || p.state, ' ' order by e.address) from events.participants p join accounts.contact_emails e on e.contact_id = p.contact_id"))!;

    private static IEnumerable<string> Changed(SortedDictionary<string, string[]> before, SortedDictionary<string, string[]> after) =>
        before.Keys.Where(table => !table.StartsWith("kernel.", StringComparison.Ordinal) && !table.StartsWith("imports.", StringComparison.Ordinal) && !table.StartsWith("accounts.duplicate", StringComparison.Ordinal) && !before[table].SequenceEqual(after[table]));

    private static async Task<string> AnEvent(Desk desk, string kind = "event", int days = 3)
    {
        var starts = DateTimeOffset.UtcNow.AddDays(days);
        var added = await desk.Coordinator.PostAsJsonAsync("/api/v1/events", new { name = "Tuotu tilaisuus", kind, sessions = new[] { new { startsAt = starts, endsAt = starts.AddHours(2) } } });
        Assert.That(added.StatusCode, Is.EqualTo(HttpStatusCode.Created), await added.Content.ReadAsStringAsync());
        return (await added.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetString()!;
    }

    private static Task<HttpResponseMessage> Send(Desk desk, string eventId, byte[] file, string name, string? kind = "participants")
    {
        var form = new MultipartFormDataContent { { new ByteArrayContent(file), "file", name }, { new StringContent(eventId), "eventId" } };
        if (kind is not null)
            form.Add(new StringContent(kind), "kind");
        return desk.Coordinator.PostAsync("/api/v1/imports", form);
    }

    private static async Task<Uploaded> Upload(Desk desk, string eventId, byte[] file, string name)
    {
        var answer = await Send(desk, eventId, file, name);
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.Created), await answer.Content.ReadAsStringAsync());
        return new(desk, await answer.Content.ReadFromJsonAsync<JsonElement>());
    }
}
