using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Karelia.Crm.Tests.Consent;
using static Karelia.Crm.Tests.Accounts.Twins;

namespace Karelia.Crm.Tests.Accounts;

/// <summary>Whatever is added, edited, made passive, merged and taken back: no row is lost, nobody is there twice, nobody becomes mailable by a merge.</summary>
internal sealed class MergeLawTests
{
    [TestCase(1)]
    [TestCase(2)]
    [TestCase(3)]
    [TestCase(5)]
    [TestCase(8)]
    [TestCase(13)]
    public async Task The_laws_hold_after_each_step(int seed)
    {
        var register = new Register(new Random(seed));
        await register.Open();
        for (var step = 0; step < 30; step++)
        {
            var act = await register.Step();
            await register.Check($"seed {seed}, step {step}: {act}");
        }
    }

    /// <summary>Four people and two organisations, and what they should hold.</summary>
    private sealed class Register(Random chance)
    {
        private readonly Audience people = new();
        private readonly Dictionary<Guid, Person> model = [];
        private readonly Stack<(JsonElement Merge, Dictionary<Guid, Person> Before)> merges = [];
        private readonly HashSet<string> rows = [];
        private readonly List<Guid> accounts = [];

        public async Task Open()
        {
            for (var i = 0; i < 4; i++)
                model[await people.Person(email: null)] = new();
            accounts.AddRange([await AnAccount(), await AnAccount()]);
        }

        public async Task<string> Step()
        {
            var (id, person) = Any();
            switch (chance.Next(9))
            {
                case 0 or 1:
                    // Few addresses, so that people share them.
                    var address = $"{people.Name.ToLowerInvariant()}.{chance.Next(5)}@example.com";
                    var done = await Patch(id, new { emails = person.Emails.Append(address).Distinct().Select(a => new { address = a, kind = "work" }) });
                    Assert.That(done, Is.EqualTo(person.IsPassive ? HttpStatusCode.Conflict : HttpStatusCode.OK));
                    if (!person.IsPassive)
                        person.Emails.Add(address);
                    return "address";
                case 2 or 3:
                    var place = await Manager.PostAsJsonAsync($"/api/v1/contacts/{id}/affiliations", new { accountId = accounts[chance.Next(2)], title = $"Tehtävä {Guid.CreateVersion7()}" });
                    Assert.That(place.StatusCode, Is.EqualTo(person.IsPassive ? HttpStatusCode.Conflict : HttpStatusCode.Created));
                    if (!person.IsPassive)
                    {
                        var row = (await Done(place)).GetProperty("id").GetString()!;
                        person.Places.Add(row);
                        rows.Add(row);
                    }

                    return "place";
                case 4:
                    var act = person.IsPassive ? "activate" : "passivate";
                    await Done(await Manager.PostAsJsonAsync($"/api/v1/contacts/{id}/{act}", new { reason = "Syy" }));
                    person.IsPassive = !person.IsPassive;
                    return act;
                case 5:
                    var kind = chance.Next(3) == 0 ? "withdrawn" : "given";
                    await people.TrySay(id, kind, "email.events");
                    return kind;
                case 6 when merges.Count > 0:
                    return await TakeBack();
                default:
                    return await MergeSome(id, person);
            }
        }

        public async Task Check(string when)
        {
            var listed = await Get($"/contacts?q={people.Name}");
            Assert.That(listed.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("id").GetGuid()), Is.EquivalentTo(model.Keys), $"{when}: nobody twice, nobody missing");
            foreach (var (id, person) in model)
            {
                var now = await Get($"/contacts/{id}");
                Assert.That(now.GetProperty("emails").Of("address"), Is.EquivalentTo(person.Emails), when);
                Assert.That(now.GetProperty("emails").EnumerateArray().Count(e => e.GetProperty("isPrimary").GetBoolean()), Is.EqualTo(Math.Min(person.Emails.Count, 1)), $"{when}: one primary");
                Assert.That(now.GetProperty("affiliations").Of("id"), Is.EquivalentTo(person.Places), when);
                Assert.That(now.GetProperty("isPassive").GetBoolean(), Is.EqualTo(person.IsPassive), when);
            }

            Assert.That(await Sql("select id from accounts.affiliations where id = any($1)", (object)rows.Select(Guid.Parse).ToArray()), Is.EquivalentTo(rows), $"{when}: no row is lost");
        }

        private async Task<string> MergeSome(Guid id, Person person)
        {
            var others = model.Keys.Where(other => other != id).OrderBy(_ => chance.Next()).Take(1 + chance.Next(2)).ToArray();
            if (others.Length == 0)
                return "nobody to merge";
            var (mailable, no) = (await Mailable([id, .. others]), (await Task.WhenAll(others.Append(id).Select(one => people.Standing(one, "email.events")))).Contains("withdrawn"));
            var answer = await TryMerge("contacts", id, others);
            if (person.IsPassive)
            {
                await Refused(answer, HttpStatusCode.Conflict, "passive-record");
                return "merge into a passive one";
            }

            merges.Push((await Done(answer), model.ToDictionary(pair => pair.Key, pair => pair.Value.Copy())));
            foreach (var other in others)
            {
                person.Emails.UnionWith(model[other].Emails);
                person.Places.UnionWith(model[other].Places);
                model.Remove(other);
            }

            Assert.That(mailable || !await Mailable([id]), "somebody became mailable by a merge");
            Assert.That(await people.Standing(id, "email.events") == "withdrawn", Is.EqualTo(no), "the stricter consent wins");
            return $"merge {others.Length}";
        }

        private async Task<string> TakeBack()
        {
            var (merge, before) = merges.Pop();
            var (survivor, others) = (merge.GetProperty("survivorId").GetGuid(), merge.GetProperty("otherIds").EnumerateArray().Select(id => id.GetGuid()).ToList());
            await Undo(merge);
            // The others have what they had; the survivor what it had, and what came later.
            var (was, now) = (before[survivor], model[survivor]);
            now.Emails.ExceptWith(others.SelectMany(id => before[id].Emails).Except(was.Emails));
            now.Places.ExceptWith(others.SelectMany(id => before[id].Places));
            foreach (var other in others)
                model[other] = before[other];
            return "undo";
        }

        private static async Task<bool> Mailable(Guid[] ids) => (await Sql("select bool_or(consent.is_mailable(c, 'email', 'events')) from unnest($1::uuid[]) c", (object)ids))[0] == "True";

        private (Guid, Person) Any()
        {
            var (id, person) = model.OrderBy(pair => pair.Key).ElementAt(chance.Next(model.Count));
            return (id, person);
        }

        private static async Task<HttpStatusCode> Patch(Guid id, object changes)
        {
            using var patch = new HttpRequestMessage(HttpMethod.Patch, $"/api/v1/contacts/{id}") { Content = JsonContent.Create(changes) };
            patch.Headers.TryAddWithoutValidation("If-Match", (await Manager.GetAsync($"/api/v1/contacts/{id}")).Headers.ETag!.Tag);
            return (await Manager.SendAsync(patch)).StatusCode;
        }
    }

    private sealed class Person
    {
        public HashSet<string> Emails { get; init; } = [];
        public HashSet<string> Places { get; init; } = [];
        public bool IsPassive { get; set; }

        public Person Copy() => new() { Emails = [.. Emails], Places = [.. Places], IsPassive = IsPassive };
    }
}
