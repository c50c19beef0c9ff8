using System.Net.Http.Json;
using System.Text.Json;
using Karelia.Crm.Kernel;
using Karelia.Crm.Tests.Imports;
using UglyToad.PdfPig;

namespace Karelia.Crm.Tests.Consent;

/// <summary>A person whose values occur nowhere else, led through every feature there is.</summary>
internal sealed class Canary(Desk desk)
{
    private readonly string mark = Guid.CreateVersion7().ToString("n")[20..];
    public readonly HttpClient Manager = desk.As(Role.CustomerManager, Role.AlumniCoordinator, Role.Communications, Role.ExpertCoordinator);
    public readonly HttpClient Officer = desk.As(Role.DataProtectionOfficer);

    public string Last => $"Kanaria{mark}";
    public string First => $"Tipu{mark}";
    public string Email => $"tipu.{mark}@example.com";
    public string Phone { get; } = $"+35840{Random.Shared.Next(1_000_000, 9_999_999)}";
    public Guid Id { get; private set; }
    public Guid Friend { get; private set; }
    public string SharedActivity { get; private set; } = "";
    public string Need { get; private set; } = "";

    /// <summary>What must be nowhere afterwards, in whatever case.</summary>
    public string[] Values =>
    [
        Last, First, Email, Phone[4..], $"Lempinimi{mark}", $"Katu{mark}", $"Kaupunki{mark}", $"Titteli{mark}", $"Toinen{mark}", $"Salaisuus{mark}", $"Tyonantaja{mark}",
    ];

    public async Task Live()
    {
        var friend = await Post("/contacts", new { lastName = $"Ystava{Guid.CreateVersion7():n}", firstNames = "Kaisa" });
        var account = Text(await Post("/accounts", new { name = $"Pesä {Guid.CreateVersion7():n} Oy" }), "id");
        Friend = Guid.Parse(Text(friend, "id"));
        // By a sheet, which is there with its lines; then by hand.
        var alumni = await desk.Upload(People.Sheet(Line), "kanaria.xlsx", client: Manager);
        Assert.That((await desk.Run($"/imports/{alumni.Id}/commit")).GetProperty("state").GetString(), Is.EqualTo("succeeded"));
        Id = Guid.Parse((await alumni.Rows())[0].GetProperty("contactId").GetString()!);
        await desk.Upload(People.Sheet(Line with { Employer = $"Tyonantaja{mark} Oyj" }), "kanaria-odottaa.xlsx", client: Manager);
        await Patch($"/contacts/{Id}", new { calledName = $"Lempinimi{mark}", address = new { street = $"Katu{mark} 1", postalCode = "80100", town = $"Kaupunki{mark}" } });
        await Patch($"/contacts/{Id}", new { emails = new[] { new { address = Email, kind = "personal" }, new { address = $"toinen{mark}@example.com", kind = "work" } } });
        await Patch($"/contacts/{Id}", new { emails = new[] { new { address = Email, kind = "personal" } } });
        await Post($"/contacts/{Id}/affiliations", new { accountId = account, title = $"Titteli{mark}" });
        await Post($"/contacts/{Id}/roles", new { role = "customer", basis = "legitimate-interest", source = $"Salaisuus{mark}" });
        await Post("/activities", new { kind = "note", subject = $"Salaisuus{mark}", text = $"{First} {Last} soitti", at = "2026-05-05T10:00:00Z", contactIds = new[] { Id }, accountIds = new[] { account } });
        SharedActivity = Text(await Post("/activities", new
        {
            kind = "meeting",
            subject = $"Tapaaminen: {First} ja Kaisa",
            text = $"{Last}n numero {Phone} eli 0{Phone[4..6]} {Phone[6..9]} {Phone[9..]}, posti {Email.ToUpperInvariant()}. Kaisa tuli myös.",
            at = "2026-05-06T10:00:00Z",
            contactIds = new[] { Id, Friend },
        }), "id");
        Need = Text(await Post("/needs", new { accountId = account, contactId = Id, text = $"Tarvitaan osaajia, sanoi {First} {Last}" }), "id");
        await Post("/activities", new { kind = "note", subject = "Muistilappu", text = $"Kirjoita {Email}", at = "2026-05-07T10:00:00Z", contactIds = new[] { Friend } });
        await Post($"/contacts/{Id}/consents", new { purpose = "email.newsletter", kind = "given", source = $"Salaisuus{mark}", text = "Saa lähettää." });
        var preferences = await Get($"/contacts/{Id}/preferences");
        await Post("/mailing-list-exports", new { name = "Kirje", contactFilter = new { roles = new[] { "alumnus" } }, channel = "email", topic = "newsletter", purpose = "Kirje", recipient = "liana", unit = "communications" });
        var evening = Text(await Post("/events", new { name = "Ilta", kind = "event", sessions = new[] { new { startsAt = "2026-05-08T15:00:00Z", endsAt = "2026-05-08T18:00:00Z" } } }), "id");
        var there = Text(await Post($"/events/{evening}/participants", new { contactId = Id, organisation = $"Tyonantaja{mark}", task = $"Titteli{mark}" }), "id");
        await Read(await Manager.PutAsJsonAsync($"/api/v1/events/{evening}/participants/{there}/special-needs", new { diet = $"Salaisuus{mark}" }));
        await Read(await Manager.PutAsJsonAsync($"/api/v1/events/{evening}/attendance", new { ticks = new[] { new { participantId = there, state = "attended", at = "2026-05-08T15:01:00Z", clientId = Guid.NewGuid() } } }));
        Assert.That(await Manager.GetByteArrayAsync($"/api/v1/events/{evening}/certificates?participantId={there}"), Is.Not.Empty);
        await Serve();
        // Another record of the same person stays merged; yet another is parted again.
        var twin = Text(await Post("/contacts", new { lastName = Last, firstNames = First, emails = new[] { new { address = $"toinen{mark}@example.com", kind = "work" } } }), "id");
        await Post($"/contacts/{Id}/merge", new { others = new[] { twin } });
        var stranger = Text(await Post("/contacts", new { lastName = $"Vieras{Guid.CreateVersion7():n}", firstNames = "Ville" }), "id");
        var merge = Text(await Post($"/contacts/{stranger}/merge", new { others = new[] { Friend }, }), "mergeId");
        await Post($"/merges/{merge}/undo", null);
        await Post("/contacts/bulk", new { ids = new[] { Id, Friend }, change = new { town = "Nurmes" } });
        await Post("/saved-views", new { list = "contacts", name = "Oma haku", query = $"q={Uri.EscapeDataString($"{First} {Last}")}", shared = false });
        await Post($"/contacts/{Id}/passivate", new { reason = $"Salaisuus{mark}" });
        await Post($"/contacts/{Id}/activate", new { reason = $"Salaisuus{mark}" });
        await Get($"/contacts/{Id}/timeline");
        await Get($"/contacts?q={Last}");
    }

    /// <summary>As an alumnus and as an expert.</summary>
    private async Task Serve()
    {
        await Post($"/alumni/{Id}/requests", new { form = "guest-lecture", topic = $"Salaisuus{mark}", organiser = $"{First} {Last}" });
        await Post($"/alumni/{Id}/mentorings", new { topic = $"Salaisuus{mark}", startsOn = "2026-11-01", mentee = "A.E.", note = $"Sovittu: {Email}" });
        var pool = await desk.Upload(ExpertPool.Pool.Sheet(new ExpertPool.ExpertLine($"{First} Maria", $"Salaisuus{mark} ja hitsaus") { LastName = Last, Email = Email, Employer = $"Tyonantaja{mark}" }), "osaajat.xlsx", client: Manager);
        Assert.That((await desk.Run($"/imports/{pool.Id}/commit", Manager)).GetProperty("state").GetString(), Is.EqualTo("succeeded"));
        await Post($"/experts/{Id}/assignments", new { title = $"Salaisuus{mark}", startsOn = "2026-02-01", feedback = $"{First} opetti hyvin" });
        var list = Text(await Post("/expert-shortlists", new { name = "Hitsaajia" }), "id");
        await Post($"/expert-shortlists/{list}/experts", new { contactId = Id, note = $"Kysy: {Email}" });
        await Read(await Manager.PostAsync($"/api/v1/experts/{Id}/files", new MultipartFormDataContent { { new ByteArrayContent([.. "%PDF-1.7 "u8, .. System.Text.Encoding.UTF8.GetBytes(Last)]), "file", $"CV {Last}.pdf" } }));
    }

    public Line Line => new(Email) { LastName = Last, FirstNames = $"{First} Maria", Born = "3.4.1979", Phone = Phone, Employer = $"Tyonantaja{mark}" };

    /// <summary>The values that stand anywhere in the database, each row of each table read as text.</summary>
    public async Task<List<string>> Hits()
    {
        var hits = new List<string>();
        foreach (var (table, rows) in await desk.Dump())
        {
            foreach (var value in Values)
                hits.AddRange(rows.Where(row => row.Contains(value, StringComparison.OrdinalIgnoreCase)).Select(row => $"{table}: {value} in {row}"));
        }

        return hits;
    }

    public async Task<JsonElement> Erase() => await Read(await Officer.PostAsJsonAsync($"/api/v1/contacts/{Id}/erase", new { reason = $"Pyyntö: {First} {Last}, {Email}" }));

    public async Task<JsonElement> Certificate(JsonElement done)
    {
        while (true)
        {
            var certificate = await desk.Get($"/erasure-certificates/{Text(done, "certificateId")}", Officer);
            if (Text(certificate, "verification") != "waiting")
                return certificate;
            await Task.Delay(50);
        }
    }

    /// <summary>The certificate as PDF: its words, close together.</summary>
    public async Task<string> Printed(JsonElement done, string language)
    {
        using var pdf = PdfDocument.Open(await Officer.GetByteArrayAsync($"/api/v1/erasure-certificates/{Text(done, "certificateId")}?format=pdf&lang={language}"));
        return Close(string.Concat(pdf.GetPages().Select(page => page.Text)));
    }

    public static string Close(string words) => words.Replace(" ", "", StringComparison.Ordinal);

    public static string Text(JsonElement json, string member) => json.GetProperty(member).GetString()!;

    public Task<JsonElement> Get(string path) => desk.Get(path, Manager);

    public async Task<JsonElement> Post(string path, object? body) => await Read(await Manager.PostAsJsonAsync($"/api/v1{path}", body));

    private async Task Patch(string path, object body)
    {
        using var now = await Manager.GetAsync($"/api/v1{path}");
        using var request = new HttpRequestMessage(HttpMethod.Patch, $"/api/v1{path}") { Content = JsonContent.Create(body) };
        request.Headers.TryAddWithoutValidation("If-Match", now.Headers.ETag!.Tag);
        await Read(await Manager.SendAsync(request));
    }

    private static async Task<JsonElement> Read(HttpResponseMessage answer)
    {
        var body = await answer.Content.ReadAsStringAsync();
        Assert.That(answer.IsSuccessStatusCode, Is.True, $"{answer.RequestMessage?.RequestUri} {(int)answer.StatusCode} {body}");
        return JsonSerializer.Deserialize<JsonElement>(body);
    }
}
