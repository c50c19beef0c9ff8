using System.Net;
using System.Net.Http.Json;
using static Karelia.Crm.Tests.Accounts.Twins;

namespace Karelia.Crm.Tests.Accounts;

internal sealed class MergeAccountsTests
{
    [Test]
    public async Task People_parts_and_addresses_follow_and_come_back()
    {
        var (name, site) = (AWord(), $"{AWord().ToLowerInvariant()}.example.com");
        var a = await AnAccount(new { name = $"{name} Oy", relationships = new[] { "customer" }, addresses = new[] { new { kind = "postal", town = "Joensuu" } } });
        var b = await AnAccount(new
        {
            name = $"{name} Oyj",
            businessId = AccountsTests.ABusinessId(),
            website = $"https://{site}",
            addresses = new[] { new { kind = "postal", town = "Kuopio" }, new { kind = "visiting", town = "Kuopio" } },
            eInvoiceAddresses = new[] { new { identifier = "003712345671", @operator = "003721291126" } },
            status = "active",
        });
        var part = await AnAccount(new { name = $"{name} osa", parentId = b });
        var person = await APerson();
        await Done(await Manager.PostAsJsonAsync($"/api/v1/contacts/{person}/affiliations", new { accountId = b, title = "Johtaja" }));
        await Done(await Manager.PostAsJsonAsync("/api/v1/activities", new { kind = "note", subject = "Tapaaminen", accountIds = new[] { b } }));
        var before = await Rows(a, b);

        var merge = await Done(await TryMerge("accounts", a, [b], new { name = b }));
        var answer = await Manager.GetAsync($"/api/v1/accounts/{b}");
        var one = await Done(answer);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(answer.Content.Headers.ContentLocation?.ToString(), Is.EqualTo($"/api/v1/accounts/{a}"));
            Assert.That(one.GetProperty("name").GetString(), Is.EqualTo($"{name} Oyj"));
            Assert.That(one.GetProperty("businessId").GetString(), Is.Not.Null, "what the survivor lacks is filled");
            Assert.That(one.GetProperty("addresses").Of("town"), Is.EqualTo(new[] { "Joensuu", "Kuopio" }));
            Assert.That(one.GetProperty("eInvoiceAddresses").GetArrayLength(), Is.EqualTo(1));
            Assert.That((await Get($"/accounts/{part}")).GetProperty("parent").GetProperty("id").GetGuid(), Is.EqualTo(a));
            Assert.That((await Get($"/contacts/{person}")).GetProperty("affiliations")[0].GetProperty("account").GetProperty("id").GetGuid(), Is.EqualTo(a));
            Assert.That((await Get($"/accounts?q={name}")).GetProperty("items").Of("name"), Is.EquivalentTo(new[] { $"{name} Oyj", $"{name} osa" }));
            Assert.That((await Get($"/accounts/{a}/timeline")).GetProperty("items").GetArrayLength(), Is.GreaterThan(0));
        }

        var undone = await Undo(merge);
        Assert.That(undone.GetProperty("kept").EnumerateArray().Count(row => row.GetProperty("table").GetString() != "accounts.status_changes"), Is.Zero, undone.ToString());
        var after = await Rows(a, b);
        after.RemoveWhere(row => row.StartsWith("accounts.status_changes", StringComparison.Ordinal) && !before.Contains(row));
        Assert.That(after, Is.EqualTo(before));
    }

    [Test]
    public async Task Nobody_becomes_a_part_of_itself()
    {
        var top = await AnAccount();
        var above = await AnAccount(new { name = $"{AWord()} Oy", parentId = top });
        var middle = await AnAccount(new { name = $"{AWord()} Oy", parentId = above });
        var below = await AnAccount(new { name = $"{AWord()} Oy", parentId = middle });

        var merge = await Done(await TryMerge("accounts", below, [above]));

        Assert.That(await Parent(below), Is.EqualTo(top));
        Assert.That(await Parent(middle), Is.EqualTo(below));
        await Undo(merge);
        Assert.That(new[] { await Parent(below), await Parent(middle), await Parent(above) }, Is.EqualTo(new[] { middle, above, top }));

        async Task<Guid> Parent(Guid id) => (await Get($"/accounts/{id}")).GetProperty("parent").GetProperty("id").GetGuid();
    }

    [Test]
    public async Task A_passive_survivor_is_refused_and_a_passive_other_is_not()
    {
        var (a, b) = (await AnAccount(), await AnAccount());
        await Done(await Manager.PostAsJsonAsync($"/api/v1/accounts/{b}/passivate", new { reason = "Loppui" }));

        await Refused(await TryMerge("accounts", b, [a]), HttpStatusCode.Conflict, "passive-record");
        await Done(await TryMerge("accounts", a, [b]));
        await Refused(await TryMerge("accounts", a, [b]), HttpStatusCode.Conflict, "merged");
    }
}
