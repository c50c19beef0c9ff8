using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.OpenApi;

namespace Karelia.Crm.Host.OpenApi;

/// <summary>An example for each request and answer, made from its shape with made-up values.</summary>
internal static class Examples
{
    private const string SomeId = "0193a1b2-7c3d-7e4f-8a5b-6c7d8e9f0a1b";
    private const string SomeTime = "2026-11-23T10:15:30Z";

    /// <summary>By the member's name; elsewhere the type decides.</summary>
    private static readonly Dictionary<string, string> texts = new()
    {
        ["lastName"] = "Esimerkki",
        ["formerLastName"] = "Malli",
        ["firstNames"] = "Aino Maria",
        ["calledName"] = "Aino",
        ["firstName"] = "Aino",
        ["scope"] = "newsletter",
        ["name"] = "Esimerkki Aino",
        ["title"] = "Esimerkki Aino",
        ["address"] = "aino.esimerkki@example.com",
        ["email"] = "aino.esimerkki@example.com",
        ["preferredUsername"] = "aino.esimerkki@example.com",
        ["number"] = "+358401234567",
        ["street"] = "Esimerkkikatu 1",
        ["postalCode"] = "80100",
        ["town"] = "Joensuu",
        ["country"] = "FI",
        ["language"] = "fi",
        ["role"] = "alumnus",
        ["roles"] = "alumnus",
        ["basis"] = "consent",
        ["kind"] = "personal",
        ["source"] = "staff",
        ["reason"] = "At the person's own request",
        ["purpose"] = "alumni",
        ["state"] = "given",
        ["channel"] = "email",
        ["topic"] = "alumni",
        ["choice"] = "in",
        ["recipient"] = "liana",
        ["unit"] = "communications",
        ["programme"] = "Tradenomi (AMK), liiketalous",
        ["degree"] = "Tradenomi",
        ["employer"] = "Esimerkki Oy",
        ["task"] = "Kehittäjä",
        ["code"] = "guest-lecture",
        ["fi"] = "Vierailuluento",
        ["en"] = "Guest lecture",
        ["forms"] = "guest-lecture",
        ["form"] = "guest-lecture",
        ["institution"] = "Karelia-ammattikorkeakoulu",
        ["mentee"] = "A.E.",
        ["fileName"] = "rekisteroityneet.xlsx",
        ["fileSha256"] = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
        ["type"] = "/problems/validation",
        ["q"] = "esim",
        ["list"] = "regions",
        ["query"] = "town=Joensuu",
        ["businessId"] = "1234567-1",
        ["industry"] = "62010",
        ["municipality"] = "Joensuu",
        ["website"] = "https://example.com",
        ["phone"] = "+358401234567",
        ["identifier"] = "003712345671",
        ["operator"] = "003721291126",
        ["roleThere"] = "Harjoittelun ohjaaja",
        ["from"] = "K",
        ["fileUrl"] = $"/api/v1/mailing-list-exports/{SomeId}/file",
        ["blockListUrl"] = $"/api/v1/mailing-list-exports/{SomeId}/block-list",
    };

    public static void AddTo(OpenApiDocument document)
    {
        foreach (var operation in document.Paths.SelectMany(path => path.Value.Operations ?? []).Select(operation => operation.Value))
        {
            foreach (var parameter in (operation.Parameters ?? []).OfType<OpenApiParameter>().Where(parameter => parameter.Schema is not null))
                parameter.Example ??= Of(parameter.Schema!, parameter.Name!, 0);
            foreach (var (type, content) in (operation.RequestBody as OpenApiRequestBody)?.Content ?? new Dictionary<string, OpenApiMediaType>())
                Show(type, content);
            foreach (var answer in (operation.Responses ?? []).Where(answer => answer.Key[0] == '2').Select(answer => answer.Value))
                foreach (var (type, content) in answer.Content ?? new Dictionary<string, OpenApiMediaType>())
                    Show(type, content);
        }
    }

    private static void Show(string type, OpenApiMediaType content)
    {
        if (type.EndsWith("json", StringComparison.Ordinal) && content.Schema is not null)
            content.Example = Of(content.Schema, "", 0);
    }

    private static JsonNode? Of(IOpenApiSchema schema, string name, int depth)
    {
        if (name is "definition" && depth > 0)
            return JsonNode.Parse("""{ "all": [{ "field": "contact.role", "is": ["alumnus"] }, { "none": [{ "field": "alumni.graduated", "to": "2014" }] }] }""");
        if (schema.OneOf is { Count: > 0 } choices)
            return Of(choices.First(choice => choice.Type != JsonSchemaType.Null), name, depth);
        if (schema.Enum?.FirstOrDefault() is { } first)
            return schema.Enum.Any(value => value.GetValueKind() == System.Text.Json.JsonValueKind.String && texts.GetValueOrDefault(name) == value.GetValue<string>()) ? texts[name] : first.DeepClone();
        if (schema.Default is { } usual && usual.GetValueKind() != System.Text.Json.JsonValueKind.Null)
            return usual.DeepClone();
        var type = schema.Type & ~JsonSchemaType.Null;
        return type switch
        {
            JsonSchemaType.Object => Members(schema, name, depth),
            JsonSchemaType.Array when schema.Items is not null && depth < 6 => new JsonArray(Of(schema.Items, name, depth + 1)),
            JsonSchemaType.Array => new JsonArray(),
            JsonSchemaType.Boolean => name is "isPrimary" or "mailable" or "active" or "mine" or "hasDateOfBirth",
            JsonSchemaType.Integer or JsonSchemaType.Number => Number(schema, name),
            _ => Text(schema, name),
        };
    }

    private static JsonObject Members(IOpenApiSchema schema, string of, int depth)
    {
        var members = new JsonObject();
        foreach (var (name, member) in schema.Properties ?? new Dictionary<string, IOpenApiSchema>())
            members[name] = name is "nextCursor" or "passiveReason" or "passiveSince" or "undeliverableSince" or "parentId" or "ownerId" or "validTo" && member.Type?.HasFlag(JsonSchemaType.Null) == true ? null : Of(member, name, depth + 1);
        if (members.Count == 0 && schema.AdditionalProperties is { } any)
            members[of switch { "fields" => "status", "versions" => SomeId, _ => "0" }] = Of(any, "", depth + 1);
        return members;
    }

    private static int Number(IOpenApiSchema schema, string name)
    {
        var number = name.Contains("year", StringComparison.OrdinalIgnoreCase) || name.StartsWith("graduated", StringComparison.Ordinal) ? 2019 : name is "limit" ? 50 : 1;
        return schema.Minimum is { } least ? Math.Max(number, (int)decimal.Parse(least, CultureInfo.InvariantCulture)) : number;
    }

    private static string Text(IOpenApiSchema schema, string name) => schema.Format switch
    {
        "uuid" => SomeId,
        "date-time" when name is "endsAt" => "2026-11-23T14:15:30Z",
        "date-time" => SomeTime,
        "date" when name is "dateOfBirth" => "1990-05-17",
        "date" => SomeTime[..10],
        _ when texts.TryGetValue(name, out var text) => text,
        _ when schema.Pattern is "^/problems/[a-z0-9-]+$" => "/problems/validation",
        _ => "esimerkki",
    };
}
