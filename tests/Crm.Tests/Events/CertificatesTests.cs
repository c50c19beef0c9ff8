using System.IO.Compression;
using System.Net;
using Karelia.Crm.Tests.Accounts;
using UglyToad.PdfPig;

namespace Karelia.Crm.Tests.Events;

internal sealed class CertificatesTests
{
    private readonly Gathering hall = new();

    [Test]
    public async Task Those_who_came_get_a_certificate_each_in_their_language()
    {
        var one = await hall.AnEvent("continuing-education", "Ääni & liike", new { credits = 3, description = "Laulua ja tanssia." });
        var (came, stayedAway) = (await hall.Add(one, await hall.Diary.APerson("Öhman-Šimić"), new { organisation = "Esimerkki Oy" }), await hall.Add(one, await hall.Diary.APerson("Poissa")));
        await hall.Tick(one, Gathering.ATick(Diary.Id(came), "attended", DateTimeOffset.UtcNow));

        var finnish = await Text($"participantId={Diary.Id(came)}");
        var english = await Text($"participantId={Diary.Id(came)}&language=en");
        using var package = new ZipArchive(await hall.Manager.GetStreamAsync($"/api/v1/events/{one}/certificates"));
        var refused = await hall.Manager.GetAsync($"/api/v1/events/{one}/certificates?participantId={Diary.Id(stayedAway)}");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(finnish, Does.Contain("Osallistumistodistus").And.Contain("Öhman-Šimić").And.Contain("Ääni & liike").And.Contain("3 opintopistettä").And.Contain("Esimerkki Oy").And.Contain("3 tuntia"));
            Assert.That(english, Does.Contain("Certificate of participation").And.Contain("3 ECTS credits"));
            Assert.That(package.Entries.Select(entry => entry.Name), Is.EqualTo(new[] { $"Öhman-Šimić {Gathering.Text(came, "firstNames")}.pdf" }));
            Assert.That(refused.StatusCode, Is.EqualTo(HttpStatusCode.Conflict));
        }

        async Task<string> Text(string query)
        {
            using var pdf = PdfDocument.Open(await hall.Manager.GetByteArrayAsync($"/api/v1/events/{one}/certificates?{query}"));
            return string.Join(' ', pdf.GetPages().SelectMany(page => page.GetWords()).Select(word => word.Text));
        }
    }
}
