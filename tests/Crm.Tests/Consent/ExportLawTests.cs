using System.Collections.Concurrent;
using System.Net;
using System.Text.Json;
using CsCheck;

namespace Karelia.Crm.Tests.Consent;

/// <summary>The first law: an export holds only people with a basis for that topic, not blocked, objecting, restricted or passive, at its own snapshot.</summary>
internal sealed class ExportLawTests
{
    private static readonly string[] purposes = ["email.alumni", "email.events", "alumni"];
    private static readonly string[] acts = ["given", "withdrawn", "refused", "confirmed", "block", "lift", "passivate", "activate", "restrict", "release"];

    [Test]
    public async Task Whatever_people_and_staff_do_an_export_holds_exactly_those_who_may_be_written_to()
    {
        var act = Gen.Select(Gen.Int[0, 2], Gen.Int[0, acts.Length - 1].Select(i => acts[i]), Gen.Int[0, purposes.Length - 1].Select(i => purposes[i]));
        await act.Array[1, 14].SampleAsync(Holds, iter: 40, threads: 4);
    }

    [Test]
    public async Task An_export_never_holds_who_said_no_before_it_began()
    {
        var people = new Audience();
        var willing = await Task.WhenAll(Enumerable.Range(0, 48).Select(_ => people.Willing("events")));
        var saidNo = new ConcurrentDictionary<Guid, bool>();
        var left = willing.Length;

        async Task SayNo(IEnumerable<Guid> some)
        {
            foreach (var person in some)
            {
                if (person.ToByteArray()[15] % 2 == 0)
                    await people.Says(person, "withdrawn", "email.events");
                else
                    await people.Block(person, new { reason = "No" });
                saidNo[person] = true;
                Interlocked.Decrement(ref left);
            }
        }

        var (rounds, disclosed) = (0, 0);
        async Task ExportAllTheTime()
        {
            for (var last = false; !last; Interlocked.Increment(ref rounds))
            {
                last = Volatile.Read(ref left) == 0;
                var no = saidNo.Keys.ToArray();
                var export = await people.Export("events");
                var held = await Disclosed(export.GetProperty("id").GetGuid());
                Assert.That(held.Intersect(no), Is.Empty);
                Assert.That((await people.Mailed(export)).Intersect(no), Is.Empty);
                Interlocked.Add(ref disclosed, held.Length);
            }
        }

        await Task.WhenAll(willing.Chunk(12).Select(SayNo).Concat(Enumerable.Range(0, 4).Select(_ => ExportAllTheTime())));
        Assert.That(rounds, Is.GreaterThan(4));
        Assert.That(disclosed, Is.GreaterThan(0), "the race was never run");
    }

    private static async Task Holds((int Who, string Act, string Purpose)[] sequence)
    {
        var people = new Audience();
        var ids = new[] { await people.Person(), await people.Person(), await people.Person() };
        var model = ids.Select(_ => new Modelled()).ToArray();
        foreach (var (who, act, purpose) in sequence)
        {
            var isDone = await Do(people, ids[who], act, purpose, model[who].IsRestricted);
            Assert.That(isDone, Is.EqualTo(model[who].Do(act, purpose)), $"{act} {purpose}");
        }

        foreach (var topic in new[] { "alumni", "events" })
        {
            var export = await people.Export(topic);
            var expected = model.Select(m => m.Reason(topic)).ToArray();
            Assert.That(await people.Mailed(export), Is.EquivalentTo(ids.Where((_, i) => expected[i] == "")), topic);
            foreach (var reason in new[] { "noBasis", "withdrawn", "blocked", "passive", "noAddress" })
                Assert.That(export.GetProperty("excluded").GetProperty(reason).GetInt32(), Is.EqualTo(expected.Count(e => e == reason)), $"{topic} {reason}");
        }
    }

    private static async Task<bool> Do(Audience people, Guid person, string act, string purpose, bool isRestricted)
    {
        switch (act)
        {
            case "passivate" or "activate":
                await Audience.Sql("update accounts.contacts set is_passive = $2 where id = $1 and is_passive <> $2", person, act == "passivate");
                return true;
            case "restrict" or "release":
                await Audience.Sql($"update accounts.contacts set restricted_at = {(act == "restrict" ? "now()" : "null")} where id = $1 and not is_passive", person);
                return true;
            case "block" or "lift" when isRestricted:
                return false;
            case "block" or "lift":
                var now = await Audience.Read(await people.Communications.GetAsync($"/api/v1/contacts/{person}/preferences"));
                var choices = now.GetProperty("preferences").EnumerateArray().Select(p => JsonSerializer.Deserialize<Dictionary<string, object?>>(p)!)
                    .Select(p => new { channel = p["channel"], topic = p["topic"], choice = p["choice"] });
                object[] blocks = act == "block" ? [new { channel = "email", reason = "No" }] : [];
                return (await people.SetPreferences(person, choices, blocks)).StatusCode == HttpStatusCode.OK;
            default:
                return (await people.TrySay(person, act, purpose)).StatusCode == HttpStatusCode.Created;
        }
    }

    private static async Task<Guid[]> Disclosed(Guid export)
    {
        await using var command = Crm.Database.CreateCommand("select coalesce(array_agg(contact_id), '{}') from consent.disclosed_contacts where disclosure_id = $1");
        command.Parameters.Add(new() { Value = export });
        return (Guid[])(await command.ExecuteScalarAsync())!;
    }

    /// <summary>A person in plain words.</summary>
    private sealed class Modelled
    {
        private readonly Dictionary<string, string> said = [];
        private bool isBlocked;
        private bool isPassive;

        public bool IsRestricted { get; private set; }

        public bool Do(string act, string purpose)
        {
            switch (act)
            {
                case "passivate" or "activate":
                    isPassive = act == "passivate";
                    return true;
                case "restrict" or "release":
                    IsRestricted = isPassive ? IsRestricted : act == "restrict";
                    return true;
                case var _ when IsRestricted:
                    return false;
                case "block":
                    return isBlocked = true;
                case "lift":
                    if (isPassive && isBlocked)
                        return false;
                    isBlocked = false;
                    return true;
                case "given" or "confirmed" when isPassive:
                    return false;
                case "confirmed" when !Holds(purpose):
                    return false;
                default:
                    said[purpose] = act;
                    if (purpose == "alumni" && IsNo("alumni") && Holds("email.alumni"))
                        said["email.alumni"] = "withdrawn";
                    return true;
            }
        }

        public string Reason(string topic) =>
            IsRestricted ? "noBasis"
            : isPassive ? "passive"
            : isBlocked ? "blocked"
            : IsNo($"email.{topic}") || (topic == "alumni" && IsNo("alumni")) ? "withdrawn"
            : Holds($"email.{topic}") ? ""
            : "noBasis";

        private bool Holds(string purpose) => said.GetValueOrDefault(purpose) is "given" or "confirmed";

        private bool IsNo(string purpose) => said.GetValueOrDefault(purpose) is "withdrawn" or "refused";
    }
}
