using System.Security.Claims;
using Karelia.Crm.Administration;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.Identity.Web;
using Microsoft.IdentityModel.JsonWebTokens;

namespace Karelia.Crm.Host.Identity;

/// <summary>People sign in with Entra ID: authorization code with PKCE. No token is kept, here or in the browser.</summary>
internal static class BrowserSignIn
{
    public const string Scheme = "crm-signin";
    public const string CallbackPath = "/signin-oidc";

    public static AuthenticationBuilder AddBrowserSignIn(this AuthenticationBuilder authentication, IConfigurationSection settings, bool development)
    {
        authentication.AddMicrosoftIdentityWebApp(settings, Scheme, cookieScheme: null, subscribeToOpenIdConnectMiddlewareDiagnosticsEvents: false);
        authentication.Services.Configure<OpenIdConnectOptions>(Scheme, options => Configure(options, settings, development));
        return authentication;
    }

    private static void Configure(OpenIdConnectOptions options, IConfiguration settings, bool development)
    {
        options.SignInScheme = options.SignOutScheme = BrowserSession.Scheme;
        options.CallbackPath = CallbackPath;
        options.SignedOutCallbackPath = "/signout-callback-oidc";
        options.SignedOutRedirectUri = "/signed-out";
        options.ResponseType = "code";
        // The answer comes by GET: a cross-site POST would not carry the Lax cookies that it is checked against.
        options.ResponseMode = "query";
        options.UsePkce = true;
        options.SaveTokens = false;
        options.UseTokenLifetime = false;
        options.DisableTelemetry = true;
        // Both: Identity.Web's own handler would still rename the claims.
        options.MapInboundClaims = false;
        options.TokenHandler = new JsonWebTokenHandler { MapInboundClaims = false };
        options.Scope.Clear();
        options.Scope.Add("openid");
        options.Scope.Add("profile");
        options.RemoteAuthenticationTimeout = TimeSpan.FromMinutes(10);
        options.TokenValidationParameters.NameClaimType = Claims.Name;
        options.TokenValidationParameters.RoleClaimType = Claims.Roles;
        options.TokenValidationParameters.ValidAlgorithms = ["RS256"];
        options.TokenValidationParameters.ClockSkew = TimeSpan.FromSeconds(30);
        foreach (var cookie in new[] { options.CorrelationCookie, options.NonceCookie })
        {
            cookie.SameSite = SameSiteMode.Lax;
            cookie.SecurePolicy = CookieSecurePolicy.Always;
            cookie.HttpOnly = true;
        }

        if (development && LocalIssuer.Of(settings) is { } issuer)
        {
            options.RequireHttpsMetadata = false;
            options.TokenValidationParameters.IssuerValidator = null;
            options.TokenValidationParameters.ValidIssuer = issuer;
        }

        var before = options.Events.OnTokenValidated;
        options.Events.OnTokenValidated = async context =>
        {
            await before(context);
            await Enter(context, settings["TenantId"]!);
        };
        options.Events.OnRemoteFailure = context =>
        {
            context.HandleResponse();
            context.Response.Redirect($"/sign-in-problem?why={Why(context.Failure)}");
            return Task.CompletedTask;
        };
        options.Events.OnRedirectToIdentityProviderForSignOut = TellWhereToSignOut;
    }

    /// <summary>Entra knows the person; whether they come in is the CRM's to say.</summary>
    private static async Task Enter(TokenValidatedContext context, string tenant)
    {
        var http = context.HttpContext;
        var token = context.Principal!;
        var userName = token.FindFirstValue(Claims.UserName) ?? "";
        var caller = Claims.Of(token, token.FindFirstValue(Claims.Name) ?? userName, Scheme);
        if (caller is null || token.FindFirstValue("tid") != tenant)
        {
            context.Fail(new NoAccess());
            return;
        }

        Claims.Become(http.RequestServices.GetRequiredService<CurrentUser>(), caller);
        var language = http.Request.Headers.AcceptLanguage.ToString().StartsWith("en", StringComparison.OrdinalIgnoreCase) ? "en" : "fi";
        if (await http.RequestServices.GetRequiredService<IUsers>().SignedIn(userName, language, http.RequestAborted))
            context.Principal = caller;
        else
            context.Fail(new NoAccess());
    }

    /// <summary>A script cannot follow a redirect to another site, so the page gets the address and goes there itself.</summary>
    private static async Task TellWhereToSignOut(RedirectContext context)
    {
        context.HandleResponse();
        context.ProtocolMessage.PostLogoutRedirectUri ??= $"{context.Request.Scheme}://{context.Request.Host}{context.Options.SignedOutCallbackPath}";
        context.ProtocolMessage.State ??= context.Options.StateDataFormat.Protect(context.Properties);
        await context.Response.WriteAsJsonAsync(new { location = context.ProtocolMessage.CreateLogoutRequestUrl() });
    }

    private static string Why(Exception? failure) => failure switch
    {
        NoAccess or { InnerException: NoAccess } => "no-access",
        _ when failure?.Data["error"] is "access_denied" || failure?.Message.Contains("access_denied", StringComparison.Ordinal) == true => "cancelled",
        _ => "failed",
    };

    private sealed class NoAccess : Exception;
}

/// <summary>The issuer of development and tests: Entra's addresses over http on this machine.</summary>
internal static class LocalIssuer
{
    /// <summary>What its tokens say; null when the settings name another.</summary>
    public static string? Of(IConfiguration settings) =>
        Uri.TryCreate(settings["Instance"], UriKind.Absolute, out var instance) && instance is { Scheme: "http", IsLoopback: true }
            ? $"{instance.ToString().TrimEnd('/')}/{settings["TenantId"]}/v2.0"
            : null;
}
