using System.Globalization;
using System.Reflection;
using System.Text.Json.Nodes;
using Karelia.Crm.Kernel.Web;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Karelia.Crm.Host.OpenApi;

/// <summary>What every operation says, from its message: name, module, who may, headers, and each way it may be refused.</summary>
internal static class Operations
{
    private static readonly Dictionary<int, string> Meanings = new()
    {
        [200] = "Done.",
        [201] = "Added; Location names it.",
        [202] = "Taken; it is done later.",
        [204] = "Done; there is nothing to say.",
        [400] = "The request cannot be read: a member or parameter is unknown, missing or of another type.",
        [401] = "Nobody is signed in.",
        [403] = "The caller's roles do not include this operation.",
        [404] = "There is no such record, or the caller may not know of it.",
        [409] = "A rule says no, such as that the record is passive.",
        [410] = "It could be fetched for a time, which is over.",
        [412] = "The record is no longer the version named in If-Match.",
        [413] = "The request is too large.",
        [415] = "The content type is not one that this operation takes.",
        [422] = "Some fields are not right; `errors` names them by JSON pointer.",
        [428] = "If-Match is missing.",
        [429] = "Too many requests; Retry-After says when to go on.",
        [503] = "The register cannot be reached just now; Retry-After says when to try again.",
    };

    /// <summary>A link's token is shorter; a longer one leads nowhere.</summary>
    private const int LongestToken = 100;

    public static void Shape(OpenApiOperation operation, OpenApiOperationTransformerContext context)
    {
        var metadata = context.Description.ActionDescriptor.EndpointMetadata;
        if (metadata.OfType<MethodInfo>().FirstOrDefault() is not { } handler || Modules.MessageOf(handler) is not { } message)
            return;
        var method = context.Description.HttpMethod!;
        operation.OperationId = NameOf(message);
        operation.Tags = new HashSet<OpenApiTagReference> { Tag(context.Document!, Modules.NameOf(message.Assembly)) };
        ShapeParameters(operation, context, message, method, metadata);
        if (!metadata.OfType<IAllowAnonymous>().Any())
            operation.Security = [new() { [new OpenApiSecuritySchemeReference("bearer", context.Document)] = [] }];
        ShapeAnswers(operation, context.Document!, message, method, metadata);
    }

    internal static string NameOf(Type message) => char.ToLowerInvariant(message.Name[0]) + message.Name[1..];

    internal static string Camel(string name) => char.ToLowerInvariant(name[0]) + name[1..];

    private static OpenApiTagReference Tag(OpenApiDocument document, string module)
    {
        document.Tags ??= new HashSet<OpenApiTag>();
        if (document.Tags.All(tag => tag.Name != module))
            document.Tags.Add(new() { Name = module });
        return new(module, document);
    }

    private static void ShapeParameters(OpenApiOperation operation, OpenApiOperationTransformerContext context, Type message, string method, IList<object> metadata)
    {
        operation.Parameters ??= [];
        var rules = Rules.Of(message, context.ApplicationServices);
        foreach (var parameter in operation.Parameters.OfType<OpenApiParameter>())
        {
            if (parameter.Schema is OpenApiSchema schema)
            {
                rules.Apply(parameter.Name!, schema);
                schema.Type &= ~JsonSchemaType.Null;
                schema.Default = null;
                schema.MaxLength ??= Camel(parameter.Name!) switch { "cursor" => Cursor.MostCharacters, "token" => LongestToken, _ => null };
            }

            if (parameter.In == ParameterLocation.Query)
                parameter.Name = Camel(parameter.Name!);
        }

        ShapeForm(operation, message, rules);
        if (NeedsVersion(method, metadata))
            operation.Parameters.Add(Header("If-Match", required: true, "The ETag of what was read.", "^\"?[0-9]+\"?$", "\"3\""));
        if (method == "POST" && message.IsAssignableTo(typeof(IChange)))
            operation.Parameters.Add(Header(
                "Idempotency-Key", required: false, "Made up by the caller; for 24 hours the same key and body does nothing more and answers the same.", "^[!-~]{1,200}$", "3f6c1c1e-9f1b-4c39-8d5e-0c7f2a1b6d90"));
    }

    /// <summary>A form is one object, its members named as in JSON.</summary>
    private static void ShapeForm(OpenApiOperation operation, Type message, Rules rules)
    {
        if (operation.RequestBody?.Content?.TryGetValue("multipart/form-data", out var content) is not true || content.Schema is not OpenApiSchema form)
            return;
        form.Properties = (form.AllOf ?? []).Append(form).SelectMany(part => part.Properties ?? new Dictionary<string, IOpenApiSchema>()).ToDictionary(member => Camel(member.Key), member => member.Value);
        form.Required = message.GetConstructors()[0].GetParameters().Where(member => !member.HasDefaultValue).Select(member => Camel(member.Name!)).Where(form.Properties.ContainsKey).ToHashSet();
        form.AllOf = null;
        foreach (var (name, member) in form.Properties)
            if (member is OpenApiSchema schema)
                rules.Apply(name, schema);
    }

    private static OpenApiParameter Header(string name, bool required, string description, string pattern, string example) => new()
    {
        Name = name,
        In = ParameterLocation.Header,
        Required = required,
        Description = description,
        Schema = new OpenApiSchema { Type = JsonSchemaType.String, Pattern = pattern },
        Example = JsonValue.Create(example),
    };

    private static bool NeedsVersion(string method, IList<object> metadata) => method is "PATCH" or "PUT" or "DELETE" && !metadata.OfType<WithoutVersion>().Any();

    private static void ShapeAnswers(OpenApiOperation operation, OpenApiDocument document, Type message, string method, IList<object> metadata)
    {
        operation.Responses ??= [];
        foreach (var (code, answer) in operation.Responses)
        {
            answer.Description = Meanings[int.Parse(code, CultureInfo.InvariantCulture)];
            if (answer is not OpenApiResponse response || code[0] != '2')
                continue;
            // A file has a content type and no shape.
            foreach (var type in metadata.OfType<IProducesResponseTypeMetadata>().Where(made => made.StatusCode.ToString(CultureInfo.InvariantCulture) == code).SelectMany(made => made.ContentTypes))
                (response.Content ??= new Dictionary<string, OpenApiMediaType>()).TryAdd(type, new() { Schema = new OpenApiSchema { Type = JsonSchemaType.String, Format = "binary" } });
            response.Headers ??= new Dictionary<string, IOpenApiHeader>();
            if (AnswerOf(message)?.IsAssignableTo(typeof(IVersioned)) == true)
                response.Headers["ETag"] = Text("The version; say it in If-Match.");
            if (code is "201" or "202")
                response.Headers["Location"] = Text("The address of what was made.");
        }

        foreach (var code in Refusals(operation, message, method, metadata).ToList())
            operation.Responses[code.ToString(CultureInfo.InvariantCulture)] = Refused(document, code);
    }

    /// <summary>The same for all operations, so it is said once.</summary>
    private static OpenApiResponseReference Refused(OpenApiDocument document, int code)
    {
        var response = new OpenApiResponse
        {
            Description = Meanings[code],
            Content = new Dictionary<string, OpenApiMediaType> { ["application/problem+json"] = new() { Schema = Problem(document) } },
        };
        if (code is 429 or 503)
            response.Headers = new Dictionary<string, IOpenApiHeader> { ["Retry-After"] = Text("Seconds.") };
        document.AddComponent<IOpenApiResponse>($"Refused{code}", response);
        return new($"Refused{code}", document);
    }

    private static OpenApiHeader Text(string description) => new() { Description = description, Schema = new OpenApiSchema { Type = JsonSchemaType.String } };

    private static Type? AnswerOf(Type message) =>
        message.GetInterfaces().FirstOrDefault(type => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IRequest<>))?.GetGenericArguments()[0];

    private static IEnumerable<int> Refusals(OpenApiOperation operation, Type message, string method, IList<object> metadata)
    {
        var changes = message.IsAssignableTo(typeof(IChange));
        yield return 400;
        if (!metadata.OfType<IAllowAnonymous>().Any())
        {
            yield return 401;
            yield return 403;
        }

        if (operation.Parameters!.Any(parameter => parameter.In == ParameterLocation.Path) || operation.Responses!.ContainsKey("404"))
            yield return 404;
        if (changes)
            yield return 409;
        if (operation.Responses!.ContainsKey("410"))
            yield return 410;
        if (NeedsVersion(method, metadata))
        {
            yield return 412;
            yield return 428;
        }

        if (operation.RequestBody is not null)
        {
            yield return 413;
            yield return 415;
        }

        yield return 422;
        yield return 429;
        yield return 503;
    }

    private static OpenApiSchemaReference Problem(OpenApiDocument document)
    {
        static OpenApiSchema Of(JsonSchemaType type, string description) => new() { Type = type, Description = description };
        document.AddComponent<IOpenApiSchema>("Problem", new OpenApiSchema
        {
            Type = JsonSchemaType.Object,
            Description = "What went wrong (RFC 9457).",
            Required = new HashSet<string> { "type", "title", "status", "traceId" },
            AdditionalProperties = new OpenApiSchema { Description = "More about the cause." },
            Properties = new Dictionary<string, IOpenApiSchema>
            {
                ["type"] = new OpenApiSchema { Type = JsonSchemaType.String, Pattern = "^/problems/[a-z0-9-]+$", Description = "The stable name of the cause." },
                ["title"] = Of(JsonSchemaType.String, "The same in words."),
                ["status"] = Of(JsonSchemaType.Integer, "The HTTP status."),
                ["detail"] = Of(JsonSchemaType.String, "What to do about it."),
                ["errors"] = new OpenApiSchema
                {
                    Type = JsonSchemaType.Object,
                    Description = "Faults of single fields by JSON pointer.",
                    AdditionalProperties = new OpenApiSchema { Type = JsonSchemaType.Array, Items = new OpenApiSchema { Type = JsonSchemaType.String } },
                },
                ["traceId"] = Of(JsonSchemaType.String, "Names this request in the log."),
            },
        });
        return new("Problem", document);
    }
}
