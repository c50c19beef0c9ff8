using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Karelia.Crm.Consent.Requests;
using Karelia.Crm.Kernel;
using MediatR;
using Microsoft.Extensions.DependencyInjection;
using Mails = Karelia.Crm.Tests.Consent.Post;

namespace Karelia.Crm.Tests.Consent;

/// <summary>What leaves the desk: letters, and the package behind a code that only the person's mail holds.</summary>
internal sealed class DeliveryTests
{
    private readonly Audience people = new();
    private readonly Officer officer = new();

    [Test]
    public async Task Access_is_answered_by_a_link_that_opens_with_a_code_from_the_mail_and_with_nothing_else()
    {
        var known = Audience.AnAddress();
        var person = await people.Person(known);
        var (request, link) = await Answered("access", person, known);

        var page = await Read(await Get(link));
        Assert.That(page, Does.Contain("<html lang=\"fi\">").And.Contain("Lähetä koodi").And.Not.Contain(people.Name));
        Assert.That(await Read(await Post(link)), Does.Contain($"{known[0]}…@example.com"));
        var code = Regex.Match((await Mails.To(known, 2)).Text, "[A-Z2-9]{4} [A-Z2-9]{4}").Value;

        Assert.That(await Read(await Post($"{link}/code", "AAAA AAAA")), Does.Contain("väärä tai vanhentunut"));
        var opened = await Post($"{link}/code", code.ToLowerInvariant());
        Assert.That(opened.StatusCode, Is.EqualTo(HttpStatusCode.Redirect));
        var files = opened.Headers.Location!.OriginalString;
        Assert.That(await Read(await Get(files)), Does.Contain("/json").And.Contain("/pdf").And.Contain("/zip"));
        Assert.That((await Get($"{files}/zip")).Content.Headers.ContentType!.MediaType, Is.EqualTo("application/zip"));
        var json = JsonDocument.Parse(await Read(await Get($"{files}/json"))).RootElement;
        Assert.That(json.GetProperty("contactId").GetGuid(), Is.EqualTo(person));
        Assert.That(json.GetProperty("kind").GetString(), Is.EqualTo("access"));
        Assert.That((await Get($"{files}/docx")).StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
        Assert.That(await Read(await Post($"{link}/code", code)), Does.Contain("väärä tai vanhentunut"), "once");
        Assert.That((await officer.Sees(request)).GetProperty("answer").GetString(), Does.Not.Contain("/tietosi/"), "what is kept of the letter opens nothing");
        Assert.That((await Get("/tietosi/nothing")).StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
    }

    [Test]
    public async Task Five_guesses_close_a_code_and_five_codes_an_hour_are_the_most()
    {
        var known = Audience.AnAddress();
        var (_, link) = await Answered("access", await people.Person(known), known);
        await Post(link);
        var code = Regex.Match((await Mails.To(known, 2)).Text, "[A-Z2-9]{4} [A-Z2-9]{4}").Value;
        for (var guess = 0; guess < 5; guess++)
            await Post($"{link}/code", $"WRONG{guess}AA");

        Assert.That((await Post($"{link}/code", code)).StatusCode, Is.EqualTo(HttpStatusCode.OK), "the right one comes too late");
        for (var sent = 1; sent < 5; sent++)
            Assert.That((await Post(link)).StatusCode, Is.EqualTo(HttpStatusCode.OK));
        Assert.That((await Post(link)).StatusCode, Is.EqualTo(HttpStatusCode.TooManyRequests));
    }

    [Test]
    public async Task The_code_goes_to_the_address_of_the_register_though_the_request_names_another()
    {
        var (known, named) = (Audience.AnAddress(), Audience.AnAddress());
        var person = await people.Person(known);
        var (_, link) = await Answered("portability", person, named, new { kind = "portability", contactId = person, email = named });

        await Post(link);

        var code = Regex.Match((await Mails.To(known)).Text, "[A-Z2-9]{4} [A-Z2-9]{4}").Value;
        Assert.That(Mails.All(named), Has.Count.EqualTo(1), "the letter, and no code");
        var files = (await Post($"{link}/code", code)).Headers.Location!.OriginalString;
        Assert.That(await Read(await Get(files)), Does.Contain("/json").And.Not.Contain("/pdf"), "portable is what machines read");
    }

    [TestCase("fi", "Tietosuojavaltuutetun toimisto", "Emme toteuta pyyntöänne", "Karelia")]
    [TestCase("en", "Office of the Data Protection Ombudsman", "We do not carry out your request", "Karelia")]
    public async Task A_refusal_tells_the_ground_the_officer_and_where_to_complain(string language, string authority, string refused, string house)
    {
        var email = Audience.AnAddress();
        var request = await officer.Records("", more: new { kind = "portability", contactId = await people.Person(), email, language });
        await officer.Does(request, "identify", new { how = "Passport" });
        await officer.Does(request, "decide", new { decision = "refused", ground = "GROUND-OF-REFUSAL" });
        Assert.That(await RequestDeskTests.Type(await officer.Try(request, "carry-out", new { })), Is.EqualTo("/problems/request-refused"));
        var preview = await Audience.Read(await officer.Http.GetAsync($"/api/v1/data-subject-requests/{request}/letter"));
        Assert.That(preview.GetProperty("to").GetString(), Is.EqualTo(email));

        await officer.Does(request, "answer", new { });

        var text = (await Mails.To(email)).Text.ReplaceLineEndings("\n").Trim();
        Assert.That(text, Is.EqualTo(preview.GetProperty("text").GetString()!.ReplaceLineEndings("\n").Trim()));
        foreach (var word in new[] { authority, refused, house, "GROUND-OF-REFUSAL", "tietosuoja@karelia.fi" })
            Assert.That(text, Does.Contain(word));
        Assert.That((await officer.Sees(request)).GetProperty("state").GetString(), Is.EqualTo("answered"));
        Assert.That(await RequestDeskTests.Type(await officer.Try(request, "answer", new { })), Is.EqualTo("/problems/request-state"));
    }

    [Test]
    public async Task The_officer_writes_the_answer_otherwise_or_delivers_it_by_hand()
    {
        var request = await officer.Granted("access", await people.Person(email: null));
        await officer.Does(request, "carry-out", new { });

        Assert.That((int)(await officer.Try(request, "answer", new { })).StatusCode, Is.EqualTo(422), "no address is known");
        var answered = await officer.Does(request, "answer", new { text = "In my own words.", byHand = true });
        Assert.That(answered.GetProperty("answer").GetString(), Does.Contain("In my own words.").And.Contain("Tietosuojavaltuutetun"));
    }

    [Test]
    public async Task An_extension_is_told_with_its_reason()
    {
        var email = Audience.AnAddress();
        var request = await officer.Records("", more: new { kind = "access", contactId = await people.Person(), email });
        var before = (await officer.Sees(request)).GetProperty("dueOn").GetDateTime();

        var extended = await officer.Does(request, "extend", new { months = 2, reason = "Many systems." });

        Assert.That(extended.GetProperty("dueOn").GetDateTime(), Is.GreaterThan(before.AddDays(50)));
        Assert.That((await Mails.To(email)).Text, Does.Contain("Many systems.").And.Contain("Tietosuojavaltuutetun"));
        Assert.That(await RequestDeskTests.Type(await officer.Try(request, "extend", new { months = 1, reason = "x" })), Is.EqualTo("/problems/extended-already"));
        var late = await officer.Records("", more: new { kind = "access", name = "x", receivedAt = DateTimeOffset.UtcNow.AddDays(-40) });
        Assert.That(await RequestDeskTests.Type(await officer.Try(late, "extend", new { months = 2, reason = "x" })), Is.EqualTo("/problems/extension-late"));
        foreach (var body in new object[] { new { months = 3, reason = "x" }, new { months = 0, reason = "x" }, new { months = 1, reason = "" } })
            Assert.That((int)(await officer.Try(late, "extend", body)).StatusCode, Is.EqualTo(422));
    }

    [Test]
    public async Task The_officer_is_reminded_a_week_and_two_days_before_and_when_it_is_late()
    {
        var requests = new List<Guid>();
        foreach (var daysLeft in new[] { 20, 6, 1, -3 })
            requests.Add(await officer.Records("", more: new { kind = "access", name = "Odottava", receivedAt = DateTimeOffset.UtcNow.AddMonths(-1).AddDays(daysLeft).AddHours(1) }));

        await Remind();
        await Remind();

        var mails = Mails.All("tietosuoja@karelia.fi");
        await Mails.To("tietosuoja@karelia.fi", 3);
        for (var waited = 0; waited < 100 && requests.Skip(1).Any(id => !Mails.All("tietosuoja@karelia.fi").Any(mail => mail.Text.Contains(id.ToString(), StringComparison.Ordinal))); waited++)
            await Task.Delay(100);
        mails = Mails.All("tietosuoja@karelia.fi");
        Assert.That(requests.Select(id => mails.Count(mail => mail.Text.Contains(id.ToString(), StringComparison.Ordinal))), Is.EqualTo(new[] { 0, 1, 1, 1 }));
        Assert.That(mails.Single(mail => mail.Text.Contains(requests[3].ToString(), StringComparison.Ordinal)).Subject, Does.Contain("myöhässä"));
        Assert.That(mails.Where(mail => mail.Text.Contains("Odottava", StringComparison.Ordinal)), Is.Empty, "a reminder names nobody");
    }

    private static async Task Remind()
    {
        using var scope = Crm.Services.CreateScope();
        scope.ServiceProvider.GetRequiredService<CurrentUser>().Become(Guid.Empty, "Karelia CRM", [Role.DataProtectionOfficer]);
        await scope.ServiceProvider.GetRequiredService<IMediator>().Send(new RemindOfRequests());
    }

    private async Task<(Guid Request, string Link)> Answered(string kind, Guid person, string to, object? more = null)
    {
        var request = await officer.Granted(kind, person, more);
        await officer.Does(request, "carry-out", new { });
        await officer.Does(request, "answer", new { });
        return (request, new Uri(Regex.Match((await Mails.To(to)).Text, @"https?://\S+/tietosi/\S+").Value).AbsolutePath);
    }

    private static Task<HttpResponseMessage> Get(string path) => Crm.Anonymous().GetAsync(path);

    private static Task<HttpResponseMessage> Post(string path, string? code = null) =>
        Crm.Anonymous().PostAsync(path, new FormUrlEncodedContent(code is null ? [] : [new("code", code)]));

    private static async Task<string> Read(HttpResponseMessage answer)
    {
        var body = await answer.Content.ReadAsStringAsync();
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.OK), body);
        return body;
    }
}
