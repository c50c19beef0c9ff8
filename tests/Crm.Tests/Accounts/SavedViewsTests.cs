using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Karelia.Crm.Kernel;

namespace Karelia.Crm.Tests.Accounts;

/// <summary>One after another: a user has one default a list, and the tests share their users.</summary>
[NonParallelizable]
internal sealed class SavedViewsTests
{
    private readonly HttpClient owner = Crm.As(Role.CustomerManager);
    private readonly HttpClient other = Crm.As(Role.Sales);
    private readonly string name = $"Näkymä {Guid.CreateVersion7():n}";

    [Test]
    public async Task A_view_is_changed_by_its_owner_only()
    {
        var id = await Save(shared: true);

        Assert.That((await other.PatchAsJsonAsync($"/api/v1/saved-views/{id}", new { query = "town=Nurmes" })).StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
        Assert.That((await owner.PatchAsJsonAsync($"/api/v1/saved-views/{id}", new { query = "town=Nurmes&columns=name:240,town" })).StatusCode, Is.EqualTo(HttpStatusCode.OK));
        Assert.That((await View(owner, id)).GetProperty("query").GetString(), Is.EqualTo("town=Nurmes&columns=name:240,town"));
    }

    [Test]
    public async Task Each_has_one_default_a_list_which_may_be_a_shared_view()
    {
        var (shared, own) = (await Save(shared: true), await Save(shared: false));

        await MakeDefault(other, shared);
        Assert.That((await View(other, shared)).GetProperty("isDefault").GetBoolean(), Is.True);
        Assert.That((await View(owner, shared)).GetProperty("isDefault").GetBoolean(), Is.False);
        await MakeDefault(owner, shared);
        await MakeDefault(owner, own);

        using (Assert.EnterMultipleScope())
        {
            Assert.That((await View(owner, own)).GetProperty("isDefault").GetBoolean(), Is.True);
            Assert.That((await View(owner, shared)).GetProperty("isDefault").GetBoolean(), Is.False);
            Assert.That((await other.PostAsJsonAsync($"/api/v1/saved-views/{own}/default", new { isDefault = true })).StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
        }

        await MakeDefault(owner, own, false);
        Assert.That((await View(owner, own)).GetProperty("isDefault").GetBoolean(), Is.False);
        Assert.That((await owner.DeleteAsync($"/api/v1/saved-views/{shared}")).StatusCode, Is.EqualTo(HttpStatusCode.NoContent));
    }

    [Test]
    public async Task A_view_that_is_no_longer_shared_is_nobody_elses_default()
    {
        var id = await Save(shared: true);
        await MakeDefault(other, id);
        await owner.PatchAsJsonAsync($"/api/v1/saved-views/{id}", new { shared = false });
        await owner.PatchAsJsonAsync($"/api/v1/saved-views/{id}", new { shared = true });

        Assert.That((await View(other, id)).GetProperty("isDefault").GetBoolean(), Is.False);
    }

    private static async Task MakeDefault(HttpClient client, string id, bool isDefault = true) =>
        Assert.That((await client.PostAsJsonAsync($"/api/v1/saved-views/{id}/default", new { isDefault })).StatusCode, Is.EqualTo(HttpStatusCode.OK));

    private async Task<string> Save(bool shared)
    {
        var answer = await owner.PostAsJsonAsync("/api/v1/saved-views", new { list = "accounts", name = $"{name} {(shared ? "kaikille" : "oma")}", query = "q=oy", shared });
        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetString()!;
    }

    private static async Task<JsonElement> View(HttpClient client, string id) =>
        (await client.GetFromJsonAsync<JsonElement>("/api/v1/saved-views?list=accounts")).GetProperty("items").EnumerateArray().Single(view => view.GetProperty("id").GetString() == id);
}
