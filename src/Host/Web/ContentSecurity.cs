namespace Karelia.Crm.Host.Web;

/// <summary>What a page of ours may load and do (CSP): nothing but our own, and no inline code or style without the nonce of this very answer.</summary>
internal static class ContentSecurity
{
    /// <summary>Stands in pages where the nonce comes.</summary>
    public const string Nonce = "__CSP_NONCE__";

    public static readonly string Strict = Policy();

    public static string Policy(string? styleNonce = null, string? scriptNonce = null) =>
        $"default-src 'self'; script-src 'self'{With(scriptNonce)}; style-src 'self'{With(styleNonce)}; object-src 'none'; base-uri 'none'; frame-ancestors 'none'; form-action 'self'";

    private static string With(string? nonce) => nonce is null ? "" : $" 'nonce-{nonce}'";

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
}
