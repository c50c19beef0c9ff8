using Microsoft.OpenApi;

namespace Karelia.Crm.Kernel.OpenApi;

/// <summary>The contract: an OpenAPI 3.1 document made from the messages, their rules and their answers. <c>openapi.yaml</c> is its committed copy.</summary>
public static class Contract
{
    /// <summary>Where the running host shows it.</summary>
    public const string Address = "/openapi.yaml";

    /// <summary>The document and the conventions that hold for every operation.</summary>
    public static IServiceCollection AddOpenApiContract(this IServiceCollection services) => services
        .AddSingleton<Schemas>()
        .AddOpenApi("v1", options =>
        {
            options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
            options.AddSchemaTransformer((schema, context, ct) => context.ApplicationServices.GetRequiredService<Schemas>().Shape(schema, context, ct));
            options.AddOperationTransformer((operation, context, _) =>
            {
                Operations.Shape(operation, context);
                return Task.CompletedTask;
            });
            options.AddDocumentTransformer((document, context, _) =>
            {
                Describe(document);
                context.ApplicationServices.GetRequiredService<Schemas>().SayWhatAnswersHold(document);
                Examples.AddTo(document);
                return Task.CompletedTask;
            });
        });

    /// <summary>Shows the document to whoever asks: it holds no data.</summary>
    public static void MapOpenApiContract(this IEndpointRouteBuilder app) => app.MapOpenApi(Address).AllowAnonymous();

    private static void Describe(OpenApiDocument document)
    {
        document.Info = new()
        {
            Title = "Karelia CRM",
            Version = "1",
            Description = "Partnerships, alumni and the consents of people. Errors are problems (RFC 9457); docs/problems.md lists their types. "
                + "Lists are paged by an opaque cursor. A change of one resource names in If-Match the version that it saw.",
            License = new() { Name = "MIT" },
        };
        document.Tags = document.Tags?.Where(tag => document.Paths.SelectMany(path => path.Value.Operations ?? []).Any(operation => operation.Value.Tags?.Any(used => used.Name == tag.Name) == true)).ToHashSet();
        // The address of the host is not part of the contract.
        document.Servers = [];
        document.AddComponent<IOpenApiSecurityScheme>("bearer", new OpenApiSecurityScheme
        {
            Type = SecuritySchemeType.Http,
            Scheme = "bearer",
            BearerFormat = "JWT",
            Description = "A token of Entra ID for this API: delegated (access_as_user) or an application's own, with app roles in `roles`.",
        });
    }
}
