using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Karelia.Crm.Kernel;

namespace Karelia.Crm.Tests.Consent;

internal sealed class TargetGroupsTests
{
    private readonly Audience people = new();

    private object Mine => new { field = "contact.name", contains = people.Name };

    [Test]
    public async Task A_group_over_three_modules_means_whom_all_of_them_say()
    {
        var (both, alumnusOnly, _) = (await Alumnus(2015, "mentor"), await Alumnus(2020, "mentor"), await people.Willing("events"));
        await people.Says(both, "given", "email.events");

        var group = await Save(new
        {
            all = new object[]
            {
                Mine, new { field = "alumni.programme", @is = new[] { "Sairaanhoitaja" }, from = "2010", to = "2016" }, new { field = "consent.given", @is = new[] { "email.events" } },
                new { none = new object[] { new { field = "contact.role", @is = new[] { "partner" } } } },
            },
        });

        Assert.That(group.GetProperty("count").GetInt32(), Is.EqualTo(1));
        Assert.That(await Members(group), Is.EqualTo(new[] { both }));
        Assert.That(await Count(new { all = new object[] { Mine, new { any = new object[] { new { field = "alumni.graduated", from = "2020" }, new { field = "consent.given", @is = new[] { "email.events" } } } } } }), Is.EqualTo(3));
        Assert.That(await Count(new { all = new object[] { Mine, new { field = "alumni.form", @is = new[] { "mentor" } }, new { none = new object[] { new { field = "alumni.graduated", to = "2016" } } } } }), Is.EqualTo(1));
        Assert.That(await Count(new { all = new object[] { Mine, new { any = Array.Empty<object>() } } }), Is.Zero);
        Assert.That(alumnusOnly, Is.Not.EqualTo(both));
    }

    [Test]
    public async Task Every_published_field_can_be_asked_and_says_what_it_is_in_both_languages()
    {
        var fields = (await Get("/api/v1/target-groups/fields")).GetProperty("items").EnumerateArray().ToList();

        Assert.That(fields.Select(field => field.GetProperty("field").GetString()!.Split('.')[0]).Distinct(), Is.SupersetOf(new[] { "contact", "organisation", "activity", "alumni", "consent", "list" }));
        foreach (var field in fields)
        {
            var name = field.GetProperty("field").GetString();
            Assert.That(field.GetProperty("fi").GetString(), Is.Not.Empty.And.Not.EqualTo(field.GetProperty("en").GetString()), name);
            foreach (var how in field.GetProperty("operators").EnumerateArray().Select(how => how.GetString()))
            {
                var limit = how == "days" ? "2020-01-01" : "2020";
                var value = field.GetProperty("values").GetArrayLength() > 0 ? field.GetProperty("values")[0].GetProperty("value").GetString()! : "x";
                object asked = how switch { "is" => new { field = name, @is = new[] { value } }, "contains" => new { field = name, contains = "%" }, _ => new { field = name, from = limit, to = limit } };
                Assert.That((await people.Communications.PostAsJsonAsync("/api/v1/target-groups/count", new { definition = asked })).StatusCode, Is.EqualTo(HttpStatusCode.OK), $"{name} {how}");
            }
        }
    }

    [Test]
    public async Task A_definition_that_is_too_deep_too_large_or_means_nothing_is_refused()
    {
        object deep = Mine;
        for (var i = 0; i < 6; i++)
            deep = new { all = new[] { deep } };
        foreach (var definition in new object[]
        {
            deep, new { all = Enumerable.Repeat(Mine, 60) }, new { field = "contact.name", @is = new[] { "x" } }, new { field = "contact.salary", @is = new[] { "x" } }, new { field = "contact.role" },
            new { field = "contact.role", @is = Array.Empty<string>() }, new { field = "contact.role", @is = Enumerable.Range(0, 201).Select(i => $"{i}") }, new { all = new[] { Mine }, any = new[] { Mine } },
            new { field = "alumni.graduated", from = "abc" }, new { field = "contact.added", from = "1.1.2020" }, new { all = new object?[] { null } }, new { @is = new[] { "x" } }, new { },
            new { field = "contact.name", contains = " " },
        })
        {
            var answer = await people.Communications.PostAsJsonAsync("/api/v1/target-groups/count", new { definition });
            Assert.That((int)answer.StatusCode, Is.EqualTo(422), $"{JsonSerializer.Serialize(definition)}: {await answer.Content.ReadAsStringAsync()}");
            Assert.That((await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("errors").EnumerateObject().First().Name, Does.StartWith("/definition"));
        }
    }

    [Test]
    public async Task A_list_kept_by_hand_gains_and_loses_people_one_by_one_and_by_a_filter()
    {
        var (one, other, passive) = (await people.Person(), await people.Person(), await people.Person());
        var list = await Save(null);

        Assert.That((await Change(list, new { act = "add", contactIds = new[] { one } })).GetProperty("count").GetInt32(), Is.EqualTo(1));
        await Audience.Passivate(passive);
        var added = await Change(list, new { act = "add", definition = Mine });
        Assert.That(added.GetRawText(), Is.EqualTo("""{"changed":1,"leftOut":1,"count":2}"""));
        Assert.That(await Members(list), Is.EquivalentTo(new[] { one, other }));
        Assert.That((int)(await people.Communications.PostAsJsonAsync(Address(list) + "/members", new { act = "add", contactIds = new[] { passive } })).StatusCode, Is.EqualTo(409));

        await Audience.Passivate(one);
        Assert.That((await Change(list, new { act = "remove", contactIds = new[] { one } })).GetProperty("count").GetInt32(), Is.EqualTo(1), "who is passive may leave a list");
        Assert.That(await Count(new { field = "list.member", @is = new[] { Id(list).ToString() } }), Is.EqualTo(1));
        var dynamic = await Save(Mine);
        Assert.That(await (await people.Communications.PostAsJsonAsync(Address(dynamic) + "/members", new { act = "add", contactIds = new[] { other } })).Content.ReadAsStringAsync(), Does.Contain("/problems/not-a-list"));
    }

    [Test]
    public async Task Restricted_and_erased_people_are_in_no_group()
    {
        var (seen, restricted) = (await people.Person(), await people.Person());
        var list = await Save(null);
        await Change(list, new { act = "add", definition = Mine });
        await Audience.Restrict(restricted);

        Assert.That(await Members(list), Is.EqualTo(new[] { seen }));
        Assert.That(await Count(Mine), Is.EqualTo(1));
        Assert.That((await Get(Address(list))).GetProperty("count").GetInt32(), Is.EqualTo(1));
    }

    [Test]
    public async Task A_group_is_shared_or_its_owners_alone_and_an_archived_one_is_gone()
    {
        var shared = await Save(Mine);
        var own = await Audience.Read(await people.Communications.PostAsJsonAsync("/api/v1/target-groups", new { name = "Oma", definition = Mine, isShared = false }));
        var colleague = Crm.As(Role.Communications, Role.Reader);
        Assert.That((await people.Officer.GetAsync(Address(own))).StatusCode, Is.EqualTo(HttpStatusCode.OK));

        var renamed = await Patch(shared, new { name = "Uusi nimi" }, "\"1\"");
        Assert.That(renamed.StatusCode, Is.EqualTo(HttpStatusCode.OK), await renamed.Content.ReadAsStringAsync());
        Assert.That((await Patch(shared, new { name = "Vanha" }, "\"1\"")).StatusCode, Is.EqualTo(HttpStatusCode.PreconditionFailed));
        using var delete = new HttpRequestMessage(HttpMethod.Delete, Address(shared)) { Headers = { { "If-Match", "\"2\"" } } };
        Assert.That((await people.Communications.SendAsync(delete)).StatusCode, Is.EqualTo(HttpStatusCode.NoContent));
        Assert.That((await people.Communications.GetAsync(Address(shared))).StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
        Assert.That((await colleague.GetAsync("/api/v1/target-groups?limit=200")).IsSuccessStatusCode, Is.True);
    }

    private async Task<Guid> Alumnus(int graduated, string form)
    {
        var person = await people.Willing("alumni");
        await Audience.Sql("insert into alumni.alumni (contact_id, source, registered_at, updated_at, version) values ($1, 'test', now(), now(), 1)", person);
        await Audience.Sql("insert into alumni.degrees (id, contact_id, programme, graduated_year) values (gen_random_uuid(), $1, 'Sairaanhoitaja', $2)", person, graduated);
        await Audience.Sql("insert into alumni.interests (contact_id, form_code, added_at) values ($1, $2, now())", person, form);
        return person;
    }

    private async Task<JsonElement> Save(object? definition) =>
        await Audience.Read(await people.Communications.PostAsJsonAsync("/api/v1/target-groups", new { name = $"Ryhmä {people.Name}", definition }));

    private async Task<int> Count(object definition) =>
        (await Audience.Read(await people.Communications.PostAsJsonAsync("/api/v1/target-groups/count", new { definition, examples = 3 }))).GetProperty("count").GetInt32();

    private async Task<JsonElement> Change(JsonElement list, object change) => await Audience.Read(await people.Communications.PostAsJsonAsync(Address(list) + "/members", change));

    private async Task<Guid[]> Members(JsonElement group)
    {
        var (found, cursor) = (new List<Guid>(), "");
        do
        {
            var page = await Get($"{Address(group)}/members?limit=1&count=true{cursor}");
            found.AddRange(page.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("contactId").GetGuid()));
            cursor = page.GetProperty("nextCursor").GetString() is { } next ? $"&cursor={next}" : null;
        }
        while (cursor is not null);
        return [.. found];
    }

    private async Task<JsonElement> Get(string address) => await Audience.Read(await people.Communications.GetAsync(address));

    private async Task<HttpResponseMessage> Patch(JsonElement group, object patch, string version)
    {
        using var request = new HttpRequestMessage(HttpMethod.Patch, Address(group)) { Content = JsonContent.Create(patch), Headers = { { "If-Match", version } } };
        return await people.Communications.SendAsync(request);
    }

    private static Guid Id(JsonElement group) => group.GetProperty("id").GetGuid();

    private static string Address(JsonElement group) => $"/api/v1/target-groups/{Id(group)}";
}
