using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Karelia.Crm.Host.Identity;

/// <summary>What the web client needs of the session: begin, end, who it is.</summary>
internal static class Bff
{
    public static void MapBff(this IEndpointRouteBuilder app)
    {
        app.MapGet("/bff/login", Login).AllowAnonymous().ExcludeFromDescription();
        // By name, so that a bearer token is nobody here.
        var session = new AuthorizationPolicyBuilder(BrowserSession.Scheme).RequireAuthenticatedUser().Build();
        app.MapGet("/bff/user", (Delegate)Me).RequireAuthorization(session).ExcludeFromDescription();
        app.MapPost("/bff/logout", Logout).RequireAuthorization(session).ExcludeFromDescription();
    }

    private static async Task Login(HttpContext http, ILogger<SessionStore> log, string? returnUrl = null)
    {
        try
        {
            await http.ChallengeAsync(BrowserSignIn.Scheme, new() { RedirectUri = OwnAddress(returnUrl) });
        }
        catch (Exception e) when (e is InvalidOperationException or HttpRequestException or IOException && !http.Response.HasStarted)
        {
            log.LogWarning("The identity provider cannot be reached: {Error}", e.Message);
            http.Response.Redirect("/sign-in-problem?why=failed");
        }
    }

    private static async Task<Ok<SignedIn>> Me(HttpContext http)
    {
        http.Response.Headers.CacheControl = "no-store";
        var expires = (await http.AuthenticateAsync(BrowserSession.Scheme)).Properties?.ExpiresUtc;
        return TypedResults.Ok(new SignedIn(http.User.FindFirstValue(Claims.Name)!, [.. http.User.FindAll(Claims.Roles).Select(role => role.Value)], expires));
    }

    private static async Task Logout(HttpContext http)
    {
        await http.SignOutAsync(BrowserSession.Scheme);
        await http.SignOutAsync(BrowserSignIn.Scheme, new() { RedirectUri = "/signed-out" });
    }

    /// <summary>Only an address of ours, and none that ends the session or begins another.</summary>
    internal static string OwnAddress(string? returnUrl) =>
        returnUrl is { Length: > 0 and < 2000 } && returnUrl[0] == '/' && RedirectHttpResult.IsLocalUrl(returnUrl) && !returnUrl.StartsWith("/bff/", StringComparison.OrdinalIgnoreCase)
            ? returnUrl
            : "/";

    private sealed record SignedIn(string Name, IReadOnlyList<string> Roles, DateTimeOffset? Expires);
}
