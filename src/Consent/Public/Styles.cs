using System.Net.Mime;

namespace Karelia.Crm.Consent.Public;

/// <summary>How the public pages look.</summary>
internal static class Styles
{
    public static string Text { get; } = Read();

    private static string Read()
    {
        using var reader = new StreamReader(typeof(Styles).Assembly.GetManifestResourceStream("pages.css")!);
        return reader.ReadToEnd();
    }
}

file sealed class Page : IPage
{
    public void Map(IEndpointRouteBuilder site) => site.MapGet("/pages.css", (HttpContext http) =>
    {
        http.Response.Headers.CacheControl = "public, max-age=3600";
        return TypedResults.Text(Styles.Text, MediaTypeNames.Text.Css);
    });
}
