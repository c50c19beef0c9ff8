using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace Karelia.Crm.Tests.Rules;

/// <summary>Requests that are nearly right, quite wrong or hostile, made from the contract; the same for the same seed.</summary>
internal sealed class Fuzz(ApiDocument contract, Random random, IReadOnlyList<string> ids)
{
    /// <summary>Stands for half of a surrogate pair, which no JSON library of ours would write.</summary>
    private const string Half = "HALF-OF-A-PAIR";

    public static readonly string[] Naughty =
    [
        "'; drop table accounts.contacts; --", "\" or 1=1 --", "%' or '1'='1", "\\", "%", "_", "{{7*7}}", "${jndi:ldap://127.0.0.1/a}", "$(id)", "../../etc/passwd", "<script>alert(1)</script>",
        "nul\0here", "bell\u0007", "\u202eright to left", "\ufeffmark", "zero\u200bwidth", "e\u0301 and é", "👩‍👩‍👧‍👦", "𝕬𝖎𝖓𝖔", "ﷺ", "İıŞş", "ß", "Ŵ", Half, "null", "undefined", "NaN", "-0", "1e400",
        "1;select pg_sleep(5)", "2026-02-30", "0001-01-01", "9999-12-31T23:59:59.9999999Z", "=cmd|' /C calc'!A0", "\r\nSet-Cookie: a=b", "W10", "WyJhIl0", "WyIiLCIiLCIiXQ", "a,b", " ", "",
    ];

    public HttpRequestMessage Next()
    {
        var operation = contract.Operations[random.Next(contract.Operations.Count)];
        var path = operation.Path;
        var query = new List<string>();
        var request = new HttpRequestMessage { Method = new(operation.Method) };
        foreach (var parameter in operation.Parameters.Select(parameter => parameter!.AsObject()))
        {
            var name = parameter["name"]!.GetValue<string>();
            switch (parameter["in"]!.GetValue<string>())
            {
                case "path":
                    var segment = Uri.EscapeDataString((Chance(0.9) ? Plain(parameter["schema"]!) : Text()).Replace("\0", "", StringComparison.Ordinal));
                    path = path.Replace($"{{{name}}}", segment.Length == 0 || segment.Trim('.').Length == 0 ? "x" : segment, StringComparison.Ordinal);
                    break;
                case "query" when Chance(0.4):
                    query.Add($"{name}={Uri.EscapeDataString(Chance(0.6) ? Plain(parameter["schema"]!) : Text())}");
                    break;
                case "header" when Chance(name == "If-Match" ? 0.9 : 0.3):
                    request.Headers.TryAddWithoutValidation(name, Chance(0.8) ? name == "If-Match" ? $"\"{random.Next(1, 4)}\"" : $"key-{random.Next(40)}" : Printable(Text()));
                    break;
            }
        }

        if (Chance(0.04))
            query.Add($"{Uri.EscapeDataString(Text())}=1");
        request.RequestUri = new(path + (query.Count > 0 ? $"?{string.Join('&', query)}" : ""), UriKind.Relative);
        if (operation.Node["requestBody"] is not null)
            request.Content = Chance(0.03) ? new StringContent("a=b", Encoding.UTF8, "text/plain") : Body(operation);
        request.Options.Set(new HttpRequestOptionsKey<Operation>("operation"), operation);
        return request;
    }

    private HttpContent Body(Operation operation)
    {
        if (operation.Body is not { } body)
        {
            var csv = Chance(0.5) ? "Sukunimi;Etunimet;Sähköposti\nTestinen;Aino;aino@example.com\n" : Text() + "\n" + Text();
            var form = new MultipartFormDataContent { { new ByteArrayContent(Encoding.UTF8.GetBytes(csv)), "file", Chance(0.8) ? "a.csv" : "a.xlsx" } };
            if (Chance(0.5))
                form.Add(new StringContent(Chance(0.7) ? "alumni" : Text()), Chance(0.9) ? "kind" : "other");
            return form;
        }

        var json = Chance(0.2) ? body["example"]!.ToJsonString() : Value(body["schema"]!, 0)?.ToJsonString() ?? "null";
        json = json.Replace(Half, "\\ud83d", StringComparison.Ordinal);
        return new StringContent(Chance(0.03) ? json[..random.Next(json.Length)] : json, Encoding.UTF8, "application/json");
    }

    private JsonNode? Value(JsonNode reference, int depth)
    {
        var schema = contract.Resolve(reference);
        if (schema["oneOf"] is JsonArray choices)
            return Value(choices[random.Next(choices.Count)]!, depth);
        if (schema["enum"] is JsonArray codes && Chance(0.9))
            return codes[random.Next(codes.Count)]?.DeepClone();
        if (Chance(0.03))
            return Chance(0.5) ? null : Chance(0.5) ? random.Next() : new JsonArray(1, "a", new JsonObject());
        string[] kinds = schema["type"] is JsonArray many ? [.. many.Select(kind => kind!.GetValue<string>())] : [schema["type"]?.GetValue<string>() ?? "null"];
        switch (kinds[random.Next(kinds.Length)])
        {
            case "object":
                var required = schema["required"]?.AsArray().Select(name => name!.GetValue<string>()).ToHashSet() ?? [];
                var map = new JsonObject();
                foreach (var (name, member) in schema["properties"]?.AsObject() ?? [])
                    if (Chance(required.Contains(name) ? 0.95 : 0.5))
                        map[name] = Value(member!, depth + 1);
                if (Chance(0.02))
                    map[Chance(0.5) ? "isPassive" : Text()] = true;
                return map;
            case "array":
                return new JsonArray([.. Enumerable.Range(0, Chance(0.02) ? 60 : random.Next(3)).Select(_ => schema["items"] is { } items && depth < 6 ? Value(items, depth + 1) : null)]);
            case "integer" or "number":
                return Number();
            case "boolean":
                return Chance(0.5);
            case "string":
                return Chance(0.6) ? Plain(schema) : Text();
            default:
                return null;
        }
    }

    private string Plain(JsonNode reference)
    {
        var schema = contract.Resolve(reference);
        if (schema["enum"] is JsonArray codes)
            return codes[random.Next(codes.Count)]?.ToString() ?? "";
        return (schema["format"]?.GetValue<string>(), schema["type"]?.ToString()) switch
        {
            ("uuid", _) => Chance(0.7) && ids.Count > 0 ? ids[random.Next(ids.Count)] : Guid.CreateVersion7().ToString(),
            ("date", _) => new DateOnly(random.Next(1900, 2100), random.Next(1, 13), random.Next(1, 29)).ToString("O", CultureInfo.InvariantCulture),
            ("date-time", _) => $"{random.Next(1900, 2100)}-0{random.Next(1, 10)}-1{random.Next(0, 10)}T10:00:00Z",
            (_, "integer" or "number") => Number().ToString(CultureInfo.InvariantCulture),
            (_, "boolean") => Chance(0.5) ? "true" : "false",
            _ => Chance(0.5) ? "Testinen" : Chance(0.5) ? $"fuzz{random.Next(1000)}@example.com" : "040 123 4567",
        };
    }

    private int Number() => random.Next(8) switch { 0 => 0, 1 => -1, 2 => int.MaxValue, 3 => 201, _ => random.Next(1, 60) };

    private string Text() => Chance(0.02) ? new string('ä', 5000) : Naughty[random.Next(Naughty.Length)];

    private bool Chance(double chance) => random.NextDouble() < chance;

    private static string Printable(string text) => string.Concat(text.Where(c => c is >= ' ' and < '\u007f'));
}
