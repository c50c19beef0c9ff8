using System.Net;
using System.Net.Http.Headers;
using System.Text.RegularExpressions;
using Karelia.Crm.Kernel;
using Karelia.Crm.Tests.Identity;
using Microsoft.AspNetCore.Mvc.Testing;

namespace Karelia.Crm.Tests.Host;

/// <summary>The host with a built web client of two files.</summary>
[FixtureLifeCycle(LifeCycle.SingleInstance)]
internal sealed class ShellTests
{
    private readonly string folder = Directory.CreateTempSubdirectory("crm-web-").FullName;
    private WebApplicationFactory<Program> host = null!;

    [OneTimeSetUp]
    public async Task Build()
    {
        Directory.CreateDirectory(Path.Combine(folder, "assets"));
        await File.WriteAllTextAsync(Path.Combine(folder, "index.html"), """<meta name="csp-nonce" content="__CSP_NONCE__"><script src="/assets/app-1a2b.js"></script>""");
        await File.WriteAllTextAsync(Path.Combine(folder, "assets", "app-1a2b.js"), string.Concat(Enumerable.Repeat("console.log('crm');\n", 200)));
        host = Crm.Host.WithWebHostBuilder(web => web.UseSetting("WebClient:Root", folder));
    }

    [OneTimeTearDown]
    public async Task Remove()
    {
        await host.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    [TestCase("/")]
    [TestCase("/alumni/0199")]
    public async Task Each_page_carries_a_nonce_of_its_own(string path)
    {
        using var browser = await Browser.SignedIn("leo.lukija", host);

        var (first, second) = (await Nonce(browser, path), await Nonce(browser, path));

        Assert.That(first, Is.Not.EqualTo(second));
    }

    [TestCase("/signed-out")]
    [TestCase("/sign-in-problem?why=no-access")]
    public async Task People_without_a_session_get_their_two_pages(string path)
    {
        using var browser = new Browser(host);

        Assert.That(await Nonce(browser, path), Is.Not.Empty);
    }

    [Test]
    public async Task The_page_is_never_given_without_its_nonce()
    {
        using var browser = await Browser.SignedIn("leo.lukija", host);

        Assert.That((await browser.Http.GetAsync("/index.html")).StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
    }

    [Test]
    public async Task Built_files_are_kept_for_ever_and_need_no_session()
    {
        using var browser = new Browser(host);

        var answer = await browser.Http.GetAsync("/assets/app-1a2b.js");

        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(answer.Headers.CacheControl!.ToString(), Is.EqualTo("public, max-age=31536000, immutable"));
    }

    [Test]
    public async Task Files_travel_compressed()
    {
        using var browser = new Browser(host);

        var answer = await browser.Send(HttpMethod.Get, "/assets/app-1a2b.js", null, ("Accept-Encoding", "gzip, br"));

        Assert.That(answer.Content.Headers.ContentEncoding, Is.EqualTo(new[] { "br" }));
    }

    [Test]
    public async Task A_missing_file_is_no_page()
    {
        using var browser = await Browser.SignedIn("leo.lukija", host);

        Assert.That(await Problem.Of(await browser.Http.GetAsync("/assets/app-old.js")), Is.EqualTo((404, "/problems/address-unknown")));
    }

    [TestCase("/api/v1/nothing")]
    [TestCase("/api/v2/me")]
    [TestCase("/api")]
    public async Task An_unknown_address_of_the_api_is_a_problem(string path)
    {
        Assert.That(await Problem.Of(await Crm.As(Role.Reader).GetAsync(path)), Is.EqualTo((404, "/problems/address-unknown")));
        Assert.That(await Problem.Of(await Crm.Anonymous().GetAsync(path)), Is.EqualTo((401, "/problems/not-signed-in")));
    }

    [Test]
    public async Task An_unknown_method_is_a_problem() =>
        Assert.That(await Problem.Of(await Crm.As(Role.Reader).DeleteAsync("/api/v1/me")), Is.EqualTo((405, "/problems/method-unknown")));

    [Test]
    public async Task Another_content_type_is_a_problem() =>
        Assert.That(await Problem.Of(await Crm.As(Role.CustomerManager).PostAsync("/api/v1/contacts", new StringContent("lastName=x"))), Is.EqualTo((415, "/problems/media-type")));

    [Test]
    public async Task A_page_of_ours_is_only_read()
    {
        using var browser = await Browser.SignedIn("leo.lukija", host);

        Assert.That((await browser.Send(HttpMethod.Post, "/alumni")).StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
    }

    [TestCase("/api/v1/me")]
    [TestCase("/signed-out")]
    [TestCase("/health/live")]
    [TestCase("/nothing")]
    public async Task Each_answer_carries_the_headers_that_protect(string path)
    {
        var headers = (await Crm.Anonymous().GetAsync(path)).Headers;

        Assert.That(headers.GetValues("X-Content-Type-Options").Single(), Is.EqualTo("nosniff"));
        Assert.That(headers.GetValues("Referrer-Policy").Single(), Is.EqualTo("same-origin"));
        Assert.That(headers.GetValues("Content-Security-Policy").Single(), Does.StartWith("default-src 'self'").And.Contain("frame-ancestors 'none'").And.Not.Contain("unsafe"));
    }

    [Test]
    public async Task What_is_about_people_stays_out_of_caches() =>
        Assert.That((await Crm.As(Role.Reader).GetAsync("/api/v1/me")).Headers.CacheControl!.NoStore, Is.True);

    [Test]
    public async Task Too_many_requests_of_one_caller_wait_and_others_do_not()
    {
        await using var slow = Crm.Host.WithWebHostBuilder(web => web.UseSetting("RateLimits:PerSecond", "3"));
        HttpClient As(string client)
        {
            var http = slow.CreateClient(new() { BaseAddress = new("https://localhost") });
            http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", Crm.Issuer.Token(client));
            return http;
        }

        var answers = await Task.WhenAll(Enumerable.Range(0, 30).Select(_ => As("crm-reader").GetAsync("/api/v1/me")));
        var refused = answers.First(answer => answer.StatusCode == HttpStatusCode.TooManyRequests);

        Assert.That(refused.Headers.RetryAfter!.ToString(), Is.EqualTo("1"));
        Assert.That(await Problem.Of(refused), Is.EqualTo((429, "/problems/too-many-requests")));
        Assert.That((await As("crm-sales").GetAsync("/api/v1/me")).StatusCode, Is.EqualTo(HttpStatusCode.OK));
    }

    [TestCase("/health/live", "live")]
    [TestCase("/health/ready", "ready")]
    public async Task Those_who_run_it_see_that_it_lives(string path, string text) =>
        Assert.That(await Crm.Anonymous().GetStringAsync(path), Is.EqualTo(text));

    [TestCase("/metrics")]
    [TestCase("/swagger/../appsettings.json")]
    [TestCase("/.env")]
    public async Task Nothing_else_is_open(string path) =>
        Assert.That((int)(await Crm.Anonymous().GetAsync(path)).StatusCode, Is.EqualTo(401).Or.EqualTo(404));

    private static async Task<string> Nonce(Browser browser, string path)
    {
        var answer = await browser.Http.GetAsync(path);
        var html = await answer.Content.ReadAsStringAsync();
        var nonce = Regex.Match(html, "content=\"([^\"]+)\"").Groups[1].Value;
        Assert.That(answer.Headers.GetValues("Content-Security-Policy").Single(), Does.Contain($"style-src 'self' 'nonce-{nonce}'"));
        Assert.That(answer.Headers.CacheControl!.NoCache, Is.True);
        return nonce;
    }
}
