using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Karelia.Crm.Kernel;

namespace Karelia.Crm.Tests.Accounts;

internal sealed class ListContactsTests
{
    private readonly HttpClient manager = Crm.As(Role.CustomerManager);
    private readonly string family = $"Sukunimi{Guid.CreateVersion7():n}";

    [Test]
    public async Task Pages_follow_each_other_without_gap_or_repeat_in_Finnish_order()
    {
        foreach (var first in new[] { "Öllölä", "Zeta", "Äijä", "Aino", "Åke" })
            await Add(first);

        foreach (var sort in new[] { "name", "-name", "updatedAt", "-updatedAt" })
        {
            var names = new List<string>();
            for (string? cursor = ""; cursor is not null;)
            {
                var page = await Get($"/api/v1/contacts?q={family}&limit=2&sort={sort}&cursor={cursor}&count=true");
                Assert.That(page.GetProperty("total").GetInt32(), Is.EqualTo(5));
                names.AddRange(page.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("firstNames").GetString()!));
                cursor = page.GetProperty("nextCursor").GetString();
            }

            var expected = sort.EndsWith("name", StringComparison.Ordinal) ? new[] { "Aino", "Zeta", "Åke", "Äijä", "Öllölä" } : ["Öllölä", "Zeta", "Äijä", "Aino", "Åke"];
            Assert.That(names, Is.EqualTo(sort[0] == '-' ? expected.Reverse() : expected), sort);
        }
    }

    [TestCase("virtanen")]
    [TestCase("WIRTANEN")]
    [TestCase("aino Wirta")]
    public async Task Accents_and_w_are_forgiven(string typed)
    {
        var added = await manager.PostAsJsonAsync("/api/v1/contacts", new { lastName = $"Wirtanen-{family}", firstNames = "Äinö" });
        var id = (await added.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetGuid();

        var found = await Get($"/api/v1/contacts?q={Uri.EscapeDataString($"{typed} {family}")}");

        Assert.That(found.GetProperty("items").EnumerateArray().Single().GetProperty("id").GetGuid(), Is.EqualTo(id));
    }

    [TestCase("040 123", 1)]
    [TestCase("123 4567", 1)]
    [TestCase("joen", 0)]
    public async Task A_number_is_found_by_a_part_of_it_and_words_are_none(string typed, int found)
    {
        await manager.PostAsJsonAsync("/api/v1/contacts", new { lastName = family, firstNames = "Aino", phones = new[] { new { number = "040 123 4567", kind = "work" } } });

        Assert.That((await Get($"/api/v1/contacts?q={family}&phone={typed}")).GetProperty("items").GetArrayLength(), Is.EqualTo(found));
    }

    [TestCase("?sort=phone", HttpStatusCode.UnprocessableEntity)]
    [TestCase("?limit=201", HttpStatusCode.UnprocessableEntity)]
    [TestCase("?nope=1", HttpStatusCode.BadRequest)]
    [TestCase("?cursor=nope", HttpStatusCode.BadRequest)]
    [TestCase("?q=%00", HttpStatusCode.UnprocessableEntity)]
    public async Task A_bad_parameter_is_told(string query, HttpStatusCode status) =>
        Assert.That((await manager.GetAsync($"/api/v1/contacts{query}")).StatusCode, Is.EqualTo(status));

    [Test]
    public async Task Search_finds_by_part_of_an_address()
    {
        await Add("Aino", $"{family}@example.com".ToLowerInvariant());

        var hits = await Get($"/api/v1/search?q={family[8..]}");

        Assert.That(hits.GetProperty("items").GetArrayLength(), Is.EqualTo(1));
    }

    [Test]
    public async Task A_change_is_on_the_timeline_and_raises_the_version()
    {
        var id = await Add("Aino");
        var read = await manager.GetAsync($"/api/v1/contacts/{id}");

        var changed = await Patch(id, read.Headers.ETag!.Tag, new { town = (string?)null, calledName = "Ansku" });
        Assert.That(changed.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest), "an unknown member");
        changed = await Patch(id, read.Headers.ETag!.Tag, new { calledName = "Ansku", emails = new[] { new { address = "a@example.com" }, new { address = "b@example.com" } } });
        Assert.That(changed.StatusCode, Is.EqualTo(HttpStatusCode.OK), await changed.Content.ReadAsStringAsync());
        var swapped = await Patch(id, changed.Headers.ETag!.Tag, new { emails = new[] { new { address = "a@example.com", isPrimary = false }, new { address = "b@example.com", isPrimary = true } } });
        Assert.That(swapped.StatusCode, Is.EqualTo(HttpStatusCode.OK), await swapped.Content.ReadAsStringAsync());
        Assert.That((await Patch(id, read.Headers.ETag!.Tag, new { calledName = "Myöhässä" })).StatusCode, Is.EqualTo(HttpStatusCode.PreconditionFailed));
        Assert.That((await Patch(id, null, new { calledName = "Ilman" })).StatusCode, Is.EqualTo(HttpStatusCode.PreconditionRequired));

        var timeline = await Get($"/api/v1/contacts/{id}/timeline");
        Assert.That(timeline.GetProperty("items").EnumerateArray().Select(entry => entry.GetProperty("kind").GetString()), Is.EqualTo(new[] { "changed", "changed", "created" }));
    }

    [TestCase("application/merge-patch+json", HttpStatusCode.OK)]
    [TestCase("application/json", HttpStatusCode.OK)]
    [TestCase("text/plain", HttpStatusCode.UnsupportedMediaType)]
    public async Task A_patch_is_a_merge_patch(string type, HttpStatusCode status)
    {
        var id = await Add("Aino");
        var read = await manager.GetAsync($"/api/v1/contacts/{id}");

        Assert.That((await Patch(id, read.Headers.ETag!.Tag, new { calledName = "Ansku" }, type)).StatusCode, Is.EqualTo(status));
    }

    [Test]
    public async Task A_view_is_saved_listed_and_removed_by_its_owner()
    {
        var saved = await manager.PostAsJsonAsync("/api/v1/saved-views", new { list = "alumni", name = family, query = "form=guest-lecture", shared = false });
        var id = (await saved.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetGuid();

        Assert.That((await Get("/api/v1/saved-views?list=alumni")).GetProperty("items").EnumerateArray().Any(view => view.GetProperty("id").GetGuid() == id));
        Assert.That((await Crm.As(Role.Sales).DeleteAsync($"/api/v1/saved-views/{id}")).StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
        Assert.That((await manager.DeleteAsync($"/api/v1/saved-views/{id}")).StatusCode, Is.EqualTo(HttpStatusCode.NoContent));
    }

    private async Task<Guid> Add(string firstNames, string? email = null)
    {
        var added = await manager.PostAsJsonAsync("/api/v1/contacts", new { lastName = family, firstNames, emails = email is null ? [] : new[] { new { address = email } } });
        return (await added.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetGuid();
    }

    private Task<HttpResponseMessage> Patch(Guid id, string? version, object body, string type = "application/json")
    {
        var patch = new HttpRequestMessage(HttpMethod.Patch, $"/api/v1/contacts/{id}") { Content = JsonContent.Create(body, new System.Net.Http.Headers.MediaTypeHeaderValue(type)) };
        if (version is not null)
            patch.Headers.TryAddWithoutValidation("If-Match", version);
        return manager.SendAsync(patch);
    }

    private async Task<JsonElement> Get(string path)
    {
        var answer = await manager.GetAsync(path);
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.OK), await answer.Content.ReadAsStringAsync());
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }
}
