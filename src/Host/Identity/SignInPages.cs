using System.Net;
using System.Security.Cryptography;
using Karelia.Crm.Host.Web;

namespace Karelia.Crm.Host.Identity;

/// <summary>The three pages that are there without a session. Plain HTML, in both languages.</summary>
internal static class SignInPages
{
    private static readonly Dictionary<string, (string Fi, string En)> Problems = new()
    {
        ["no-access"] = (
            "Tunnuksellasi ei ole oikeutta CRM:ään. Pyydä käyttöoikeusrooli pääkäyttäjältä.",
            "Your account has no access to the CRM. Ask an administrator for a role."),
        ["cancelled"] = ("Kirjautuminen keskeytettiin.", "Signing in was cancelled."),
        ["failed"] = ("Kirjautuminen ei onnistunut. Yritä hetken päästä uudelleen.", "Signing in did not succeed. Try again in a moment."),
    };

    public static void MapSignInPages(this IEndpointRouteBuilder app)
    {
        app.MapGet("/sign-in-problem", (HttpContext http, string? why = null) => Page(
            http,
            ("Kirjautuminen", "Signing in"),
            Problems.GetValueOrDefault(why ?? "", Problems["failed"]),
            ("Yritä uudelleen", "Try again"))).AllowAnonymous().ExcludeFromDescription();
        app.MapGet("/signed-out", (HttpContext http) => Page(
            http,
            ("Olet kirjautunut ulos", "You are signed out"),
            ("Istuntosi CRM:ssä on päättynyt.", "Your session in the CRM has ended."),
            ("Kirjaudu sisään", "Sign in"))).AllowAnonymous().ExcludeFromDescription();
        app.MapGet("/popup-done.html", PopupDone).AllowAnonymous().ExcludeFromDescription();
    }

    private static IResult Page(HttpContext http, (string Fi, string En) title, (string Fi, string En) text, (string Fi, string En) link)
    {
        var english = http.Request.Headers.AcceptLanguage.ToString().StartsWith("en", StringComparison.OrdinalIgnoreCase);
        string In((string Fi, string En) both) => WebUtility.HtmlEncode(english ? both.En : both.Fi);
        return Html(http, $$"""
            <!doctype html>
            <html lang="{{(english ? "en" : "fi")}}">
            <head>
            <meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>{{In(title)}} – Karelia CRM</title>
            <style nonce="{{ContentSecurity.Nonce}}">
            :root { color-scheme: light dark; font: 1.0625rem/1.6 system-ui, sans-serif }
            body { display: grid; place-items: center; min-height: 90vh; margin: 0 }
            main { max-width: 30rem; padding: 2rem }
            h1 { font-size: 1.5rem; line-height: 1.3 }
            a { display: inline-block; padding: .6rem 1.2rem; border-radius: .5rem; background: #1864ab; color: #fff; text-decoration: none }
            </style>
            </head>
            <body><main><h1>{{In(title)}}</h1><p>{{In(text)}}</p><p><a href="/">{{In(link)}}</a></p></main></body>
            </html>
            """);
    }

    /// <summary>The window in which somebody signed in again tells the page that waits, and closes.</summary>
    private static IResult PopupDone(HttpContext http) => Html(http, $"""
        <!doctype html>
        <html lang="fi"><head><meta charset="utf-8"><title>Karelia CRM</title></head>
        <body><script nonce="{ContentSecurity.Nonce}">new BroadcastChannel('crm-auth').postMessage('ok'); close();</script></body></html>
        """, script: true);

    private static IResult Html(HttpContext http, string page, bool script = false)
    {
        var nonce = Convert.ToBase64String(RandomNumberGenerator.GetBytes(16));
        http.Response.Headers.ContentSecurityPolicy = ContentSecurity.Policy(styleNonce: nonce, scriptNonce: script ? nonce : null);
        http.Response.Headers.CacheControl = "no-store";
        return Results.Content(page.Replace(ContentSecurity.Nonce, nonce, StringComparison.Ordinal), "text/html; charset=utf-8");
    }
}
