using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using Karelia.Crm.Kernel;

namespace Karelia.Crm.Benchmarks;

/// <summary>A mailing list of 100,000 recipients among 200,000 people: the export and its workbook, beside COPY TO of the same rows.</summary>
internal static class ExportBenchmark
{
    private const int People = 200_000;
    private const double MostSeconds = 4;
    private const double MostMegabytes = 50;
    private static readonly string[] Alumni = ["alumnus"];

    public static async Task Run(Stack stack)
    {
        Console.WriteLine($"export: {People} people");
        await MadeUpPeople.Add(stack, People);
        using var communications = stack.As(Role.Communications);
        await Export(communications, new { q = "TestiA1234", roles = Alumni });
        for (var round = 1; round <= 3; round++)
        {
            stack.ForgetPeak();
            var before = stack.Memory();
            var preview = await Timed(() => communications.PostAsJsonAsync("/api/v1/mailing-list-exports/preview", Request(new { roles = Alumni })));
            var (included, export, file, bytes) = await Export(communications, new { roles = Alumni });
            var growth = stack.PeakMemory() - before;
            var (reference, rows) = await CopyTo(stack);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"  {round}: {included} recipients; count {preview:0.00} s; export {export:0.00} s + workbook {file:0.00} s ({bytes / 1024.0 / 1024:0.0} MB) = {export + file:0.00} s (limit {MostSeconds}); host memory +{growth:0} MB of {before:0} (limit {MostMegabytes}); COPY TO of {rows} rows {reference:0.00} s, ratio {(export + file) / reference:0.0}"));
        }
    }

    private static object Request(object filter) => new { name = "Benchmark", contactFilter = filter, channel = "email", topic = "alumni", purpose = "Benchmark", recipient = "liana" };

    private static async Task<double> Timed(Func<Task<HttpResponseMessage>> send)
    {
        var clock = Stopwatch.StartNew();
        using var answer = (await send()).EnsureSuccessStatusCode();
        return clock.Elapsed.TotalSeconds;
    }

    private static async Task<(int Included, double Export, double File, long Bytes)> Export(HttpClient client, object filter)
    {
        var clock = Stopwatch.StartNew();
        using var answer = (await client.PostAsJsonAsync("/api/v1/mailing-list-exports", Request(filter))).EnsureSuccessStatusCode();
        var export = await answer.Content.ReadFromJsonAsync<JsonElement>();
        var exported = clock.Elapsed.TotalSeconds;
        clock.Restart();
        using var file = (await client.GetAsync(export.GetProperty("fileUrl").GetString(), HttpCompletionOption.ResponseHeadersRead)).EnsureSuccessStatusCode();
        var bytes = 0L;
        var buffer = new byte[1 << 16];
        await using var stream = await file.Content.ReadAsStreamAsync();
        for (int read; (read = await stream.ReadAsync(buffer)) > 0;)
            bytes += read;
        return (export.GetProperty("included").GetInt32(), exported, clock.Elapsed.TotalSeconds, bytes);
    }

    private static async Task<(double Seconds, long Rows)> CopyTo(Stack stack)
    {
        var clock = Stopwatch.StartNew();
        await using var connection = await stack.Database.OpenConnectionAsync();
        using var copy = await connection.BeginTextExportAsync("""
            copy (
                select lower(e.address), c.called_name, c.last_name, c.language, a.employer, a.task, c.id
                from consent.disclosed_contacts d
                join accounts.contacts c on c.id = d.contact_id
                join accounts.contact_emails e on e.contact_id = c.id and e.is_primary
                left join alumni.alumni a on a.contact_id = c.id
                where d.disclosure_id = (select id from consent.disclosures order by at desc limit 1)
                order by 1
            ) to stdout
            """);
        var rows = 0L;
        while (await copy.ReadLineAsync() is not null)
            rows++;
        return (clock.Elapsed.TotalSeconds, rows);
    }
}
