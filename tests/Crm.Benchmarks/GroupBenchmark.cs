using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using Karelia.Crm.Kernel;

namespace Karelia.Crm.Benchmarks;

/// <summary>Target groups over the fields of three modules, counted among 200,000 people: processor time of host and PostgreSQL.</summary>
internal static class GroupBenchmark
{
    private const int People = 200_000;
    private const int Rounds = 20;
    private const double MostMilliseconds = 300;

    private static readonly object Alumni = new { field = "contact.role", @is = new[] { "alumnus" } };
    private static readonly object Recent = new { field = "alumni.graduated", from = "2010" };
    private static readonly object Consented = new { field = "consent.given", @is = new[] { "email.alumni" } };
    private static readonly object English = new { field = "contact.language", @is = new[] { "en" } };

    private static readonly (string Name, object Definition)[] Groups =
    [
        ("three modules, all", new { all = new[] { Alumni, Recent, Consented } }),
        ("three modules, any", new { any = new[] { English, Recent, Consented } }),
        ("three modules, and none", new { all = new object[] { Alumni, new { none = new[] { English, Recent } }, Consented } }),
    ];

    public static async Task Run(Stack stack)
    {
        await MadeUpPeople.Add(stack, People);
        using var communications = stack.As(Role.Communications);
        Console.WriteLine($"groups: counted among {People} people; processor time in milliseconds (limit {MostMilliseconds})");
        foreach (var (name, definition) in Groups)
        {
            var count = await Count(communications, definition);
            await Count(communications, definition);
            var start = await stack.Cpu();
            for (var round = 0; round < Rounds; round++)
                await Count(communications, definition);
            var used = (await stack.Cpu() - start) * 1000 / Rounds;
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {(used <= MostMilliseconds ? " " : "!")} {used,6:0}  {name}: {count} people"));
        }
    }

    private static async Task<int> Count(HttpClient client, object definition)
    {
        using var answer = await client.PostAsJsonAsync("/api/v1/target-groups/count", new { definition });
        return (await answer.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonElement>()).GetProperty("count").GetInt32();
    }
}
