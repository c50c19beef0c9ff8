using Karelia.Crm.Kernel;

namespace Karelia.Crm.Tests.Alumni;

/// <summary>Who could lecture on forestry on 12 March in Joensuu: with reasons, by name.</summary>
internal sealed class CandidatesTests
{
    private readonly Graduates graduates = new();

    // The made-up task is each test's own: other tests have alumni too.
    private string Mine => $"Tehtävä{graduates.Family}";

    [TestCase("form=guest-lecture", "Ada,Bertta,Dora")]
    [TestCase("form=mentor", "Cecilia")]
    [TestCase("programme=forestry", "Ada,Cecilia,Dora")]
    [TestCase("programme=forestry&form=guest-lecture", "Ada,Dora")]
    [TestCase("region=north-karelia", "Ada,Bertta,Dora")]
    [TestCase("town=Joensuu", "Ada,Dora")]
    [TestCase("freeOn=2027-03-12", "Bertta,Cecilia,Dora")]
    [TestCase("freeOn=2027-03-13", "Ada,Bertta,Cecilia,Dora")]
    [TestCase("notContactedSince=2026-01-01", "Bertta,Cecilia,Dora")]
    [TestCase("channel=email", "")]
    public async Task Each_part_of_the_question_narrows_the_answer(string part, string expected)
    {
        await Four();

        Assert.That(await Names(part), Is.EqualTo(expected));
    }

    [TestCase("forestry")]
    [TestCase("metsä")]
    public async Task A_word_finds_the_field_under_any_name_of_the_programme(string word)
    {
        await graduates.Add("Vieras", "Metsätalouden koulutusohjelma", task: Mine);

        Assert.That(await Names("", $"{Mine} {word}"), Is.EqualTo("Vieras"));
    }

    [Test]
    public async Task Every_answer_says_why()
    {
        var ada = (await Four())[0];

        var found = (await graduates.Get($"/alumni/candidates?form=guest-lecture&q={Mine}&programme=forestry&region=north-karelia&freeOn=2027-03-13")).GetProperty("items").EnumerateArray().First();

        Assert.That(found.GetProperty("contactId").GetGuid(), Is.EqualTo(ada));
        var reasons = found.GetProperty("reasons").EnumerateArray().ToDictionary(reason => reason.GetProperty("code").GetString()!);
        Assert.That(reasons.Keys, Is.EqualTo(new[] { "offers", "work", "lives", "contacted", "free" }).Or.EqualTo(new[] { "offers", "degree", "work", "lives", "contacted", "free" }));
        Assert.That(reasons["lives"].GetProperty("value").GetString(), Is.EqualTo("Joensuu"));
        Assert.That(reasons["contacted"].GetProperty("day").GetString(), Is.EqualTo("2026-05-01"));
    }

    [Test]
    public async Task Nor_are_those_who_withdrew_their_consent()
    {
        var people = await Four();
        foreach (var kind in new[] { "given", "withdrawn" })
            await Graduates.Json(await graduates.Post($"/contacts/{people[0]}/consents", new { purpose = "alumni", kind, source = "staff", text = "Suostun." }));

        Assert.That(await Names(""), Does.Not.Contain("Ada").And.Contain("Dora"));
    }

    [Test]
    public async Task Passive_and_restricted_people_are_not_offered()
    {
        var people = await Four();
        await Graduates.Json(await Crm.As(Role.CustomerManager).PostAsync($"/api/v1/contacts/{people[0]}/passivate", System.Net.Http.Json.JsonContent.Create(new { reason = "Testi" })));
        await Graduates.Sql($"update accounts.contacts set restricted_at = now() where id = '{people[1]}'");

        Assert.That(await Names(""), Is.EqualTo("Cecilia,Dora"));
    }

    private async Task<List<Guid>> Four()
    {
        List<Guid> ids =
        [
            await graduates.Add("Ada", "Metsätalous", 2015, "guest-lecture", "Joensuu", "80100", Mine), await graduates.Add("Bertta", "Liiketalous", 2019, "guest-lecture", "Nurmes", "75500", Mine),
            await graduates.Add("Cecilia", "Metsätalouden koulutusohjelma", 2001, "mentor", "Helsinki", "00100", Mine), await graduates.Add("Dora", "Metsätalous", 1999, "guest-lecture", "Joensuu", null, Mine),
        ];
        await Graduates.Json(await graduates.Post($"/alumni/{ids[0]}/requests", new { form = "guest-lecture", topic = "Metsän uudistaminen", askedOn = "2026-05-01", heldOn = "2027-03-12", state = "accepted" }));
        return ids;
    }

    private async Task<string> Names(string part, string? q = null) => string.Join(
        ',', (await graduates.Get($"/alumni/candidates?q={q ?? Mine}&{part}".TrimEnd('&'))).GetProperty("items").EnumerateArray().Select(found => found.GetProperty("firstNames").GetString()));
}
