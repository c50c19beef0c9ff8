using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Karelia.Crm.Tests.Accounts;

namespace Karelia.Crm.Tests.Events;

/// <summary>The door on a bad network: nothing lost, nothing doubled, the last touch holds.</summary>
internal sealed class AttendanceTests
{
    private static readonly DateTimeOffset nine = DateTimeOffset.UtcNow.AddHours(-1);
    private readonly Gathering hall = new();

    [Test]
    public async Task The_same_batch_twice_is_one()
    {
        var (one, there) = await OneComing();
        var batch = new[] { Gathering.ATick(there, "attended", nine), Gathering.ATick(there, "registered", nine.AddSeconds(5)), Gathering.ATick(there, "attended", nine.AddSeconds(9)) };

        var first = await hall.Tick(one, batch);
        var again = await hall.Tick(one, batch);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(Outcomes(first), Is.EqualTo(new[] { "applied", "applied", "applied" }));
            Assert.That(Outcomes(again), Is.EqualTo(new[] { "repeated", "repeated", "repeated" }));
            Assert.That(first.GetProperty("participants").ToString(), Is.EqualTo(again.GetProperty("participants").ToString()));
            Assert.That(Gathering.Text(again.GetProperty("participants")[0], "state"), Is.EqualTo("attended"));
            Assert.That(again.GetProperty("counts").GetProperty("attended").GetInt32(), Is.EqualTo(1));
        }
    }

    [Test]
    public async Task The_later_tick_wins_in_whatever_order_they_come_and_a_fast_clock_wins_nothing()
    {
        var (one, there) = await OneComing();

        await hall.Tick(one, Gathering.ATick(there, "no-show", nine.AddMinutes(2)));
        var older = await hall.Tick(one, Gathering.ATick(there, "attended", nine));
        var sameId = Guid.NewGuid();
        await hall.Tick(one, Gathering.ATick(there, "cancelled", nine.AddMinutes(3), sameId));
        var reused = await hall.Tick(one, Gathering.ATick(there, "attended", nine.AddMinutes(9), sameId));
        await hall.Tick(one, Gathering.ATick(there, "attended", DateTimeOffset.UtcNow.AddDays(400)));
        var after = await hall.Diary.Patch($"/events/{one}/participants/{there}", new { state = "registered" });
        var desk = await after.Content.ReadFromJsonAsync<JsonElement>();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(Outcomes(older), Is.EqualTo(new[] { "older" }));
            Assert.That(Gathering.Text(older.GetProperty("participants")[0], "state"), Is.EqualTo("no-show"));
            Assert.That(Outcomes(reused), Is.EqualTo(new[] { "repeated" }));
            Assert.That(Gathering.Text(reused.GetProperty("participants")[0], "state"), Is.EqualTo("cancelled"));
            Assert.That(Gathering.Text(desk, "state"), Is.EqualTo("registered"));
            Assert.That(Outcomes(await hall.Tick(one, Gathering.ATick(there, "attended", DateTimeOffset.UtcNow.AddSeconds(1)))), Is.EqualTo(new[] { "applied" }));
        }
    }

    [Test]
    public async Task Two_phones_at_once_agree_in_the_end()
    {
        var one = await hall.AnEvent();
        var ids = new List<string>();
        for (var i = 0; i < 12; i++)
            ids.Add(Diary.Id(await hall.Add(one, await hall.Diary.APerson())));
        var early = ids.Select(id => Gathering.ATick(id, "attended", nine)).ToArray();
        var late = ids.Select(id => Gathering.ATick(id, "no-show", nine.AddSeconds(1))).Reverse().ToArray();

        await Task.WhenAll(Enumerable.Range(0, 4).SelectMany(_ => new[] { hall.Tick(one, early), hall.Tick(one, late) }));

        Assert.That((await hall.Diary.List($"/events/{one}/participants")).Select(p => Gathering.Text(p, "state")), Is.All.EqualTo("no-show"));
        await using var ticks = Crm.Database.CreateCommand($"select count(*) from events.ticks where event_id = '{one}'");
        Assert.That(await ticks.ExecuteScalarAsync(), Is.EqualTo(24L));
    }

    [TestCase("registered")]
    [TestCase("cancelled")]
    [TestCase("no-show")]
    public async Task A_tick_taken_back_on_any_phone_brings_back_what_was_before_it(string was)
    {
        var (one, there) = await OneComing();
        await hall.Tick(one, Gathering.ATick(there, was, nine));
        await hall.Tick(one, Gathering.ATick(there, "attended", nine.AddSeconds(1)), Gathering.ATick(there, "attended", nine.AddSeconds(2)));

        var back = await hall.Tick(one, Gathering.ATick(there, "taken-back", nine.AddSeconds(3)));
        var twice = await hall.Tick(one, Gathering.ATick(there, "taken-back", nine.AddSeconds(4)));
        var late = await hall.Tick(one, Gathering.ATick(there, "attended", nine.AddSeconds(2)));

        Assert.That(new[] { back, twice, late }.Select(answer => Gathering.Text(answer.GetProperty("participants")[0], "state")), Is.All.EqualTo(was));
        Assert.That(late.GetProperty("counts").GetProperty("attended").GetInt32(), Is.Zero);
        var desk = await hall.Diary.Patch($"/events/{one}/participants/{there}", new { state = "taken-back" });
        Assert.That(desk.StatusCode, Is.EqualTo(HttpStatusCode.UnprocessableEntity), "the desk says what is so");
    }

    [Test]
    public async Task One_tick_that_cannot_be_does_not_hold_back_the_others()
    {
        var (one, there) = await OneComing();
        var elsewhere = (await OneComing()).Participant;

        var answer = await hall.Tick(one, Gathering.ATick(elsewhere, "attended", nine), Gathering.ATick(Guid.NewGuid().ToString(), "attended", nine), Gathering.ATick(there, "attended", nine));

        Assert.That(Outcomes(answer), Is.EqualTo(new[] { "unknown", "unknown", "applied" }));
        var wrong = await hall.Manager.PutAsJsonAsync($"/api/v1/events/{one}/attendance", new { ticks = new[] { Gathering.ATick(there, "dancing", nine) } });
        Assert.That(wrong.StatusCode, Is.EqualTo(HttpStatusCode.UnprocessableEntity));
    }

    private static IEnumerable<string> Outcomes(JsonElement answer) => answer.GetProperty("ticks").EnumerateArray().Select(tick => Gathering.Text(tick, "outcome"));

    private async Task<(string Event, string Participant)> OneComing()
    {
        var one = await hall.AnEvent();
        return (one, Diary.Id(await hall.Add(one, await hall.Diary.APerson())));
    }
}
