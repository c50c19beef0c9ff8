using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Karelia.Crm.Consent.Purposes;
using Microsoft.Extensions.DependencyInjection;

namespace Karelia.Crm.Tests.Consent;

/// <summary>For what data is processed: versioned, approved, and active for a person or not.</summary>
internal sealed class PurposesTests
{
    private readonly Audience people = new();

    [Test]
    public async Task Each_purpose_that_the_code_names_has_an_approved_version()
    {
        var codes = (await Audience.Read(await people.Officer.GetAsync("/api/v1/purposes"))).GetProperty("items").EnumerateArray()
            .Where(p => p.GetProperty("state").GetString() == "current").Select(p => p.GetProperty("code").GetString()).ToList();

        var declared = Crm.Services.GetServices<Karelia.Crm.Kernel.PersonalData>().SelectMany(page => page.Holdings).SelectMany(holding => holding.Purposes).Distinct().ToList();
        Assert.That(declared, Has.Count.GreaterThan(5).And.SubsetOf(codes));
    }

    [Test]
    public async Task A_new_version_holds_once_it_is_approved()
    {
        var code = $"test-{new string([.. Guid.CreateVersion7().ToString("n").Select(c => (char)('a' + (c % 26)))])}";
        var body = new { nameFi = "Koe", nameEn = "Trial", basis = "legitimate-interest", retentionFi = "vuosi", retentionEn = "a year", retentionMonths = 12 };
        var proposed = await Audience.Read(await people.Officer.PostAsJsonAsync($"/api/v1/purposes/{code}/versions", body));
        Assert.That(proposed.GetProperty("state").GetString(), Is.EqualTo("proposed"));

        Assert.That((await Approve(code, 1)).GetProperty("state").GetString(), Is.EqualTo("current"));
        await people.Officer.PostAsJsonAsync($"/api/v1/purposes/{code}/versions", body with { nameEn = "Second" });
        Assert.That(await Names(code), Is.EqualTo(new[] { "2 proposed Second", "1 current Trial" }));
        await Approve(code, 2);
        Assert.That(await Names(code), Is.EqualTo(new[] { "2 current Second", "1 former Trial" }));
        Assert.That((await people.Officer.PostAsync($"/api/v1/purposes/{code}/versions/2/approve", null)).StatusCode, Is.EqualTo(HttpStatusCode.Conflict));
    }

    [Test]
    public async Task What_is_active_follows_roles_consents_and_objections()
    {
        var person = await people.Person();
        await Role(person, "alumnus");
        await Role(person, "customer");
        await Role(person, "partner");
        Assert.That(await Active(person), Is.EqualTo(new[] { "communication: legitimate-interest", "customer-care: legitimate-interest", "partnership: contract" }), "an alumnus without a consent is none");

        await people.Says(person, "given", "alumni");
        Assert.That(await Active(person), Does.Contain("alumni: consent"));

        await people.Says(person, "withdrawn", "alumni");
        var objected = await people.Officer.PostAsJsonAsync($"/api/v1/contacts/{person}/objections", new { purpose = "customer-care", reason = "Leave me alone" });
        Assert.That(objected.StatusCode, Is.EqualTo(HttpStatusCode.Created), await objected.Content.ReadAsStringAsync());
        Assert.That(await Active(person), Is.EqualTo(new[] { "communication: legitimate-interest", "partnership: contract" }));

        var agreement = await people.Officer.PostAsJsonAsync($"/api/v1/contacts/{person}/objections", new { purpose = "partnership", reason = "x" });
        Assert.That(agreement.StatusCode, Is.EqualTo(HttpStatusCode.Conflict), "an agreement cannot be objected to");
    }

    public static Task Role(Guid person, string role) => Audience.Sql(
        $"insert into accounts.contact_roles (id, contact_id, role, basis, source, started_on) values (gen_random_uuid(), $1, '{role}', 'consent', 'webropol', '2025-01-01')", person);

    private static async Task<IEnumerable<string>> Active(Guid person)
    {
        await using var scope = Crm.Services.CreateAsyncScope();
        return (await scope.ServiceProvider.GetRequiredService<ActivePurposes>().Of(person, default)).Select(one => $"{one.Purpose}: {one.Basis}");
    }

    private async Task<JsonElement> Approve(string code, int number) => await Audience.Read(await people.Officer.PostAsync($"/api/v1/purposes/{code}/versions/{number}/approve", null));

    private async Task<IEnumerable<string>> Names(string code) => (await Audience.Read(await people.Officer.GetAsync($"/api/v1/purposes?code={code}"))).GetProperty("items").EnumerateArray()
        .Select(p => $"{p.GetProperty("number")} {p.GetProperty("state").GetString()} {p.GetProperty("nameEn").GetString()}");
}
