using System.Net.Http.Json;
using System.Text.Json;
using Karelia.Crm.Kernel;

namespace Karelia.Crm.Tests.Consent;

/// <summary>The data protection officer at the request desk.</summary>
internal sealed class Officer
{
    public readonly HttpClient Http = Crm.As(Role.DataProtectionOfficer);

    public async Task<Guid> Records(string kind, Guid? contactId = null, object? more = null, HttpClient? by = null)
    {
        var answer = await (by ?? Http).PostAsJsonAsync("/api/v1/data-subject-requests", more ?? new { kind, contactId, name = "Aino Pyytäjä" });
        return (await Audience.Read(answer)).GetProperty("id").GetGuid();
    }

    public Task<HttpResponseMessage> Try(Guid request, string action, object body) => Http.PostAsJsonAsync($"/api/v1/data-subject-requests/{request}/{action}", body);

    public async Task<JsonElement> Does(Guid request, string action, object body) => await Audience.Read(await Try(request, action, body));

    public async Task<JsonElement> Sees(Guid request) => await Audience.Read(await Http.GetAsync($"/api/v1/data-subject-requests/{request}"));

    public async Task<JsonElement> Lists(string query) => await Audience.Read(await Http.GetAsync($"/api/v1/data-subject-requests?{query}"));

    /// <summary>As far as it can be carried out.</summary>
    public async Task<Guid> Granted(string kind, Guid person, object? more = null)
    {
        var request = await Records(kind, person, more);
        await Does(request, "identify", new { how = "Strong sign-in" });
        await Does(request, "decide", new { decision = "granted", ground = "The officer decides." });
        return request;
    }
}
