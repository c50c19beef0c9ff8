using Karelia.Crm.Kernel.OpenApi;

namespace Karelia.Crm.Host;

/// <summary>The contract for people and programs: the document, and a page to try it out. Neither holds data, so anybody may read them.</summary>
internal static class HostContract
{
    private const string Page = "/swagger";

    public static IServiceCollection AddContract(this IServiceCollection services) => services.AddOpenApiContract();

    /// <summary>Before identity: what has no endpoint would ask for a session.</summary>
    public static WebApplication UseContract(this WebApplication app)
    {
        app.MapOpenApiContract();
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
                page.SwaggerEndpoint(Contract.Address, "Karelia CRM");
                page.DocumentTitle = "Karelia CRM";
            });
        });
        return app;
    }
}
