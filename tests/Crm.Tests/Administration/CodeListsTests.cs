using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Karelia.Crm.Kernel;

namespace Karelia.Crm.Tests.Administration;

/// <summary>Lists of codes that the house edits without a release.</summary>
internal sealed class CodeListsTests
{
    private const string Forms = "/api/v1/code-lists/cooperation-forms/codes";

    private readonly HttpClient admin = Crm.As(Role.Admin);
    private readonly string code = $"t{Guid.CreateVersion7():n}";

    [Test]
    public async Task Each_module_has_its_lists_and_who_keeps_them_may_edit()
    {
        var lists = (await Json(await Crm.As(Role.AlumniCoordinator).GetAsync("/api/v1/code-lists"))).GetProperty("items").EnumerateArray()
            .ToDictionary(list => list.GetProperty("list").GetString()!, list => (Codes: list.GetProperty("codes").GetInt32(), MayEdit: list.GetProperty("mayEdit").GetBoolean()));

        Assert.That(lists.Keys, Is.SupersetOf(new[] { "cooperation-forms", "programmes", "institutions", "regions" }));
        Assert.That(lists["cooperation-forms"].MayEdit, Is.True);
        Assert.That(lists["programmes"].Codes, Is.GreaterThan(10));
        var forms = (await Json(await admin.GetAsync(Forms))).GetProperty("items").EnumerateArray().Select(form => form.GetProperty("code").GetString()).Take(12);
        Assert.That(forms, Is.EqualTo(new[]
        {
            "guest-lecture", "study-visit", "internship", "project-or-thesis-topic", "project-cooperation", "networking", "further-education", "other-competence", "alumni-event", "mentor", "introducer", "other",
        }));
    }

    [Test]
    public async Task A_code_is_added_changed_and_retired_but_never_lost()
    {
        var added = await admin.PostAsJsonAsync(Forms, new { code, fi = $"Muoto {code}", en = $"Form {code}", aliases = new[] { $"Entinen {code}" } });
        Assert.That(added.StatusCode, Is.EqualTo(HttpStatusCode.Created), await added.Content.ReadAsStringAsync());
        var etag = added.Headers.ETag!.Tag;

        var retired = await Patch(admin, $"{Forms}/{code}", etag, new { isRetired = true, en = $"Form no more {code}" });

        Assert.That(retired.StatusCode, Is.EqualTo(HttpStatusCode.OK), await retired.Content.ReadAsStringAsync());
        var read = await Json(await Crm.As(Role.Reader).GetAsync($"{Forms}/{code}"));
        Assert.That(read.GetProperty("isRetired").GetBoolean(), Is.True);
        Assert.That(read.GetProperty("fi").GetString(), Is.EqualTo($"Muoto {code}"));
        Assert.That((await Patch(admin, $"{Forms}/{code}", etag, new { fi = "Myöhässä" })).StatusCode, Is.EqualTo(HttpStatusCode.PreconditionFailed));
        Assert.That((await admin.PostAsJsonAsync(Forms, new { code, fi = "Sama koodi", en = "The same code" })).StatusCode, Is.EqualTo(HttpStatusCode.UnprocessableEntity));
        await using var delete = Crm.Database.CreateCommand($"delete from administration.codes where code = '{code}'");
        Assert.That(async () => await delete.ExecuteNonQueryAsync(), Throws.InstanceOf<Npgsql.PostgresException>());
    }

    [Test]
    public async Task One_name_leads_to_one_code()
    {
        await admin.PostAsJsonAsync(Forms, new { code, fi = $"Eka {code}", en = $"First {code}", aliases = new[] { $"Vanha {code}" } });

        var second = await admin.PostAsJsonAsync(Forms, new { code = code + "b", fi = $"VANHA-{code}", en = $"Second {code}" });

        Assert.That(second.StatusCode, Is.EqualTo(HttpStatusCode.Conflict));
        Assert.That((await Json(second)).GetProperty("type").GetString(), Is.EqualTo("/problems/name-taken"));
    }

    [Test]
    public async Task Who_keeps_another_list_is_refused()
    {
        Assert.That((await Crm.As(Role.CustomerManager).PostAsJsonAsync(Forms, new { code, fi = "Oma", en = "Own" })).StatusCode, Is.EqualTo(HttpStatusCode.Forbidden));
        Assert.That((await admin.PostAsJsonAsync("/api/v1/code-lists/no-such-list/codes", new { code, fi = "Oma", en = "Own" })).StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
    }

    private static Task<HttpResponseMessage> Patch(HttpClient client, string path, string etag, object body)
    {
        var request = new HttpRequestMessage(HttpMethod.Patch, path) { Content = JsonContent.Create(body) };
        request.Headers.TryAddWithoutValidation("If-Match", etag);
        return client.SendAsync(request);
    }

    private static async Task<JsonElement> Json(HttpResponseMessage answer) => await answer.Content.ReadFromJsonAsync<JsonElement>();
}
