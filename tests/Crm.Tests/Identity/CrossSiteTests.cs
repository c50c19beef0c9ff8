namespace Karelia.Crm.Tests.Identity;

internal sealed class CrossSiteTests
{
    [Test]
    public async Task Our_own_page_may_change_things()
    {
        using var browser = await Browser.SignedIn("leo.lukija");

        var answer = await SetLanguage(browser, ("X-CSRF", "1"), ("Sec-Fetch-Site", "same-origin"), ("Origin", "https://localhost"));

        Assert.That((int)answer.StatusCode, Is.EqualTo(200));
    }

    [TestCase(null, null, null)]
    [TestCase("0", null, null)]
    [TestCase(null, "same-origin", "https://localhost")]
    [TestCase("1", "same-site", null)]
    [TestCase("1", "cross-site", null)]
    [TestCase("1", "none", null)]
    [TestCase("1", null, "https://evil.example")]
    [TestCase("1", null, "https://localhost:5302")]
    [TestCase("1", null, "http://localhost")]
    [TestCase("1", null, "null")]
    public async Task Another_page_may_not(string? header, string? site, string? origin)
    {
        using var browser = await Browser.SignedIn("leo.lukija");
        (string Name, string? Value)[] headers = [("Accept", "*/*"), ("X-CSRF", header), ("Sec-Fetch-Site", site), ("Origin", origin)];

        var answer = await SetLanguage(browser, [.. headers.Where(h => h.Value is not null).Select(h => (h.Name, h.Value!))]);

        Assert.That(await Problem.Of(answer), Is.EqualTo((403, "/problems/cross-site")));
    }

    [Test]
    public async Task A_bad_token_is_no_forgery()
    {
        using var browser = await Browser.SignedIn("leo.lukija");

        var answer = await SetLanguage(browser, ("Authorization", "Bearer garbage"));

        Assert.That(await Problem.Of(answer), Is.EqualTo((401, "/problems/not-signed-in")));
    }

    [Test]
    public async Task Without_a_session_there_is_nothing_to_forge()
    {
        using var browser = new Browser();

        Assert.That(await Problem.Of(await SetLanguage(browser, ("Accept", "*/*"))), Is.EqualTo((401, "/problems/not-signed-in")));
    }

    private static Task<HttpResponseMessage> SetLanguage(Browser browser, params (string Name, string Value)[] headers) =>
        browser.Send(HttpMethod.Put, "/api/v1/me/language", new { language = "fi" }, headers);
}
