using Karelia.Crm.Tests.Consent;
using static Karelia.Crm.Tests.Accounts.Twins;

namespace Karelia.Crm.Tests.Accounts;

/// <summary>The stricter consent wins, and nobody becomes mailable by a merge.</summary>
internal sealed class MergeConsentTests
{
    [TestCase("given", "withdrawn", "withdrawn")]
    [TestCase("withdrawn", "given", "withdrawn")]
    [TestCase("given", "refused", "refused")]
    [TestCase("given", "given", "given")]
    [TestCase(null, "refused", "refused")]
    [TestCase(null, "given", "given")]
    [TestCase("given", null, "given")]
    public async Task The_no_stands(string? survivors, string? others, string expected)
    {
        var people = new Audience();
        var (a, b) = (await people.Person(), await people.Person());
        if (survivors is not null)
            await people.Says(a, survivors, "email.events");
        if (others is not null)
            await people.Says(b, others, "email.events");

        var merge = await Merge(a, b);

        Assert.That(await people.Standing(a, "email.events"), Is.EqualTo(expected));
        Assert.That((await people.Consents(a)).GetProperty("events").GetArrayLength(), Is.GreaterThanOrEqualTo((survivors is null ? 0 : 1) + (others is null ? 0 : 1)), "the ledger of both is read");
        await Undo(merge);
        var no = expected is "withdrawn" or "refused";
        Assert.That(await people.Standing(a, "email.events"), Is.EqualTo(no ? expected : survivors), "the stricter stays, a yes goes home");
        Assert.That(await people.Standing(b, "email.events"), Is.EqualTo(no ? expected : others));
    }

    [Test]
    public async Task A_consent_without_an_address_and_an_address_without_consent_make_nobody_mailable()
    {
        var people = new Audience();
        var (mute, deaf) = (await people.Person(email: null), await people.Person());
        await people.Says(mute, "given", "email.events");

        var merge = await Merge(deaf, mute);
        Assert.That(await people.Mailed(await people.Export("events")), Is.Empty);

        await Undo(merge);
        Assert.That(await people.Mailed(await people.Export("events")), Is.Empty);
    }

    [Test]
    public async Task A_list_holds_the_survivor_once_and_blocks_of_both_hold()
    {
        var people = new Audience();
        var (a, b) = (await people.Willing("events"), await people.Willing("events"));
        await Merge(a, b);
        Assert.That(await people.Mailed(await people.Export("events")), Is.EqualTo(new[] { a }));

        var blocked = await people.Willing("events");
        await people.Block(blocked, new { channel = "email", reason = "No" });
        await Merge(a, blocked);
        Assert.That(await people.Mailed(await people.Export("events")), Is.Empty);
    }

    [Test]
    public async Task Who_withdrew_from_the_alumni_is_none_afterwards()
    {
        var people = new Audience();
        var (a, b) = (await people.Person(), await people.Person());
        await people.Says(a, "given", "alumni");
        await people.Says(a, "given", "email.alumni");
        await Sql("insert into accounts.contact_roles (id, contact_id, role, basis, source, started_on) values (uuidv7(), $1, 'alumnus', 'consent', 'x', current_date)", a);
        await people.Says(b, "withdrawn", "alumni");

        await Merge(a, b);

        Assert.That(await people.Standing(a, "email.alumni"), Is.EqualTo("withdrawn"));
        Assert.That(await Sql("select count(*) from accounts.role_holder where contact_id = $1", a), Is.EqualTo(new[] { "0" }));
    }

    [Test]
    public async Task Who_withdrew_from_the_expert_pool_is_no_expert_afterwards_and_an_alumnus_still()
    {
        var people = new Audience();
        var (a, b) = (await people.Person(), await people.Person());
        foreach (var (purpose, role) in new[] { ("expert-pool", "expert"), ("alumni", "alumnus") })
        {
            await people.Says(a, "given", purpose);
            await Sql("insert into accounts.contact_roles (id, contact_id, role, basis, source, started_on) values (uuidv7(), $1, $2, 'consent', 'x', current_date)", a, role);
        }

        await people.Says(b, "withdrawn", "expert-pool");

        await Merge(a, b);

        Assert.That(await Sql("select role from accounts.role_holder where contact_id = $1", a), Is.EqualTo(new[] { "alumnus" }));
    }
}
