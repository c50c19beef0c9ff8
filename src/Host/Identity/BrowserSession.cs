using Karelia.Crm.Kernel.Web;
using Microsoft.AspNetCore.Authentication;

namespace Karelia.Crm.Host.Identity;

/// <summary>How long a session lasts.</summary>
internal sealed class SessionLimits
{
    /// <summary>Without anything done by the person; polling does not count.</summary>
    public TimeSpan Idle { get; set; } = TimeSpan.FromMinutes(30);

    /// <summary>In any case: a role taken away in Entra ID counts at the next sign-in.</summary>
    public TimeSpan Longest { get; set; } = TimeSpan.FromHours(12);

    /// <summary>How long a host may remember what it read; zero reads every time.</summary>
    public TimeSpan Remembered { get; set; } = TimeSpan.FromSeconds(15);
}

/// <summary>The cookie of a browser session. It holds an encrypted random key; the session is a row in the database.</summary>
internal static class BrowserSession
{
    public const string Scheme = "crm-session";
    public const string CookieName = "__Host-crm";

    public static AuthenticationBuilder AddBrowserSession(this AuthenticationBuilder authentication, IConfiguration limits) => authentication.AddCookie(Scheme, options =>
    {
        options.Cookie.Name = CookieName;
        options.Cookie.Path = "/";
        options.Cookie.HttpOnly = true;
        // In development too: browsers take Secure cookies over http://localhost.
        options.Cookie.SecurePolicy = CookieSecurePolicy.Always;
        // Strict would lose the session on the way back from the identity provider, another site.
        options.Cookie.SameSite = SameSiteMode.Lax;
        options.Cookie.IsEssential = true;
        options.ExpireTimeSpan = (limits.Get<SessionLimits>() ?? new()).Idle;
        options.SlidingExpiration = true;
        options.Events.OnCheckSlidingExpiration = context =>
        {
            if (context.Request.Headers.ContainsKey("X-Background"))
                context.ShouldRenew = false;
            return Task.CompletedTask;
        };
        options.Events.OnRedirectToLogin = context => Challenge(context.HttpContext);
        options.Events.OnRedirectToAccessDenied = context => context.HttpContext.Refuse(Forbidden);
    });

    public static Refusal Forbidden => new("forbidden", StatusCodes.Status403Forbidden, "Your role does not include this.");

    public static Refusal NotSignedIn(HttpContext http) => http.Request.Cookies.ContainsKey(CookieName) && !http.HasAuthorization()
        ? new("session-ended", StatusCodes.Status401Unauthorized, "The session has ended. Sign in again; what you wrote is kept.")
        : new("not-signed-in", StatusCodes.Status401Unauthorized, "Sign in, or send a valid bearer token.");

    /// <summary>A person who opens a page is taken to sign in; a script is told.</summary>
    private static Task Challenge(HttpContext http)
    {
        if (!IsPage(http.Request))
            return http.Refuse(NotSignedIn(http));
        http.Response.Redirect($"/bff/login?returnUrl={Uri.EscapeDataString(http.Request.Path + http.Request.QueryString)}");
        return Task.CompletedTask;
    }

    private static bool IsPage(HttpRequest request)
    {
        if (!HttpMethods.IsGet(request.Method) || request.Path.StartsWithSegments("/api") || request.Path.StartsWithSegments("/bff"))
            return false;
        var destination = request.Headers["Sec-Fetch-Dest"].ToString();
        return destination == "document" || (destination.Length == 0 && request.Headers.Accept.ToString().Contains("text/html", StringComparison.Ordinal));
    }
}
