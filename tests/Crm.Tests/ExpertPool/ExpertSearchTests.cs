using System.Net.Http.Json;
using Karelia.Crm.Kernel;
using Karelia.Crm.Tests.Imports;

namespace Karelia.Crm.Tests.ExpertPool;

/// <summary>Finding the right expert: word forms, parts of compounds, synonyms, typing errors, two languages, and why each was found.</summary>
internal sealed class ExpertSearchTests
{
    private static readonly Lazy<Task<Desk>> pool = new(Fill);

    [TestCase("metsätalouden", "Metsä", Description = "another form, with the stem changed")]
    [TestCase("metsataloutta", "Metsä", Description = "without accents")]
    [TestCase("testaus", "Testi", Description = "the end of a compound")]
    [TestCase("testausta", "Testi")]
    [TestCase("testiautomaatio", "Testi", Description = "through a synonym of the list of competences")]
    [TestCase("software testing", "Testi", Description = "through a name of two words")]
    [TestCase("ohjelmistotestuas", "Testi", Description = "a typing error")]
    [TestCase("metsätaluoden", "Metsä")]
    [TestCase("teaching", "English,Hoito", Description = "in English, and through the competence's Finnish name")]
    [TestCase("leader", "English", Description = "English stemming")]
    [TestCase("hoidon", "Hoito", Description = "t and d")]
    [TestCase("gerontol", "Hoito", Description = "the beginning of a word")]
    [TestCase("markkinoinnin", "Markkinointi", Description = "nt and nn")]
    [TestCase("joensuun markkinointi ja", "", Description = "every word must be met")]
    [TestCase("markkinointi ja hakukone", "Markkinointi", Description = "and 'ja' is none")]
    [TestCase("test", "Testi", Description = "not 'protesti'")]
    [TestCase("xyzzy", "")]
    [TestCase("100%_\\", "")]
    public async Task Those_are_found_who_were_meant(string typed, string expected) =>
        Assert.That(await Pool.Found(await pool.Value, $"q={Uri.EscapeDataString(typed)}"), Is.EqualTo(expected));

    [TestCase("metsätalouden", "Metsä", "form", "metsätalous", null, "metsätalous")]
    [TestCase("testaus", "Testi", "part", "Ohjelmistotestaus", null, "testaus")]
    [TestCase("testiautomaatio", "Testi", "synonym", "Ohjelmistotestaus", "Ohjelmistotestaus", "Ohjelmistotestaus")]
    [TestCase("metsätaluoden", "Metsä", "near", "metsätalous", null, "metsätalous")]
    [TestCase("hakukone", "Markkinointi", "prefix", "hakukoneoptimointi", null, "hakukoneoptimointi")]
    [TestCase("simulaatio", "Hoito", "prefix", "simulaatio-opetus", null, "simulaatio")]
    public async Task Every_hit_says_why(string typed, string who, string kind, string found, string? via, string marked)
    {
        var match = await Pool.Hit(await pool.Value, typed, who);

        var reason = match.GetProperty("reasons")[0];
        Assert.That(reason.GetProperty("word").GetString(), Is.EqualTo(typed));
        Assert.That((reason.GetProperty("kind").GetString(), reason.GetProperty("where").GetString(), reason.GetProperty("via").GetString()), Is.EqualTo((kind == "prefix" && typed == "simulaatio" ? "exact" : kind, "competence", via)), match.ToString());
        Assert.That(found, Does.StartWith(reason.GetProperty("found").GetString()!));
        var parts = match.GetProperty("snippets")[0].GetProperty("parts").EnumerateArray().ToList();
        Assert.That(parts.Where(part => part.GetProperty("isHit").GetBoolean()).Select(part => part.GetProperty("text").GetString()), Is.EqualTo([marked]));
    }

    [Test]
    public async Task The_order_is_the_match_alone()
    {
        await using var desk = await Pool.Open();
        await Pool.Fill(desk, new ExpertLine("Osa", "Ohjelmistotestaus"), new ExpertLine("Muoto", "Opetan testauksen menetelmiä"), new ExpertLine("Sama", "Testaus"));

        Assert.That(await Pool.Found(desk, "q=testaus"), Is.EqualTo("Sama,Muoto,Osa"));
        var names = new List<string?>();
        for (string? cursor = ""; cursor is not null;)
        {
            var page = await desk.Get($"/experts?q=testaus&limit=1&count=true&cursor={cursor}");
            Assert.That(page.GetProperty("total").GetInt32(), Is.EqualTo(3));
            names.AddRange(page.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("firstNames").GetString()));
            cursor = page.GetProperty("nextCursor").GetString();
        }

        Assert.That(names, Is.EqualTo(["Sama", "Muoto", "Osa"]));
    }

    [TestCase("q=metsätalous&town=joensuu", "Metsä")]
    [TestCase("q=metsätalous&town=Nurmes", "")]
    [TestCase("field=technology", "Testi")]
    [TestCase("form=mentoring", "Hoito")]
    [TestCase("language=en", "English")]
    [TestCase("mailable=true", "")]
    [TestCase("renewBefore=2026-01-01", "")]
    [TestCase("renewBefore=2029-06-01&field=technology", "Testi")]
    [TestCase("availableOn=2026-03-12&field=technology", "Testi")]
    [TestCase("name=keks testi", "Testi")]
    public async Task Filters_narrow_the_list(string query, string expected) => Assert.That(await Pool.Found(await pool.Value, query), Is.EqualTo(expected));

    [Test]
    public async Task Tags_assignments_and_new_synonyms_are_found_at_once_and_gone_words_are_not()
    {
        await using var desk = await Pool.Open();
        var id = (await Pool.Fill(desk, new ExpertLine("Ainoa", "Robotiikka")))[0];
        await desk.Change(HttpMethod.Patch, $"/experts/{id}", new { tags = new[] { "bioenergy" }, availableFrom = "2026-05-01" }, $"/experts/{id}");
        Assert.That(await Pool.Found(desk, "q=puuenergia"), Is.EqualTo("Ainoa"), "a synonym of the tag");
        Assert.That((await Pool.Hit(desk, "bioenergian", "Ainoa")).GetProperty("reasons")[0].GetProperty("where").GetString(), Is.EqualTo("tag"));
        Assert.That((await Pool.Found(desk, "availableOn=2026-04-30"), await Pool.Found(desk, "availableOn=2026-05-01")), Is.EqualTo(("", "Ainoa")));

        Assert.That(await Pool.Found(desk, "q=automaatiolaitteet"), Is.Empty);
        var answer = await desk.Coordinator.PostAsJsonAsync(
            "/api/v1/code-lists/competences/codes", new { code = "robotics", fi = "Robotiikka", en = "Robotics", aliases = new[] { "Automaatiolaitteet" } });
        Assert.That(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        Assert.That(await Pool.Found(desk, "q=automaatiolaitteet"), Is.EqualTo("Ainoa"));

        await desk.Coordinator.PostAsJsonAsync($"/api/v1/experts/{id}/assignments", new { title = "Droonikoulutus", startsOn = "2026-02-01" });
        Assert.That((await Pool.Hit(desk, "drooni", "Ainoa")).GetProperty("snippets")[0].GetProperty("where").GetString(), Is.EqualTo("assignment"));
        await desk.Change(HttpMethod.Patch, $"/experts/{id}", new { competence = (string?)null }, $"/experts/{id}");
        Assert.That(await desk.Scalar<long>("select count(*) from experts.vocabulary where word = 'robotiikka'"), Is.Zero, "a word that nobody has goes");
        Assert.That(await Pool.Found(desk, "q=robotiikka"), Is.Empty);
    }

    [Test]
    public async Task Who_withdraws_is_found_no_more_the_same_moment()
    {
        await using var desk = await Pool.Open();
        var id = (await Pool.Fill(desk, new ExpertLine("Pois", "Hitsaus")))[0];

        var withdrawn = await desk.As(Role.DataProtectionOfficer).PostAsJsonAsync(
            $"/api/v1/contacts/{id}/consents", new { purpose = "expert-pool", kind = "withdrawn", source = "Puhelu" });

        Assert.That(withdrawn.IsSuccessStatusCode, await withdrawn.Content.ReadAsStringAsync());
        Assert.That(await Pool.Found(desk, "q=hitsaus"), Is.Empty);
        Assert.That((int)(await desk.Coordinator.GetAsync($"/api/v1/experts/{id}")).StatusCode, Is.EqualTo(404));
    }

    private static async Task<Desk> Fill()
    {
        var desk = await Pool.Open();
        await Pool.Fill(
            desk,
            new ExpertLine("Metsä", "Kestävä metsätalous ja metsän uudistaminen, 15 vuotta metsänhoitoyhdistyksessä."),
            new ExpertLine("Testi", "Ohjelmistotestaus ja jatkuva integraatio; kouluttanut 40 ryhmää.") { Technology = "Tekniikka" },
            new ExpertLine("Hoito", "Gerontologinen sairaanhoito, muistisairaan kohtaaminen, simulaatio-opetus.") { Mentoring = "Mentorointi" },
            new ExpertLine("Markkinointi", "Digitaalinen markkinointi, hakukoneoptimointi, sisällöntuotanto."),
            new ExpertLine("English", "Coaching leaders in agile organisations; has been teaching for ten years.") { English = "englanti" },
            new ExpertLine("Kansa", "Protestit ja kansalaisvaikuttaminen."));
        return desk;
    }

    [OneTimeTearDown]
    public static async Task Close() => await (await pool.Value).DisposeAsync();
}
