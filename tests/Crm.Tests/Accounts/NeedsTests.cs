using System.Net;
using System.Text.Json;
using Karelia.Crm.Kernel;

namespace Karelia.Crm.Tests.Accounts;

internal sealed class NeedsTests
{
    private readonly Diary diary = new();

    [Test]
    public async Task A_need_is_written_down_with_the_meeting_it_was_heard_in()
    {
        var (person, account) = (await diary.APerson("Tarvitsija"), await diary.AnOrganisation("Tarve Oy"));

        var meeting = await diary.Write(new
        {
            kind = "meeting",
            subject = "Kuulumiset",
            at = "2026-10-01T22:30:00Z",
            contactIds = new[] { person },
            accountIds = new[] { account },
            need = new { text = "Hitsaajia puuttuu", field = "07", tags = new[] { "Hitsaus", " hitsaus", "EN 1090" }, urgency = "high" },
        });
        var need = (await diary.List($"/needs?accountId={account}")).Single();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(meeting.GetProperty("needs")[0].GetProperty("text").GetString(), Is.EqualTo("Hitsaajia puuttuu"));
            Assert.That(need.GetProperty("activityId").GetString(), Is.EqualTo(Diary.Id(meeting)));
            Assert.That(need.GetProperty("contact").GetProperty("id").GetString(), Is.EqualTo(person));
            Assert.That(need.GetProperty("heardOn").GetString(), Is.EqualTo("2026-10-02"), "the day it was in Finland");
            Assert.That(need.GetProperty("tags").EnumerateArray().Select(tag => tag.GetString()), Is.EqualTo(new[] { "hitsaus", "en 1090" }));
        }
    }

    [Test]
    public async Task A_need_wants_an_organisation_and_a_role()
    {
        var (person, account) = (await diary.APerson(), await diary.AnOrganisation());
        var need = new { text = "Osaamista" };
        var sales = Crm.As(Role.Sales);

        var nobodys = await diary.Try("/activities", new { kind = "meeting", subject = "Kenen?", contactIds = new[] { person }, need });
        var bySales = await diary.Try("/activities", new { kind = "meeting", subject = "Myynti", accountIds = new[] { account }, need }, sales);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(nobodys.StatusCode, Is.EqualTo(HttpStatusCode.UnprocessableEntity));
            Assert.That(bySales.StatusCode, Is.EqualTo(HttpStatusCode.Forbidden));
            Assert.That(await diary.List($"/activities?accountId={account}"), Is.Empty, "neither is kept");
            Assert.That((await diary.Try("/needs", new { accountId = account, text = "x" }, sales)).StatusCode, Is.EqualTo(HttpStatusCode.Forbidden));
            Assert.That((await diary.Try("/needs", new { accountId = account, text = "x", field = "99" })).StatusCode, Is.EqualTo(HttpStatusCode.UnprocessableEntity));
        }
    }

    [Test]
    public async Task Needs_are_found_by_field_tag_urgency_time_and_words()
    {
        var account = await diary.AnOrganisation();
        var wanted = Diary.Id(await diary.Post("/needs", new { accountId = account, text = "Väriopin osaajia", field = "02", tags = new[] { "väri" }, urgency = "high", heardOn = "2026-05-02" }));
        await diary.Post("/needs", new { accountId = account, text = "Muuta", field = "03", heardOn = "2025-01-01" });

        using (Assert.EnterMultipleScope())
        {
            foreach (var filter in new[] { "field=02", "tag=V%C3%A4ri", "urgency=high", "heardFrom=2026-05-02", "heardFrom=2026-05-01&heardTo=2026-05-02", "q=variopin" })
                Assert.That((await diary.List($"/needs?accountId={account}&{filter}", Crm.As(Role.IntegrationRead))).Select(Diary.Id), Is.EqualTo(new[] { wanted }), filter);
            Assert.That(Diary.Texts(await diary.List($"/needs?accountId={account}&sort=heardOn"), "text"), Is.EqualTo(new[] { "Muuta", "Väriopin osaajia" }));
        }
    }

    [Test]
    public async Task A_need_is_edited_with_its_version_unless_the_organisation_is_passive()
    {
        var account = await diary.AnOrganisation();
        var id = Diary.Id(await diary.Post("/needs", new { accountId = account, text = "Ensin" }));

        var edited = await diary.Patch($"/needs/{id}", new { text = "Sitten", urgency = "low", tags = new[] { "a" } });
        var stale = await diary.Patch($"/needs/{id}", new { text = "Vanhaan" }, "\"1\"");
        await diary.Post($"/accounts/{account}/passivate", new { reason = "Loppui" });
        var passive = await diary.Patch($"/needs/{id}", new { text = "Enää ei" });

        using (Assert.EnterMultipleScope())
        {
            Assert.That(edited.StatusCode, Is.EqualTo(HttpStatusCode.OK), await edited.Content.ReadAsStringAsync());
            Assert.That(stale.StatusCode, Is.EqualTo(HttpStatusCode.PreconditionFailed));
            Assert.That(passive.StatusCode, Is.EqualTo(HttpStatusCode.Conflict));
            Assert.That((await diary.Try("/needs", new { accountId = account, text = "Uusi" })).StatusCode, Is.EqualTo(HttpStatusCode.Conflict));
            Assert.That((await diary.Get($"/needs/{id}")).GetProperty("text").GetString(), Is.EqualTo("Sitten"));
        }
    }

    [Test]
    public async Task Who_told_of_a_need_is_not_shown_when_restricted()
    {
        var (person, account) = (await diary.APerson(), await diary.AnOrganisation());
        await diary.Post("/needs", new { accountId = account, text = "Kerrottu", contactId = person });
        await Diary.Restrict(person);

        Assert.That((await diary.List($"/needs?accountId={account}")).Single().GetProperty("contact").ValueKind, Is.EqualTo(JsonValueKind.Null));
        Assert.That((await diary.List($"/needs?accountId={account}", Crm.As(Role.DataProtectionOfficer))).Single().GetProperty("contact").ValueKind, Is.EqualTo(JsonValueKind.Object));
    }
}
