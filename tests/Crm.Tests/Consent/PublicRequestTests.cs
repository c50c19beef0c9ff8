using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Karelia.Crm.Consent.Public;
using Karelia.Crm.Tests.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace Karelia.Crm.Tests.Consent;

/// <summary>The deletion request of people who have no account: the form, the mail, the confirmation.</summary>
internal sealed class PublicRequestTests
{
    private readonly Audience people = new();
    private readonly HttpClient anyone = Crm.Anonymous();

    [Test]
    public async Task Known_and_unknown_people_get_the_same_bytes_after_the_same_work()
    {
        var (bodies, work, times) = (new HashSet<string>(), new HashSet<string>(), new Dictionary<bool, List<double>> { [true] = [], [false] = [] });
        using var watch = new SqlWatch();
        for (var pair = 0; pair < 200; pair++)
        {
            foreach (var isKnown in pair % 2 == 0 ? new[] { true, false } : [false, true])
            {
                var email = Audience.AnAddress();
                if (isKnown)
                    await people.Willing("newsletter", email);
                using var request = new HttpRequestMessage(HttpMethod.Post, pair % 4 < 2 ? "/api/v1/public/deletion-requests" : "/poistopyynto");
                request.Content = pair % 4 < 2 ? JsonContent.Create(Asks(email)) : Form(email);
                var trace = watch.Follow(request);
                var start = Stopwatch.GetTimestamp();
                using var answer = await anyone.SendAsync(request);
                times[isKnown].Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
                bodies.Add($"{pair % 4 < 2} {(int)answer.StatusCode} {answer.Headers}{answer.Content.Headers}{await answer.Content.ReadAsStringAsync()}");
                work.Add(string.Join("\n", watch.Of(trace)));
            }
        }

        await TestContext.Out.WriteLineAsync($"{work.Single()}\nmedian ms: known {Median(times[true]):0.00}, unknown {Median(times[false]):0.00} (for people to look at: a figure, no rule)");
        // One answer of the interface, one of the page; one list of statements.
        Assert.That(bodies, Has.Count.EqualTo(2));
        Assert.That(work, Has.Count.EqualTo(1));
        Assert.That(work.Single().ToLowerInvariant().Split("insert into").Length - 1, Is.EqualTo(5), "the request, its mail, its link and what the audit says of the link");
        Assert.That(work.Single(), Does.Not.Contain("accounts."), "nobody is looked for");

        static double Median(List<double> times) => times.Order().ElementAt(times.Count / 2);
    }

    [TestCase("/poistopyynto", "/poistopyynto/kiitos", "/vahvistus/")]
    [TestCase("/en/deletion-request", "/en/deletion-request/thank-you", "/en/confirmation/")]
    public async Task The_form_works_as_a_plain_post_and_what_the_link_shows_acts_only_when_posted(string page, string thanks, string confirmation)
    {
        var email = Audience.AnAddress();
        var person = await people.Person(email);
        var form = await anyone.GetAsync(page);
        Assert.That(await form.Content.ReadAsStringAsync(), Does.Contain("<form method=\"post\"").And.Not.Contain("<script"));
        Protects(form);

        var sent = await anyone.PostAsync(page, Form(email));
        Assert.That((sent.StatusCode, sent.Headers.Location?.OriginalString), Is.EqualTo((HttpStatusCode.Redirect, thanks)));
        Protects(await anyone.GetAsync(thanks));
        var link = await Post.LinkTo(email);
        Assert.That(link, Does.StartWith(confirmation));

        var before = await Rows();
        for (var i = 0; i < 3; i++)
            Protects(await anyone.GetAsync(link));
        Assert.That(await Rows(), Is.EqualTo(before));
        Assert.That(await Requests(email), Is.Empty);

        var confirmed = await anyone.PostAsync(link, null);
        Protects(confirmed);
        Assert.That(confirmed.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(await Requests(email), Is.EqualTo(new[] { ("erasure", "public", (Guid?)person) }));
        Assert.That(await Sql.Value<long>("select count(*) from consent.public_requests where email = $1", email), Is.Zero, "it stands at the desk now, and there alone");

        Task<string> Rows() => Sql.Value<string>(
            "select concat((select count(*) from consent.public_requests where email = $1), (select count(used_at) from consent.links l join consent.public_requests r on r.id = l.subject_id where r.email = $1))", email);
    }

    [Test]
    public async Task A_link_holds_once_and_using_it_again_is_harmless()
    {
        var (email, token) = await Asked("all");

        Assert.That(await State(token), Is.EqualTo("confirmed"));
        Assert.That(await State(token), Is.EqualTo("already-confirmed"));
        Assert.That((await anyone.PostAsync($"/vahvistus/{token}", null)).StatusCode, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(await Requests(email), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Of_ten_at_the_same_moment_one_confirms()
    {
        var (email, token) = await Asked("all");

        var states = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => State(token)));

        Assert.That(states.Order(), Is.EqualTo(Enumerable.Repeat("already-confirmed", 9).Append("confirmed")));
        Assert.That(await Requests(email), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task A_link_expires_and_an_unknown_one_is_unknown()
    {
        var (email, token) = await Asked("all");
        await Sql.Run("update consent.links l set expires_at = now() - interval '1 second' from consent.public_requests r where r.id = l.subject_id and r.email = $1", email);

        Assert.That(await Problem.Of(await Confirm(token)), Is.EqualTo((409, "/problems/link-expired")));
        Assert.That(await Problem.Of(await Confirm("x" + token)), Is.EqualTo((404, "/problems/unknown")));
        var page = await anyone.PostAsync($"/en/confirmation/{token}", null);
        Assert.That(page.StatusCode, Is.EqualTo(HttpStatusCode.Conflict));
        Assert.That(await page.Content.ReadAsStringAsync(), Does.Contain("The link has expired"));
        Protects(page);
        Assert.That(await Requests(email), Is.Empty);
        var life = await Sql.Value<TimeSpan>("select max(expires_at - made_at) from consent.links where purpose = 'confirmation' and expires_at > now()");
        Assert.That(life, Is.EqualTo(TimeSpan.FromHours(48)));
    }

    [Test]
    public async Task Who_wants_no_newsletter_gets_none_from_the_confirmation_on()
    {
        var email = Audience.AnAddress();
        var (willing, silent) = (await people.Willing("newsletter", email), await people.Person(email));
        var token = (await Asked("newsletter", email)).Token;
        Assert.That(await people.Standing(willing, "email.newsletter"), Is.EqualTo("given"));

        Assert.That(await State(token), Is.EqualTo("confirmed"));

        Assert.That(await people.Standing(willing, "email.newsletter"), Is.EqualTo("withdrawn"));
        Assert.That(await people.Standing(silent, "email.newsletter"), Is.EqualTo("refused"));
        Assert.That(await Requests(email), Is.Empty, "it is done: nobody needs to decide it");
    }

    [TestCase("newsletter", "withdrawal")]
    [TestCase("correction", "rectification")]
    [TestCase("all", "erasure")]
    public async Task What_an_unknown_address_asks_for_goes_to_the_officer(string scope, string kind)
    {
        var (email, token) = await Asked(scope);

        Assert.That(await State(token), Is.EqualTo("confirmed"));

        Assert.That(await Requests(email), Is.EqualTo(new[] { (kind, "public", (Guid?)null) }));
    }

    [Test]
    public async Task Faults_are_said_at_their_fields_and_above_and_nothing_is_lost()
    {
        var answer = await anyone.PostAsync("/en/deletion-request", new FormUrlEncodedContent([new("firstName", "\"><script>alert(1)</script>"), new("email", "nobody"), new("graduationYear", "long ago"), new("message", "010190-123A")]));
        var html = await answer.Content.ReadAsStringAsync();

        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.UnprocessableEntity));
        Assert.That(html, Does.Contain("<title>Error: ").And.Contain("role=\"alert\"").And.Not.Contain("<script"));
        Assert.That(html, Does.Contain("value=\"&quot;&gt;&lt;script&gt;").And.Contain("value=\"nobody\"").And.Contain("value=\"long ago\""));
        foreach (var field in new[] { "scope", "lastName", "email", "graduationYear", "message" })
            Assert.That(html, Does.Contain($"<a href=\"#{field}\">").And.Contain($"id=\"{field}\"").And.Contain($"id=\"{field}-fault\""), field);
        Assert.That(html, Does.Contain("aria-describedby=\"email-hint email-fault\" aria-invalid=\"true\""));
        Protects(answer);
    }

    [Test]
    public async Task The_mail_holds_nothing_that_the_form_said()
    {
        var email = Audience.AnAddress();
        await Read(await anyone.PostAsJsonAsync("/api/v1/public/deletion-requests", new { firstName = "Kanarialintu", lastName = "Osta-halvalla", email = email.ToUpperInvariant(), scope = "all", language = "en", message = "visit evil.example" }));

        var (subject, text) = await Post.To(email);

        Assert.That(subject, Is.EqualTo("Confirm your request"));
        Assert.That(text, Does.Not.Contain("Kanarialintu").And.Not.Contain("halvalla").And.Not.Contain("evil").And.Contain("https://localhost/en/confirmation/"));
        Assert.That(await Sql.Value<long>("select count(*) from kernel.audit_values where payload::text like '%Kanarialintu%' or payload::text ilike '%' || $1 || '%'", email), Is.Zero, "nor does the audit");
    }

    [Test]
    public async Task Unconfirmed_requests_are_forgotten_after_seven_days()
    {
        var ((old, _), (young, _)) = (await Asked("all"), await Asked("all"));
        await Sql.Run("update consent.links l set expires_at = now() - interval '8 days' from consent.public_requests r where r.id = l.subject_id and r.email = $1", old);
        await Sql.Run("update consent.public_requests set received_at = case email when $1 then now() - interval '169 hours' else now() - interval '167 hours' end where email in ($1, $2)", old, young);
        var oldLink = Post.TokenOf(await Post.LinkTo(old));

        await Crm.Services.GetRequiredService<PublicPurge>().Run(default);

        Assert.That(await Sql.Value<long>("select count(*) from consent.public_requests where email = $1", old), Is.Zero);
        Assert.That(await Sql.Value<long>("select count(*) from consent.public_requests where email = $1", young), Is.EqualTo(1));
        Assert.That(await Problem.Of(await Confirm(oldLink)), Is.EqualTo((404, "/problems/unknown")));
    }

    internal static object Asks(string email, string scope = "all") => new { firstName = "Aino", lastName = "Esimerkki", formerLastName = "Malli", email, graduationYear = 2015, scope, language = "fi", message = "Kiitos" };

    internal static FormUrlEncodedContent Form(string email) =>
        new([new("scope", "all"), new("firstName", "Aino"), new("lastName", "Esimerkki"), new("formerLastName", "Malli"), new("email", email), new("graduationYear", "2015"), new("message", "Kiitos")]);

    /// <summary>No cookie, no cache, no script, no way out to other sites.</summary>
    internal static void Protects(HttpResponseMessage answer)
    {
        Assert.That(answer.Headers.Contains("Set-Cookie"), Is.False);
        if (answer.StatusCode == HttpStatusCode.Redirect)
            return;
        Assert.That(answer.Content.Headers.ContentType!.ToString(), Is.EqualTo("text/html; charset=utf-8"));
        Assert.That(answer.Headers.CacheControl!.NoStore, Is.True);
        Assert.That(answer.Headers.GetValues("Referrer-Policy").Single(), Is.EqualTo("no-referrer"));
        Assert.That(answer.Headers.GetValues("X-Content-Type-Options").Single(), Is.EqualTo("nosniff"));
        Assert.That(answer.Headers.GetValues("Content-Security-Policy").Single(), Is.EqualTo("default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"));
        var path = answer.RequestMessage!.RequestUri!.AbsolutePath;
        if (path.Contains("vahvistus", StringComparison.Ordinal) || path.Contains("confirmation", StringComparison.Ordinal) || path.Contains("viestit", StringComparison.Ordinal))
            Assert.That(answer.Headers.GetValues("X-Robots-Tag").Single(), Does.Contain("noindex"));
    }

    private async Task<(string Email, string Token)> Asked(string scope, string? email = null)
    {
        email ??= Audience.AnAddress();
        await Read(await anyone.PostAsJsonAsync("/api/v1/public/deletion-requests", Asks(email, scope)));
        return (email, Post.TokenOf(await Post.LinkTo(email)));
    }

    private Task<HttpResponseMessage> Confirm(string token) => anyone.PostAsync($"/api/v1/public/confirmations/{token}", null);

    private async Task<string?> State(string token) => (await Read(await Confirm(token))).GetProperty("state").GetString();

    private static async Task<JsonElement> Read(HttpResponseMessage answer)
    {
        Assert.That(answer.IsSuccessStatusCode, $"{(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }

    private static async Task<List<(string Kind, string Channel, Guid? Contact)>> Requests(string email)
    {
        await using var command = Crm.Database.CreateCommand("select kind, channel, contact_id from consent.requests where email = $1");
        command.Parameters.Add(new() { Value = email });
        await using var rows = await command.ExecuteReaderAsync();
        var requests = new List<(string, string, Guid?)>();
        while (await rows.ReadAsync())
            requests.Add((rows.GetString(0), rows.GetString(1), rows.IsDBNull(2) ? null : rows.GetGuid(2)));
        return requests;
    }
}
