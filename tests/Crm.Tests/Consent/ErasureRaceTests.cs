using System.Net;
using System.Net.Http.Json;
using Karelia.Crm.Kernel;
using Karelia.Crm.Tests.Accounts;
using Karelia.Crm.Tests.Imports;

namespace Karelia.Crm.Tests.Consent;

/// <summary>Two at once: whichever wins, an erased person is erased, and nothing is left half done.</summary>
internal sealed class ErasureRaceTests
{
    [Test]
    public async Task A_merge_and_an_erasure()
    {
        var people = new Audience();
        for (var round = 0; round < RaceTests.Rounds; round++)
        {
            var (one, other) = (await people.Person(), await people.Person(firstNames: "Toinen"));

            var answers = await Task.WhenAll(
                Erase(people.Officer, one), people.Manager.PostAsJsonAsync($"/api/v1/contacts/{other}/merge", new { others = new[] { one } }));

            Assert.That(answers.Select(answer => (int)answer.StatusCode), Is.All.LessThan(500));
            Assert.That(answers[0].StatusCode, Is.EqualTo(HttpStatusCode.OK));
            // Merged first, both were one person when it was erased; else the other lives on.
            var merged = answers[1].StatusCode == HttpStatusCode.OK;
            Assert.That(await Count($"select count(*) from accounts.contact_emails where contact_id in ('{one}', '{other}')"), Is.EqualTo(merged ? 0L : 1L));
            Assert.That(await Count($"select count(*) from accounts.contacts where id in ('{one}', '{other}') and (last_name <> '' or erased_at is null)"), Is.EqualTo(merged ? 0L : 1L));
        }
    }

    [Test]
    public async Task An_export_and_an_erasure()
    {
        for (var round = 0; round < RaceTests.Rounds; round++)
        {
            var people = new Audience();
            var person = await people.Willing("newsletter");

            var export = people.Communications.PostAsJsonAsync("/api/v1/mailing-list-exports", people.Request("newsletter"));
            var erase = Erase(people.Officer, person);
            await Task.WhenAll(export, erase);

            Assert.That(erase.Result.StatusCode, Is.EqualTo(HttpStatusCode.OK), await erase.Result.Content.ReadAsStringAsync());
            Assert.That((int)export.Result.StatusCode, Is.LessThan(500));
            Assert.That(await Count($"select count(*) from consent.disclosed_contacts where contact_id = '{person}'"), Is.Zero);
            // Sent before: the recipient is told. Sent after: the person is not in it.
            var sent = export.Result.IsSuccessStatusCode && (await Audience.Read(export.Result)).GetProperty("included").GetInt32() == 1;
            Assert.That(await Count($"select count(*) from consent.erasure_notices where contact_id = '{person}'"), Is.EqualTo(sent ? 1L : 0L));
        }
    }

    [Test]
    public async Task An_import_and_an_erasure()
    {
        await using var desk = await Desk.Open();
        var officer = desk.As(Role.DataProtectionOfficer);
        for (var round = 0; round < RaceTests.Rounds; round++)
        {
            var email = $"rata{round}.{Guid.CreateVersion7():n}@example.com";
            var first = await desk.Upload(Imports.People.Sheet(new Line(email) { LastName = $"Rata{round}" }), $"eka{round}.xlsx");
            await desk.Run($"/imports/{first.Id}/commit");
            var id = await desk.Scalar<Guid>($"select contact_id from accounts.contact_emails where address = '{email}'");
            var again = await desk.Upload(Imports.People.Sheet(new Line(email) { LastName = $"Rata{round}", Employer = "Toinen Oy" }), $"toka{round}.xlsx");

            var commit = desk.Run($"/imports/{again.Id}/commit");
            await Task.Delay(round % 12 * 15);
            var erased = await Erase(officer, id);
            await commit;

            Assert.That(erased.StatusCode, Is.EqualTo(HttpStatusCode.OK), await erased.Content.ReadAsStringAsync());
            Assert.That(await desk.Scalar<long>($"select count(*) from accounts.contact_emails where address = '{email}'"), Is.Zero, $"round {round}");
            Assert.That(await desk.Scalar<long>($"select count(*) from accounts.contacts where id = '{id}' and erased_at is not null and last_name = ''"), Is.EqualTo(1L));
            Assert.That(await desk.Scalar<long>($"select count(*) from alumni.alumni where contact_id = '{id}'"), Is.Zero);
        }
    }

    private static Task<HttpResponseMessage> Erase(HttpClient officer, Guid id) => officer.PostAsJsonAsync($"/api/v1/contacts/{id}/erase", new { reason = "Pyyntö" });

    private static async Task<long> Count(string sql)
    {
        await using var command = Crm.Database.CreateCommand(sql);
        return (long)(await command.ExecuteScalarAsync())!;
    }
}
