using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace Karelia.Crm.Tests.Consent;

/// <summary>A request from its receipt to its answer.</summary>
internal sealed class RequestDeskTests
{
    private readonly Audience people = new();
    private readonly Officer officer = new();

    [Test]
    public async Task Whoever_meets_people_records_a_request_and_the_officer_handles_it()
    {
        var person = await people.Person();
        var email = Audience.AnAddress();
        var answer = await people.Manager.PostAsJsonAsync("/api/v1/data-subject-requests", new { kind = "access", name = "Aino Pyytäjä", email = email.ToUpperInvariant(), message = "Kaikki tiedot", language = "en", contactId = person });
        var recorded = await Audience.Read(answer);

        Assert.That(answer.Headers.Location!.OriginalString, Does.EndWith($"/data-subject-requests/{recorded.GetProperty("id").GetString()}"));
        Assert.That(recorded.EnumerateObject().Select(member => member.Name), Is.EquivalentTo(new[] { "id", "kind", "dueOn" }));
        var request = await officer.Sees(recorded.GetProperty("id").GetGuid());
        Assert.That(request.GetProperty("state").GetString(), Is.EqualTo("received"));
        Assert.That(request.GetProperty("email").GetString(), Is.EqualTo(email));
        Assert.That(request.GetProperty("person").GetProperty("id").GetGuid(), Is.EqualTo(person));
        Assert.That(request.GetProperty("overdue").GetBoolean(), Is.False);
        Assert.That(request.GetProperty("steps").EnumerateArray().Select(step => step.GetProperty("step").GetString()), Is.EqualTo(new[] { "received", "matched" }));
        Assert.That((await people.Manager.GetAsync(answer.Headers.Location)).StatusCode, Is.EqualTo(HttpStatusCode.Forbidden));
    }

    [Test]
    public async Task What_cannot_be_a_request_is_refused()
    {
        foreach (var (body, status) in new (object, int)[]
        {
            (new { kind = "oblivion", name = "x" }, 422), (new { kind = "access" }, 422), (new { kind = "access", name = "x", email = "not an address" }, 422), (new { kind = "access", name = "x", language = "sv" }, 422),
            (new { kind = "access", name = "x", receivedAt = DateTimeOffset.UtcNow.AddDays(2) }, 422), (new { kind = "access", name = "x", receivedAt = DateTimeOffset.UtcNow.AddYears(-2) }, 422),
            (new { kind = "access", name = "x 131052-308T" }, 422), (new { kind = "access", name = "x", message = "131052-308T" }, 422), (new { kind = "access", contactId = Guid.CreateVersion7() }, 404),
            (new { kind = "access", name = "x", state = "answered" }, 400),
        })
        {
            Assert.That((int)(await officer.Http.PostAsJsonAsync("/api/v1/data-subject-requests", body)).StatusCode, Is.EqualTo(status), JsonSerializer.Serialize(body));
        }
    }

    [Test]
    public async Task The_queue_has_the_most_urgent_first_and_an_overdue_one_shouts()
    {
        var person = await people.Person();
        var late = await officer.Records("", more: new { kind = "access", contactId = person, receivedAt = DateTimeOffset.UtcNow.AddDays(-40) });
        var fresh = await officer.Records("erasure", person);

        var queue = await officer.Lists($"contactId={person}&open=true&count=true");

        Assert.That(queue.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("id").GetGuid()), Is.EqualTo(new[] { late, fresh }));
        Assert.That(queue.GetProperty("items")[0].GetProperty("overdue").GetBoolean(), Is.True);
        Assert.That(queue.GetProperty("items")[0].GetProperty("name").GetString(), Does.Contain(people.Name), "who asks is known by the register");
        Assert.That(queue.GetProperty("total").GetInt64(), Is.EqualTo(2));
        Assert.That((await officer.Sees(late)).GetProperty("daysLeft").GetInt32(), Is.LessThan(0));
        Assert.That((await officer.Lists($"contactId={person}&overdue=true")).GetProperty("items")[0].GetProperty("id").GetGuid(), Is.EqualTo(late));
        Assert.That((await officer.Lists($"contactId={person}&kind=erasure&state=received")).GetProperty("items")[0].GetProperty("id").GetGuid(), Is.EqualTo(fresh));
        Assert.That((await officer.Lists($"contactId={person}&open=false")).GetProperty("items").GetArrayLength(), Is.Zero);
        var first = await officer.Lists($"contactId={person}&limit=1");
        Assert.That((await officer.Lists($"contactId={person}&limit=1&cursor={first.GetProperty("nextCursor").GetString()}")).GetProperty("items")[0].GetProperty("id").GetGuid(), Is.EqualTo(fresh));
    }

    [Test]
    public async Task The_requester_is_found_by_address_and_by_name_and_a_restricted_person_too()
    {
        var email = Audience.AnAddress();
        var person = await people.Person(email);
        var namesake = await people.Person();
        await Audience.Restrict(namesake);
        var request = await officer.Records("", more: new { kind = "access", name = $"Aino {people.Name}", email });

        var candidates = await Audience.Read(await officer.Http.GetAsync($"/api/v1/data-subject-requests/{request}/candidates"));

        Assert.That(candidates.GetProperty("items").EnumerateArray().Select(item => (item.GetProperty("id").GetGuid(), item.GetProperty("isRestricted").GetBoolean())), Is.EqualTo(new[] { (person, false), (namesake, true) }));
        var matched = await officer.Does(request, "match", new { contactId = person });
        Assert.That(matched.GetProperty("person").GetProperty("name").GetString(), Does.Contain(people.Name));
        Assert.That((await officer.Does(request, "match", new { })).GetProperty("person").ValueKind, Is.EqualTo(JsonValueKind.Null));
        Assert.That((int)(await officer.Try(request, "match", new { contactId = Guid.CreateVersion7() })).StatusCode, Is.EqualTo(404));
    }

    [Test]
    public async Task What_was_logged_of_the_request_belongs_to_the_person_once_it_is_matched()
    {
        var person = await people.Person();
        var request = await officer.Records("", more: new { kind = "access", name = "Aino Myöhemmin" });
        await officer.Does(request, "match", new { contactId = person });

        await using var command = Crm.Database.CreateCommand("select count(*) from kernel.audit_values v join kernel.audit_entries e on e.id = v.entry_id where e.entity_id = $1 and v.contact_id is distinct from $2");
        command.Parameters.Add(new() { Value = request });
        command.Parameters.Add(new() { Value = person });
        Assert.That(await command.ExecuteScalarAsync(), Is.Zero);
    }

    [Test]
    public async Task A_right_that_no_basis_gives_is_granted_only_with_a_word_of_the_officer()
    {
        var request = await officer.Records("portability", await people.Person());
        Assert.That((await officer.Sees(request)).GetProperty("right").GetProperty("reason").GetString(), Is.EqualTo("not-given"));
        Assert.That(await Type(await officer.Try(request, "decide", new { decision = "granted" })), Is.EqualTo("/problems/request-state"));
        await officer.Does(request, "identify", new { how = "Passport" });

        Assert.That(await Type(await officer.Try(request, "decide", new { decision = "granted" })), Is.EqualTo("/problems/right-not-given"));
        Assert.That((int)(await officer.Try(request, "decide", new { decision = "refused" })).StatusCode, Is.EqualTo(422), "the person is told why");
        Assert.That((int)(await officer.Try(request, "decide", new { decision = "maybe" })).StatusCode, Is.EqualTo(422));
        var decided = await officer.Does(request, "decide", new { decision = "granted", ground = "As a courtesy." });
        Assert.That((decided.GetProperty("state").GetString(), decided.GetProperty("ground").GetString()), Is.EqualTo(("decided", "As a courtesy.")));
        Assert.That((await officer.Does(request, "decide", new { decision = "refused", ground = "No right." })).GetProperty("decision").GetString(), Is.EqualTo("refused"));
    }

    [Test]
    public async Task Who_handles_it_and_the_notes_change_by_version_until_it_is_answered()
    {
        var request = await officer.Records("access", await people.Person());
        var before = await officer.Sees(request);
        var edited = await Edit(request, new { notes = "Called back" }, before.GetProperty("version").GetInt64());
        Assert.That((await Audience.Read(edited)).GetProperty("notes").GetString(), Is.EqualTo("Called back"));
        Assert.That((int)(await Edit(request, new { notes = "Stale" }, before.GetProperty("version").GetInt64())).StatusCode, Is.EqualTo(412));
        Assert.That((int)(await Edit(request, new { assigneeId = Guid.CreateVersion7() }, (await officer.Sees(request)).GetProperty("version").GetInt64())).StatusCode, Is.EqualTo(422));
        var staff = await Audience.Read(await officer.Http.GetAsync("/api/v1/staff"));
        if (staff.GetProperty("items").EnumerateArray().Select(one => (Guid?)one.GetProperty("id").GetGuid()).FirstOrDefault() is { } somebody)
        {
            var handed = await Audience.Read(await Edit(request, new { assigneeId = somebody }, (await officer.Sees(request)).GetProperty("version").GetInt64()));
            Assert.That(handed.GetProperty("assignee").GetProperty("id").GetGuid(), Is.EqualTo(somebody));
            Assert.That((await officer.Lists($"assigneeId={somebody}&kind=access")).GetProperty("items").GetArrayLength(), Is.GreaterThan(0));
        }

        Assert.That((int)(await officer.Try(request, "identify", new { how = "" })).StatusCode, Is.EqualTo(422));
        Assert.That((int)(await officer.Http.GetAsync($"/api/v1/data-subject-requests/{Guid.CreateVersion7()}")).StatusCode, Is.EqualTo(404));
    }

    [Test]
    public async Task An_objection_stops_direct_marketing_at_the_moment_that_it_is_matched()
    {
        var person = await people.Willing("newsletter");
        Assert.That((await people.Preview("newsletter")).GetProperty("included").GetInt32(), Is.EqualTo(1));

        await officer.Records("objection", person, by: people.Manager);

        Assert.That((await people.Preview("newsletter")).GetProperty("included").GetInt32(), Is.Zero);
    }

    internal static async Task<string?> Type(HttpResponseMessage answer) => (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("type").GetString();

    private async Task<HttpResponseMessage> Edit(Guid request, object body, long version)
    {
        using var message = new HttpRequestMessage(HttpMethod.Patch, $"/api/v1/data-subject-requests/{request}") { Content = JsonContent.Create(body, options: new() { PropertyNamingPolicy = JsonNamingPolicy.CamelCase }) };
        message.Headers.TryAddWithoutValidation("If-Match", $"\"{version}\"");
        return await officer.Http.SendAsync(message);
    }
}
