using System.Globalization;
using System.Text.Json.Nodes;
using FluentValidation.Validators;
using Microsoft.OpenApi;

namespace Karelia.Crm.Host.OpenApi;

/// <summary>The rules of a message, as far as a schema can say them.</summary>
internal sealed class Rules(IValidatorDescriptor? descriptor)
{
    public static Rules Of(Type type, IServiceProvider services) =>
        new((services.GetService(typeof(IValidator<>).MakeGenericType(type)) as IValidator)?.CreateDescriptor());

    /// <summary>In a patch (<paramref name="isPatch"/>) what must not be empty must not be so where it is named.</summary>
    public void Apply(string member, OpenApiSchema schema, bool isPatch = false)
    {
        foreach (var rule in (descriptor?.Rules ?? []).Where(rule => string.Equals(rule.PropertyName, member, StringComparison.OrdinalIgnoreCase)))
        {
            var isEach = rule.GetType().GetInterfaces().Any(type => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ICollectionRule<,>));
            foreach (var component in rule.Components.Where(component => isPatch || !component.HasCondition || component.Validator is not (INotEmptyValidator or INotNullValidator)))
            {
                if (!isEach)
                    Apply(component.Validator, schema);
                else if (schema.Items is OpenApiSchema items)
                    Apply(component.Validator, items);
            }
        }
    }

    private static void Apply(IPropertyValidator rule, OpenApiSchema schema)
    {
        var isText = schema.Type?.HasFlag(JsonSchemaType.String) == true;
        switch (rule)
        {
            case INotEmptyValidator when isText:
                schema.MinLength ??= 1;
                schema.Type &= ~JsonSchemaType.Null;
                break;
            case INotEmptyValidator when schema.Type?.HasFlag(JsonSchemaType.Array) == true:
                schema.MinItems ??= 1;
                schema.Type &= ~JsonSchemaType.Null;
                break;
            case INotNullValidator:
                schema.Type &= ~JsonSchemaType.Null;
                break;
            case ILengthValidator length:
                if (length.Min > 0)
                    schema.MinLength = length.Min;
                if (length.Max > 0)
                    schema.MaxLength = length.Max;
                break;
            case IRegularExpressionValidator shape:
                schema.Pattern = shape.Expression;
                break;
            case IBetweenValidator { Name: "InclusiveBetweenValidator" } between:
                (schema.Minimum, schema.Maximum) = (Text(between.From), Text(between.To));
                break;
            case IComparisonValidator { Comparison: Comparison.GreaterThanOrEqual, ValueToCompare: not null } least when !isText:
                schema.Minimum = Text(least.ValueToCompare);
                break;
            case IComparisonValidator { Comparison: Comparison.LessThanOrEqual, ValueToCompare: not null } most when !isText:
                schema.Maximum = Text(most.ValueToCompare);
                break;
            case IOneOf choice:
                schema.Enum = [.. choice.Codes.Select(code => (JsonNode)code)];
                if (schema.Type?.HasFlag(JsonSchemaType.Null) == true)
                    schema.Enum.Add(JsonNullSentinel.JsonNull);
                break;
            case IShortList list:
                schema.MaxItems = list.Most;
                if (list.Longest is { } longest && schema.Items is OpenApiSchema item)
                    item.MaxLength = longest;
                break;
        }
    }

    private static string? Text(object value) => Convert.ToString(value, CultureInfo.InvariantCulture);
}
