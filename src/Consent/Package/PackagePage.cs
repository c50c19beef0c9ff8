using Karelia.Crm.Consent.Public;

namespace Karelia.Crm.Consent.Package;

/// <summary>Where the link in the answer leads, without sign-in: a code by mail, then the files. Looking does nothing; buttons do.</summary>
file sealed class PackagePage : IPage
{
    private static readonly string[] toRead = ["html", "pdf", "xlsx", "json", "zip"];
    private static readonly string[] toMove = ["json", "xlsx", "zip"];

    public void Map(IEndpointRouteBuilder site)
    {
        foreach (var language in new[] { "fi", "en" })
        {
            var (t, root, twin) = (PackagePageTexts.In(language), PackageLink.Root(language), PackageLink.Root(language == "fi" ? "en" : "fi"));
            site.MapGet($"{root}/{{token}}", async (string token, IMediator crm, CancellationToken ct) =>
            {
                await crm.Send(new LookAtPackage(PackageLink.ToPage, token), ct);
                return new SitePage(language, t.Title, Html.Of($"<p>{t.Lead}</p>{Button($"{root}/{token}", t.SendCode)}"), $"{twin}/{token}");
            });
            site.MapPost($"{root}/{{token}}", async (string token, IMediator crm, CancellationToken ct) =>
            {
                var sent = await crm.Send(new SendPackageCode(token), ct);
                var content = sent.To is { } to ? Html.Of($"<p>{t.Sent(to)}</p>{CodeForm(t, $"{root}/{token}", isWrong: false)}") : Html.Of($"<p>{t.NoAddress}</p>");
                return new SitePage(language, t.Title, content, $"{twin}/{token}");
            }).WithMetadata(new RequestSizeLimitAttribute(Form.LargestBody));
            site.MapPost($"{root}/{{token}}/code", async (string token, HttpRequest request, IMediator crm, CancellationToken ct) =>
            {
                var code = (await Form.Read(request))["code"].ToString();
                return (await crm.Send(new OpenPackage(token, code), ct)).FilesToken is { } files
                    ? Results.Redirect($"{root}/files/{files}", permanent: false, preserveMethod: false)
                    : new SitePage(language, $"{t.ErrorPrefix}: {t.Title}", CodeForm(t, $"{root}/{token}", isWrong: true), $"{twin}/{token}");
            }).WithMetadata(new RequestSizeLimitAttribute(Form.LargestBody));
            site.MapGet($"{root}/files/{{token}}", async (string token, IMediator crm, CancellationToken ct) =>
            {
                var ahead = await crm.Send(new LookAtPackage(PackageLink.ToFiles, token), ct);
                var links = Html.Join((ahead.IsPortable ? toMove : toRead).Select(format => Html.Of($"<li><a href=\"{root}/files/{token}/{format}\">{t.Format(format)}</a></li>")));
                return new SitePage(language, t.Title, Html.Of($"<p>{t.FilesLead}</p><ul>{links}</ul>"), $"{twin}/files/{token}");
            });
            site.MapGet($"{root}/files/{{token}}/{{format}}", (string token, string format, IMediator crm, CancellationToken ct) => crm.Send(new DownloadPackage(token, format), ct));
        }
    }

    private static Html CodeForm(PackagePageTexts t, string path, bool isWrong) => Html.Of($"""
        <form method="post" action="{path}/code">
        <div class="field">
        <label for="code">{t.Code}</label>
        <p class="hint" id="code-hint">{t.CodeHint}</p>
        {(isWrong ? Html.Of($"<p class=\"fault\" id=\"code-fault\" role=\"alert\">{t.ErrorPrefix}: {t.WrongCode}</p>") : Html.Nothing)}
        <input id="code" name="code" type="text" autocomplete="one-time-code" autocapitalize="characters" maxlength="20" required aria-describedby="code-hint{(isWrong ? " code-fault" : "")}"{(isWrong ? Html.Of($" aria-invalid=\"true\"") : Html.Nothing)}>
        </div>
        <button type="submit">{t.Open}</button>
        </form>
        {Button(path, t.Again)}
        """);

    private static Html Button(string path, string text) => Html.Of($"<form method=\"post\" action=\"{path}\"><button type=\"submit\">{text}</button></form>");
}
