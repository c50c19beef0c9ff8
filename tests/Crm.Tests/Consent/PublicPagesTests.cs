using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Karelia.Crm.Tests.Identity;

namespace Karelia.Crm.Tests.Consent;

/// <summary>What holds for every page and operation without sign-in: limits, who one is there, what is refused.</summary>
internal sealed class PublicPagesTests
{
    private readonly Audience people = new();
    private readonly HttpClient anyone = Crm.Anonymous();

    [Test]
    public async Task Who_asks_too_often_waits_known_or_not()
    {
        await using var strict = Crm.Host.WithWebHostBuilder(web => web.UseSetting("RateLimits:PublicPerAddress", "2").UseSetting("Database:Migrate", "false"));
        using var client = strict.CreateClient(new() { BaseAddress = new("https://localhost"), AllowAutoRedirect = false, HandleCookies = false });
        var (known, unknown) = (Audience.AnAddress(), Audience.AnAddress());
        await people.Person(known);
        var answers = new List<string>();
        foreach (var email in new[] { known, unknown })
        {
            Assert.That((await client.PostAsJsonAsync("/api/v1/public/deletion-requests", PublicRequestTests.Asks(email))).StatusCode, Is.EqualTo(HttpStatusCode.Accepted));
            Assert.That((await client.PostAsync("/poistopyynto", PublicRequestTests.Form(email))).StatusCode, Is.EqualTo(HttpStatusCode.Redirect));
            var refused = await client.PostAsJsonAsync("/api/v1/public/deletion-requests", PublicRequestTests.Asks(email));
            Assert.That(refused.Headers.RetryAfter!.Delta, Is.GreaterThan(TimeSpan.FromMinutes(30)).And.LessThanOrEqualTo(TimeSpan.FromHours(1)));
            var problem = await refused.Content.ReadFromJsonAsync<JsonElement>();
            answers.Add($"{problem.GetProperty("type")} {problem.GetProperty("detail")}");
            var page = await client.PostAsync("/en/deletion-request", PublicRequestTests.Form(email));
            Assert.That((page.StatusCode, page.Content.Headers.ContentType!.MediaType), Is.EqualTo((HttpStatusCode.TooManyRequests, "text/html")));
            PublicRequestTests.Protects(page);
            Assert.That(await Sql.Value<long>("select count(*) from consent.public_requests where email = $1", email), Is.EqualTo(2));
        }

        Assert.That(answers.Distinct(), Is.EqualTo(new[] { "/problems/too-many-requests Many requests were made for this address. Wait and go on then." }));
    }

    [Test]
    public async Task One_address_of_the_net_sends_so_many_forms_a_minute_and_may_still_read()
    {
        await using var strict = Crm.Host.WithWebHostBuilder(web => web.UseSetting("RateLimits:PublicPerMinute", "2").UseSetting("Database:Migrate", "false"));
        using var client = strict.CreateClient(new() { BaseAddress = new("https://localhost"), AllowAutoRedirect = false, HandleCookies = false });
        for (var i = 0; i < 2; i++)
            Assert.That((await client.PostAsync("/poistopyynto", PublicRequestTests.Form(Audience.AnAddress()))).StatusCode, Is.EqualTo(HttpStatusCode.Redirect));

        var refused = await client.PostAsync("/poistopyynto", PublicRequestTests.Form(Audience.AnAddress()));

        Assert.That((refused.StatusCode, refused.Content.Headers.ContentType!.MediaType), Is.EqualTo((HttpStatusCode.TooManyRequests, "text/html")));
        Assert.That(refused.Headers.RetryAfter!.Delta, Is.GreaterThan(TimeSpan.Zero).And.LessThanOrEqualTo(TimeSpan.FromMinutes(1)));
        Assert.That(await Problem.Of(await client.PostAsJsonAsync("/api/v1/public/deletion-requests", PublicRequestTests.Asks(Audience.AnAddress()))), Is.EqualTo((429, "/problems/too-many-requests")));
        Assert.That((await client.GetAsync("/poistopyynto")).StatusCode, Is.EqualTo(HttpStatusCode.OK));
    }

    [Test]
    public async Task A_member_of_staff_is_nobody_on_these_pages()
    {
        using var browser = await Browser.SignedIn("leo.lukija");
        var email = Audience.AnAddress();

        var sent = await browser.Http.PostAsync("/poistopyynto", PublicRequestTests.Form(email));

        Assert.That(sent.StatusCode, Is.EqualTo(HttpStatusCode.Redirect), "no header that a plain form cannot send is asked for");
        PublicRequestTests.Protects(sent);
        Assert.That((await browser.Http.PostAsync(await Post.LinkTo(email), null)).StatusCode, Is.EqualTo(HttpStatusCode.OK));
    }

    [Test]
    public async Task What_is_no_form_or_too_large_is_refused_as_a_page()
    {
        var json = await anyone.PostAsJsonAsync("/poistopyynto", PublicRequestTests.Asks(Audience.AnAddress()));
        var large = await anyone.PostAsync("/poistopyynto", new FormUrlEncodedContent([new("message", new string('a', 70_000))]));
        var many = await anyone.PostAsync("/poistopyynto", new FormUrlEncodedContent(Enumerable.Range(0, 200).Select(i => new KeyValuePair<string, string>($"f{i}", "x"))));

        Assert.That(((int)json.StatusCode, (int)large.StatusCode, (int)many.StatusCode), Is.EqualTo((415, 413, 400)));
        foreach (var answer in new[] { json, large, many })
            PublicRequestTests.Protects(answer);
    }

    [Test]
    public async Task Feedback_on_accessibility_is_mailed()
    {
        var text = $"Painike {Guid.CreateVersion7():n} ei toimi";
        Assert.That((await anyone.PostAsync("/saavutettavuus", new FormUrlEncodedContent([]))).StatusCode, Is.EqualTo(HttpStatusCode.UnprocessableEntity));

        var sent = await anyone.PostAsync("/saavutettavuus", new FormUrlEncodedContent([new("message", text), new("email", "")]));

        Assert.That(sent.Headers.Location?.OriginalString, Is.EqualTo("/saavutettavuus/kiitos"));
        for (var count = 1; !(await Post.To("feedback@example.com", count)).Text.Contains(text, StringComparison.Ordinal); count++)
            Assert.That(count, Is.LessThan(20));
    }

    [TestCase("/poistopyynto", "fi", "/en/deletion-request")]
    [TestCase("/en/accessibility", "en", "/saavutettavuus")]
    [TestCase("/vahvistus/abc", "fi", "/en/confirmation/abc")]
    public async Task Each_page_says_its_language_and_leads_to_its_twin(string path, string language, string twin)
    {
        var html = await anyone.GetStringAsync(path);

        Assert.That(html, Does.Contain($"<html lang=\"{language}\">").And.Contain($"href=\"{twin}\"").And.Contain("<h1>").And.Contain("href=\"#content\""));
    }

    [Test]
    public async Task The_style_sheet_is_ours_and_the_only_file()
    {
        var answer = await anyone.GetAsync("/pages.css");

        Assert.That((answer.StatusCode, answer.Content.Headers.ContentType!.MediaType), Is.EqualTo((HttpStatusCode.OK, "text/css")));
        Assert.That(await anyone.GetStringAsync("/poistopyynto"), Does.Not.Contain("style=").And.Not.Contain("<script").And.Not.Contain("http"));
    }
}
