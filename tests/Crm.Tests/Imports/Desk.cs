using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Karelia.Crm.Kernel;
using Karelia.Crm.Spreadsheets;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Npgsql;

namespace Karelia.Crm.Tests.Imports;

/// <summary>Where a coordinator imports sheets: a register of its own, empty at first, behind a host of its own.</summary>
internal sealed class Desk : IAsyncDisposable
{
    private readonly WebApplicationFactory<Program> host;

    private Desk(WebApplicationFactory<Program> host, NpgsqlDataSource database) => (this.host, Database) = (host, database);

    public NpgsqlDataSource Database { get; }

    public IServiceProvider Services => host.Services;

    /// <summary>Opens one. What prepares the new, empty database answers with the connection that the host is to use.</summary>
    public static async Task<Desk> Open(Action<IWebHostBuilder>? more = null, Func<string, Task<string>>? prepare = null, params string[] works)
    {
        var connection = prepare is null ? await FreshDatabase.Create("imports") : await FreshDatabase.CreateBare("imports");
        var used = prepare is null ? connection : await prepare(connection);
        var host = Crm.Host.WithWebHostBuilder(web =>
        {
            web.UseSetting("ConnectionStrings:Crm", used).UseSetting("Database:Migrate", prepare is null ? "false" : "true");
            more?.Invoke(web);
        });
        _ = host.Services;
        return new(host, NpgsqlDataSource.Create(connection)) { Works = works.Length == 0 ? [Role.AlumniCoordinator] : works };
    }

    /// <summary>A copy of the register as it is now, by name.</summary>
    public async Task<string> Backup()
    {
        var name = $"backup_{Guid.CreateVersion7():N}";
        await using var connection = await Database.OpenConnectionAsync();
        var own = connection.Database;
        await connection.CloseAsync();
        // A template may have no other guests.
        await using var copy = Crm.Database.CreateCommand($"create database {name} template {own} strategy file_copy");
        copy.CommandTimeout = 120;
        for (var attempt = 0; ; attempt++)
        {
            await using (var alone = Crm.Database.CreateCommand($"select pg_terminate_backend(pid) from pg_stat_activity where datname = '{own}'"))
                await alone.ExecuteNonQueryAsync();
            try
            {
                await copy.ExecuteNonQueryAsync();
                return name;
            }
            catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.ObjectInUse && attempt < 50)
            {
                await Task.Delay(20);
            }
        }
    }

    /// <summary>A host over a database that is there already.</summary>
    public static Desk Over(string database, Action<IWebHostBuilder> more)
    {
        var connection = FreshDatabase.Connection(database);
        var host = Crm.Host.WithWebHostBuilder(web =>
        {
            web.UseSetting("ConnectionStrings:Crm", connection).UseSetting("Database:Migrate", "true");
            more(web);
        });
        _ = host.Services;
        return new(host, NpgsqlDataSource.Create(connection));
    }

    public HttpClient As(params string[] roles)
    {
        var client = host.CreateClient(new() { BaseAddress = new("https://localhost"), AllowAutoRedirect = false });
        client.Timeout = TimeSpan.FromMinutes(5);
        client.DefaultRequestHeaders.Authorization = new("Bearer", Crm.Issuer.Token(roles[0].Replace('.', '-').ToLowerInvariant(), claims => claims["roles"] = roles));
        return client;
    }

    /// <summary>Who works here.</summary>
    public string[] Works { get; init; } = [Role.AlumniCoordinator];

    public HttpClient Coordinator => As(Works);

    public static byte[] Sheet(IReadOnlyList<string> headings, params string?[][] rows)
    {
        var file = new MemoryStream();
        using (var sheet = SheetWriter.Create(file, "Vastaukset", headings))
        {
            foreach (var row in rows)
                sheet.Write(row);
            sheet.Complete();
        }

        return file.ToArray();
    }

    public Task<HttpResponseMessage> Send(byte[] file, string name, string? kind = null, HttpClient? client = null, string? eventId = null)
    {
        var form = new MultipartFormDataContent { { new ByteArrayContent(file), "file", name } };
        if (kind is not null)
            form.Add(new StringContent(kind), "kind");
        if (eventId is not null)
            form.Add(new StringContent(eventId), "eventId");
        return (client ?? Coordinator).PostAsync("/api/v1/imports", form);
    }

    public async Task<Uploaded> Upload(byte[] file, string name, string? kind = null, HttpClient? client = null, string? eventId = null)
    {
        var answer = await Send(file, name, kind, client, eventId);
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.Created), await answer.Content.ReadAsStringAsync());
        return new(this, await answer.Content.ReadFromJsonAsync<JsonElement>());
    }

    public Task<Uploaded> Upload(string path) => Upload(File.ReadAllBytes(path), Path.GetFileName(path));

    public async Task<JsonElement> Get(string path, HttpClient? client = null)
    {
        var answer = await (client ?? Coordinator).GetAsync($"/api/v1{path}");
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.OK), $"{path}: {await answer.Content.ReadAsStringAsync()}");
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }

    public async Task<List<JsonElement>> All(string path)
    {
        var (items, cursor) = (new List<JsonElement>(), "");
        do
        {
            var page = await Get($"{path}{(path.Contains('?', StringComparison.Ordinal) ? '&' : '?')}limit=200{cursor}");
            items.AddRange(page.GetProperty("items").EnumerateArray());
            cursor = page.GetProperty("nextCursor").GetString() is { } next ? $"&cursor={next}" : "";
        }
        while (cursor.Length > 0);
        return items;
    }

    /// <summary>Starts a job and waits for its end.</summary>
    public async Task<JsonElement> Run(string path, HttpClient? client = null)
    {
        client ??= Coordinator;
        var answer = await client.PostAsync($"/api/v1{path}", null);
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.Accepted), await answer.Content.ReadAsStringAsync());
        var id = (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("jobId").GetString();
        while (true)
        {
            var job = await Get($"/jobs/{id}", client);
            if (job.GetProperty("state").GetString() is not ("queued" or "running"))
                return job;
            await Task.Delay(50);
        }
    }

    public async Task<T?> Scalar<T>(string sql)
    {
        await using var command = Database.CreateCommand(sql);
        return await command.ExecuteScalarAsync() is T value ? value : default;
    }

    public async Task Execute(string sql)
    {
        await using var command = Database.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>Every row of every table as text.</summary>
    public async Task<SortedDictionary<string, string[]>> Dump()
    {
        var tables = new List<string>();
        await using (var list = Database.CreateCommand("select schemaname || '.' || tablename from pg_tables where schemaname not in ('pg_catalog', 'information_schema') order by 1"))
        await using (var names = await list.ExecuteReaderAsync())
        {
            while (await names.ReadAsync())
                tables.Add(names.GetString(0));
        }

        var dump = new SortedDictionary<string, string[]>(StringComparer.Ordinal);
        foreach (var table in tables)
        {
            await using var select = Database.CreateCommand($"select coalesce(array_agg(x order by x), '{{}}') from (select t::text as x from {table} t) s");
            dump[table] = (string[])(await select.ExecuteScalarAsync())!;
        }

        return dump;
    }

    public async ValueTask DisposeAsync()
    {
        await host.DisposeAsync();
        await Database.DisposeAsync();
    }
}

/// <summary>An import as the API answers it.</summary>
internal sealed record Uploaded(Desk Desk, JsonElement Json)
{
    public string Id => Json.GetProperty("id").GetString()!;

    public string State => Json.GetProperty("state").GetString()!;

    public int Count(string outcome) => Json.GetProperty("counts").GetProperty(outcome).GetInt32();

    public Task<List<JsonElement>> Rows(string query = "") => Desk.All($"/imports/{Id}/rows{query}");

    public async Task<JsonElement> Row(int row) => (await Rows()).Single(item => item.GetProperty("row").GetInt32() == row);

    public async Task<HttpResponseMessage> Decide(int row, string decision, string? contactId = null) => await Desk.Coordinator.PatchAsJsonAsync(
        $"/api/v1/imports/{Id}/rows/{row}", contactId is null ? new { decision } : (object)new { decision, contactId });

    public async Task<Uploaded> Commit()
    {
        var job = await Desk.Run($"/imports/{Id}/commit");
        Assert.That(job.GetProperty("state").GetString(), Is.EqualTo("succeeded"), job.ToString());
        return await Again();
    }

    public async Task<Uploaded> Undo()
    {
        var job = await Desk.Run($"/imports/{Id}/undo");
        Assert.That(job.GetProperty("state").GetString(), Is.EqualTo("succeeded"), job.ToString());
        return await Again();
    }

    public async Task<Uploaded> Again() => new(Desk, await Desk.Get($"/imports/{Id}"));
}

/// <summary>What is common to answers.</summary>
internal static class Rows
{
    public static string? Outcome(this JsonElement row) => row.GetProperty("outcome").GetString();

    public static List<string> Codes(this JsonElement row, string of = "reasons") => [.. row.GetProperty(of).EnumerateArray().Select(reason => reason.GetProperty("code").GetString()!)];
}
