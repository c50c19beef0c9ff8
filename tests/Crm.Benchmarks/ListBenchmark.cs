using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using Karelia.Crm.Kernel;

namespace Karelia.Crm.Benchmarks;

/// <summary>The lists of 200,000 people and 120,000 alumni: each filter and each order, first page and those after it.</summary>
internal static class ListBenchmark
{
    private const int People = 200_000;
    private const int Rounds = 20;
    private const double MostMilliseconds = 100;

    private static readonly string[] Lists =
    [
        "contacts", "contacts?sort=-name", "contacts?sort=-updatedAt", "contacts?q=testia1234", "contacts?q=aino", "contacts?q=person1999", "contacts?role=alumnus", "contacts?role=alumnus&q=testib1",
        "contacts?passive=true", "contacts?language=en&sort=-updatedAt",
        "alumni", "alumni?sort=-name", "alumni?sort=graduated", "alumni?sort=-graduated", "alumni?sort=-updatedAt",
        "alumni?q=testia1234", "alumni?q=aino", "alumni?q=aino kehittäjä", "alumni?q=esimerkki oy 4711", "alumni?q=kehittäjä", "alumni?q=person1999", "alumni?q=mallikas", "alumni?q=löytymätön",
        "alumni?programme=Ohjelma 7", "alumni?degree=Tradenomi (AMK)", "alumni?graduatedFrom=2020", "alumni?graduatedFrom=2010&graduatedTo=2012&sort=-graduated",
        "alumni?form=mentor", "alumni?form=mentor&sort=-graduated", "alumni?town=Nurmes", "alumni?town=Joensuu&sort=-graduated", "alumni?mailable=true", "alumni?mailable=false&sort=-graduated",
        "alumni?passive=true", "alumni?passive=false&sort=-updatedAt", "alumni?programme=Ohjelma 7&form=mentor&mailable=true&sort=-graduated", "alumni/facets",
        "search?q=testia1234", "search?q=aino", "search?q=person1999",
    ];

    public static async Task Run(Stack stack)
    {
        Console.WriteLine($"lists: {People} people, {People * 3 / 5} alumni; p95 in milliseconds (limit {MostMilliseconds})");
        await MadeUpPeople.Add(stack, People);
        using var coordinator = stack.As(Role.AlumniCoordinator);
        foreach (var list in Lists)
        {
            await Page(coordinator, list, null);
            var (times, cursor) = (new List<double>(), default(string));
            for (var round = 0; round < Rounds; round++)
            {
                var clock = Stopwatch.StartNew();
                cursor = await Page(coordinator, list, cursor);
                times.Add(clock.Elapsed.TotalMilliseconds);
            }

            var p95 = times.Order().ElementAt((Rounds * 95 / 100) - 1);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {(p95 <= MostMilliseconds ? "  " : "! ")}{p95,6:0}  {list}"));
        }
    }

    /// <summary>The cursor of the page after.</summary>
    private static async Task<string?> Page(HttpClient client, string list, string? cursor)
    {
        var after = cursor is null ? "" : $"{(list.Contains('?', StringComparison.Ordinal) ? '&' : '?')}cursor={cursor}";
        using var answer = await client.GetAsync($"/api/v1/{list}{after}");
        var body = await answer.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonElement>();
        return body.TryGetProperty("nextCursor", out var next) ? next.GetString() : null;
    }
}
