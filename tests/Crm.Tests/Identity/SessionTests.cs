using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace Karelia.Crm.Tests.Identity;

internal sealed class SessionTests
{
    [Test]
    public async Task A_person_signs_in_and_is_known()
    {
        using var browser = new Browser();

        var answer = await browser.SignIn("alma.keksitty", "/alumni?x=1#h");
        var me = await browser.Http.GetFromJsonAsync<JsonElement>("/api/v1/me");

        Assert.That(answer.Headers.Location!.OriginalString, Is.EqualTo("/alumni?x=1#h"));
        Assert.That(me.GetProperty("user").GetProperty("name").GetString(), Is.EqualTo("Alma Keksitty"));
        Assert.That(
            me.GetProperty("roles").EnumerateArray().Select(role => role.GetString()),
            Is.EqualTo(new[] { "Crm.AlumniCoordinator", "Crm.Communications", "Crm.Reader" }));
    }

    [Test]
    public async Task The_cookie_is_out_of_reach_of_scripts_and_other_sites()
    {
        using var browser = new Browser();

        var cookie = (await browser.SignIn("leo.lukija")).Headers.GetValues("Set-Cookie").Single(set => set.StartsWith("__Host-crm=", StringComparison.Ordinal));

        Assert.That(cookie.Split(';').Skip(1).Select(part => part.Trim()), Is.EquivalentTo(new[] { "path=/", "secure", "samesite=lax", "httponly" }));
    }

    [Test]
    public async Task The_web_client_learns_who_it_is_and_until_when()
    {
        using var browser = await Browser.SignedIn("viivi.malli");

        var answer = await browser.Http.GetAsync("/bff/user");
        var user = await answer.Content.ReadFromJsonAsync<JsonElement>();

        Assert.That(answer.Headers.CacheControl!.NoStore, Is.True);
        Assert.That(user.GetProperty("name").GetString(), Is.EqualTo("Viivi Malli"));
        Assert.That(user.GetProperty("expires").GetDateTimeOffset(), Is.GreaterThan(DateTimeOffset.UtcNow.AddMinutes(25)));
    }

    [TestCase("//evil.example")]
    [TestCase("https://evil.example")]
    [TestCase("/\\evil.example")]
    [TestCase("\\evil.example")]
    [TestCase("/\t/evil.example")]
    [TestCase("javascript:alert(1)")]
    [TestCase("~/x")]
    [TestCase("/bff/logout")]
    [TestCase("")]
    public async Task Sign_in_never_leads_elsewhere(string returnUrl)
    {
        using var browser = new Browser();

        var answer = await browser.SignIn("leo.lukija", returnUrl);

        Assert.That(answer.Headers.Location!.OriginalString, Is.EqualTo("/"));
    }

    [Test]
    public async Task Signing_in_over_a_session_ends_it_and_begins_another()
    {
        using var browser = await Browser.SignedIn("aino.esimerkki");
        var planted = browser.Session;

        await browser.SignIn("manu.myynti");
        using var attacker = new Browser { Session = planted };

        Assert.That(await NameIn(browser), Is.EqualTo("Manu Myynti"));
        Assert.That((await attacker.Http.GetAsync("/bff/user")).StatusCode, Is.EqualTo(HttpStatusCode.Unauthorized));
    }

    [Test]
    public async Task Signing_out_ends_the_session_and_says_where_to_sign_out_too()
    {
        using var browser = await Browser.SignedIn("outi.osaaja");
        var old = browser.Session;

        var answer = await browser.Send(HttpMethod.Post, "/bff/logout");
        var location = (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("location").GetString();
        using var replay = new Browser { Session = old };

        Assert.That(location, Does.StartWith($"http://127.0.0.1:{Crm.Issuer.Port}/").And.Contain("post_logout_redirect_uri"));
        Assert.That(browser.Session, Is.Null);
        Assert.That(await Problem.Of(await replay.Http.GetAsync("/api/v1/me")), Is.EqualTo((401, "/problems/session-ended")));
    }

    [Test]
    public async Task A_sessions_end_in_the_database_counts_at_the_next_request()
    {
        using var browser = await Browser.SignedIn("kaisu.kumppani");
        Assert.That(await NameIn(browser), Is.EqualTo("Kaisu Kumppani"));

        await Sql.Run("delete from administration.auth_sessions s using administration.users u where u.id = s.user_id and u.name = 'Kaisu Kumppani'");
        await Task.Delay(100);

        Assert.That((await browser.Http.GetAsync("/bff/user")).StatusCode, Is.EqualTo(HttpStatusCode.Unauthorized));
    }

    [TestCase("expires_at")]
    [TestCase("ends_at")]
    public async Task A_session_past_its_time_is_over(string limit)
    {
        using var browser = await Browser.SignedIn("tuire.tietosuoja");

        await Sql.Run($"update administration.auth_sessions set {limit} = now() - interval '1 second' where user_id = (select id from administration.users where name = 'Tuire Tietosuoja')");

        Assert.That((await browser.Http.GetAsync("/bff/user")).StatusCode, Is.EqualTo(HttpStatusCode.Unauthorized));
    }

    [Test]
    public async Task Polling_does_not_keep_a_session_and_work_does_until_its_longest_time()
    {
        await using var hasty = Crm.Host.WithWebHostBuilder(web =>
        {
            web.UseSetting("Sessions:Idle", "00:00:04");
            web.UseSetting("Sessions:Longest", "00:00:06");
        });
        using var browser = await Browser.SignedIn("leo.lukija", hasty);
        await Task.Delay(2200);

        var polled = await browser.Send(HttpMethod.Get, "/bff/user", null, ("X-Background", "1"));
        var worked = await browser.Http.GetAsync("/bff/user");
        await Task.Delay(2300);
        var kept = await browser.Http.GetAsync("/bff/user");
        await Task.Delay(1700);

        Assert.That(polled.Headers.Contains("Set-Cookie"), Is.False);
        Assert.That(worked.Headers.Contains("Set-Cookie"), Is.True);
        Assert.That(kept.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        Assert.That((await browser.Http.GetAsync("/bff/user")).StatusCode, Is.EqualTo(HttpStatusCode.Unauthorized));
    }

    [Test]
    public async Task Somebody_without_a_role_stays_outside()
    {
        using var browser = new Browser();

        var answer = await browser.SignIn("nelli.nimeton");

        Assert.That(answer.Headers.Location!.OriginalString, Is.EqualTo("/sign-in-problem?why=no-access"));
        Assert.That(browser.Session, Is.Null);
    }

    [Test]
    public async Task Cancelling_leads_to_a_page_that_says_so()
    {
        using var browser = new Browser();

        var answer = await browser.SignIn("cancel");

        Assert.That(answer.Headers.Location!.OriginalString, Is.EqualTo("/sign-in-problem?why=cancelled"));
    }

    [TestCase("/signin-oidc")]
    [TestCase("/signin-oidc?code=x&state=y")]
    [TestCase("/signin-oidc?error=server_error&state=forged")]
    public async Task A_forged_callback_leads_to_the_problem_page(string callback)
    {
        using var browser = new Browser();

        var answer = await browser.Http.GetAsync(callback);

        Assert.That(answer.Headers.Location!.OriginalString, Does.StartWith("/sign-in-problem?why="));
    }

    [Test]
    public async Task A_page_leads_to_sign_in_and_a_script_is_told()
    {
        using var browser = new Browser();

        var page = await browser.Send(HttpMethod.Get, "/contacts?q=a", null, ("Sec-Fetch-Dest", "document"));
        var script = await browser.Send(HttpMethod.Get, "/contacts?q=a", null, ("Sec-Fetch-Dest", "empty"));
        var api = await browser.Send(HttpMethod.Get, "/api/v1/me", null, ("Accept", "text/html"));

        Assert.That(page.Headers.Location?.OriginalString, Is.EqualTo("/bff/login?returnUrl=%2Fcontacts%3Fq%3Da"));
        Assert.That(await Problem.Of(script), Is.EqualTo((401, "/problems/not-signed-in")));
        Assert.That(await Problem.Of(api), Is.EqualTo((401, "/problems/not-signed-in")));
    }

    [Test]
    public async Task A_sign_in_is_in_the_audit_log()
    {
        using var browser = await Browser.SignedIn("outi.osaaja");

        var entries = await Sql.Value<long>("select count(*) from kernel.audit_entries where kind = 'sign-in' and user_name = 'Outi Osaaja'");

        Assert.That(entries, Is.GreaterThan(0));
    }

    private static async Task<string?> NameIn(Browser browser) =>
        (await browser.Http.GetFromJsonAsync<JsonElement>("/bff/user")).GetProperty("name").GetString();
}
