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
        services.Configure<ForwardedHeadersOptions>(options => TrustProxies(options, builder.Configuration.GetSection("Proxy")));
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
        app.UseStatusCodePages(context => Explain(context.HttpContext));
        app.Services.GetRequiredService<WebClient>().UseFiles(app);
        app.UseRouting();
        return app;
    }

    /// <summary>What no use case answers: health, unknown addresses of the API, and every other page, which is the web client's.</summary>
    public static WebApplication MapShell(this WebApplication app)
    {
        Health.Map(app);
        app.MapFallback("/api/{**path}", http => http.Refuse(Refused(StatusCodes.Status404NotFound, http)));
        var client = app.Services.GetRequiredService<WebClient>();
        app.MapFallback("{*path:nonfile}", client.Page).WithMetadata(new HttpMethodMetadata(["GET", "HEAD"]));
        // These two are for people without a session.
        app.MapGet("/signed-out", client.Page).AllowAnonymous().ExcludeFromDescription();
        app.MapGet("/sign-in-problem", client.Page).AllowAnonymous().ExcludeFromDescription();
        return app;
    }

    /// <summary>Trusts none but the proxies that are named; without any the headers are ignored.</summary>
    private static void TrustProxies(ForwardedHeadersOptions options, IConfiguration proxy)
    {
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

    /// <summary>An answer without a body gets the problem that its status means.</summary>
    private static Task Explain(HttpContext http) => http.Refuse(Refused(http.Response.StatusCode, http));

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
