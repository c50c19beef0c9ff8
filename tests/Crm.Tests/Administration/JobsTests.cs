using System.Net.Http.Json;
using System.Text.Json;
using Karelia.Crm.Kernel;
using Karelia.Crm.Tests.Identity;

namespace Karelia.Crm.Tests.Administration;

internal sealed class JobsTests
{
    private readonly HttpClient creator = Crm.As(Role.AlumniCoordinator);

    [Test]
    public async Task A_job_says_how_far_it_is()
    {
        var job = await creator.GetFromJsonAsync<JsonElement>($"/api/v1/jobs/{await AJob()}");

        Assert.That(job.GetProperty("state").GetString(), Is.EqualTo("running"));
        Assert.That((job.GetProperty("done").GetInt64(), job.GetProperty("total").GetInt64()), Is.EqualTo((1L, 10L)));
        Assert.That(job.TryGetProperty("problem", out _), Is.False);
    }

    [Test]
    public async Task A_failed_job_says_why()
    {
        var id = await AJob();
        await Sql.Run("update kernel.jobs set state = 'failed', finished_at = now(), problem_type = 'file-broken', problem_detail = 'No.' where id = $1", id);

        var job = await creator.GetFromJsonAsync<JsonElement>($"/api/v1/jobs/{id}");

        Assert.That(job.GetProperty("problem").GetProperty("type").GetString(), Is.EqualTo("/problems/file-broken"));
    }

    [TestCase("")]
    [TestCase("/progress")]
    public async Task Somebody_elses_job_does_not_exist(string more)
    {
        var path = $"/api/v1/jobs/{await AJob()}{more}";

        Assert.That(await Problem.Of(await Crm.As(Role.Communications).GetAsync(path)), Is.EqualTo((404, "/problems/unknown")));
    }

    [TestCase(Role.Admin)]
    [TestCase(Role.DataProtectionOfficer)]
    public async Task But_for_those_who_look_after_it(string role) =>
        Assert.That((int)(await Crm.As(role).GetAsync($"/api/v1/jobs/{await AJob()}")).StatusCode, Is.EqualTo(200));

    [Test]
    public async Task Progress_is_told_until_the_job_is_over()
    {
        var id = await AJob();
        using var answer = await creator.GetAsync($"/api/v1/jobs/{id}/progress", HttpCompletionOption.ResponseHeadersRead);
        using var lines = new StreamReader(await answer.Content.ReadAsStreamAsync());

        var first = await Next(lines);
        await Sql.Run("update kernel.jobs set state = 'succeeded', done = 10, finished_at = now() where id = $1", id);
        var last = await Next(lines);

        Assert.That(answer.Content.Headers.ContentType!.MediaType, Is.EqualTo("text/event-stream"));
        Assert.That(first.GetProperty("done").GetInt64(), Is.EqualTo(1));
        Assert.That(last.GetProperty("state").GetString(), Is.EqualTo("succeeded"));
        Assert.That(await lines.ReadToEndAsync(), Is.Empty.Or.EqualTo("\n"));
    }

    private static async Task<JsonElement> Next(StreamReader lines)
    {
        Assert.That(await lines.ReadLineAsync(), Is.EqualTo("event: progress"));
        var data = await lines.ReadLineAsync();
        await lines.ReadLineAsync();
        return JsonSerializer.Deserialize<JsonElement>(data!["data: ".Length..]);
    }

    /// <summary>Half done, and nobody's worker will take it.</summary>
    private static async Task<Guid> AJob()
    {
        var (id, user) = (Guid.CreateVersion7(), Guid.Parse((await Crm.As(Role.AlumniCoordinator).GetFromJsonAsync<JsonElement>("/api/v1/me")).GetProperty("user").GetProperty("id").GetString()!));
        await Sql.Run(
            """
            insert into kernel.jobs (id, kind, state, done, total, command, payload, user_id, user_name, user_roles, created_at, started_at, leased_until, attempts)
            values ($1, 'test', 'running', 1, 10, 'none', '{}', $2, 'Testi', '{}', now(), now(), now() + interval '1 hour', 1)
            """, id, user);
        return id;
    }
}
