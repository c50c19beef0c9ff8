namespace Karelia.Crm.Consent.Public;

/// <summary>Where the link in the mail leads. Looking does nothing, since programs look at links too; the button does.</summary>
file sealed class ConfirmationPage : IPage
{
    public void Map(IEndpointRouteBuilder site)
    {
        foreach (var t in Texts.Languages.Select(Texts.In))
        {
            site.MapGet($"{t.ConfirmationPath}{{token}}", (string token) => new SitePage(t.Language, t.ConfirmTitle, Html.Of($"""
                <p>{t.ConfirmText}</p>
                <form method="post"><button type="submit">{t.Confirm}</button></form>
                """), t.Twin.ConfirmationPath + token));
            site.MapPost($"{t.ConfirmationPath}{{token}}", async (string token, IMediator crm, CancellationToken ct) =>
            {
                var isNew = (await crm.Send(new ConfirmRequest(token), ct)).State == ConfirmedRequest.Confirmed;
                return new SitePage(
                    t.Language, isNew ? t.ConfirmedTitle : t.AlreadyConfirmedTitle, Html.Of($"<p>{(isNew ? t.ConfirmedText : t.AlreadyConfirmedText)}</p>"), t.Twin.ConfirmationPath + token);
            }).WithMetadata(new RequestSizeLimitAttribute(Form.LargestBody));
        }
    }
}
