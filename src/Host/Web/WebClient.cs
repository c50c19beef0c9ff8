using System.Security.Cryptography;
using Microsoft.Extensions.FileProviders;

namespace Karelia.Crm.Host.Web;

/// <summary>The built web client: its files, which everybody may have, and its one page, which needs a session.</summary>
internal sealed class WebClient(IConfiguration settings, IWebHostEnvironment environment)
{
    private readonly string root = Path.GetFullPath(settings["WebClient:Root"] ?? Path.Combine(environment.ContentRootPath, "wwwroot"));
    private (DateTime Written, string Html)? page;

    private string Index => Path.Combine(root, "index.html");

    public void UseFiles(IApplicationBuilder app)
    {
        if (!Directory.Exists(root))
            return;
        var files = new PhysicalFileProvider(root);
        app.UseWhen(
            // The page goes out only with its nonce.
            http => !http.Request.Path.Equals("/index.html", StringComparison.OrdinalIgnoreCase),
            branch => branch.UseStaticFiles(new StaticFileOptions { FileProvider = files, OnPrepareResponse = context => SetCaching(context.Context) }));
    }

    /// <summary>Every address of the web client: it reads the address itself.</summary>
    public async Task Page(HttpContext http)
    {
        if (!File.Exists(Index))
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        var nonce = Convert.ToBase64String(RandomNumberGenerator.GetBytes(16));
        http.Response.Headers.ContentSecurityPolicy = ContentSecurity.WithNonce(nonce);
        http.Response.Headers.CacheControl = "no-cache";
        http.Response.ContentType = "text/html; charset=utf-8";
        await http.Response.WriteAsync((await Read()).Replace(ContentSecurity.Nonce, nonce, StringComparison.Ordinal), http.RequestAborted);
    }

    /// <summary>Read again when it was built again.</summary>
    private async Task<string> Read()
    {
        var written = File.GetLastWriteTimeUtc(Index);
        if (page is { } known && known.Written == written)
            return known.Html;
        var html = await File.ReadAllTextAsync(Index);
        page = (written, html);
        return html;
    }

    /// <summary>Built files carry their hash in the name and never change; others are asked for anew.</summary>
    private static void SetCaching(HttpContext http) =>
        http.Response.Headers.CacheControl = http.Request.Path.StartsWithSegments("/assets") ? "public, max-age=31536000, immutable" : "no-cache";
}
