using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Karelia.Crm.Tests.Consent;
using static Karelia.Crm.Tests.Accounts.Twins;

namespace Karelia.Crm.Tests.Accounts;

/// <summary>Blocks, objections, withdrawn consents and restrictions through merge and un-merge: the stricter wins, nothing is lifted, and each has its own again.</summary>
internal sealed class MergeStrictnessTests
{
    private static readonly string[] acts = ["block email", "block all", "block topic", "block list", "object to marketing", "object to purpose", "withdraw", "say yes", "customer", "end customer"];
    private readonly Audience people = new();
    private Guid list;

    [TestCase(1)]
    [TestCase(2)]
    [TestCase(3)]
    [TestCase(4)]
    [TestCase(5)]
    [TestCase(6)]
    [TestCase(7)]
    [TestCase(8)]
    public async Task Whatever_stands_with_each_of_them(int seed)
    {
        var chance = new Random(seed);
        list = (await Audience.Read(await people.Communications.PostAsJsonAsync("/api/v1/target-groups", new { name = people.Name }))).GetProperty("id").GetGuid();
        var (a, b) = (await people.Willing("events"), await people.Willing("events"));
        var did = new List<string>();
        foreach (var (person, name) in new[] { (a, "a"), (b, "b") })
        {
            foreach (var act in chance.GetItems(acts, 4))
            {
                await Do(person, act);
                did.Add($"{name}: {act}");
            }
        }

        if (seed % 3 == 0)
        {
            await Restrict(b);
            did.Add("b: restricted");
        }

        var (first, second) = (await State(a), await State(b));
        var merge = await Done(await TryMerge("contacts", a, [b], client: people.Officer));
        var one = await State(a);
        var story = $"seed {seed}, {string.Join(", ", did)}";
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Closed(first).Union(Closed(second)).Except(one), Is.Empty, $"{story}: what anybody said stands");
            Assert.That(Of(one, "mail").Except(Of(first, "mail").Union(Of(second, "mail"))), Is.Empty, $"{story}: nobody becomes mailable");
            Assert.That(Of(one, "waits").Intersect(Of(one, "active")), Is.Empty, $"{story}: what is alive waits for no erasure");
            Assert.That(Of(first, "waits").Union(Of(second, "waits")).Except(Of(one, "active")).Except(Of(one, "waits")), Is.Empty, $"{story}: what waited waits");
            Assert.That(Of(await State(b), "waits"), Is.Empty, "nothing waits with an id that was merged away");
        }

        // What comes while they are one holds for both afterwards: nobody knows who said it.
        var later = chance.GetItems(acts[..7], 2);
        foreach (var act in later)
            await Do(a, act);
        if (seed % 4 == 0)
            await Restrict(a);
        story += $"; then {string.Join(", ", later)}{(seed % 4 == 0 ? ", restricted" : "")}";
        var fresh = Closed(await State(a)).Except(Closed(one)).ToHashSet();
        await Undo(merge, people.Officer);

        foreach (var (own, now) in new[] { (first, await State(a)), (second, await State(b)) })
        {
            using (Assert.EnterMultipleScope())
            {
                Assert.That(Closed(own).Union(fresh).Except(now), Is.Empty, $"{story}: nothing is lifted");
                Assert.That(Closed(now).Except(own).Except(fresh).Where(line => !line.StartsWith("no ", StringComparison.Ordinal)), Is.Empty, $"{story}: each has its own, and no more");
                Assert.That(Of(now, "no").Except(Of(first, "no").Union(Of(second, "no")).Union(Of(fresh, "no"))), Is.Empty, $"{story}: a no of either stays with both");
                Assert.That(Of(now, "mail").Except(Of(own, "mail")), Is.Empty, $"{story}: nobody becomes mailable");
                Assert.That(Of(now, "waits").Intersect(Of(now, "active")), Is.Empty, $"{story}: what is alive waits for no erasure");
                Assert.That(Of(own, "waits").Except(Of(now, "active")).Except(Of(now, "waits")), Is.Empty, $"{story}: what waited waits again");
            }
        }
    }

    [Test]
    public async Task A_restriction_that_ends_while_they_are_one_has_ended_for_both()
    {
        var (a, b) = (await people.Person(), await people.Person());
        await Restrict(b);
        var merge = await Done(await TryMerge("contacts", a, [b], client: people.Officer));
        await Done(await people.Officer.PostAsJsonAsync($"/api/v1/contacts/{a}/lift-restriction", new { reason = "Selvitetty" }));
        await Undo(merge);

        Assert.That((await State(a)).Concat(await State(b)), Has.None.StartsWith("restricted"));
        Assert.That((await Manager.GetAsync($"/api/v1/contacts/{b}")).StatusCode, Is.EqualTo(HttpStatusCode.OK));
    }

    private async Task Do(Guid person, string act)
    {
        var officer = people.Officer;
        switch (act)
        {
            case "object to marketing":
                await Audience.Read(await officer.PostAsJsonAsync($"/api/v1/contacts/{person}/objection", new { act = "object", reason = "Ei", source = "test" }));
                break;
            case "object to purpose":
                await Audience.Read(await officer.PostAsJsonAsync($"/api/v1/contacts/{person}/objections", new { purpose = "customer-care", reason = "Ei" }));
                break;
            case "withdraw" or "say yes":
                await Audience.Read(await people.TrySay(person, act == "withdraw" ? "withdrawn" : "given", "email.events", client: officer));
                break;
            case "customer":
                await Sql("insert into accounts.contact_roles (id, contact_id, role, basis, source, started_on) values (uuidv7(), $1, 'customer', 'contract', 'x', current_date) on conflict do nothing", person);
                break;
            case "end customer":
                await Sql("update accounts.contact_roles set ended_on = current_date where contact_id = $1 and role = 'customer' and ended_on is null", person);
                break;
            default:
                var blocks = await officer.GetAsync($"/api/v1/contacts/{person}/preferences");
                var sheet = await Audience.Read(blocks);
                var kept = sheet.GetProperty("blocks").EnumerateArray().Select(block => new { channel = Text(block, "channel"), topic = Text(block, "topic"), listId = Text(block, "listId"), reason = Text(block, "reason") });
                var choices = sheet.GetProperty("preferences").EnumerateArray().Select(choice => new { channel = Text(choice, "channel"), topic = Text(choice, "topic"), choice = Text(choice, "choice") });
                var wanted = new
                {
                    channel = act is "block email" or "block list" ? "email" : null,
                    topic = act == "block topic" ? "events" : null,
                    listId = act == "block list" ? list.ToString() : null,
                    reason = (string?)"Ei",
                };
                using (var put = new HttpRequestMessage(HttpMethod.Put, $"/api/v1/contacts/{person}/preferences") { Content = JsonContent.Create(new { preferences = choices, blocks = kept.Append(wanted).DistinctBy(block => (block.channel, block.topic, block.listId)) }) })
                {
                    put.Headers.TryAddWithoutValidation("If-Match", blocks.Headers.ETag!.Tag);
                    await Audience.Read(await officer.SendAsync(put));
                }

                break;
        }
    }

    private async Task Restrict(Guid person)
    {
        var answer = await people.Officer.PostAsJsonAsync($"/api/v1/contacts/{person}/restrict", new { reason = "Selvitys" });
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.OK).Or.EqualTo(HttpStatusCode.Conflict), "restricted now, or already");
    }

    private static string? Text(JsonElement block, string member) => block.TryGetProperty(member, out var value) ? value.GetString() : null;

    /// <summary>What stands with a person, a line each: what closes, what it may be mailed about, for what its data is held, and what waits for erasure.</summary>
    private static async Task<HashSet<string>> State(Guid person) =>
    [
        .. await Sql(
            """
            select concat_ws(' ', 'block', kind, coalesce(channel, '*'), coalesce(topic, '*'), coalesce(list_id::text, '*')) from consent.blocks where contact_id = $1 and lifted_at is null
            union all select 'objects ' || purpose from consent.objections where contact_id = $1 and lifted_at is null
            union all select 'restricted' from accounts.contacts where id = $1 and restricted_at is not null
            union all select 'no ' || purpose from consent.standings where contact_id = $1 and state in ('withdrawn', 'refused')
            union all select 'waits ' || purpose from consent.erasure_queue where contact_id = $1 and state = 'open'
            union all select 'active ' || purpose from consent.active_purpose where contact_id = $1
            union all select 'mail ' || t from unnest(array['events', 'newsletter']) t where consent.is_mailable($1, 'email', t)
            """,
            person),
    ];

    private static IEnumerable<string> Of(IEnumerable<string> state, string kind) => state.Where(line => line.StartsWith($"{kind} ", StringComparison.Ordinal)).Select(line => line[(kind.Length + 1)..]);

    private static IEnumerable<string> Closed(IEnumerable<string> state) => state.Where(line => line.Split(' ')[0] is "block" or "objects" or "restricted" or "no");
}
