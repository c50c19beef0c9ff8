using System.Net.Http.Headers;
using System.Text.Json;

namespace Karelia.Crm.Local.Sample;

/// <summary>A script client and its token.</summary>
internal sealed class Caller(HttpClient http, string token, CancellationToken stop)
{
    public Task<JsonElement> Send(HttpMethod method, string path, object body) => Send(method, path, JsonContent.Create(body));

    public async Task<JsonElement> Send(HttpMethod method, string path, HttpContent? body = null, EntityTagHeaderValue? match = null) =>
        (await Ask(method, path, body, match)).Body;

    /// <summary>Reads, and writes what is made of it on the version that was read.</summary>
    public async Task Change(string path, Func<JsonElement, object> change)
    {
        var (read, version) = await Ask(HttpMethod.Get, path, null, null);
        await Send(HttpMethod.Put, path, JsonContent.Create(change(read)), version);
    }

    /// <summary>Changes what is named, on the version that is there.</summary>
    public async Task Patch(string path, object body)
    {
        var (_, version) = await Ask(HttpMethod.Get, path, null, null);
        await Send(HttpMethod.Patch, path, JsonContent.Create(body), version);
    }

    private async Task<(JsonElement Body, EntityTagHeaderValue? Version)> Ask(HttpMethod method, string path, HttpContent? body, EntityTagHeaderValue? match)
    {
        using var request = new HttpRequestMessage(method, $"/api/v1/{path}") { Content = body };
        request.Headers.Authorization = new("Bearer", token);
        if (match is not null)
        {
            request.Headers.IfMatch.Add(match);
        }
        using var answer = await http.SendAsync(request, stop);
        var text = await answer.Content.ReadAsStringAsync(stop);
        return answer.IsSuccessStatusCode
            ? (text == "" ? default : JsonSerializer.Deserialize<JsonElement>(text), answer.Headers.ETag)
            : throw new HttpRequestException($"{method} {path}: {(int)answer.StatusCode} {text}");
    }
}
