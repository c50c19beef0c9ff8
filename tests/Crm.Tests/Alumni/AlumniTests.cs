using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Karelia.Crm.Kernel;

namespace Karelia.Crm.Tests.Alumni;

/// <summary>The list and the page of an alumnus; how alumni come into the register is the imports' tests.</summary>
internal sealed class AlumniTests
{
    private readonly HttpClient coordinator = Crm.As(Role.AlumniCoordinator);
    private readonly string family = $"Alumni{Guid.CreateVersion7():n}";

    [TestCase("name", "Ada,Bertta,Cecilia")]
    [TestCase("-name", "Cecilia,Bertta,Ada")]
    [TestCase("graduated", "Cecilia,Ada,Bertta")]
    [TestCase("-graduated", "Bertta,Ada,Cecilia")]
    [TestCase("updatedAt", "Ada,Bertta,Cecilia")]
    [TestCase("-updatedAt", "Cecilia,Bertta,Ada")]
    public async Task Each_order_pages_through_all(string sort, string expected)
    {
        await ThreeAlumni();
        var names = new List<string>();
        for (string? cursor = ""; cursor is not null;)
        {
            var page = await Get($"/api/v1/alumni?q={family}&limit=2&sort={sort}&cursor={cursor}&count=true");
            Assert.That(page.GetProperty("total").GetInt32(), Is.EqualTo(3));
            names.AddRange(page.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("firstNames").GetString()!));
            cursor = page.GetProperty("nextCursor").GetString();
        }

        Assert.That(string.Join(',', names), Is.EqualTo(expected));
    }

    [TestCase("programme=Energia", "Ada")]
    [TestCase("degree=Insin%C3%B6%C3%B6ri", "Ada,Bertta")]
    [TestCase("graduatedFrom=2015&graduatedTo=2019", "Ada")]
    [TestCase("form=guest-lecture", "Bertta")]
    [TestCase("mailable=true", "")]
    [TestCase("mailable=false", "Ada,Bertta,Cecilia")]
    [TestCase("passive=true", "")]
    public async Task Filters_narrow_the_list(string filter, string expected)
    {
        await ThreeAlumni();

        var page = await Get($"/api/v1/alumni?q={family}&{filter}");

        Assert.That(string.Join(',', page.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("firstNames").GetString())), Is.EqualTo(expected));
    }

    [Test]
    public async Task Members_named_in_a_patch_change_and_the_others_stay()
    {
        var id = (await ThreeAlumni())[1];
        var read = await coordinator.GetAsync($"/api/v1/alumni/{id}");

        var changed = await Patch(id, read.Headers.ETag!.Tag, new { employer = "Esimerkki Oy", forms = new[] { new { code = "mentor" }, new { code = "guest-lecture" } } });

        Assert.That(changed.StatusCode, Is.EqualTo(HttpStatusCode.OK), await changed.Content.ReadAsStringAsync());
        var alumnus = await Get($"/api/v1/alumni/{id}");
        Assert.That(alumnus.GetProperty("employer").GetString(), Is.EqualTo("Esimerkki Oy"));
        Assert.That(alumnus.GetProperty("forms").EnumerateArray().Select(form => form.GetProperty("code").GetString()), Is.EqualTo(new[] { "guest-lecture", "mentor" }));
        Assert.That(alumnus.GetProperty("degrees")[0].GetProperty("degree").GetString(), Is.EqualTo("Insinööri"));
        Assert.That((await Patch(id, read.Headers.ETag!.Tag, new { employer = "Myöhässä" })).StatusCode, Is.EqualTo(HttpStatusCode.PreconditionFailed));
        Assert.That((await Patch(id, changed.Headers.ETag!.Tag, new { forms = new[] { new { code = "nope" } } })).StatusCode, Is.EqualTo(HttpStatusCode.UnprocessableEntity));
    }

    [Test]
    public async Task The_year_of_the_latest_degree_follows_the_degrees()
    {
        var id = (await ThreeAlumni())[2];
        var version = (await coordinator.GetAsync($"/api/v1/alumni/{id}")).Headers.ETag!.Tag;

        var two = await Patch(id, version, new { degrees = new[] { new { degree = "Tradenomi", graduatedYear = (int?)2024 }, new { degree = "Ylempi", graduatedYear = (int?)null } } });
        var later = await Get($"/api/v1/alumni?q={family}&sort=-graduated");
        await Patch(id, two.Headers.ETag!.Tag, new { degrees = Array.Empty<object>() });
        var none = await Get($"/api/v1/alumni?q={family}&sort=graduated");

        Assert.That(later.GetProperty("items")[0].GetProperty("contactId").GetGuid(), Is.EqualTo(id));
        Assert.That(later.GetProperty("items")[0].GetProperty("degree").GetString(), Is.EqualTo("Tradenomi"));
        Assert.That(none.GetProperty("items")[0].GetProperty("contactId").GetGuid(), Is.EqualTo(id));
        Assert.That(none.GetProperty("items")[0].GetProperty("graduated").ValueKind, Is.EqualTo(JsonValueKind.Null));
    }

    [TestCase("esimerkki")]
    [TestCase("OY")]
    [TestCase("oy ESIMERKKI virta")]
    public async Task Words_are_found_in_names_and_work_alike(string words)
    {
        var id = (await ThreeAlumni())[1];
        await Patch(id, (await coordinator.GetAsync($"/api/v1/alumni/{id}")).Headers.ETag!.Tag, new { formerLastName = "Wirta", employer = "Esimerkki Oy" });

        var found = await Get($"/api/v1/alumni?q={family} {words}");

        Assert.That(found.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("contactId").GetGuid()), Is.EqualTo(new[] { id }));
    }

    [Test]
    public async Task The_date_of_birth_is_shown_with_a_reason_only()
    {
        var id = (await ThreeAlumni())[0];

        var shown = await coordinator.PostAsJsonAsync($"/api/v1/alumni/{id}/reveal", new { reason = "Todistuksen tarkistus" });

        Assert.That((await shown.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("dateOfBirth").GetString(), Is.EqualTo("1980-05-17"));
        Assert.That((await coordinator.PostAsJsonAsync($"/api/v1/alumni/{id}/reveal", new { reason = "" })).StatusCode, Is.EqualTo(HttpStatusCode.UnprocessableEntity));
        Assert.That((await Crm.As(Role.Communications).PostAsJsonAsync($"/api/v1/alumni/{id}/reveal", new { reason = "x" })).StatusCode, Is.EqualTo(HttpStatusCode.Forbidden));
        Assert.That(await coordinator.GetStringAsync($"/api/v1/alumni/{id}"), Does.Not.Contain("1980-05-17"));
    }

    private async Task<List<Guid>> ThreeAlumni()
    {
        var ids = new List<Guid>();
        foreach (var (first, programme, degree, year, form) in new[]
                 {
                     ("Ada", "Energia", "Insinööri", 2016, "study-visit"), ("Bertta", "Konetekniikka", "Insinööri", 2021, "guest-lecture"), ("Cecilia", "Metsätalous", "Metsätalousinsinööri", 2009, "mentor"),
                 })
        {
            var added = await coordinator.PostAsJsonAsync("/api/v1/contacts", new { lastName = family, firstNames = first });
            var id = (await added.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetGuid();
            await using var insert = Crm.Database.CreateCommand($"""
                insert into alumni.alumni (contact_id, date_of_birth, source, registered_at, updated_at, version) values ('{id}', '1980-05-17', 'testi', now(), clock_timestamp(), 1);
                insert into alumni.degrees (id, contact_id, programme, title, graduated_year) values (gen_random_uuid(), '{id}', '{programme}', '{degree}', {year});
                insert into alumni.interests (contact_id, form_code, added_at) values ('{id}', '{form}', now());
                """);
            await insert.ExecuteNonQueryAsync();
            ids.Add(id);
        }

        return ids;
    }

    private Task<HttpResponseMessage> Patch(Guid id, string version, object body)
    {
        var patch = new HttpRequestMessage(HttpMethod.Patch, $"/api/v1/alumni/{id}") { Content = JsonContent.Create(body) };
        patch.Headers.TryAddWithoutValidation("If-Match", version);
        return coordinator.SendAsync(patch);
    }

    private async Task<JsonElement> Get(string path)
    {
        var answer = await coordinator.GetAsync(path);
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.OK), await answer.Content.ReadAsStringAsync());
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }
}
