using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Karelia.Crm.Accounts.Duplicates;
using Karelia.Crm.Kernel;
using Karelia.Crm.Tests.Consent;
using MediatR;
using Microsoft.Extensions.DependencyInjection;
using static Karelia.Crm.Tests.Accounts.Twins;

namespace Karelia.Crm.Tests.Accounts;

internal sealed class DuplicatesTests
{
    [Test]
    public async Task Pairs_of_people_are_found_with_their_reasons()
    {
        var (name, mail, phone, employer) = (AWord(), $"{AWord().ToLowerInvariant()}@example.com", APhone(), await AnAccount());
        var first = await APerson(new { lastName = name, firstNames = "Aino", address = new { town = "Lieksa" }, emails = new object[] { new { address = mail } }, phones = new object[] { new { number = phone } } });
        var sameMail = await APerson(new { lastName = name, firstNames = "Aino Maria", emails = new object[] { new { address = mail } } });
        var samePhone = await APerson(new { lastName = AWord(), firstNames = "Veikko", phones = new object[] { new { number = phone } } });
        var misspelt = await APerson(new { lastName = name.Replace('o', 'ö') + "n", firstNames = "Aino", address = new { town = "LIEKSA" } });
        var colleague = await APerson(new { lastName = name, firstNames = "Aino" });
        var elsewhere = await APerson(new { lastName = name, firstNames = "Aino", address = new { town = "Hanko" } });
        foreach (var person in new[] { first, colleague })
            await Done(await Manager.PostAsJsonAsync($"/api/v1/contacts/{person}/affiliations", new { accountId = employer }));

        await Scan();

        Assert.That(await Pair(first, sameMail), Is.EqualTo("same-email exact"));
        Assert.That(await Pair(first, samePhone), Is.EqualTo("same-phone"));
        Assert.That(await Pair(first, misspelt), Is.EqualTo("similar-name-and-place"));
        Assert.That(await Pair(first, colleague), Is.EqualTo("similar-name-and-employer"));
        Assert.That(await Pair(first, elsewhere), Is.Null);
    }

    [Test]
    public async Task Pairs_of_organisations_are_found_with_their_reasons()
    {
        var (name, phone, host) = (AWord(), APhone(), $"{AWord().ToLowerInvariant()}.example.com");
        var first = await AnAccount(new { name = $"Oy {name} Ab", phone, website = $"https://www.{host}/etusivu" });
        var sameName = await AnAccount(new { name = name.ToUpperInvariant() + " ry", phone });
        var sameSite = await AnAccount(new { name = AWord(), website = $"http://{host}" });

        await Scan();

        Assert.That(await Pair(first, sameName), Is.EqualTo("same-name,same-phone exact"));
        Assert.That(await Pair(first, sameSite), Is.EqualTo("same-website"));
    }

    [Test]
    public async Task A_form_is_checked_while_it_is_filled_in()
    {
        var (name, mail, businessId) = (AWord(), $"{AWord().ToLowerInvariant()}@example.com", AccountsTests.ABusinessId());
        var person = await APerson(new { lastName = name, firstNames = "Aino", address = new { postalCode = "81700", town = "Lieksa" }, emails = new object[] { new { address = mail } } });
        var account = await AnAccount(new { name = $"{name} Oy", businessId });

        Assert.That(await Check($"email={mail.ToUpperInvariant()}"), Is.EqualTo(new[] { $"{person} same-email" }));
        Assert.That(await Check($"lastName={name}x&firstNames=Aino&town=lieksa"), Is.EqualTo(new[] { $"{person} similar-name-and-place" }));
        Assert.That(await Check($"lastName={name}&firstNames=Aino"), Is.Empty, "a name alone hits namesakes");
        Assert.That(await Check($"email={mail}&exceptId={person}"), Is.Empty);
        Assert.That(await Check($"kind=account&businessId={businessId.Replace("-", "", StringComparison.Ordinal)}&name={name} Ab"), Is.EqualTo(new[] { $"{account} same-business-id,same-name" }));
        await Audience.Restrict(person);
        Assert.That(await Check($"email={mail}"), Is.Empty);
        Assert.That(await Check($"email={mail}", Crm.As(Role.DataProtectionOfficer)), Has.Length.EqualTo(1));
    }

    [Test]
    public async Task Not_a_duplicate_is_remembered_and_can_be_taken_back()
    {
        var mail = $"{AWord().ToLowerInvariant()}@example.com";
        var (a, b) = (await APerson(new { lastName = AWord(), firstNames = "Aino", emails = new object[] { new { address = mail } } }), await APerson(new { lastName = AWord(), firstNames = "Olavi", emails = new object[] { new { address = mail } } }));
        await Scan();
        var pair = new { kind = "contact", firstId = b, secondId = a, reason = "Perheen yhteinen osoite" };

        await Done(await Manager.PostAsJsonAsync("/api/v1/duplicates/dismiss", pair));
        await Sql("update accounts.contacts set updated_at = now() where id = $1", a);
        await Scan();
        Assert.That(await Pair(a, b), Is.Null);
        Assert.That(await Pair(a, b, "&dismissed=true"), Is.EqualTo("same-email"));

        await Done(await Manager.PostAsJsonAsync("/api/v1/duplicates/restore", new { pair.kind, pair.firstId, pair.secondId }));
        Assert.That(await Pair(a, b), Is.EqualTo("same-email"));
        await Audience.Restrict(a);
        Assert.That(await Pair(a, b), Is.Null, "a restricted person is in no pair");
        Assert.That(await Pair(a, b, client: Crm.As(Role.DataProtectionOfficer)), Is.EqualTo("same-email"));
        await Refused(await Manager.PostAsJsonAsync("/api/v1/duplicates/dismiss", pair), HttpStatusCode.UnprocessableEntity, "validation");
    }

    [Test]
    public async Task Chosen_pairs_are_merged_as_a_job()
    {
        var (a, b, c, passive) = (await APerson(), await APerson(), await APerson(), await APerson());
        await Audience.Passivate(passive);
        var (x, y) = (await AnAccount(), await AnAccount());

        var started = await Manager.PostAsJsonAsync("/api/v1/duplicates/merge", new
        {
            pairs = new[]
            {
                new { kind = "contact", survivorId = a, otherId = b }, new { kind = "contact", survivorId = b, otherId = c }, new { kind = "contact", survivorId = passive, otherId = await APerson() },
                new { kind = "account", survivorId = x, otherId = y },
            },
        });
        Assert.That(started.StatusCode, Is.EqualTo(HttpStatusCode.Accepted), await started.Content.ReadAsStringAsync());
        var job = await Ended((await Done(started)).GetProperty("jobId").GetString()!);

        Assert.That(job.GetProperty("state").GetString(), Is.EqualTo("succeeded"), job.ToString());
        Assert.That((await Get($"/contacts/{c}")).GetProperty("id").GetGuid(), Is.EqualTo(a));
        Assert.That((await Get($"/contacts/{b}")).GetProperty("id").GetGuid(), Is.EqualTo(a));
        Assert.That((await Get($"/contacts/{passive}")).GetProperty("id").GetGuid(), Is.EqualTo(passive), "what cannot be merged is left");
        Assert.That((await Get($"/accounts/{y}")).GetProperty("id").GetGuid(), Is.EqualTo(x));
        Assert.That((await Get($"/merges?contactId={a}")).GetProperty("items").GetArrayLength(), Is.EqualTo(1));
    }

    private static async Task<JsonElement> Ended(string id)
    {
        while (true)
        {
            var job = await Get($"/jobs/{id}");
            if (job.GetProperty("state").GetString() is not ("queued" or "running"))
                return job;
            await Task.Delay(50);
        }
    }

    private static async Task Scan()
    {
        await using var scope = Crm.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentUser>().Become(Guid.Empty, "Karelia CRM", [Role.Admin]);
        await scope.ServiceProvider.GetRequiredService<IMediator>().Send(new ScanDuplicates());
    }

    /// <summary>The reasons of the listed pair.</summary>
    private static async Task<string?> Pair(Guid one, Guid other, string more = "", HttpClient? client = null)
    {
        var kind = (await Sql("select 1 from accounts.accounts where id = $1", one)).Count > 0 ? "account" : "contact";
        var cursor = "";
        while (true)
        {
            var page = await Get($"/duplicates?kind={kind}&limit=200{more}{cursor}", client);
            foreach (var item in page.GetProperty("items").EnumerateArray())
            {
                if (new[] { item.GetProperty("first"), item.GetProperty("second") }.Select(side => side.GetProperty("id").GetGuid()).ToHashSet().SetEquals([one, other]))
                    return string.Join(',', item.GetProperty("reasons").EnumerateArray().Select(reason => reason.GetString())) + (item.GetProperty("isExact").GetBoolean() ? " exact" : "");
            }

            if (page.GetProperty("nextCursor").GetString() is not { } next)
                return null;
            cursor = $"&cursor={next}";
        }
    }

    private static async Task<string[]> Check(string query, HttpClient? client = null) =>
        [.. (await Get($"/duplicates/check?{query}", client)).GetProperty("items").EnumerateArray()
            .Select(item => $"{item.GetProperty("record").GetProperty("id").GetString()} {string.Join(',', item.GetProperty("reasons").EnumerateArray().Select(reason => reason.GetString()).Order())}")];
}
