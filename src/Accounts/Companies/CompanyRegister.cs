using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.Configuration;

namespace Karelia.Crm.Accounts.Companies;

/// <summary>Companies as an official register knows them.</summary>
internal interface ICompanyRegister
{
    /// <summary>By business id or by name; null when the register cannot be asked now.</summary>
    Task<IReadOnlyList<FoundCompany>?> Find(string? businessId, string? name, CancellationToken ct);
}

/// <summary>A company of the register, ready to fill the form.</summary>
internal sealed record FoundCompany(string BusinessId, string Name, string? CompanyForm, string? Industry, string? Street, string? PostalCode, string? Town, bool IsCeased)
{
    /// <summary>The organisation in our register that has the same business id.</summary>
    public Guid? AccountId { get; init; }
}

/// <summary>Open data of the Finnish Patent and Registration Office, v3 (region: Finland). <c>Companies:Address</c> names it; empty switches the look-up off.</summary>
internal sealed class PrhOpenData(HttpClient http, IConfiguration settings) : ICompanyRegister
{
    private const string Usual = "https://avoindata.prh.fi/opendata-ytj-api/v3/";
    private const int Most = 20;

    public async Task<IReadOnlyList<FoundCompany>?> Find(string? businessId, string? name, CancellationToken ct)
    {
        if ((settings["Companies:Address"] ?? Usual) is not { Length: > 0 } address)
            return null;
        try
        {
            var query = businessId is null ? $"name={Uri.EscapeDataString(name!)}" : $"businessId={Uri.EscapeDataString(businessId)}";
            var found = await http.GetFromJsonAsync<JsonElement>(new Uri(new Uri(address), $"companies?{query}"), ct);
            return [.. Parts(found, "companies").Select(Read).OfType<FoundCompany>().Take(Most)];
        }
        catch (Exception e) when (e is HttpRequestException or JsonException or NotSupportedException || (e is TaskCanceledException && !ct.IsCancellationRequested))
        {
            return null;
        }
    }

    private static FoundCompany? Read(JsonElement company)
    {
        // Type 1 is the main name, and the present one has no end date.
        var name = Parts(company, "names").FirstOrDefault(name => Text(name, "type") == "1" && Text(name, "endDate") is null);
        if (Text(Part(company, "businessId"), "value") is not { } id || Text(name, "name") is not { } called)
            return null;
        // 2 is the postal address, 1 the visiting address.
        var address = Parts(company, "addresses").OrderByDescending(address => Text(address, "type")).FirstOrDefault();
        var street = string.Join(' ', new[] { Text(address, "street"), Text(address, "buildingNumber"), Text(address, "entrance"), Text(address, "apartmentNumber") }.Where(part => !string.IsNullOrEmpty(part)));
        return new(
            id, called, Finnish(Parts(company, "companyForms").FirstOrDefault(form => Text(form, "endDate") is null)), Text(Part(company, "mainBusinessLine"), "type"),
            street.Length > 0 ? street : null, Text(address, "postCode"), Text(Parts(address, "postOffices").FirstOrDefault(office => Text(office, "languageCode") is "1"), "city"),
            Text(company, "tradeRegisterStatus") == "4");
    }

    private static string? Finnish(JsonElement coded) => Text(Parts(coded, "descriptions").FirstOrDefault(text => Text(text, "languageCode") is "1"), "description");

    private static JsonElement Part(JsonElement whole, string name) => whole.ValueKind == JsonValueKind.Object && whole.TryGetProperty(name, out var part) ? part : default;

    private static JsonElement.ArrayEnumerator Parts(JsonElement whole, string name) => Part(whole, name) is { ValueKind: JsonValueKind.Array } parts ? parts.EnumerateArray() : default;

    private static string? Text(JsonElement whole, string name) => Part(whole, name) switch
    {
        { ValueKind: JsonValueKind.String } text => text.GetString() is { Length: > 0 } said ? said : null,
        { ValueKind: JsonValueKind.Number } number => number.GetRawText(),
        _ => null,
    };
}
