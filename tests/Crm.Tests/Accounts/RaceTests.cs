using System.Globalization;
using System.Net;

namespace Karelia.Crm.Tests.Accounts;

/// <summary>Two at once on the same record, as often as CRM_RACE_ROUNDS says; races of merges and erasures stand with those.</summary>
internal sealed class RaceTests
{
    private readonly Diary diary = new();

    public static int Rounds { get; } = int.Parse(Environment.GetEnvironmentVariable("CRM_RACE_ROUNDS") ?? "12", CultureInfo.InvariantCulture);

    [Test]
    public async Task Of_two_edits_of_one_version_one_is_written_and_the_other_told()
    {
        for (var round = 0; round < Rounds; round++)
        {
            var path = $"/contacts/{await diary.APerson()}";
            var answers = await Task.WhenAll(diary.Patch(path, new { firstNames = "Eka" }, "\"1\""), diary.Patch(path, new { calledName = "Aino" }, "\"1\""));
            var person = await diary.Get(path);

            Assert.That(answers.Select(answer => answer.StatusCode), Is.EquivalentTo(new[] { HttpStatusCode.OK, HttpStatusCode.PreconditionFailed }), $"round {round}");
            Assert.That(person.GetProperty("calledName").GetString(), Is.EqualTo(answers[1].IsSuccessStatusCode ? "Aino" : null), $"round {round}");
            Assert.That(person.GetProperty("version").GetInt64(), Is.EqualTo(2), $"round {round}");
        }
    }

    [Test]
    public async Task What_is_linked_while_a_person_is_made_passive_is_linked_or_refused()
    {
        for (var round = 0; round < Rounds; round++)
        {
            var (person, account) = (await diary.APerson(), await diary.AnOrganisation());
            var passivated = diary.Try($"/contacts/{person}/passivate", new { reason = "Lähti" });
            var noted = diary.Try("/activities", new { kind = "note", subject = "Kilpa", contactIds = new[] { person } });
            var placed = diary.Try($"/contacts/{person}/affiliations", new { accountId = account });
            await Task.WhenAll(passivated, noted, placed);

            // Seldom, once in some hundred rounds, it is told to repeat, and then it is done.
            if ((await passivated).StatusCode == HttpStatusCode.PreconditionFailed)
                passivated = diary.Try($"/contacts/{person}/passivate", new { reason = "Lähti" });
            Assert.That((await passivated).StatusCode, Is.EqualTo(HttpStatusCode.OK), $"round {round}: {await (await passivated).Content.ReadAsStringAsync()}");
            foreach (var linked in new[] { await noted, await placed })
            {
                if (linked.StatusCode != HttpStatusCode.Created)
                    await Twins.Refused(linked, HttpStatusCode.Conflict, "passive-record");
            }

            Assert.That(await diary.List($"/activities?contactId={person}"), Has.Length.EqualTo((await noted).IsSuccessStatusCode ? 1 : 0), $"round {round}");
            Assert.That((await diary.Get($"/contacts/{person}")).GetProperty("affiliations").GetArrayLength(), Is.EqualTo((await placed).IsSuccessStatusCode ? 1 : 0), $"round {round}");
            await Twins.Refused(await diary.Try("/activities", new { kind = "note", subject = "Myöhässä", contactIds = new[] { person } }), HttpStatusCode.Conflict, "passive-record");
        }
    }

    [Test]
    public async Task Of_two_deletions_or_an_edit_beside_one_nothing_is_half_done()
    {
        for (var round = 0; round < Rounds; round++)
        {
            var person = await diary.APerson();
            var path = $"/activities/{Diary.Id(await diary.Write(new { kind = "note", subject = "Kilpa", contactIds = new[] { person } }))}";
            var answers = await Task.WhenAll(diary.Delete(path, version: "\"1\""), diary.Patch(path, new { text = "Vielä" }, "\"1\""), diary.Delete(path, version: "\"1\""));

            var gone = answers[0].IsSuccessStatusCode || answers[2].IsSuccessStatusCode;
            Assert.That(answers.Count(answer => answer.IsSuccessStatusCode), Is.EqualTo(1), $"round {round}: {string.Join(", ", answers.Select(answer => (int)answer.StatusCode))}");
            Assert.That(answers.Where(answer => !answer.IsSuccessStatusCode).Select(answer => answer.StatusCode), Is.All.AnyOf(HttpStatusCode.PreconditionFailed, HttpStatusCode.NotFound), $"round {round}");
            Assert.That((await diary.Manager.GetAsync($"/api/v1{path}")).StatusCode, Is.EqualTo(gone ? HttpStatusCode.NotFound : HttpStatusCode.OK), $"round {round}");
            Assert.That(await Twins.Sql("select id::text from accounts.activity_contacts where contact_id = $1", Guid.Parse(person)), Has.Count.EqualTo(gone ? 0 : 1), $"round {round}");
        }
    }
}
