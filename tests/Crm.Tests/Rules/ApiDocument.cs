using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using YamlDotNet.RepresentationModel;

namespace Karelia.Crm.Tests.Rules;

/// <summary>The committed contract, read as an integrator would: operations, and whether a value has the shape of a schema.</summary>
internal sealed class ApiDocument
{
    private static readonly string[] Methods = ["get", "put", "post", "delete", "patch"];
    private static readonly Lazy<ApiDocument> committed = new(() => new(Repository.Text("openapi.yaml")));

    private readonly JsonObject root;

    private ApiDocument(string yaml)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(yaml));
        // Parsed once more, so that any number reads as any type of number.
        root = JsonNode.Parse(FromYaml(stream.Documents[0].RootNode)!.ToJsonString())!.AsObject();
        Operations =
        [
            .. root["paths"]!.AsObject().SelectMany(path => path.Value!.AsObject().Where(item => Methods.Contains(item.Key))
                .Select(item => new Operation(item.Key.ToUpperInvariant(), path.Key, item.Value!.AsObject()))),
        ];
    }

    public static ApiDocument Committed => committed.Value;

    public IReadOnlyList<Operation> Operations { get; }

    /// <summary>Follows <c>$ref</c>.</summary>
    public JsonObject Resolve(JsonNode node) =>
        node["$ref"]?.GetValue<string>() is { } path ? Resolve(path[2..].Split('/').Aggregate((JsonNode)root, (at, part) => at[part]!)) : node.AsObject();

    /// <summary>What is wrong with the value, by JSON pointer; nothing when it fits.</summary>
    public IEnumerable<string> Faults(JsonNode? value, JsonNode schemaOrReference, string at = "")
    {
        var schema = Resolve(schemaOrReference);
        if (schema["oneOf"] is JsonArray choices)
            return choices.Any(choice => !Faults(value, choice!, at).Any()) ? [] : [$"{at} fits none of its shapes"];
        if (schema["type"] is { } types && !Kinds(types).Any(kind => Is(value, kind)))
            return [$"{at} is {value?.GetValueKind().ToString() ?? "null"}, not {types.ToJsonString()}"];
        if (schema["enum"] is JsonArray codes && !codes.Any(code => JsonNode.DeepEquals(code, value)))
            return [$"{at} is not one of {codes.ToJsonString()}"];
        return value switch
        {
            JsonObject map => MemberFaults(map, schema, at),
            JsonArray list => (list.Count > (schema["maxItems"]?.GetValue<int>() ?? int.MaxValue) ? [$"{at} has too many"] : Array.Empty<string>())
                .Concat(schema["items"] is { } items ? list.SelectMany((item, i) => Faults(item, items, $"{at}/{i}")) : []),
            JsonValue text when text.GetValueKind() == System.Text.Json.JsonValueKind.String => TextFaults(text.GetValue<string>(), schema, at),
            _ => [],
        };
    }

    /// <summary>Texts of any length and lists of any number in a shape, by where they stand.</summary>
    public IEnumerable<string> Unlimited(JsonNode schemaOrReference, string at, string within = "")
    {
        if (schemaOrReference["$ref"]?.GetValue<string>() is { } shape)
        {
            if (within.Contains($" {shape} ", StringComparison.Ordinal))
                return [];
            within += $" {shape} ";
        }

        var schema = Resolve(schemaOrReference);
        var kinds = schema["type"] is { } types ? Kinds(types).ToList() : [];
        string[] limits = kinds.Contains("array") ? ["maxItems"] : kinds.Contains("string") ? ["maxLength", "enum", "pattern", "format"] : [];
        return (limits.Length > 0 && !limits.Any(schema.ContainsKey) ? [at] : Array.Empty<string>())
            .Concat(schema["items"] is { } items ? Unlimited(items, $"{at}[]", within) : [])
            .Concat((schema["properties"]?.AsObject().AsEnumerable() ?? []).SelectMany(member => Unlimited(member.Value!, $"{at}.{member.Key}", within)))
            .Concat((schema["oneOf"]?.AsArray() ?? []).SelectMany(choice => Unlimited(choice!, at, within)));
    }

    private IEnumerable<string> MemberFaults(JsonObject map, JsonObject schema, string at)
    {
        foreach (var name in schema["required"]?.AsArray().Select(name => name!.GetValue<string>()).Where(name => !map.ContainsKey(name)) ?? [])
            yield return $"{at}/{name} is missing";
        foreach (var (name, member) in map)
        {
            if (schema["properties"]?[name] is { } known)
            {
                foreach (var fault in Faults(member, known, $"{at}/{name}"))
                    yield return fault;
            }
            else if (schema["additionalProperties"] is JsonObject any)
            {
                foreach (var fault in Faults(member, any, $"{at}/{name}"))
                    yield return fault;
            }
            else if (schema["properties"] is not null)
            {
                yield return $"{at}/{name} is not in the contract";
            }
        }
    }

    private static IEnumerable<string> TextFaults(string text, JsonObject schema, string at)
    {
        var fits = schema["format"]?.GetValue<string>() switch
        {
            "uuid" => Guid.TryParse(text, out _),
            "date" => DateOnly.TryParseExact(text, "yyyy-MM-dd", out _),
            "date-time" => DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out _),
            _ => true,
        };
        if (!fits)
            yield return $"{at} is no {schema["format"]}";
        if (schema["pattern"]?.GetValue<string>() is { } pattern && !Regex.IsMatch(text, pattern))
            yield return $"{at} does not fit {pattern}";
        if (text.Length > (schema["maxLength"]?.GetValue<int>() ?? int.MaxValue) || text.Length < (schema["minLength"]?.GetValue<int>() ?? 0))
            yield return $"{at} is too long or too short";
    }

    private static IEnumerable<string> Kinds(JsonNode types) => types is JsonArray many ? many.Select(kind => kind!.GetValue<string>()) : [types.GetValue<string>()];

    private static bool Is(JsonNode? value, string kind) => kind switch
    {
        "null" => value is null,
        "object" => value is JsonObject,
        "array" => value is JsonArray,
        "string" => value?.GetValueKind() == System.Text.Json.JsonValueKind.String,
        "boolean" => value?.GetValueKind() is System.Text.Json.JsonValueKind.True or System.Text.Json.JsonValueKind.False,
        "integer" => value?.GetValueKind() == System.Text.Json.JsonValueKind.Number && decimal.TryParse(value.ToJsonString(), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && number % 1 == 0,
        _ => value?.GetValueKind() == System.Text.Json.JsonValueKind.Number,
    };

    private static JsonNode? FromYaml(YamlNode node) => node switch
    {
        YamlMappingNode map => new JsonObject(map.Children.Select(child => new KeyValuePair<string, JsonNode?>(((YamlScalarNode)child.Key).Value!, FromYaml(child.Value)))),
        YamlSequenceNode list => new JsonArray([.. list.Children.Select(FromYaml)]),
        YamlScalarNode { Style: YamlDotNet.Core.ScalarStyle.Plain } plain => plain.Value switch
        {
            "null" or "" => null,
            "true" or "false" => plain.Value == "true",
            var number when decimal.TryParse(number, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) => value % 1 == 0 ? (long)value : value,
            var text => text,
        },
        YamlScalarNode quoted => quoted.Value,
        _ => null,
    };
}

/// <summary>One operation of the contract.</summary>
internal sealed record Operation(string Method, string Path, JsonObject Node)
{
    public string Id => Node["operationId"]?.GetValue<string>() ?? $"{Method} {Path}";

    public JsonArray Parameters => Node["parameters"]?.AsArray() ?? [];

    /// <summary>The JSON body's content, if it takes one.</summary>
    public JsonNode? Body => Node["requestBody"]?["content"]?.AsObject().FirstOrDefault(content => content.Key.EndsWith("json", StringComparison.Ordinal)).Value;

    public override string ToString() => $"{Id} ({Method} {Path})";
}
