using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using Karelia.Crm.Kernel;
using Karelia.Crm.Spreadsheets;

namespace Karelia.Crm.Benchmarks;

/// <summary>Registrations of 10,000 lines, half of them of people who are in the register, into one of 201 events with 100,000 participants; and the lists of those.</summary>
internal static class ParticipantBenchmark
{
    private const double MostSeconds = 6;
    private const int Lines = 10_000;

    private static readonly string[] headings =
    [
        "Vastausaika", "Osallistujan tiedot:Etunimi", "Osallistujan tiedot:Sukunimi", "Osallistujan tiedot:Sähköposti", "Osallistujan tiedot:Matkapuhelin", "Osallistujan tiedot:Organisaatio",
        "Osallistujan tiedot:Tehtävä", "Osallistun:Paikan päällä", "Osallistun:Etäyhteydellä", "Erityisruokavalio", "Laskutustiedot:Y-tunnus",
        "Markkinointilupa:Minulle saa lähettää tietoa Karelian koulutuksista sähköpostitse.", "Huom",
    ];

    public static async Task Run(Stack stack)
    {
        await MadeUpPeople.Add(stack, 60_000);
        await MadeUpPeople.AddOrganisations(stack, 20_000);
        await Seed(stack);
        using var manager = stack.As(Role.CustomerManager);
        Console.WriteLine("participants: 100,000 in 200 events; 10,000 lines, preview + commit s");
        for (var round = 0; round <= 3; round++)
        {
            var id = await AnEvent(manager, round);
            var file = File(round);
            await stack.Quiet();
            var (cpu, clock) = (await stack.Cpu(), Stopwatch.StartNew());
            var import = await Upload(manager, id, file);
            var preview = clock.Elapsed.TotalSeconds;
            await Stack.Done(manager, $"/api/v1/imports/{import.GetProperty("id")}/commit");
            var (seconds, used) = (clock.Elapsed.TotalSeconds, await stack.Cpu() - cpu);
            var list = await Timed(manager, $"/api/v1/events/{id}/participants?limit=100&count=true");
            var events = await Timed(manager, "/api/v1/events?limit=100&count=true");
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"  {(round == 0 ? "first, cold" : round.ToString(CultureInfo.InvariantCulture))}: new {import.GetProperty("counts").GetProperty("new")}, changed {import.GetProperty("counts").GetProperty("changed")}; preview {preview:0.00} s + commit {seconds - preview:0.00} s = {seconds:0.00} s (limit {MostSeconds}), CPU {used:0.00} s; a page of its participants {list:0} ms, of events {events:0} ms"));
        }
    }

    private static async Task Seed(Stack stack)
    {
        await stack.Sql("""
            insert into events.events (id, name, kind, state, capacity, starts_at, ends_at, created_by_id, created_by, created_at, updated_at, version)
            select uuidv7(), 'Tilaisuus ' || i, (array['event', 'continuing-education', 'rdi-event'])[1 + i % 3], 'held', 500, now() - i * interval '3 days', now() - i * interval '3 days' + interval '3 hours',
                   uuidv7(), 'Test', now(), now(), 1 from generate_series(1, 200) i;
            insert into events.sessions (id, event_id, starts_at, ends_at, place) select uuidv7(), id, starts_at, ends_at, 'Tikkarinne' from events.events;
            insert into events.participants (id, event_id, contact_id, organisation, task, registered_at, state, source, updated_at, version)
            select uuidv7(), e.id, c.id, 'Esimerkki Oy ' || c.n % 500, 'suunnittelija', now(), case c.n % 5 when 0 then 'no-show' else 'attended' end, 'a.xlsx', now(), 1
            from (select id, row_number() over (order by id) as n from events.events) e
            join (select id, row_number() over (order by id) as n from accounts.contacts where not is_passive) c on c.n % 100 = e.n % 100 and c.n <= 50000
            """);
        await stack.Sql("vacuum analyze");
    }

    private static async Task<string> AnEvent(HttpClient manager, int round)
    {
        using var answer = (await manager.PostAsJsonAsync("/api/v1/events", new
        {
            name = $"Mittaus {round}",
            kind = "event",
            sessions = new[] { new { startsAt = DateTimeOffset.UtcNow.AddDays(1), endsAt = DateTimeOffset.UtcNow.AddDays(2) } },
        })).EnsureSuccessStatusCode();
        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetString()!;
    }

    private static async Task<JsonElement> Upload(HttpClient manager, string eventId, byte[] file)
    {
        using var form = new MultipartFormDataContent { { new ByteArrayContent(file), "file", "benchmark.xlsx" }, { new StringContent("participants"), "kind" }, { new StringContent(eventId), "eventId" } };
        using var answer = (await manager.PostAsync("/api/v1/imports", form)).EnsureSuccessStatusCode();
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }

    private static async Task<double> Timed(HttpClient manager, string path)
    {
        (await manager.GetAsync(path)).EnsureSuccessStatusCode().Dispose();
        var clock = Stopwatch.StartNew();
        (await manager.GetAsync(path)).EnsureSuccessStatusCode().Dispose();
        return clock.Elapsed.TotalMilliseconds;
    }

    private static byte[] File(int round)
    {
        using var file = new MemoryStream();
        using var sheet = SheetWriter.Create(file, "Vastaukset", headings);
        for (var i = 1; i <= Lines; i++)
        {
            // Of the people who are there, those who are passive are left out.
            var known = i % 2 == 0;
            var person = 40_000 + round * 4_000 + i / 2;
            sheet.Write(
            [
                $"{1 + i % 28}.{1 + i % 9}.2026 {8 + i % 12}.{10 + i % 50}", known ? $"Aino {person}" : $"Aino {i}", known ? $"Testi{(char)(65 + person % 26)}{person}" : $"Mallikas{i}",
                known ? $"person{person}@example.com" : $"uusi.{round}.{i}@example.com", $"04{i % 10}{1000000 + i % 8999999}", $"Esimerkki {(char)(65 + i % 26)}{i} Oy", "suunnittelija",
                i % 3 == 0 ? null : "Paikan päällä", i % 3 == 0 ? "Etäyhteydellä" : null, i % 4 == 0 ? "laktoositon" : null, null, i % 5 == 0 ? headings[11].Split(':')[1] : null, null,
            ]);
        }

        sheet.Complete();
        return file.ToArray();
    }
}
