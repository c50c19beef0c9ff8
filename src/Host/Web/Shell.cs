using System.IO.Compression;
using System.Net;
using Karelia.Crm.Kernel.Web;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.ResponseCompression;

namespace Karelia.Crm.Host.Web;

/// <summary>What surrounds the use cases: headers, compression, problems, limits, the web client's files.</summary>
internal static class Shell
{
    private const long LargestRequest = 1024 * 1024;

    public static WebApplicationBuilder AddShell(this WebApplicationBuilder builder)
    {
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = LargestRequest;
        });
        var services = builder.Services;
        services.Configure<ForwardedHeadersOptions>(options => TrustProxies(options, builder.Configuration));
        services.AddResponseCompression(options =>
        {
            // Over https too: the session cookie is Lax and answers hold no secret beside what a caller sent, so lengths betray nothing.
            options.EnableForHttps = true;
            options.MimeTypes = ["text/css", "text/javascript", "application/javascript", "image/svg+xml", "application/json", "application/yaml"];
        });
        services.Configure<BrotliCompressionProviderOptions>(options => options.Level = CompressionLevel.Fastest);
        services.Configure<GzipCompressionProviderOptions>(options => options.Level = CompressionLevel.Fastest);
        services.AddRateLimiter(options => RateLimits.Configure(options, builder.Configuration));
        services.AddSingleton<WebClient>();
        return builder;
    }

    /// <summary>What comes before routing. Static files need no session, so they are served before anybody is asked who they are.</summary>
    public static WebApplication UseShell(this WebApplication app)
    {
        app.UseForwardedHeaders();
        app.Use(ContentSecurity.AddHeaders);
        if (!app.Environment.IsDevelopment())
            app.UseHsts();
        app.UseResponseCompression();
        app.UseExceptionHandler(_ => { });
        app.UseStatusCodePages(context => context.HttpContext.Refuse(Refused(context.HttpContext.Response.StatusCode, context.HttpContext)));
        app.Services.GetRequiredService<WebClient>().UseFiles(app);
        app.UseRouting();
        return app;
    }

    /// <summary>
    /// Health, and the web client for every page that is nothing else. Not a fallback endpoint: that would hide that an address of the API takes
    /// another method or content type.
    /// </summary>
    public static WebApplication MapShell(this WebApplication app)
    {
        Health.Map(app);
        var client = app.Services.GetRequiredService<WebClient>();
        // These two are for people without a session.
        app.MapGet("/signed-out", client.Page).AllowAnonymous().ExcludeFromDescription();
        app.MapGet("/sign-in-problem", client.Page).AllowAnonymous().ExcludeFromDescription();
        app.Use((http, next) => http.GetEndpoint() is null && IsPage(http.Request) ? client.Page(http) : next(http));
        return app;
    }

    private static bool IsPage(HttpRequest request) =>
        (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method))
        && !request.Path.StartsWithSegments("/api") && !request.Path.StartsWithSegments("/bff") && !Path.HasExtension(request.Path);

    /// <summary>Trusts none but the proxies that are named; without any the headers are ignored.</summary>
    private static void TrustProxies(ForwardedHeadersOptions options, ConfigurationManager settings)
    {
        var proxy = settings.GetSection("Proxy");
        options.AllowedHosts = settings["AllowedHosts"]?.Split(';') ?? [];
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        foreach (var address in proxy.GetSection("Addresses").Get<string[]>() ?? [])
            options.KnownProxies.Add(IPAddress.Parse(address));
        foreach (var network in proxy.GetSection("Networks").Get<string[]>() ?? [])
            options.KnownIPNetworks.Add(System.Net.IPNetwork.Parse(network));
        options.ForwardedHeaders = options.KnownProxies.Count + options.KnownIPNetworks.Count > 0
            ? ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto | ForwardedHeaders.XForwardedHost
            : ForwardedHeaders.None;
    }

    /// <summary>The problem that the status of an answer without a body means.</summary>
    private static Refusal Refused(int status, HttpContext http) => status switch
    {
        StatusCodes.Status400BadRequest => new("malformed", status, "The request could not be read: a member is unknown, missing or of another type."),
        StatusCodes.Status401Unauthorized => Identity.BrowserSession.NotSignedIn(http),
        StatusCodes.Status403Forbidden => Identity.BrowserSession.Forbidden,
        StatusCodes.Status404NotFound => new("address-unknown", status, "There is nothing at this address."),
        StatusCodes.Status405MethodNotAllowed => new("method-unknown", status, "This address does not take that method."),
        StatusCodes.Status413PayloadTooLarge => new("too-large", status, "The request is larger than this address takes."),
        StatusCodes.Status415UnsupportedMediaType => new("media-type", status, "This address does not take that content type."),
        _ => new("unexpected", status),
    };
}
