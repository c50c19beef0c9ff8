using System.Net.Http.Json;
using System.Text.Json;
using Karelia.Crm.Tests.Accounts;

namespace Karelia.Crm.Tests.Events;

/// <summary>Events of a test's own, and who comes there.</summary>
internal sealed class Gathering
{
    public Diary Diary { get; } = new();

    public HttpClient Manager => Diary.Manager;

    public async Task<string> AnEvent(string kind = "event", string name = "Keksitty tilaisuus", object? more = null, int days = 7)
    {
        var starts = DateTimeOffset.UtcNow.AddDays(days);
        var body = JsonSerializer.SerializeToNode(new { name, kind, sessions = new[] { new { startsAt = starts, endsAt = starts.AddHours(3), place = "Tikkarinne" } } })!.AsObject();
        foreach (var (key, value) in JsonSerializer.SerializeToNode(more ?? new { })!.AsObject().ToList())
            body[key] = value?.DeepClone();
        return Diary.Id(await Diary.Post("/events", body));
    }

    public async Task<JsonElement> Add(string @event, string person, object? more = null)
    {
        var body = JsonSerializer.SerializeToNode(more ?? new { })!.AsObject();
        body["contactId"] = person;
        return await Diary.Post($"/events/{@event}/participants", body);
    }

    public async Task<JsonElement> Tick(string @event, params object[] ticks)
    {
        var answer = await Manager.PutAsJsonAsync($"/api/v1/events/{@event}/attendance", new { ticks });
        Assert.That(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }

    public static object ATick(string participant, string state, DateTimeOffset at, Guid? clientId = null) =>
        new { participantId = participant, state, at, clientId = clientId ?? Guid.NewGuid() };

    public static string Text(JsonElement one, string member) => one.GetProperty(member).GetString()!;
}
