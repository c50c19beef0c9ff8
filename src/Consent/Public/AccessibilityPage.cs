namespace Karelia.Crm.Consent.Public;

/// <summary>The statement that digipalvelulaki 306/2019 asks for, with a way to say what does not work; and the page after it.</summary>
file sealed class AccessibilityPage : IPage
{
    public void Map(IEndpointRouteBuilder site)
    {
        foreach (var t in Texts.Languages.Select(Texts.In))
        {
            site.MapGet(t.AccessibilityPath, () => Show(t, new(t)));
            site.MapPost(t.AccessibilityPath, (HttpRequest request, IMediator crm, CancellationToken ct) => Post(t, request, crm, ct)).WithMetadata(new RequestSizeLimitAttribute(Form.LargestBody));
            site.MapGet(t.FeedbackThanksPath, () => new SitePage(t.Language, t.FeedbackThanksTitle, Html.Of($"<p>{t.FeedbackThanks}</p>"), t.Twin.FeedbackThanksPath));
        }
    }

    private static async Task<IResult> Post(Texts t, HttpRequest request, IMediator crm, CancellationToken ct)
    {
        var posted = await Form.Read(request);
        var form = new Form(t, posted);
        try
        {
            await crm.Send(new GiveFeedback(form["message"] ?? "", form["email"]), ct);
            return Results.LocalRedirect(t.FeedbackThanksPath);
        }
        catch (ValidationException invalid)
        {
            return Show(t, new(t, posted, invalid.Errors));
        }
    }

    private static SitePage Show(Texts t, Form form) => new(t.Language, form.Titled(t.AccessibilityTitle), Html.Of($"""
        {form.Summary()}
        {Html.Join(t.Statement.Select(part => Html.Of($"<h2>{part.Title}</h2>{Html.Join(part.Paragraphs.Select(text => Html.Of($"<p>{text}</p>")))}")))}
        <p><a href="https://www.saavutettavuusvaatimukset.fi/">www.saavutettavuusvaatimukset.fi</a></p>
        <h2>{t.FeedbackTitle}</h2>
        <p>{t.FeedbackLead}</p>
        <form method="post" novalidate>
        {form.Area("message", required: true)}
        {form.Input("email", "email", "email", longest: 254)}
        <button type="submit">{t.Send}</button>
        </form>
        """), t.Twin.AccessibilityPath)
    {
        IsListed = true,
        Status = form.HasFaults ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK,
    };
}
