using System.Net.Mime;
using System.Text;

namespace Karelia.Crm.Consent.Public;

/// <summary>A page for people without sign-in: made here whole, without script or cookie, kept in no cache and betrayed to no other site.</summary>
internal sealed record SitePage(string Language, string Title, Html Content, string Twin) : IResult
{
    private const string Security = "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    public int Status { get; init; } = StatusCodes.Status200OK;

    /// <summary>Whether search engines may list it; nothing that a link opens.</summary>
    public bool IsListed { get; init; }

    public Task ExecuteAsync(HttpContext httpContext)
    {
        var answer = httpContext.Response;
        answer.StatusCode = Status;
        answer.Headers.ContentSecurityPolicy = Security;
        answer.Headers.XContentTypeOptions = "nosniff";
        answer.Headers.CacheControl = "no-store";
        answer.Headers["Referrer-Policy"] = "no-referrer";
        if (!IsListed)
            answer.Headers["X-Robots-Tag"] = "noindex, nofollow";
        answer.ContentType = $"{MediaTypeNames.Text.Html}; charset=utf-8";
        return answer.WriteAsync(Frame().ToString(), Encoding.UTF8, httpContext.RequestAborted);
    }

    private Html Frame()
    {
        var t = Texts.In(Language);
        return Html.Of($"""
            <!doctype html>
            <html lang="{Language}">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>{Title} – {t.House}</title>
            <link rel="stylesheet" href="/pages.css">
            </head>
            <body>
            <a class="skip" href="#content">{t.Skip}</a>
            <header>
            <p class="house">{t.House}</p>
            <nav aria-label="{t.LanguageMenu}"><a href="{Twin}" lang="{t.Twin.Language}" hreflang="{t.Twin.Language}">{t.Twin.OwnName}</a></nav>
            </header>
            <main id="content" tabindex="-1">
            <h1>{Title}</h1>
            {Content}
            </main>
            <footer>
            <nav aria-label="{t.FooterMenu}">
            <ul>
            <li><a href="{t.DeletionPath}">{t.DeletionTitle}</a></li>
            <li><a href="{t.NoticePath}">{t.NoticeTitle}</a></li>
            <li><a href="{t.AccessibilityPath}">{t.AccessibilityTitle}</a></li>
            </ul>
            </nav>
            </footer>
            </body>
            </html>

            """);
    }

    /// <summary>What went wrong, as a page.</summary>
    public static IResult Of(HttpContext http, Refusal refusal)
    {
        var t = Texts.In(http.Request.Path.StartsWithSegments("/en", StringComparison.Ordinal) ? "en" : "fi");
        var (title, text) = refusal.Status switch
        {
            StatusCodes.Status404NotFound => t.LinkUnknown,
            StatusCodes.Status409Conflict when refusal.Type == "link-expired" => t.LinkExpired,
            StatusCodes.Status429TooManyRequests => t.TooMany,
            StatusCodes.Status503ServiceUnavailable => t.Away,
            < StatusCodes.Status500InternalServerError => t.NotUnderstood,
            _ => t.Broken,
        };
        return new SitePage(t.Language, title, Html.Of($"<p>{text}</p><p><a href=\"{t.DeletionPath}\">{t.DeletionTitle}</a></p>"), t.Twin.DeletionPath) { Status = refusal.Status };
    }
}
