using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Karelia.Crm.Kernel;
using Karelia.Crm.Tests.Spreadsheets;

namespace Karelia.Crm.Tests.Consent;

/// <summary>People made for one test, and the staff who deal with them; a filter finds them by a name that nobody else has.</summary>
internal sealed class Audience
{
    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web);

    public readonly HttpClient Manager = Crm.As(Role.CustomerManager);
    public readonly HttpClient Communications = Crm.As(Role.Communications);
    public readonly HttpClient Officer = Crm.As(Role.DataProtectionOfficer);

    /// <summary>The last name of all of them.</summary>
    public string Name { get; } = "Joukko" + Guid.CreateVersion7().ToString("n")[8..];

    /// <summary>An address that nobody has.</summary>
    public static string AnAddress() => $"a{Guid.CreateVersion7():n}@example.com";

    public async Task<Guid> Person(string? email = "", string kind = "personal", string firstNames = "Aino")
    {
        object[] emails = email is null ? [] : [new { address = email.Length == 0 ? AnAddress() : email, kind }];
        return (await Read(await Manager.PostAsJsonAsync("/api/v1/contacts", new { lastName = Name, firstNames, emails }))).GetProperty("id").GetGuid();
    }

    /// <summary>A person who said yes.</summary>
    public async Task<Guid> Willing(string topic, string? email = "")
    {
        var person = await Person(email);
        await Says(person, "given", $"email.{topic}");
        return person;
    }

    public Task<HttpResponseMessage> TrySay(Guid person, string kind, string purpose, object? more = null, HttpClient? client = null) =>
        (client ?? Communications).PostAsJsonAsync($"/api/v1/contacts/{person}/consents", more ?? new { purpose, kind, source = "phone" });

    public async Task<JsonElement> Says(Guid person, string kind, string purpose) => await Read(await TrySay(person, kind, purpose));

    public async Task<JsonElement> Consents(Guid person, HttpClient? client = null) => await Read(await (client ?? Communications).GetAsync($"/api/v1/contacts/{person}/consents"));

    public async Task<string?> Standing(Guid person, string purpose) => (await Consents(person)).GetProperty("standing").EnumerateArray()
        .Where(s => s.GetProperty("purpose").GetString() == purpose).Select(s => s.GetProperty("state").GetString()).SingleOrDefault();

    public async Task<HttpResponseMessage> SetPreferences(Guid person, object preferences, object blocks, string? version = null)
    {
        version ??= (await Communications.GetAsync($"/api/v1/contacts/{person}/preferences")).Headers.ETag!.Tag;
        using var request = new HttpRequestMessage(HttpMethod.Put, $"/api/v1/contacts/{person}/preferences") { Content = JsonContent.Create(new { preferences, blocks }) };
        request.Headers.TryAddWithoutValidation("If-Match", version);
        return await Communications.SendAsync(request);
    }

    /// <summary>Sets the blocks and leaves the choices as they are.</summary>
    public async Task Block(Guid person, params object[] blocks)
    {
        var now = await Read(await Communications.GetAsync($"/api/v1/contacts/{person}/preferences"));
        var choices = now.GetProperty("preferences").EnumerateArray().Select(p => new { channel = p.GetProperty("channel").GetString(), topic = p.GetProperty("topic").GetString(), choice = p.GetProperty("choice").GetString() });
        await Read(await SetPreferences(person, choices, blocks));
    }

    public object Request(string topic, object? filter = null) => new
    {
        name = $"Lista {Name}",
        contactFilter = filter ?? new { q = Name },
        channel = "email",
        topic,
        purpose = "Test",
        recipient = "liana",
        unit = "communications",
    };

    public async Task<JsonElement> Export(string topic, object? filter = null) => await Read(await Communications.PostAsJsonAsync("/api/v1/mailing-list-exports", Request(topic, filter)));

    public async Task<JsonElement> Preview(string topic, object? filter = null) => await Read(await Communications.PostAsJsonAsync("/api/v1/mailing-list-exports/preview", Request(topic, filter)));

    /// <summary>The rows of a downloaded workbook, headings first.</summary>
    public async Task<string[][]> Sheet(JsonElement export, string url = "fileUrl")
    {
        var answer = await Communications.GetAsync(export.GetProperty(url).GetString());
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.OK), await answer.Content.ReadAsStringAsync());
        using var file = new MemoryStream(await answer.Content.ReadAsByteArrayAsync());
        return file.Texts();
    }

    /// <summary>Whom the downloaded file holds.</summary>
    public async Task<Guid[]> Mailed(JsonElement export) => [.. (await Sheet(export)).Skip(1).Select(row => Guid.Parse(row[7]))];

    public static async Task<JsonElement> Read(HttpResponseMessage answer)
    {
        var body = await answer.Content.ReadAsStringAsync();
        Assert.That(answer.IsSuccessStatusCode, Is.True, $"{(int)answer.StatusCode} {body}");
        return JsonSerializer.Deserialize<JsonElement>(body, Web);
    }

    /// <summary>What only SQL can do today.</summary>
    public static async Task Sql(string sql, params object[] values)
    {
        await using var command = Crm.Database.CreateCommand(sql);
        foreach (var value in values)
            command.Parameters.Add(new() { Value = value });
        await command.ExecuteNonQueryAsync();
    }

    public static Task Passivate(Guid person) => Sql("update accounts.contacts set is_passive = true, passive_reason = 'moved', passive_since = now() where id = $1", person);

    public static Task Restrict(Guid person) => Sql("update accounts.contacts set restricted_at = now() where id = $1", person);
}
