using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Karelia.Crm.Kernel;

namespace Karelia.Crm.Benchmarks;

/// <summary>A change of 10,000 people among 200,000 and its undo, while somebody reads the list that they are in.</summary>
internal static class BulkBenchmark
{
    private const int People = 200_000;
    private const double MostSeconds = 10;

    public static async Task Run(Stack stack)
    {
        Console.WriteLine($"bulk: 10,000 of {People} people");
        await MadeUpPeople.Add(stack, People);
        await stack.Sql("""
            insert into accounts.contacts (id, last_name, first_names, language, is_passive, version, created_at, updated_at)
            select uuidv7(), 'Joukkonen', 'Nro ' || n, 'fi', false, 1, now(), now() from generate_series(1, 10000) n
            """);
        using var manager = stack.As(Role.CustomerManager);
        foreach (var town in new[] { "Nurmes", "Lieksa", "Kitee" })
        {
            var (changed, operation, reads) = await Measure(manager, "/api/v1/contacts/bulk", new { filter = new { q = "Joukkonen" }, change = new { town } });
            var (undone, _, _) = await Measure(manager, $"/api/v1/bulk-operations/{operation.GetProperty("operationId")}/undo", null);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"  change {changed:0.0} s, undo {undone:0.0} s (limit {MostSeconds}); the list meanwhile: {reads.Count} reads, the middle one {reads.Order().ElementAt(reads.Count / 2):0} ms, the slowest {reads.Max():0} ms"));
        }
    }

    private static async Task<(double Seconds, JsonElement Operation, List<double> Reads)> Measure(HttpClient manager, string path, object? body)
    {
        var clock = Stopwatch.StartNew();
        var job = Stack.Done(manager, path, body);
        var reads = new List<double>();
        while (!job.IsCompleted)
        {
            var read = Stopwatch.StartNew();
            using var page = (await manager.GetAsync("/api/v1/contacts?q=joukkonen&limit=50")).EnsureSuccessStatusCode();
            reads.Add(read.Elapsed.TotalMilliseconds);
            await Task.WhenAny(job, Task.Delay(300));
        }

        return (clock.Elapsed.TotalSeconds, await job, reads);
    }
}
