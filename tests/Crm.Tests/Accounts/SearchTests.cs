using System.Net.Http.Json;
using System.Text.Json;
using Karelia.Crm.Kernel;

namespace Karelia.Crm.Tests.Accounts;

internal sealed class SearchTests
{
    private readonly HttpClient manager = Crm.As(Role.CustomerManager);
    private readonly string mark = string.Concat(Guid.CreateVersion7().ToString("N")[20..].Select(c => (char)('a' + Convert.ToInt32($"{c}", 16))));

    [Test]
    public async Task A_person_is_found_by_parts_of_name_address_and_number()
    {
        var number = $"+35840{Random.Shared.Next(1_000_000, 9_999_999)}";
        var id = await Add("/api/v1/contacts", new
        {
            lastName = $"Äijälä{mark}",
            firstNames = "Aino",
            emails = new[] { new { address = $"wirkku.{mark}@example.com" } },
            phones = new[] { new { number } },
        });

        foreach (var q in new[] { $"aijala{mark}", $"{mark} aino", $"AINO äijälä{mark[..8]}", $"virkku.{mark}", number, $"0{number[4..7]} {number[7..]}", number[6..] })
            Assert.That((await Search(q)).Select(hit => hit.GetProperty("id").GetString()), Does.Contain(id), q);
    }

    [Test]
    public async Task An_organisation_is_found_by_name_and_business_id()
    {
        var id = await Add("/api/v1/accounts", new { name = $"Voima{mark} Oy", businessId = "0112038-9" });

        Assert.That((await Search($"woima{mark}"))[0].GetProperty("kind").GetString(), Is.EqualTo("account"));
        Assert.That((await Search("0112038-9")).Select(hit => hit.GetProperty("id").GetString()), Does.Contain(id));
    }

    [Test]
    public async Task A_typing_error_is_forgiven_and_said()
    {
        var id = await Add("/api/v1/contacts", new { lastName = $"Kumpulainen{mark}", firstNames = "Aino" });

        var hits = await Search($"kumpulaine{mark[..4]}x{mark[5..]}");

        Assert.That(hits.Select(hit => hit.GetProperty("id").GetString()), Does.Contain(id));
        Assert.That(hits[0].GetProperty("isNear").GetBoolean(), Is.True);
    }

    [Test]
    public async Task A_restricted_person_is_found_by_the_officer_alone()
    {
        var id = await Add("/api/v1/contacts", new { lastName = $"Rajattu{mark}", firstNames = "Aino" });
        await using (var restrict = Crm.Database.CreateCommand("update accounts.contacts set restricted_at = now() where id = $1"))
        {
            restrict.Parameters.Add(new() { Value = Guid.Parse(id) });
            await restrict.ExecuteNonQueryAsync();
        }

        Assert.That(await Search($"rajattu{mark}"), Is.Empty);
        Assert.That(await Search($"rajatu{mark}"), Is.Empty);
        Assert.That(await Search($"rajattu{mark}", Crm.As(Role.DataProtectionOfficer)), Has.Count.EqualTo(1));
    }

    private async Task<List<JsonElement>> Search(string q, HttpClient? client = null) =>
        [.. (await (client ?? manager).GetFromJsonAsync<JsonElement>($"/api/v1/search?q={Uri.EscapeDataString(q)}")).GetProperty("items").EnumerateArray()];

    private async Task<string> Add(string path, object record)
    {
        var answer = await manager.PostAsJsonAsync(path, record);
        Assert.That(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetString()!;
    }
}
