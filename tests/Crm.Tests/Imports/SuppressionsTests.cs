using System.Net.Http.Json;
using System.Text.Json;
using Karelia.Crm.Kernel;
using Karelia.Crm.Tests.Consent;
using Karelia.Crm.Tests.Spreadsheets;

namespace Karelia.Crm.Tests.Imports;

/// <summary>What Liana Mailer gives back, read as the lists are: who left is blocked, what does not arrive is marked, who asks to be forgotten has asked.</summary>
internal sealed class SuppressionsTests
{
    private readonly Audience people = new();
    private readonly HttpClient communications = Crm.As(Role.Communications);

    [Test]
    public async Task The_example_is_known_by_its_headings_and_nobody_of_it_is_in_the_register()
    {
        var import = await Upload(await File.ReadAllBytesAsync(TestFiles.Data("liana_unsubscribed_example.xlsx")), "liana_unsubscribed_example.xlsx");

        Assert.That(import.GetProperty("state").GetString(), Is.EqualTo("ready"));
        Assert.That(import.GetProperty("kind").GetString(), Is.EqualTo("suppressions"));
        Assert.That(import.GetProperty("form").GetString(), Is.EqualTo("unsubscribed"));
        Assert.That(import.GetProperty("counts").GetProperty("suspicious").GetInt32(), Is.EqualTo(import.GetProperty("counts").GetProperty("total").GetInt32()));
        Assert.That(await Codes(import), Is.All.EqualTo("not-in-register"));
    }

    [Test]
    public async Task Who_unsubscribed_is_blocked_with_source_and_time_once_and_an_undo_does_not_lift_it()
    {
        var address = Audience.AnAddress();
        var person = await people.Willing("events", address);
        var file = Desk.Sheet(["Recipient e-mail", "Joined", "Left", "Reason"], [address.ToUpperInvariant(), "2.1.2025 9:14", "14.3.2026 7:00", "link in mail"], ["not an address", "", "", ""], [Audience.AnAddress(), "", "14.3.2026", ""]);
        var import = await Upload(file, "left.xlsx");
        Assert.That(Counts(import), Is.EqualTo("total 3, new 0, matched 0, changed 1, suspicious 1, invalid 1"));

        await Run(import, "commit");

        var block = (await Blocks(person)).Single();
        Assert.That(block.GetProperty("source").GetString(), Is.EqualTo("liana"));
        Assert.That(block.GetProperty("channel").GetString(), Is.EqualTo("email"));
        Assert.That(block.GetProperty("reason").GetString(), Is.EqualTo("Liana Mailer: unsubscribed 2026-03-14 (left.xlsx, 2)"));
        Assert.That(Counts(await Upload(file, "left.xlsx")), Is.EqualTo("total 3, new 0, matched 1, changed 0, suspicious 1, invalid 1"), "the same file again changes nothing");
        Assert.That((await people.Export("events")).GetProperty("included").GetInt32(), Is.Zero);

        await Run(import, "undo");
        Assert.That(await Blocks(person), Has.Count.EqualTo(1));

        // Staff lift the block, since the person asks for it; the old report does not bring it back, and the drift report tells of the difference.
        await people.Block(person);
        await Run(await Upload(file, "left.xlsx"), "commit");
        Assert.That(await Blocks(person), Is.Empty);
        Assert.That((await Drift()).Single(item => item.GetProperty("contactId").GetGuid() == person).GetProperty("topics").EnumerateArray().Select(topic => topic.GetString()), Is.EqualTo(new[] { "events" }));
    }

    [Test]
    public async Task A_file_that_does_not_say_which_list_it_is_asks_each_time()
    {
        var address = Audience.AnAddress();
        var person = await people.Willing("events", address);
        var file = Desk.Sheet(["email"], [address]);
        for (var time = 0; time < 2; time++)
            Assert.That((await Upload(file, "list.xlsx")).GetProperty("state").GetString(), Is.EqualTo("needsMapping"));
        var import = await Upload(file, "list.xlsx");

        Assert.That((int)(await Map(import, new { index = 0, field = "reason" })).StatusCode, Is.EqualTo(422));
        await Audience.Read(await Map(import, new { index = 0, field = "email.unreachable" }));
        await Run(import, "commit");

        var contact = await Audience.Read(await people.Manager.GetAsync($"/api/v1/contacts/{person}"));
        Assert.That(contact.GetProperty("emails")[0].GetProperty("undeliverableSince").ValueKind, Is.EqualTo(JsonValueKind.String));
        Assert.That(await Blocks(person), Is.Empty);
        Assert.That((await people.Export("events")).GetProperty("excluded").GetProperty("noAddress").GetInt32(), Is.EqualTo(1));
    }

    [Test]
    public async Task A_list_without_headings_loses_nobody()
    {
        var (first, second) = (Audience.AnAddress(), Audience.AnAddress());
        var (one, other) = (await people.Willing("events", first), await people.Willing("events", second));
        var import = await Upload(Desk.Sheet([first], [second]), "bare.xlsx");
        Assert.That(import.GetProperty("state").GetString(), Is.EqualTo("needsMapping"));
        Assert.That(import.GetProperty("mapping")[0].GetProperty("column").GetProperty("heading").GetString(), Is.EqualTo("1"), "an address is no heading");

        await Audience.Read(await Map(import, new { index = 0, field = "email.unsubscribed" }));
        await Run(import, "commit");

        Assert.That(new[] { (await Blocks(one)).Count, (await Blocks(other)).Count }, Is.EqualTo(new[] { 1, 1 }));
    }

    [Test]
    public async Task Who_asks_to_be_forgotten_is_blocked_and_has_asked_for_erasure()
    {
        var address = Audience.AnAddress();
        var person = await people.Willing("events", address);
        var import = await Upload(Desk.Sheet(["Recipient e-mail", "Forgotten"], [address, "1.11.2026 8:00"]), "forgotten.xlsx");
        Assert.That(import.GetProperty("form").GetString(), Is.EqualTo("forgotten"));

        await Run(import, "commit");

        Assert.That(await Blocks(person), Has.Count.EqualTo(1));
        await using var request = Crm.Database.CreateCommand("select count(*) from consent.requests where contact_id = $1 and kind = 'erasure'");
        request.Parameters.Add(new() { Value = person });
        Assert.That(await request.ExecuteScalarAsync(), Is.EqualTo(1));
    }

    [Test]
    public async Task A_restricted_person_is_unknown_but_to_the_officer_and_everybody_with_the_address_is_blocked()
    {
        var (shared, hidden) = (Audience.AnAddress(), Audience.AnAddress());
        var (one, other, restricted) = (await people.Willing("events", shared), await people.Willing("events", shared), await people.Willing("events", hidden));
        await Audience.Restrict(restricted);
        var import = await Upload(Desk.Sheet(["Recipient e-mail", "Left"], [shared, "14.3.2026"], [hidden, "14.3.2026"]), "both.xlsx");
        Assert.That(await Codes(import), Is.EqualTo(new[] { "held-for-officer" }));

        await Run(import, "commit");

        Assert.That(new[] { (await Blocks(one)).Count, (await Blocks(other)).Count }, Is.EqualTo(new[] { 1, 1 }));
        Assert.That((int)(await people.Manager.GetAsync($"/api/v1/imports/{import.GetProperty("id").GetGuid()}")).StatusCode, Is.EqualTo(403));
    }

    private async Task<JsonElement> Upload(byte[] file, string name)
    {
        var form = new MultipartFormDataContent { { new ByteArrayContent(file), "file", name }, { new StringContent("suppressions"), "kind" } };
        return await Audience.Read(await communications.PostAsync("/api/v1/imports", form));
    }

    private async Task<HttpResponseMessage> Map(JsonElement import, params object[] columns) =>
        await communications.PutAsJsonAsync($"/api/v1/imports/{import.GetProperty("id").GetGuid()}/mapping", new { columns });

    private async Task Run(JsonElement import, string act)
    {
        var job = await Audience.Read(await communications.PostAsync($"/api/v1/imports/{import.GetProperty("id").GetGuid()}/{act}", null));
        for (var wait = 0; wait < 300; wait++)
        {
            var state = (await Audience.Read(await communications.GetAsync($"/api/v1/jobs/{job.GetProperty("jobId").GetGuid()}"))).GetProperty("state").GetString();
            if (state == "succeeded")
                return;
            Assert.That(state, Is.Not.EqualTo("failed"));
            await Task.Delay(100);
        }

        Assert.Fail("the job does not end");
    }

    private async Task<string[]> Codes(JsonElement import) =>
    [
        .. (await Audience.Read(await communications.GetAsync($"/api/v1/imports/{import.GetProperty("id").GetGuid()}/rows?outcome=suspicious"))).GetProperty("items").EnumerateArray()
            .SelectMany(row => row.GetProperty("reasons").EnumerateArray()).Select(reason => reason.GetProperty("code").GetString()!),
    ];

    private async Task<List<JsonElement>> Blocks(Guid person) =>
        [.. (await Audience.Read(await people.Officer.GetAsync($"/api/v1/contacts/{person}/preferences"))).GetProperty("blocks").EnumerateArray()];

    private async Task<IEnumerable<JsonElement>> Drift() => (await Audience.Read(await communications.GetAsync("/api/v1/mailing-list-exports/drift?limit=200"))).GetProperty("items").EnumerateArray();

    private static string Counts(JsonElement import) => string.Join(", ", import.GetProperty("counts").EnumerateObject().Select(count => $"{count.Name} {count.Value}"));
}
