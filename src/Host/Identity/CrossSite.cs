using Karelia.Crm.Kernel.Web;

namespace Karelia.Crm.Host.Identity;

/// <summary>
/// A change that a session cookie carries must come from our own page: it bears a header that a foreign page cannot send without asking first.
/// Whether it counts is decided by the Authorization header being there, never by who was let in: else a bad token would read as a forgery.
/// </summary>
internal static class CrossSite
{
    public static Task Refuse(HttpContext http, RequestDelegate next)
    {
        var request = http.Request;
        var safe = HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method) || HttpMethods.IsOptions(request.Method);
        if (safe || http.IsWithoutSignIn() || http.HasAuthorization() || !request.Cookies.ContainsKey(BrowserSession.CookieName) || IsOurs(request))
            return next(http);
        return http.Refuse(new("cross-site", StatusCodes.Status403Forbidden, "A change must come from the CRM's own page, with the header X-CSRF: 1."));
    }

    private static bool IsOurs(HttpRequest request) =>
        request.Headers["X-CSRF"] == "1"
        && request.Headers["Sec-Fetch-Site"].ToString() is "" or "same-origin"
        && (request.Headers.Origin.ToString() is var origin && (origin.Length == 0 || string.Equals(origin, $"{request.Scheme}://{request.Host}", StringComparison.OrdinalIgnoreCase)));
}
