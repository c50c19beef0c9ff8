using System.Globalization;

namespace Karelia.Crm.Consent.Public;

/// <summary>The form for those who want their data deleted, or less than that; and the page after it.</summary>
file sealed class DeletionPage : IPage
{
    public void Map(IEndpointRouteBuilder site)
    {
        foreach (var t in Texts.Languages.Select(Texts.In))
        {
            site.MapGet(t.DeletionPath, () => Show(t, new(t)));
            site.MapPost(t.DeletionPath, (HttpContext http, IMediator crm, CancellationToken ct) => Post(t, http, crm, ct)).WithMetadata(new RequestSizeLimitAttribute(Form.LargestBody));
            site.MapGet(t.ThanksPath, () => new SitePage(t.Language, t.ThanksTitle, Html.Of($"<p>{t.Thanks}</p>"), t.Twin.ThanksPath));
        }
    }

    private static async Task<IResult> Post(Texts t, HttpContext http, IMediator crm, CancellationToken ct)
    {
        var form = await Form.Read(http.Request);
        var said = new Form(t, form);
        var year = said["graduationYear"];
        try
        {
            await crm.Send(
                new RequestDeletion(said["firstName"] ?? "", said["lastName"] ?? "", said["email"] ?? "", said["scope"]!, t.Language, said["formerLastName"], YearOf(year), said["message"]), ct);
            // Shown by another request, so that reloading it asks for nothing again.
            return Results.LocalRedirect(t.ThanksPath, permanent: false, preserveMethod: false);
        }
        catch (ValidationException invalid)
        {
            return Show(t, new(t, form, invalid.Errors));
        }
    }

    /// <summary>What is no number is no year either, and the rules say so.</summary>
    private static int? YearOf(string? text) => text is null ? null : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var year) ? year : -1;

    private static SitePage Show(Texts t, Form form) => new(t.Language, form.Titled(t.DeletionTitle), Html.Of($"""
        {form.Summary()}
        <p>{t.DeletionLead}</p>
        <form method="post" novalidate>
        {form.Choice("scope", t.What,
            (PublicRequest.All, t.ScopeAll, t.ScopeAllHint), (PublicRequest.Newsletter, t.ScopeNewsletter, t.ScopeNewsletterHint), (PublicRequest.Correction, t.ScopeCorrection, t.ScopeCorrectionHint))}
        <h2>{t.You}</h2>
        {form.Input("firstName", "text", "given-name", required: true)}
        {form.Input("lastName", "text", "family-name", required: true)}
        {form.Input("formerLastName", "text", "off")}
        {form.Input("email", "email", "email", required: true, longest: 254)}
        {form.Input("graduationYear", "text", "off", longest: 4)}
        {form.Area("message")}
        <p class="hint">{t.DeletionPrivacy}</p>
        <button type="submit">{t.Send}</button>
        </form>
        """), t.Twin.DeletionPath)
    {
        IsListed = true,
        Status = form.HasFaults ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK,
    };
}
