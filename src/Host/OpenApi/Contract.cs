using Microsoft.OpenApi;

namespace Karelia.Crm.Host.OpenApi;

/// <summary>
/// The contract: an OpenAPI 3.1 document made from the messages, their rules and their answers, and a page to try it out. <c>openapi.yaml</c> is its committed
/// copy. Neither holds data, so anybody may read them.
/// </summary>
internal static class Contract
{
    private const string Address = "/openapi.yaml";
    private const string Page = "/swagger";

    /// <summary>The document and the conventions that hold for every operation.</summary>
    public static IServiceCollection AddContract(this IServiceCollection services) => services
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

    /// <summary>Before identity: what has no endpoint would ask for a session.</summary>
    public static WebApplication UseContract(this WebApplication app)
    {
        app.MapOpenApi(Address).AllowAnonymous();
        app.UseWhen(http => http.Request.Path.StartsWithSegments(Page), branch =>
        {
            branch.Use((http, next) =>
            {
                // The page's pictures are written into its own style sheet.
                http.Response.Headers.ContentSecurityPolicy = $"{http.Response.Headers.ContentSecurityPolicy}; img-src 'self' data:";
                return next(http);
            });
            branch.UseSwaggerUI(page =>
            {
                page.SwaggerEndpoint(Address, "Karelia CRM");
                page.DocumentTitle = "Karelia CRM";
            });
        });
        return app;
    }

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
