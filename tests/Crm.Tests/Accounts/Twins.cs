using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Karelia.Crm.Kernel;
using Npgsql;

namespace Karelia.Crm.Tests.Accounts;

/// <summary>Records that are to become one, and what a test asks of them.</summary>
internal static class Twins
{
    public static readonly HttpClient Manager = Crm.As(Role.CustomerManager);
    public static readonly HttpClient Communications = Crm.As(Role.Communications);
    private static int numbers = Random.Shared.Next(1_000_000);

    /// <summary>A word that nobody has.</summary>
    public static string AWord() => "Kaksonen" + Guid.CreateVersion7().ToString("n")[12..];

    public static string APhone() => $"+35840{Interlocked.Increment(ref numbers):D7}";

    public static async Task<Guid> APerson(object? person = null) =>
        (await Done(await Manager.PostAsJsonAsync("/api/v1/contacts", person ?? new { lastName = AWord(), firstNames = "Aino" }))).GetProperty("id").GetGuid();

    public static async Task<Guid> AnAccount(object? account = null) =>
        (await Done(await Manager.PostAsJsonAsync("/api/v1/accounts", account ?? new { name = $"{AWord()} Oy" }))).GetProperty("id").GetGuid();

    public static Task<HttpResponseMessage> TryMerge(string things, Guid survivor, Guid[] others, object? fields = null, object? versions = null, HttpClient? client = null) =>
        (client ?? Manager).PostAsJsonAsync($"/api/v1/{things}/{survivor}/merge", new { others, fields, versions });

    public static async Task<JsonElement> Merge(Guid survivor, params Guid[] others) => await Done(await TryMerge("contacts", survivor, others));

    public static async Task<JsonElement> Undo(JsonElement merge, HttpClient? client = null) =>
        await Done(await (client ?? Manager).PostAsync($"/api/v1/merges/{merge.GetProperty("mergeId").GetString()}/undo", null));

    public static async Task<JsonElement> Get(string path, HttpClient? client = null) => await Done(await (client ?? Manager).GetAsync($"/api/v1{path}"));

    public static async Task<JsonElement> Done(HttpResponseMessage answer)
    {
        var body = await answer.Content.ReadAsStringAsync();
        Assert.That(answer.IsSuccessStatusCode, Is.True, $"{answer.RequestMessage?.RequestUri} {(int)answer.StatusCode} {body}");
        return JsonSerializer.Deserialize<JsonElement>(body);
    }

    public static async Task Refused(HttpResponseMessage answer, HttpStatusCode status, string type)
    {
        var body = await answer.Content.ReadAsStringAsync();
        Assert.That(answer.StatusCode, Is.EqualTo(status), body);
        Assert.That(JsonSerializer.Deserialize<JsonElement>(body).GetProperty("type").GetString(), Is.EqualTo($"/problems/{type}"));
    }

    public static IEnumerable<string?> Of(this JsonElement list, string member) => list.EnumerateArray().Select(item => item.GetProperty(member).GetString());

    public static async Task<List<string>> Sql(string sql, params object[] values)
    {
        await using var command = Crm.Database.CreateCommand(sql);
        foreach (var value in values)
            command.Parameters.Add(new NpgsqlParameter { Value = value });
        await using var rows = await command.ExecuteReaderAsync();
        var read = new List<string>();
        while (await rows.ReadAsync())
            read.Add(rows.IsDBNull(0) ? "" : rows.GetValue(0).ToString()!);
        return read;
    }

    /// <summary>Every row of every module that names one of the ids, but for evidence, versions and the journal itself.</summary>
    public static async Task<SortedSet<string>> Rows(params Guid[] ids)
    {
        var all = new SortedSet<string>(StringComparer.Ordinal);
        var tables = await Sql(
            """
            select t.schemaname || '.' || t.tablename from pg_tables t where t.schemaname in ('accounts', 'alumni', 'imports', 'consent')
              and t.tablename not in ('migrations', 'merges', 'merge_rows', 'duplicates', 'events', 'standings', 'disclosed_contacts')
            """);
        foreach (var table in tables)
        {
            foreach (var row in await Sql(
                $"select (to_jsonb(t) - '{{version,updated_at}}'::text[])::text from {table} t where exists (select from unnest($1::text[]) x where to_jsonb(t)::text like '%' || x || '%')", (object)ids.Select(id => id.ToString()).ToArray()))
                all.Add($"{table} {row}");
        }

        return all;
    }
}
