using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using Karelia.Crm.Kernel;
using Karelia.Crm.Tests.Identity;

namespace Karelia.Crm.Tests.Consent;

/// <summary>A person's own page: its choices and consents, by a link that staff let send.</summary>
internal sealed partial class OwnPreferencesTests
{
    private readonly Audience people = new();
    private readonly HttpClient anyone = Crm.Anonymous();

    [Test]
    public async Task Staff_let_send_the_link_and_see_neither_it_nor_its_token()
    {
        var (person, token) = await Linked();

        Assert.That(await Sql.Value<long>("select count(*) from consent.links where encode(token_hash, 'escape') = $1 or encode(token_hash, 'hex') = $1", token), Is.Zero);
        Assert.That(await Sql.Value<long>("select count(*) from kernel.audit_values where payload::text like '%' || $1 || '%'", token), Is.Zero);
        Assert.That(await Sql.Value<long>("select count(*) from kernel.outgoing where contact_id = $1 or text like '%' || $2 || '%'", person, token), Is.Zero, "forgotten once it is sent");
        Assert.That((await people.Officer.PostAsync($"/api/v1/contacts/{await people.Person(email: null)}/preference-link", null)).StatusCode, Is.EqualTo(HttpStatusCode.Conflict));
    }

    [Test]
    public async Task Looking_changes_nothing()
    {
        var (person, token) = await Linked();
        var before = await Rows();

        await Mine(token);
        var page = await anyone.GetAsync($"/viestit/{token}");
        PublicRequestTests.Protects(page);

        Assert.That(page.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(await Rows(), Is.EqualTo(before));

        Task<string> Rows() => Sql.Value<string>("""
            select concat((select count(*) from consent.events where contact_id = $1), '-', (select count(*) from consent.blocks where contact_id = $1), '-',
                          (select string_agg(l::text, '') from consent.links l where subject_id = $1), '-', (select count(*) from kernel.audit_entries where $1 = any(contact_ids)))
            """, person);
    }

    [TestCase("/viestit/", "sähköposti")]
    [TestCase("/en/messages/", "email")]
    public async Task The_page_works_as_a_plain_form(string path, string channel)
    {
        var (person, token) = await Linked();
        await people.Says(person, "given", "email.events");
        var html = await anyone.GetStringAsync(path + token);
        Assert.That(html, Does.Contain(channel).And.Contain("id=\"email.events\" name=\"in\" value=\"email.events\" checked"));

        var saved = await anyone.PostAsync(path + token, Fields(html, "sms.training", "email.newsletter"));

        Assert.That((saved.StatusCode, saved.Headers.Location?.OriginalString), Is.EqualTo((HttpStatusCode.Redirect, $"{path}{token}?saved")));
        Assert.That(await anyone.GetStringAsync($"{path}{token}?saved"), Does.Contain("role=\"status\""));
        Assert.That(await people.Standing(person, "email.events"), Is.EqualTo("withdrawn"));
        Assert.That(await people.Standing(person, "sms.training"), Is.EqualTo("given"));
        Assert.That(await people.Standing(person, "email.newsletter"), Is.EqualTo("given"));
        Assert.That(await people.Standing(person, "post.alumni"), Is.Null, "what was not said stays unsaid");
        Assert.That(await Sql.Value<string>("select string_agg(distinct source || ' ' || user_name, ',') from consent.events where contact_id = $1 and purpose = 'sms.training'", person), Is.EqualTo("link Rekisteröity itse"));

        var stale = await anyone.PostAsync(path + token, Fields(html, "email.events"));
        Assert.That(stale.StatusCode, Is.EqualTo(HttpStatusCode.PreconditionFailed));
        PublicRequestTests.Protects(stale);
        Assert.That(await people.Standing(person, "email.events"), Is.EqualTo("withdrawn"));
    }

    [Test]
    public async Task To_want_no_messages_wins_over_all_choices_and_the_person_may_take_it_back()
    {
        var (person, token) = await Linked();
        await people.Says(person, "given", "email.alumni");
        Assert.That((await people.Export("alumni")).GetProperty("included").GetInt32(), Is.EqualTo(1));

        Assert.That((await Set(token, new { preferences = Array.Empty<object>(), stopAll = true })).GetProperty("stopAll").GetBoolean(), Is.True);
        Assert.That((await people.Export("alumni")).GetProperty("excluded").GetProperty("blocked").GetInt32(), Is.EqualTo(1));

        Assert.That((await Set(token, new { preferences = Array.Empty<object>(), stopAll = false })).GetProperty("stopAll").GetBoolean(), Is.False);
        Assert.That((await people.Export("alumni")).GetProperty("included").GetInt32(), Is.EqualTo(1));
    }

    [Test]
    public async Task A_block_of_the_house_is_shown_and_not_lifted_here()
    {
        var (person, token) = await Linked();
        await people.Block(person, new { channel = "phone", reason = "Asked by letter" });

        await Set(token, new { preferences = new[] { new { channel = "phone", topic = "events", choice = "in" } }, stopAll = true });
        var mine = await Set(token, new { preferences = Array.Empty<object>(), stopAll = false });

        Assert.That(mine.GetProperty("preferences").EnumerateArray().Where(p => p.GetProperty("isBlocked").GetBoolean()).Select(p => p.GetProperty("channel").GetString()).Distinct(), Is.EqualTo(new[] { "phone" }));
        Assert.That(await Sql.Value<long>("select count(*) from consent.blocks where contact_id = $1 and lifted_at is null", person), Is.EqualTo(1));
    }

    [Test]
    public async Task A_block_of_one_list_stays_one_of_that_list_and_closes_nothing_else()
    {
        var (person, token) = await Linked();
        var list = (await Audience.Read(await people.Communications.PostAsJsonAsync("/api/v1/target-groups", new { name = $"Kutsut {people.Name}", definition = new { field = "contact.name", contains = people.Name } }))).GetProperty("id").GetGuid();
        await people.Block(person, new { reason = "Not this list", listId = list });
        Assert.That((await Mine(token)).Body.GetProperty("preferences").EnumerateArray().Count(p => p.GetProperty("isBlocked").GetBoolean()), Is.Zero);

        await Set(token, new { preferences = Array.Empty<object>(), stopAll = true });
        var mine = await Set(token, new { preferences = Array.Empty<object>(), stopAll = false });

        Assert.That(mine.GetProperty("preferences").EnumerateArray().Count(p => p.GetProperty("isBlocked").GetBoolean()), Is.Zero);
        Assert.That(await Sql.Value<Guid>("select list_id from consent.blocks where contact_id = $1 and lifted_at is null", person), Is.EqualTo(list));
    }

    [Test]
    public async Task A_consent_is_withdrawn_with_what_rests_on_it()
    {
        var (person, token) = await Linked();
        await people.Says(person, "given", "alumni");
        await people.Says(person, "given", "email.alumni");
        await people.Says(person, "given", "expert-pool");
        Assert.That((await Mine(token)).Body.GetProperty("consents").EnumerateArray().Select(c => c.GetString()), Is.EqualTo(new[] { "alumni", "expert-pool" }));

        var mine = await Set(token, new { preferences = new[] { new { channel = "email", topic = "alumni", choice = "in" } }, stopAll = false, withdraw = new[] { "alumni" } });

        Assert.That(mine.GetProperty("consents").EnumerateArray().Select(c => c.GetString()), Is.EqualTo(new[] { "expert-pool" }));
        Assert.That(await people.Standing(person, "alumni"), Is.EqualTo("withdrawn"));
        Assert.That(await people.Standing(person, "email.alumni"), Is.EqualTo("withdrawn"));
        Assert.That(await people.Standing(person, "expert-pool"), Is.EqualTo("given"));
    }

    [Test]
    public async Task A_newsletter_that_came_by_role_is_refused_by_taking_the_tick_away()
    {
        var email = Audience.AnAddress();
        var person = await people.Person(email, kind: "work");
        await Audience.Read(await people.Manager.PostAsJsonAsync($"/api/v1/contacts/{person}/roles", new { role = "partner", basis = "contract", source = "staff" }));
        var token = await Link(person, email);
        Assert.That(Choice(await Mine(token), "email", "newsletter"), Is.EqualTo("in"));

        await Set(token, new { preferences = new[] { new { channel = "email", topic = "newsletter", choice = "out" } }, stopAll = false });

        Assert.That(await people.Standing(person, "email.newsletter"), Is.EqualTo("refused"));
        Assert.That(Choice(await Mine(token), "email", "newsletter"), Is.EqualTo("out"));
    }

    [Test]
    public async Task A_link_opens_its_own_page_alone_and_for_its_time()
    {
        var (person, token) = await Linked();
        var email = Audience.AnAddress();
        await anyone.PostAsJsonAsync("/api/v1/public/deletion-requests", PublicRequestTests.Asks(email));
        var other = Post.TokenOf(await Post.LinkTo(email));

        Assert.That(await Problem.Of(await anyone.GetAsync($"/api/v1/public/preferences/{other}")), Is.EqualTo((404, "/problems/unknown")));
        Assert.That(await Problem.Of(await anyone.PostAsync($"/api/v1/public/confirmations/{token}", null)), Is.EqualTo((404, "/problems/unknown")));
        Assert.That((await anyone.GetAsync("/viestit/nothing")).StatusCode, Is.EqualTo(HttpStatusCode.NotFound));

        await Sql.Run("update consent.links set expires_at = now() - interval '1 second' where subject_id = $1", person);
        Assert.That(await Problem.Of(await anyone.GetAsync($"/api/v1/public/preferences/{token}")), Is.EqualTo((409, "/problems/link-expired")));
        var page = await anyone.GetAsync($"/viestit/{token}");
        Assert.That(await page.Content.ReadAsStringAsync(), Does.Contain("Linkki on vanhentunut"));
        PublicRequestTests.Protects(page);
    }

    [Test]
    public async Task A_passive_person_may_only_close_more()
    {
        var (person, token) = await Linked();
        await people.Says(person, "given", "email.events");
        await Audience.Read(await people.Manager.PostAsJsonAsync($"/api/v1/contacts/{person}/passivate", new { reason = "Moved" }));

        Assert.That(await Problem.Of(await TrySet(token, new { preferences = new[] { new { channel = "sms", topic = "events", choice = "in" } }, stopAll = false })), Is.EqualTo((409, "/problems/passive-record")));
        await Set(token, new { preferences = new[] { new { channel = "email", topic = "events", choice = "out" } }, stopAll = true });

        Assert.That(await people.Standing(person, "email.events"), Is.EqualTo("withdrawn"));
        Assert.That((await Crm.As(Role.Communications).PostAsync($"/api/v1/contacts/{person}/preference-link", null)).StatusCode, Is.EqualTo(HttpStatusCode.Conflict));
    }

    [Test]
    public async Task A_change_names_the_version_that_was_seen()
    {
        var (_, token) = await Linked();
        using var without = new HttpRequestMessage(HttpMethod.Put, $"/api/v1/public/preferences/{token}") { Content = JsonContent.Create(new { preferences = Array.Empty<object>(), stopAll = false }) };

        Assert.That((int)(await anyone.SendAsync(without)).StatusCode, Is.EqualTo(428));
        Assert.That((await TrySet(token, new { preferences = Array.Empty<object>(), stopAll = true }, "\"99\"")).StatusCode, Is.EqualTo(HttpStatusCode.PreconditionFailed));
    }

    private async Task<(Guid Person, string Token)> Linked()
    {
        var email = Audience.AnAddress();
        var person = await people.Person(email);
        return (person, await Link(person, email));
    }

    private async Task<string> Link(Guid person, string email)
    {
        await Audience.Read(await people.Communications.PostAsync($"/api/v1/contacts/{person}/preference-link", null));
        return Post.TokenOf(await Post.LinkTo(email));
    }

    private async Task<(JsonElement Body, string Version)> Mine(string token)
    {
        var answer = await anyone.GetAsync($"/api/v1/public/preferences/{token}");
        return (await Audience.Read(answer), answer.Headers.ETag!.Tag);
    }

    private static string? Choice((JsonElement Body, string Version) mine, string channel, string topic) => mine.Body.GetProperty("preferences").EnumerateArray()
        .Single(p => p.GetProperty("channel").GetString() == channel && p.GetProperty("topic").GetString() == topic).GetProperty("choice").GetString();

    private async Task<JsonElement> Set(string token, object wanted) => await Audience.Read(await TrySet(token, wanted));

    private async Task<HttpResponseMessage> TrySet(string token, object wanted, string? version = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, $"/api/v1/public/preferences/{token}") { Content = JsonContent.Create(wanted) };
        request.Headers.TryAddWithoutValidation("If-Match", version ?? (await Mine(token)).Version);
        return await anyone.SendAsync(request);
    }

    /// <summary>What a browser would send: the hidden fields of the page, and the boxes that are ticked.</summary>
    private static FormUrlEncodedContent Fields(string html, params string[] ticked) =>
        new(Hidden().Matches(html).Select(field => new KeyValuePair<string, string>(field.Groups[1].Value, field.Groups[2].Value)).Concat(ticked.Select(purpose => new KeyValuePair<string, string>("in", purpose))));

    [GeneratedRegex("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\">")]
    private static partial Regex Hidden();
}
