using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Karelia.Crm.Kernel;

namespace Karelia.Crm.Tests.Accounts;

/// <summary>People and organisations of a test's own, and what is written down of them.</summary>
internal sealed class Diary
{
    private static int letters;

    public HttpClient Manager { get; } = Crm.As(Role.CustomerManager);

    public async Task<string> APerson(string lastName = "Keksitty") =>
        Id(await Post("/contacts", new { lastName, firstNames = $"Aino {(char)('A' + (Interlocked.Increment(ref letters) % 26))}" }));

    public async Task<string> AnOrganisation(string name = "Keksintö Oy") => Id(await Post("/accounts", new { name }));

    public async Task<JsonElement> Write(object activity) => await Post("/activities", activity);

    public async Task<JsonElement> Get(string path, HttpClient? reader = null)
    {
        var answer = await (reader ?? Manager).GetAsync($"/api/v1{path}");
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.OK), await answer.Content.ReadAsStringAsync());
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }

    public async Task<JsonElement[]> List(string path, HttpClient? reader = null) => [.. (await Get(path, reader)).GetProperty("items").EnumerateArray()];

    public Task<HttpResponseMessage> Try(string path, object? body = null, HttpClient? writer = null) => (writer ?? Manager).PostAsJsonAsync($"/api/v1{path}", body);

    public async Task<JsonElement> Post(string path, object body, HttpClient? writer = null)
    {
        var answer = await Try(path, body, writer);
        Assert.That(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }

    public async Task<HttpResponseMessage> Patch(string path, object changes, string? version = null)
    {
        using var patch = new HttpRequestMessage(HttpMethod.Patch, $"/api/v1{path}") { Content = JsonContent.Create(changes) };
        patch.Headers.TryAddWithoutValidation("If-Match", version ?? (await Manager.GetAsync($"/api/v1{path}")).Headers.ETag!.Tag);
        return await Manager.SendAsync(patch);
    }

    public async Task<HttpResponseMessage> Delete(string path, HttpClient? writer = null, string? version = null)
    {
        using var delete = new HttpRequestMessage(HttpMethod.Delete, $"/api/v1{path}");
        delete.Headers.TryAddWithoutValidation("If-Match", version ?? (await Manager.GetAsync($"/api/v1{path}")).Headers.ETag?.Tag ?? "\"1\"");
        return await (writer ?? Manager).SendAsync(delete);
    }

    public static async Task Restrict(string contact)
    {
        await using var command = Crm.Database.CreateCommand("update accounts.contacts set restricted_at = now() where id = $1");
        command.Parameters.Add(new() { Value = Guid.Parse(contact) });
        await command.ExecuteNonQueryAsync();
    }

    public static string Id(JsonElement one) => one.GetProperty("id").GetString()!;

    public static IEnumerable<string?> Texts(IEnumerable<JsonElement> items, string member) => items.Select(item => item.GetProperty(member).GetString());
}
