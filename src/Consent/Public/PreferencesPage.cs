using System.Globalization;
using Karelia.Crm.Consent.Preferences;

namespace Karelia.Crm.Consent.Public;

/// <summary>A person's own choices, by its link: what to hear of in which channel, nothing at all, and the consents that it gave.</summary>
file sealed class PreferencesPage : IPage
{
    public void Map(IEndpointRouteBuilder site)
    {
        foreach (var t in Texts.Languages.Select(Texts.In))
        {
            site.MapGet($"{t.PreferencesPath}{{token}}", async (string token, HttpRequest request, IMediator crm, CancellationToken ct) =>
                Show(t, token, await crm.Send(new GetMyPreferences(token), ct), request.Query.ContainsKey("saved") ? t.Saved : null));
            site.MapPost($"{t.PreferencesPath}{{token}}", (string token, HttpRequest request, Call call, IMediator crm, CancellationToken ct) => Post(t, token, request, call, crm, ct))
                .WithMetadata(new RequestSizeLimitAttribute(Form.LargestBody));
        }
    }

    private static async Task<IResult> Post(Texts t, string token, HttpRequest request, Call call, IMediator crm, CancellationToken ct)
    {
        var form = await Form.Read(request);
        var (offered, chosen) = (form["offered"], form["in"]);
        call.ExpectedVersion = long.TryParse(form["version"], NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : -1;
        var wanted = offered.OfType<string>().Distinct().Select(purpose => purpose.Split('.')).Where(parts => parts.Length == 2)
            .Select(parts => new WantedPreference(parts[0], parts[1], chosen.Contains($"{parts[0]}.{parts[1]}") ? PreferenceSheet.In : PreferenceSheet.Out)).ToList();
        try
        {
            await crm.Send(new SetMyPreferences(wanted, form.ContainsKey("stopAll"), [.. form["withdraw"].OfType<string>().Distinct()], [.. form["renew"].OfType<string>().Distinct()]) { Token = token }, ct);
            return Results.LocalRedirect($"{t.PreferencesPath}{Uri.EscapeDataString(token)}?saved");
        }
        catch (Refusal stale) when (stale.Type == "stale")
        {
            return Show(t, token, await crm.Send(new GetMyPreferences(token), ct), t.ChangedMeanwhile) with { Status = stale.Status };
        }
    }

    private static SitePage Show(Texts t, string token, MyPreferences mine, string? note) => new(t.Language, t.PreferencesTitle, Html.Of($"""
        {(note is null ? Html.Nothing : Html.Of($"<p class=\"note\" role=\"status\">{note}</p>"))}
        <p>{t.PreferencesLead}</p>
        <form method="post">
        <input type="hidden" name="version" value="{mine.Version}">
        {Html.Join(mine.Preferences.GroupBy(choice => choice.Topic).Select(topic => Html.Of($"""
            <fieldset>
            <legend>{t.Topic(topic.Key)}</legend>
            <div class="choices">
            {Html.Join(topic.Select(choice => Choice(t, choice)))}
            </div>
            </fieldset>
            """)))}
        <fieldset>
        <legend>{t.StopTitle}</legend>
        {Box("stopAll", "stopAll", "yes", t.StopAll, mine.StopAll, t.StopAllHint)}
        </fieldset>
        {(mine.Consents.Count == 0 ? Html.Nothing : Html.Of($"""
            <fieldset>
            <legend>{t.ConsentsTitle}</legend>
            <p class="hint">{t.ConsentsHint}</p>
            {Html.Join(mine.Given.Select(consent => Html.Of($"""
                <p>{(consent.Text is { } words ? $"“{words}” " : "")}{t.GivenOn(consent.Since)}</p>
                {Box($"renew-{consent.Purpose}", "renew", consent.Purpose, t.Renew(consent.Purpose), false)}
                {Box($"withdraw-{consent.Purpose}", "withdraw", consent.Purpose, t.Withdraw(consent.Purpose), false)}
                """)))}
            </fieldset>
            """))}
        <button type="submit">{t.Save}</button>
        </form>
        """), t.Twin.PreferencesPath + token);

    private static Html Choice(Texts t, MyChoice choice)
    {
        var purpose = ConsentPurposes.Messages(choice.Channel, choice.Topic);
        return choice.IsBlocked
            ? Html.Of($"<p>{t.Channel(choice.Channel)}: {t.Blocked}</p>")
            : Box(purpose, "in", purpose, t.Channel(choice.Channel), choice.Choice == PreferenceSheet.In) + Html.Of($"<input type=\"hidden\" name=\"offered\" value=\"{purpose}\">");
    }

    private static Html Box(string id, string name, string value, string label, bool isChecked, string? hint = null) => Html.Of($"""
        <div class="choice">
        <input type="checkbox" id="{id}" name="{name}" value="{value}"{(hint is null ? Html.Nothing : Html.Of($" aria-describedby=\"{id}-hint\""))}{(isChecked ? Html.Of($" checked") : Html.Nothing)}>
        <label for="{id}">{label}</label>
        {(hint is null ? Html.Nothing : Html.Of($"<p class=\"hint\" id=\"{id}-hint\">{hint}</p>"))}
        </div>
        """);
}
