using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using CsCheck;

namespace Karelia.Crm.Tests.Consent;

/// <summary>Laws of target groups and of the lists made from them.</summary>
internal sealed class GroupLawTests
{
    private static readonly string[] roles = ["customer", "partner", "alumnus"];
    private static readonly string[] languages = ["fi", "en"];
    private static readonly string[] purposes = ["email.events", "email.newsletter"];
    private readonly Audience people = new();

    private sealed record Modelled(Guid Id, string Language, string? Role, string? Given, int[] Graduated);

    [Test]
    public async Task Whatever_the_definition_the_group_holds_whom_plain_words_mean()
    {
        var some = new List<Modelled>();
        for (var i = 0; i < 12; i++)
            some.Add(await Make(languages[i % 2], i % 4 == 3 ? null : roles[i % 4], i % 3 == 2 ? null : purposes[i % 3], i % 2 == 0 ? [] : [2000 + i, 2010]));
        var leaf = Gen.OneOf(
            Gen.Int[0, 2].Array[1, 2].Select(pick => Leaf("contact.role", pick.Select(i => roles[i]))), Gen.Int[0, 1].Select(pick => Leaf("contact.language", [languages[pick]])),
            Gen.Int[0, 1].Select(pick => Leaf("consent.given", [purposes[pick]])), Gen.Select(Gen.Int[1999, 2012], Gen.Int[0, 8]).Select((from, span) => (JsonNode)new JsonObject { ["field"] = "alumni.graduated", ["from"] = $"{from}", ["to"] = $"{from + span}" }));
        var tree = Gen.Recursive<JsonNode>((depth, below) => depth >= 3 ? leaf : Gen.OneOf(leaf, Gen.Select(Gen.Int[0, 2], below.Array[0, 3]).Select((kind, parts) =>
            (JsonNode)new JsonObject { [kind switch { 0 => "all", 1 => "any", _ => "none" }] = new JsonArray([.. parts.Select(part => part.DeepClone())]) })));

        await tree.SampleAsync(
            async definition =>
            {
                var mine = new JsonObject { ["all"] = new JsonArray(new JsonObject { ["field"] = "contact.name", ["contains"] = people.Name }, definition.DeepClone()) };
                var counted = await Audience.Read(await people.Communications.PostAsJsonAsync("/api/v1/target-groups/count", new { definition = mine, examples = 20 }));
                var expected = some.Where(person => Holds(person, definition)).Select(person => person.Id).ToList();
                Assert.That(counted.GetProperty("examples").EnumerateArray().Select(person => person.GetProperty("contactId").GetGuid()), Is.EquivalentTo(expected), definition.ToJsonString());
                Assert.That(counted.GetProperty("count").GetInt32(), Is.EqualTo(expected.Count));
            },
            iter: 150, threads: 4, print: definition => definition.ToJsonString());
    }

    /// <summary>A person is out from when the no is acknowledged until a yes is asked for; odd numbers say out. Whoever was out all through an export is in none.</summary>
    [Test]
    public async Task A_thousand_exports_racing_with_every_kind_of_no_hold_nobody_who_was_out()
    {
        const int Exports = 1000;
        var ids = await Task.WhenAll(Enumerable.Range(0, 40).Select(_ => people.Willing("events")));
        var place = ids.Select((id, i) => (id, i)).ToDictionary(pair => pair.id, pair => pair.i);
        var epochs = new int[ids.Length];
        var groups = new[] { await Group(new { field = "contact.name", contains = people.Name }), await Group(null) };
        await Audience.Read(await people.Communications.PostAsJsonAsync($"/api/v1/target-groups/{groups[1]}/members", new { act = "add", contactIds = ids }));
        var (left, held, acts) = (Exports, 0, 0);

        async Task SayNoAndYes(int[] mine, int seed)
        {
            var random = new Random(seed);
            while (Volatile.Read(ref left) > 0)
            {
                var i = mine[random.Next(mine.Length)];
                var kind = random.Next(i % 10 == 0 ? 6 : 5);
                if (Volatile.Read(ref epochs[i]) % 2 != 0)
                    continue;
                await Act(ids[i], kind, true);
                Interlocked.Increment(ref epochs[i]);
                Interlocked.Increment(ref acts);
                await Task.Delay(random.Next(60));
                if (kind == 5)
                    continue;
                Interlocked.Increment(ref epochs[i]);
                await Act(ids[i], kind, false);
            }
        }

        async Task Export()
        {
            while (Interlocked.Decrement(ref left) is var number && number >= 0)
            {
                var before = epochs.Select((_, i) => Volatile.Read(ref epochs[i])).ToArray();
                var answer = await people.Communications.PostAsJsonAsync(
                    "/api/v1/mailing-list-exports", new { name = "Kilpa", targetGroupId = groups[number % 10 == 0 ? 0 : 1], channel = "email", topic = "events", purpose = "Test", recipient = "liana" });
                // An export that met a passivation three times running gives up and says so; nothing has left then.
                if (answer.StatusCode == HttpStatusCode.Conflict)
                {
                    Assert.That(await answer.Content.ReadAsStringAsync(), Does.Contain("/problems/busy"));
                    Interlocked.Increment(ref left);
                    continue;
                }

                var export = await Audience.Read(answer);
                var id = export.GetProperty("id").GetGuid();
                var listed = number % 50 == 0 ? await people.Mailed(export) : await Disclosed(id);
                var wrong = listed.Where(person => before[place[person]] % 2 != 0 && Volatile.Read(ref epochs[place[person]]) == before[place[person]]).ToList();
                Assert.That(wrong, Is.Empty, $"export {number}");
                Interlocked.Add(ref held, listed.Length);
            }
        }

        // Who fails stops the others.
        async Task Run(Func<Task> racer)
        {
            try
            {
                await racer();
            }
            catch
            {
                Volatile.Write(ref left, 0);
                throw;
            }
        }

        await Task.WhenAll(Enumerable.Range(0, 4).Select(part => Run(() => SayNoAndYes([.. Enumerable.Range(part * 10, 10)], part))).Concat(Enumerable.Range(0, 4).Select(_ => Run(Export))));
        Assert.That(acts, Is.GreaterThan(40), "the race was never run");
        Assert.That(held, Is.GreaterThan(Exports), "nobody was ever in");
    }

    private async Task Act(Guid person, int kind, bool isNo)
    {
        switch (kind)
        {
            case 0:
                await people.Says(person, isNo ? "withdrawn" : "given", "email.events");
                break;
            case 1:
                await Audience.Read(await people.Communications.PostAsJsonAsync($"/api/v1/contacts/{person}/objection", new { act = isNo ? "object" : "take-back", reason = "Race", source = "test" }));
                break;
            case 2:
                await people.Block(person, isNo ? [new { channel = "email", topic = "events", reason = "Race" }] : []);
                break;
            case 3:
                await Audience.Read(await people.Officer.PostAsJsonAsync($"/api/v1/contacts/{person}/{(isNo ? "restrict" : "lift-restriction")}", new { reason = "Race" }));
                break;
            case 4:
                await Audience.Read(await people.Manager.PostAsJsonAsync($"/api/v1/contacts/{person}/{(isNo ? "passivate" : "activate")}", new { reason = "Race" }));
                break;
            default:
                await Audience.Read(await people.Officer.PostAsJsonAsync($"/api/v1/contacts/{person}/erase", new { reason = "Race" }));
                break;
        }
    }

    private async Task<Guid> Group(object? definition) =>
        (await Audience.Read(await people.Communications.PostAsJsonAsync("/api/v1/target-groups", new { name = $"Kilpa {people.Name}", definition }))).GetProperty("id").GetGuid();

    private async Task<Modelled> Make(string language, string? role, string? given, int[] graduated)
    {
        var person = (await Audience.Read(await people.Manager.PostAsJsonAsync("/api/v1/contacts", new { lastName = people.Name, firstNames = "Malli", language }))).GetProperty("id").GetGuid();
        if (role is not null)
            await Audience.Sql("insert into accounts.contact_roles (id, contact_id, role, basis, source, started_on) values (gen_random_uuid(), $1, $2, 'contract', 'test', '2025-01-01')", person, role);
        if (given is not null)
            await people.Says(person, "given", given);
        if (graduated.Length > 0)
            await Audience.Sql("insert into alumni.alumni (contact_id, source, registered_at, updated_at, version) values ($1, 'test', now(), now(), 1)", person);
        foreach (var year in graduated)
            await Audience.Sql("insert into alumni.degrees (id, contact_id, programme, graduated_year) values (gen_random_uuid(), $1, 'Malli', $2)", person, year);
        return new(person, language, role, given, graduated);
    }

    private static JsonObject Leaf(string field, IEnumerable<string> values) => new JsonObject { ["field"] = field, ["is"] = new JsonArray([.. values.Select(value => (JsonNode)value)]) };

    private static bool Holds(Modelled person, JsonNode node)
    {
        if (node["all"] is JsonArray all)
            return all.All(part => Holds(person, part!));
        if (node["any"] is JsonArray any)
            return any.Any(part => Holds(person, part!));
        if (node["none"] is JsonArray none)
            return !none.Any(part => Holds(person, part!));
        var values = node["is"]?.AsArray().Select(value => value!.GetValue<string>()).ToList() ?? [];
        return node["field"]!.GetValue<string>() switch
        {
            "contact.role" => person.Role is { } role && values.Contains(role),
            "contact.language" => values.Contains(person.Language),
            "consent.given" => person.Given is { } given && values.Contains(given),
            _ => person.Graduated.Any(year => year >= int.Parse(node["from"]!.GetValue<string>(), null) && year <= int.Parse(node["to"]!.GetValue<string>(), null)),
        };
    }

    private static async Task<Guid[]> Disclosed(Guid export)
    {
        await using var command = Crm.Database.CreateCommand("select coalesce(array_agg(contact_id), '{}') from consent.disclosed_contacts where disclosure_id = $1");
        command.Parameters.Add(new() { Value = export });
        return (Guid[])(await command.ExecuteScalarAsync())!;
    }
}
