using System.Net.Http.Json;
using System.Text.Json;
using Karelia.Crm.Kernel;

namespace Karelia.Crm.Tests.Consent;

internal sealed class BreachTests
{
    private readonly Audience people = new();

    [Test]
    public async Task Who_was_affected_comes_from_the_audit_and_the_clock_runs_from_when_it_was_noticed()
    {
        var (seen, unseen) = (await people.Person(), await people.Person());
        var sales = Crm.As(Role.Sales);
        var me = (await sales.GetFromJsonAsync<JsonElement>("/api/v1/me")).GetProperty("user").GetProperty("id").GetGuid();
        var from = DateTimeOffset.UtcNow;
        await sales.GetAsync($"/api/v1/contacts/{seen}");

        var breach = await Audience.Read(await people.Officer.PostAsJsonAsync("/api/v1/breaches", new { what = "A stolen laptop", from, to = DateTimeOffset.UtcNow, actorId = me, noticedAt = DateTimeOffset.UtcNow.AddHours(-80), useCase = "GetContact" }));
        Assert.That(breach.GetProperty("isOverdue").GetBoolean());
        Assert.That(breach.GetProperty("dueAt").GetDateTimeOffset() - breach.GetProperty("noticedAt").GetDateTimeOffset(), Is.EqualTo(TimeSpan.FromHours(72)));
        var id = breach.GetProperty("id").GetString();
        var affected = (await Audience.Read(await people.Officer.GetAsync($"/api/v1/breaches/{id}/affected?count=true"))).GetProperty("items").EnumerateArray().Select(p => p.GetProperty("contactId").GetGuid()).ToList();
        Assert.That(affected, Does.Contain(seen).And.Not.Contain(unseen));

        var letter = await Audience.Read(await people.Officer.GetAsync($"/api/v1/breaches/{id}/letter?to=authority&lang=en"));
        Assert.That(letter.GetProperty("lines").EnumerateArray().Select(line => line.GetString()), Has.Some.Contains("A stolen laptop").And.Some.EqualTo($"Number of data subjects: {affected.Count}"));
        using var edit = new HttpRequestMessage(HttpMethod.Patch, $"/api/v1/breaches/{id}") { Content = JsonContent.Create(new { reportedAt = DateTimeOffset.UtcNow, measures = "The account was closed" }) };
        edit.Headers.TryAddWithoutValidation("If-Match", "\"1\"");
        Assert.That((await Audience.Read(await people.Officer.SendAsync(edit))).GetProperty("isOverdue").GetBoolean(), Is.False);
        Assert.That((await Audience.Read(await people.Officer.GetAsync($"/api/v1/breaches/{id}/letter?to=people"))).GetProperty("lines").EnumerateArray().Select(line => line.GetString()), Has.Some.Contains("The account was closed"));
    }
}
