using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Karelia.Crm.Kernel;
using Karelia.Crm.Tests.Imports;

namespace Karelia.Crm.Tests.ExpertPool;

/// <summary>An expert pool of its own, filled as staff fill it: by a sheet.</summary>
internal static class Pool
{
    public const string Sentence = "Annan suostumukseni tietojeni tallentamiseen Karelian osaajapooliin.";

    private static readonly string[] headings =
    [
        "Vastausaika", "Yhteystiedot:Etunimi", "Yhteystiedot:Sukunimi", "Yhteystiedot:Sähköposti", "Yhteystiedot:Postitoimipaikka", "Yhteystiedot:Työnantaja/yritys", "Osaamisalat:Tekniikka",
        "Kuvaile osaamistasi: mitä asiantuntemusta voit tarjota?", "Yhteistyön tekemisen muodot:Mentorointi", "Kielet, joilla voit kouluttaa:englanti", $"Suostumus:{Sentence}",
    ];

    public static Task<Desk> Open() => Desk.Open(works: Role.ExpertCoordinator);

    public static byte[] Sheet(params ExpertLine[] lines) => Desk.Sheet(headings, [.. lines.Select(line => line.Cells)]);

    public static async Task<Guid[]> Fill(Desk desk, params ExpertLine[] lines)
    {
        var upload = await (await desk.Upload(Sheet(lines), "osaajat.xlsx")).Commit();
        return [.. (await upload.Rows()).OrderBy(row => row.GetProperty("row").GetInt32()).Select(row => row.GetProperty("contactId").GetGuid())];
    }

    /// <summary>Hits by first name, in their order.</summary>
    public static async Task<string> Found(Desk desk, string query) =>
        string.Join(',', (await desk.Get($"/experts?{query}")).GetProperty("items").EnumerateArray().Select(item => item.GetProperty("firstNames").GetString()));

    public static async Task<JsonElement> Hit(Desk desk, string typed, string firstName) => (await desk.Get($"/experts?q={Uri.EscapeDataString(typed)}")).GetProperty("items").EnumerateArray()
        .Single(item => item.GetProperty("firstNames").GetString() == firstName).GetProperty("match");

    public static async Task<JsonElement> Change(this Desk desk, HttpMethod method, string path, object? body, string versionOf, HttpStatusCode expected = HttpStatusCode.OK)
    {
        var client = desk.Coordinator;
        using var request = new HttpRequestMessage(method, $"/api/v1{path}") { Content = body is null ? null : JsonContent.Create(body) };
        request.Headers.TryAddWithoutValidation("If-Match", (await client.GetAsync($"/api/v1{versionOf}")).Headers.ETag!.Tag);
        var answer = await client.SendAsync(request);
        var text = await answer.Content.ReadAsStringAsync();
        Assert.That(answer.StatusCode, Is.EqualTo(expected), text);
        return text.Length == 0 ? default : JsonSerializer.Deserialize<JsonElement>(text);
    }
}

/// <summary>One line; what is not said is usual.</summary>
internal sealed record ExpertLine(string FirstName, string Competence)
{
    public string Time { get; init; } = "7.1.2026 8.37";
    public string LastName { get; init; } = "Keksitty";
    public string? Email { get; init; }
    public string Town { get; init; } = "Joensuu";
    public string Employer { get; init; } = "Esimerkki Oy";
    public string Technology { get; init; } = "";
    public string Mentoring { get; init; } = "";
    public string English { get; init; } = "";
    public string Consent { get; init; } = Pool.Sentence;

    public string?[] Cells => [Time, FirstName, LastName, Email ?? $"{FirstName.ToLowerInvariant()}@example.com", Town, Employer, Technology, Competence, Mentoring, English, Consent];
}
