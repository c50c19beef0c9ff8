using System.IO.Compression;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using Karelia.Crm.Kernel;

namespace Karelia.Crm.Tests.Accounts;

internal sealed partial class ExportTests
{
    private readonly HttpClient manager = Crm.As(Role.CustomerManager);
    private readonly string family = $"Vienti{Guid.CreateVersion7():n}";

    [Test]
    public async Task The_view_leaves_as_it_is_filtered_sorted_and_with_its_columns()
    {
        await Person("Aino", "Joensuu");
        await Person("Bertta", "Nurmes");
        await Person("Cecilia", "Joensuu");

        var rows = await Rows($"/api/v1/contacts.xlsx?q={family}&town=joen&sort=-name&columns=town&columns=name");

        Assert.That(rows, Is.EqualTo(new[] { "Paikkakunta|Sukunimi|Etunimet", $"Joensuu|{family}|Cecilia", $"Joensuu|{family}|Aino" }));
    }

    [Test]
    public async Task Who_is_in_the_file_stands_in_the_audit_and_restricted_people_are_in_none()
    {
        var (seen, hidden) = (await Person("Aino", "Joensuu"), await Person("Bertta", "Joensuu"));
        await using (var restrict = Crm.Database.CreateCommand("update accounts.contacts set restricted_at = now() where id = $1"))
        {
            restrict.Parameters.Add(new() { Value = Guid.Parse(hidden) });
            await restrict.ExecuteNonQueryAsync();
        }

        var officer = Crm.As(Role.DataProtectionOfficer);
        Assert.That(await Rows($"/api/v1/contacts.xlsx?q={family}&columns=id&headings=en", officer), Is.EqualTo(new[] { "Id", seen }));
        var events = await officer.GetFromJsonAsync<JsonElement>($"/api/v1/audit-events?id={seen}");
        Assert.That(events.GetProperty("items").EnumerateArray().Select(entry => entry.GetProperty("useCase").GetString()), Does.Contain("ExportContacts"));
        var of_hidden = await officer.GetFromJsonAsync<JsonElement>($"/api/v1/audit-events?id={hidden}");
        Assert.That(of_hidden.GetProperty("items").EnumerateArray().Select(entry => entry.GetProperty("useCase").GetString()), Does.Not.Contain("ExportContacts"));
    }

    [Test]
    public async Task Organisations_leave_likewise()
    {
        await manager.PostAsJsonAsync("/api/v1/accounts", new { name = $"={family}", relationships = new[] { "customer" }, municipality = "Joensuu" });

        Assert.That(await Rows($"/api/v1/accounts.xlsx?q={family}&columns=name&columns=relationships"), Is.EqualTo(new[] { "Nimi|Suhde", $"={family}|Asiakas" }));
    }

    [TestCase("/api/v1/contacts.xlsx?columns=dateOfBirth", HttpStatusCode.UnprocessableEntity)]
    [TestCase("/api/v1/contacts.xlsx?cursor=x", HttpStatusCode.BadRequest)]
    [TestCase("/api/v1/accounts.xlsx?sort=phone", HttpStatusCode.UnprocessableEntity)]
    public async Task What_is_not_in_the_view_is_refused(string path, HttpStatusCode status) => Assert.That((await manager.GetAsync(path)).StatusCode, Is.EqualTo(status));

    [Test]
    public async Task Integrations_page_they_do_not_export() =>
        Assert.That((await Crm.As(Role.IntegrationRead).GetAsync("/api/v1/contacts.xlsx")).StatusCode, Is.EqualTo(HttpStatusCode.Forbidden));

    private async Task<string> Person(string first, string town) =>
        (await (await manager.PostAsJsonAsync("/api/v1/contacts", new { lastName = family, firstNames = first, address = new { town } })).Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetString()!;

    private async Task<string[]> Rows(string path, HttpClient? client = null)
    {
        var answer = await (client ?? manager).GetAsync(path);
        Assert.That(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        await using var zip = new ZipArchive(await answer.Content.ReadAsStreamAsync());
        using var sheet = new StreamReader(await zip.GetEntry("xl/worksheets/sheet1.xml")!.OpenAsync());
        return [.. Row().Matches(await sheet.ReadToEndAsync()).Select(row => string.Join('|', Cell().Matches(row.Value).Select(cell => cell.Groups[1].Value)))];
    }

    [GeneratedRegex("<row .*?</row>")]
    private static partial Regex Row();

    [GeneratedRegex("<t[^>]*>(.*?)</t>")]
    private static partial Regex Cell();
}
