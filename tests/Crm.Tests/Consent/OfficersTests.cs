using System.Net;
using System.Net.Http.Json;
using Karelia.Crm.Kernel;
using static Karelia.Crm.Tests.Accounts.Twins;

namespace Karelia.Crm.Tests.Consent;

/// <summary>Several officers at one thing at the same moment: it happens once, and the other is told. A host that dies in the middle has done nothing.</summary>
internal sealed class OfficersTests
{
    private const int Rounds = 5;
    private readonly HttpClient one = Crm.As(Role.DataProtectionOfficer);
    private readonly HttpClient other = Crm.As(Role.Admin, Role.DataProtectionOfficer);
    private readonly Audience people = new();
    private readonly Officer officer = new();

    [Test]
    public async Task A_person_is_erased_once()
    {
        for (var round = 0; round < Rounds; round++)
        {
            var person = await people.Willing("events");
            await OneOf(AtOnce($"contacts/{person}/erase", new { reason = "Pyyntö" }), HttpStatusCode.NotFound);
            Assert.That(await Sql("select count(*) from consent.erasure_certificates where contact_id = $1", person), Is.EqualTo(new[] { "1" }));
        }
    }

    [Test]
    public async Task What_waits_for_erasure_is_decided_once()
    {
        for (var round = 0; round < Rounds; round++)
        {
            var person = await people.Person();
            await PurposesTests.Role(person, "participant");
            await Audience.Sql("update accounts.contact_roles set ended_on = current_date where contact_id = $1", person);
            var task = (await Sql("select id from consent.erasure_queue where contact_id = $1", person)).Single();
            await OneOf([one.PostAsync($"/api/v1/erasure-queue/{task}/erase", null), other.PostAsJsonAsync($"/api/v1/erasure-queue/{task}/keep", new { reason = "Riita" })], HttpStatusCode.Conflict);
            var kept = await Sql("select count(*) from consent.erasure_queue q where id = $1 and (state = 'kept') = not exists (select from consent.erasure_certificates c where c.contact_id = q.contact_id)", Guid.Parse(task));
            Assert.That(kept, Is.EqualTo(new[] { "1" }), "kept or erased, never both");
        }
    }

    [Test]
    public async Task What_was_proposed_is_approved_once()
    {
        var code = $"test-{new string([.. Guid.CreateVersion7().ToString("n").Select(c => (char)('a' + (c % 26)))])}";
        for (var round = 1; round <= Rounds; round++)
        {
            await Audience.Read(await one.PostAsJsonAsync($"/api/v1/purposes/{code}/versions", new { nameFi = "Koe", nameEn = "Trial", basis = "legitimate-interest", retentionFi = "vuosi", retentionEn = "a year", retentionMonths = 12 }));
            await OneOf(AtOnce($"purposes/{code}/versions/{round}/approve", null), HttpStatusCode.Conflict);
        }

        // Without an approved rule it means nobody.
        var run = (await Audience.Read(await one.PostAsync("/api/v1/retention/runs", null))).GetProperty("id").GetString()!;
        await OneOf(AtOnce($"retention/runs/{run}/approve", null), HttpStatusCode.Conflict);
        Assert.That(await Sql("select count(*) from kernel.jobs where kind = 'retention-run' and payload::text like '%' || $1 || '%'", run), Is.EqualTo(new[] { "1" }));
    }

    [Test]
    public async Task A_request_goes_one_step_at_a_time()
    {
        for (var round = 0; round < Rounds; round++)
        {
            var person = await people.Person();
            var request = await officer.Granted("restriction", person, new { kind = "restriction", contactId = person, name = "Aino Pyytäjä", email = Audience.AnAddress() });
            // Both saw the same: who comes later is told that it changed.
            var seen = (await one.GetAsync($"/api/v1/data-subject-requests/{request}")).Headers.ETag!.Tag;
            await OneOf([Seen(one, "extend", new { months = 1, reason = "Laaja" }), Seen(other, "decide", new { decision = "refused", ground = "Ei perustetta" })], HttpStatusCode.PreconditionFailed);
            await officer.Does(request, "decide", new { decision = "granted", ground = "The officer decides." });
            // Nobody says what was seen: each step still comes once.
            await OneOf(AtOnce($"data-subject-requests/{request}/carry-out", new { }), HttpStatusCode.Conflict);
            Assert.That(await Sql("select count(*) from consent.restrictions where contact_id = $1", person), Is.EqualTo(new[] { "1" }));
            await OneOf(AtOnce($"data-subject-requests/{request}/answer", new { }), HttpStatusCode.Conflict);
            Assert.That(await Sql("select count(*) from consent.request_steps where request_id = $1 and step in ('carried-out', 'answered')", request), Is.EqualTo(new[] { "2" }));

            async Task<HttpResponseMessage> Seen(HttpClient who, string action, object body)
            {
                using var post = new HttpRequestMessage(HttpMethod.Post, $"/api/v1/data-subject-requests/{request}/{action}") { Content = JsonContent.Create(body) };
                post.Headers.TryAddWithoutValidation("If-Match", seen);
                return await who.SendAsync(post);
            }
        }
    }

    [Test]
    public async Task A_connection_that_breaks_within_an_erasure_leaves_the_person_whole_and_the_next_try_works()
    {
        const string Whole = """
            select (to_jsonb(c) - 'version')::text || (select count(*) from accounts.contact_emails e where e.contact_id = c.id) || (select count(*) from consent.blocks b where b.contact_id = c.id)
                   || (select count(*) from consent.standings s where s.contact_id = c.id) || (select count(*) from consent.erasure_certificates x where x.contact_id = c.id)
            from accounts.contacts c where c.id = $1
            """;
        var person = await people.Willing("events");
        await people.Block(person, new { channel = "sms", reason = "Ei" });
        await Done(await Manager.PostAsJsonAsync($"/api/v1/contacts/{person}/affiliations", new { accountId = await AnAccount() }));
        var before = await Sql(Whole, person);
        Task<HttpResponseMessage> erasing;
        await using (var holder = await Crm.Database.OpenConnectionAsync())
        {
            // Other modules' rows are erased by the time that it comes to this one, and waits.
            await using var held = await holder.BeginTransactionAsync();
            await using (var hold = new Npgsql.NpgsqlCommand($"select 1 from accounts.affiliations where contact_id = '{person}' for update", holder, held))
                await hold.ExecuteNonQueryAsync();
            erasing = one.PostAsJsonAsync($"/api/v1/contacts/{person}/erase", new { reason = "Pyyntö" });
            for (var killed = 0; killed == 0; await Task.Delay(10))
                killed = (await Sql($"select pg_terminate_backend(pid) from pg_stat_activity where {holder.ProcessID} = any(pg_blocking_pids(pid))")).Count;
        }

        using var answer = await erasing;
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.ServiceUnavailable), await answer.Content.ReadAsStringAsync());
        Assert.That(await Sql(Whole, person), Is.EqualTo(before), "nothing is half done");

        await Audience.Read(await other.PostAsJsonAsync($"/api/v1/contacts/{person}/erase", new { reason = "Pyyntö" }));
        Assert.That(await Sql("select last_name || (select count(*) from accounts.contact_emails e where e.contact_id = c.id) from accounts.contacts c where id = $1 and erased_at is not null", person), Is.EqualTo(new[] { "0" }));
    }

    private Task<HttpResponseMessage>[] AtOnce(string path, object? body) => [.. new[] { one, other }.Select(client => body is null ? client.PostAsync($"/api/v1/{path}", null) : client.PostAsJsonAsync($"/api/v1/{path}", body))];

    /// <summary>One has done it; the other gets a problem that says so.</summary>
    private static async Task OneOf(Task<HttpResponseMessage>[] racing, HttpStatusCode refused)
    {
        var answers = await Task.WhenAll(racing);
        var told = string.Join('\n', await Task.WhenAll(answers.Select(async answer => $"{(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync()}")));
        Assert.That(answers.Count(answer => answer.IsSuccessStatusCode), Is.EqualTo(1), told);
        var loser = answers.Single(answer => !answer.IsSuccessStatusCode);
        Assert.That(loser.StatusCode, Is.EqualTo(refused).Or.EqualTo(HttpStatusCode.NotFound), told);
        Assert.That(loser.Content.Headers.ContentType?.MediaType, Is.EqualTo("application/problem+json"));
    }
}
