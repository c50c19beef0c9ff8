using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;

namespace Karelia.Crm.Tests.Rules;

/// <summary>Requests made from the contract alone.</summary>
internal static class Requests
{
    /// <summary>The operation's own example; path parameters as given, else an id that nobody has.</summary>
    public static HttpRequestMessage Example(this Operation operation, Func<string, string?>? pathValue = null, string ifMatch = "\"1\"")
    {
        var path = operation.Path;
        foreach (var parameter in operation.Parameters.Where(parameter => parameter!["in"]!.GetValue<string>() == "path"))
        {
            var name = parameter!["name"]!.GetValue<string>();
            path = path.Replace($"{{{name}}}", pathValue?.Invoke(name) ?? parameter["example"]?.ToString() ?? Guid.CreateVersion7().ToString(), StringComparison.Ordinal);
        }

        var request = new HttpRequestMessage(new(operation.Method), path);
        if (operation.Parameters.Any(parameter => parameter!["name"]!.GetValue<string>() == "If-Match"))
            request.Headers.TryAddWithoutValidation("If-Match", ifMatch);
        if (operation.Body is { } body)
            request.Content = Json(body["example"]);
        else if (operation.Node["requestBody"] is not null)
            request.Content = new MultipartFormDataContent { { new ByteArrayContent([1, 2, 3]), "file", "a.xlsx" } };
        return request;
    }

    public static StringContent Json(JsonNode? value) => new(value?.ToJsonString() ?? "null", Encoding.UTF8, new MediaTypeHeaderValue("application/json"));
}
