using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Karelia.Crm.Kernel;
using Karelia.Crm.Kernel.Web;

namespace Karelia.Crm.Tests.Kernel;

internal sealed class IdempotencyTests
{
    private readonly HttpClient manager = Crm.As(Role.CustomerManager);
    private readonly string key = Guid.CreateVersion7().ToString();
    private readonly string name = $"Kerran{Guid.CreateVersion7():N}";

    [Test]
    public async Task The_same_key_and_body_gives_the_first_answer_again()
    {
        var first = await Add(name);
        var again = await Add(name);

        Assert.That(first.StatusCode, Is.EqualTo(HttpStatusCode.Created));
        Assert.That(again.StatusCode, Is.EqualTo(HttpStatusCode.Created));
        Assert.That(again.Headers.Location, Is.EqualTo(first.Headers.Location));
        Assert.That(again.Headers.ETag, Is.EqualTo(first.Headers.ETag));
        Assert.That((await again.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetGuid(), Is.EqualTo((await first.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetGuid()));
        Assert.That(await HowMany(), Is.EqualTo(1));
    }

    [Test]
    public async Task The_same_key_with_another_body_is_refused()
    {
        await Add(name);
        var other = await Add($"{name}x");

        Assert.That(other.StatusCode, Is.EqualTo(HttpStatusCode.Conflict));
        Assert.That((await other.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("type").GetString(), Is.EqualTo("/problems/idempotency-key-reused"));
    }

    [Test]
    public async Task Requests_beside_each_other_do_it_once()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Add(name)));

        Assert.That(answers.Select(answer => answer.StatusCode), Is.All.EqualTo(HttpStatusCode.Created));
        Assert.That(answers.Select(answer => answer.Headers.Location).Distinct().Count(), Is.EqualTo(1));
        Assert.That(await HowMany(), Is.EqualTo(1));
    }

    [Test]
    public async Task A_refused_request_leaves_the_key_free()
    {
        Assert.That((await Add("")).StatusCode, Is.EqualTo(HttpStatusCode.UnprocessableEntity));
        Assert.That((await Add(name)).StatusCode, Is.EqualTo(HttpStatusCode.Created));
    }

    [Test]
    public async Task Each_caller_has_keys_of_its_own()
    {
        await Add(name);
        var other = await Add(name, Crm.As(Role.AlumniCoordinator));

        Assert.That(other.StatusCode, Is.EqualTo(HttpStatusCode.Created));
        Assert.That(await HowMany(), Is.EqualTo(2));
    }

    [Test]
    public async Task After_a_day_the_key_is_free()
    {
        await Add(name);
        await using (var age = Crm.Database.CreateCommand("update kernel.idempotency_keys set at = at - interval '25 hours' where key = $1"))
        {
            age.Parameters.Add(new() { Value = key });
            await age.ExecuteNonQueryAsync();
        }

        Assert.That((await Add($"{name}x")).StatusCode, Is.EqualTo(HttpStatusCode.Created));
    }

    [Test]
    public async Task Nothing_personal_is_kept_with_the_key()
    {
        await Add(name);
        await using var kept = Crm.Database.CreateCommand("select k::text from kernel.idempotency_keys k where key = $1");
        kept.Parameters.Add(new() { Value = key });

        Assert.That(await kept.ExecuteScalarAsync(), Does.Contain(key).And.Not.Contain(name));
    }

    [TestCase(typeof(Plain), true)]
    [TestCase(typeof(Wordy), false)]
    public void Texts_are_never_kept(Type answer, bool kept) => Assert.That(Idempotency.HoldsNoText(answer), Is.EqualTo(kept));

    private sealed record Plain(Guid Id, int Included, string FileUrl, DateOnly? On);

    private sealed record Wordy(Guid Id, string Name);

    private async Task<HttpResponseMessage> Add(string lastName, HttpClient? client = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/contacts") { Content = JsonContent.Create(new { lastName, firstNames = "Aino" }) };
        request.Headers.Add("Idempotency-Key", key);
        return await (client ?? manager).SendAsync(request);
    }

    private async Task<long> HowMany()
    {
        await using var count = Crm.Database.CreateCommand("select count(*) from accounts.contacts where last_name like $1 || '%'");
        count.Parameters.Add(new() { Value = name });
        return (long)(await count.ExecuteScalarAsync())!;
    }
}
