using System.Collections.Concurrent;
using System.Reflection;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Karelia.Crm.Host.OpenApi;

/// <summary>What the shapes of messages and answers say beyond what the serializer tells: what must be there, what may be null, which rules hold.</summary>
internal sealed class Schemas
{
    private static readonly NullabilityInfoContext nullability = new();

    /// <summary>By component, the members that an answer always has.</summary>
    private readonly ConcurrentDictionary<string, HashSet<string>> alwaysAnswered = [];

    public async Task Shape(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken ct)
    {
        var type = context.JsonTypeInfo;
        if (schema.Enum is { Count: > 0 })
            schema.Type ??= JsonSchemaType.String;
        if (schema.Default?.GetValueKind() == System.Text.Json.JsonValueKind.Null)
            schema.Default = null;
        if (type.Kind != JsonTypeInfoKind.Object || schema.Properties is null)
            return;
        var rules = Rules.Of(type.Type, context.ApplicationServices);
        foreach (var member in type.Properties)
        {
            if (Unwrapped(member.PropertyType) is { } inner)
                schema.Properties[member.Name] = await Patched(member, inner, context, ct);
            if (schema.Properties.TryGetValue(member.Name, out var known) && known is OpenApiSchema property)
                rules.Apply(member.Name, property, isPatch: Unwrapped(member.PropertyType) is not null);
        }

        schema.Required = type.Properties.Where(IsRequired).Select(member => member.Name).ToHashSet();
        if (OpenApiOptions.CreateDefaultSchemaReferenceId(type) is { } id)
            alwaysAnswered[id] = [.. type.Properties.Where(member => !IsLeftOutWhenNull(member)).Select(member => member.Name)];
    }

    /// <summary>Shapes that only answers use hold all their members; what a request also uses may leave out what has a default.</summary>
    public void SayWhatAnswersHold(OpenApiDocument document)
    {
        var asked = new HashSet<string>();
        foreach (var body in document.Paths.SelectMany(path => path.Value.Operations ?? []).Select(operation => operation.Value.RequestBody).OfType<OpenApiRequestBody>())
            foreach (var content in body.Content!.Values)
                Collect(content.Schema, asked);
        foreach (var (id, schema) in document.Components?.Schemas ?? new Dictionary<string, IOpenApiSchema>())
        {
            if (!asked.Contains(id) && schema is OpenApiSchema answer && alwaysAnswered.TryGetValue(id, out var members))
                // An answer may grow: who reads it leaves alone what it does not know.
                (answer.Required, answer.AdditionalPropertiesAllowed, answer.AdditionalProperties) = (members, true, null);
        }

        void Collect(IOpenApiSchema? schema, HashSet<string> into)
        {
            if (schema is null || (schema is OpenApiSchemaReference { Reference.Id: { } id } && !into.Add(id)))
                return;
            foreach (var part in (schema.Properties?.Values ?? []).Concat(schema.OneOf ?? []).Concat(schema.AllOf ?? []).Concat(schema.AnyOf ?? []).Append(schema.Items).Append(schema.AdditionalProperties))
                Collect(part, into);
        }
    }

    private static async Task<IOpenApiSchema> Patched(JsonPropertyInfo member, Type inner, OpenApiSchemaTransformerContext context, CancellationToken ct)
    {
        var schema = await context.GetOrCreateSchemaAsync(inner, null, ct);
        var isNullable = Nullable.GetUnderlyingType(inner) is not null
            || (!inner.IsValueType && member.AttributeProvider is PropertyInfo property && NullabilityOf(property).GenericTypeArguments[0].ReadState == NullabilityState.Nullable);
        if (!isNullable)
            return schema;
        if (schema.Type is not JsonSchemaType.Object)
        {
            schema.Type |= JsonSchemaType.Null;
            return schema;
        }

        return new OpenApiSchema { OneOf = [new OpenApiSchema { Type = JsonSchemaType.Null }, schema] };
    }

    private static NullabilityInfo NullabilityOf(PropertyInfo property)
    {
        lock (nullability)
            return nullability.Create(property);
    }

    private static Type? Unwrapped(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Optional<>) ? type.GetGenericArguments()[0] : null;

    private static bool IsRequired(JsonPropertyInfo member) =>
        Unwrapped(member.PropertyType) is null && (member.IsRequired || member.AssociatedParameter is { HasDefaultValue: false });

    private static bool IsLeftOutWhenNull(JsonPropertyInfo member) =>
        member.AttributeProvider?.GetCustomAttributes(typeof(JsonIgnoreAttribute), false).Length > 0;
}
