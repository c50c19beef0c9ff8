namespace Karelia.Crm.Host.Web;

/// <summary>What a page of ours may load and do (CSP): nothing but our own, and no inline code or style without the nonce of this very answer.</summary>
internal static class ContentSecurity
{
    /// <summary>Stands in pages where the nonce comes.</summary>
    public const string Nonce = "__CSP_NONCE__";

    private static readonly string Strict = Policy("");

    /// <summary>For a page whose styles bear the nonce.</summary>
    public static string WithNonce(string nonce) => Policy($" 'nonce-{nonce}'");

    /// <summary>On every answer; an endpoint that needs another says so itself.</summary>
    public static Task AddHeaders(HttpContext http, RequestDelegate next)
    {
        var headers = http.Response.Headers;
        headers.ContentSecurityPolicy = Strict;
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        headers["Referrer-Policy"] = "same-origin";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=(), payment=(), usb=()";
        // What is about people stays out of every cache.
        if (http.Request.Path.StartsWithSegments("/api"))
            headers.CacheControl = "no-store";
        return next(http);
    }

    private static string Policy(string nonce) =>
        $"default-src 'self'; script-src 'self'; style-src 'self'{nonce}; object-src 'none'; base-uri 'none'; frame-ancestors 'none'; form-action 'self'";
}
