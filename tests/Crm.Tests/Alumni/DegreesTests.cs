using System.Net;
using Karelia.Crm.Kernel;

namespace Karelia.Crm.Tests.Alumni;

/// <summary>Several degrees a person, in the words of their time, and the programme's code beside them.</summary>
internal sealed class DegreesTests
{
    private readonly Graduates graduates = new();

    [TestCase("Metsätalous", "forestry")]
    [TestCase("METSÄTALOUDEN koulutusohjelma", "forestry")]
    [TestCase("Metsätalouden tutkinto-ohjelma", "forestry")]
    [TestCase("Degree Programme in Forestry", "forestry")]
    [TestCase("Puunjalostus", null)]
    public async Task The_words_stay_and_lead_to_a_programme_when_they_name_one(string words, string? code)
    {
        var id = await graduates.Add("Aino");

        var alumnus = await Graduates.Json(await graduates.Post($"/alumni/{id}/degrees", new { programme = words, institution = "PKAMK", degree = "Insinööri", graduatedYear = 2022 }));

        var degree = alumnus.GetProperty("degrees")[0];
        Assert.That(degree.GetProperty("programme").GetString(), Is.EqualTo(words));
        Assert.That(degree.GetProperty("programmeCode").GetString(), Is.EqualTo(code));
        Assert.That(degree.GetProperty("institutionCode").GetString(), Is.EqualTo("karelia"));
        Assert.That((await graduates.Get($"/alumni/{id}")).GetProperty("degrees")[0].GetProperty("programmeCode").GetString(), Is.EqualTo(code));
    }

    [Test]
    public async Task Degrees_are_changed_and_taken_away_one_by_one_and_the_history_tells()
    {
        var id = await graduates.Add("Bertta");
        var two = await Graduates.Json(await graduates.Post($"/alumni/{id}/degrees", new { programme = "Liiketalous", graduatedYear = 2020 }));
        var (version, added) = (two.GetProperty("version").GetInt64(), two.GetProperty("degrees")[0].GetProperty("id").GetGuid());

        var changed = await Graduates.Json(await graduates.Change(HttpMethod.Patch, $"/alumni/{id}/degrees/{added}", version, new { programme = "Tietojenkäsittelyn koulutusohjelma" }));
        Assert.That(changed.GetProperty("degrees")[0].GetProperty("programmeCode").GetString(), Is.EqualTo("computing"));
        Assert.That((await graduates.Change(HttpMethod.Delete, $"/alumni/{id}/degrees/{added}", version)).StatusCode, Is.EqualTo(HttpStatusCode.PreconditionFailed));
        var left = await Graduates.Json(await graduates.Change(HttpMethod.Delete, $"/alumni/{id}/degrees/{added}", version + 1));

        Assert.That(left.GetProperty("degrees").GetArrayLength(), Is.EqualTo(1));
        var history = (await graduates.Get($"/alumni/{id}/history?field=degrees.programme")).GetProperty("items").EnumerateArray().Select(change => change.GetProperty("kind").GetString());
        Assert.That(history, Is.EqualTo(new[] { "deleted", "modified", "added" }));
    }

    [Test]
    public async Task When_the_list_learns_a_name_the_degrees_that_have_it_are_found()
    {
        var (name, code) = ($"Keksityn alan koulutus {graduates.Family}", $"k{Guid.CreateVersion7():n}");
        var id = await graduates.Add("Cecilia", name);
        Assert.That((await graduates.Get($"/alumni/{id}")).GetProperty("degrees")[0].GetProperty("programmeCode").GetString(), Is.Null);
        await Graduates.Json(await Crm.As(Role.CustomerManager).PostAsync($"/api/v1/contacts/{id}/passivate", System.Net.Http.Json.JsonContent.Create(new { reason = "Testi" })));

        await Graduates.Json(await graduates.Post("/code-lists/programmes/codes", new { code, fi = $"Keksitty ala {code}", en = $"Invented {code}", aliases = new[] { name } }));

        Assert.That((await graduates.Get($"/alumni/{id}")).GetProperty("degrees")[0].GetProperty("programmeCode").GetString(), Is.EqualTo(code));
    }
}
