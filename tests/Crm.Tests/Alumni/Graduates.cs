using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Karelia.Crm.Kernel;

namespace Karelia.Crm.Tests.Alumni;

/// <summary>Made-up alumni of one family name, and those who work with them.</summary>
internal sealed class Graduates
{
    public readonly HttpClient Coordinator = Crm.As(Role.AlumniCoordinator);
    public readonly string Family = $"Alumni{Guid.CreateVersion7():n}";

    public async Task<Guid> Add(string first, string programme = "Metsätalous", int year = 2015, string form = "guest-lecture", string? town = null, string? postalCode = null, string? task = null)
    {
        var added = await Json(await Coordinator.PostAsJsonAsync("/api/v1/contacts", new { lastName = Family, firstNames = first, address = new { postalCode, town } }));
        var id = added.GetProperty("id").GetGuid();
        await Sql($"""
            insert into alumni.alumni (contact_id, task, source, registered_at, updated_at, version) values ('{id}', {(task is null ? "null" : $"'{task}'")}, 'testi', now(), now(), 1);
            insert into alumni.degrees (id, contact_id, programme, title, graduated_year) values (gen_random_uuid(), '{id}', '{programme}', 'Tutkinto', {year});
            insert into alumni.interests (contact_id, form_code, added_at) values ('{id}', '{form}', now());
            """);
        return id;
    }

    public Task<JsonElement> Get(string path) => Get(Coordinator, path);

    public static async Task<JsonElement> Get(HttpClient client, string path) => await Json(await client.GetAsync($"/api/v1{path}"));

    public Task<HttpResponseMessage> Post(string path, object body) => Coordinator.PostAsJsonAsync($"/api/v1{path}", body);

    public async Task<HttpResponseMessage> Change(HttpMethod method, string path, long version, object? body = null)
    {
        var request = new HttpRequestMessage(method, $"/api/v1{path}") { Content = body is null ? null : JsonContent.Create(body) };
        request.Headers.TryAddWithoutValidation("If-Match", $"\"{version}\"");
        return await Coordinator.SendAsync(request);
    }

    public static async Task<JsonElement> Json(HttpResponseMessage answer)
    {
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.OK).Or.EqualTo(HttpStatusCode.Created), await answer.Content.ReadAsStringAsync());
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }

    public static async Task Sql(string sql)
    {
        await using var command = Crm.Database.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }
}
