using System.Net.Http.Json;
using Karelia.Crm.Kernel;

namespace Karelia.Crm.Tests.Consent;

/// <summary>Who may what in this module; the refusal comes before any body is read and whatever the id is.</summary>
internal sealed class ConsentRolesTests
{
    private static readonly string[] Readers = [.. Role.All.Where(role => role.StartsWith("Crm.", StringComparison.Ordinal) && role != Role.Admin), Role.IntegrationRead];
    private static readonly string[] Recorders = [Role.AlumniCoordinator, Role.Communications, Role.DataProtectionOfficer];
    private static readonly string[] Historians = [Role.Communications, Role.DataProtectionOfficer];

    private static readonly (string Method, string Path, string[] Allowed)[] routes =
    [
        ("GET", "contacts/{0}/consents", Readers), ("POST", "contacts/{0}/consents", [.. Recorders, Role.ExpertCoordinator]), ("GET", "contacts/{0}/preferences", Readers), ("PUT", "contacts/{0}/preferences", Recorders),
        ("POST", "mailing-list-exports", [Role.Communications]), ("POST", "mailing-list-exports/preview", [Role.Communications]), ("GET", "mailing-list-exports", Historians),
        ("GET", "mailing-list-exports/{0}", Historians), ("GET", "mailing-list-exports/{0}/file", [Role.Communications]), ("GET", "mailing-list-exports/{0}/block-list", [Role.Communications]),
        ("GET", "disclosures", [Role.DataProtectionOfficer]), ("GET", "disclosures/{0}/contacts", [Role.DataProtectionOfficer]),
    ];

    private static IEnumerable<TestCaseData> Cells() =>
        from route in routes
        from role in Role.All
        select new TestCaseData(route.Method, route.Path, role, route.Allowed.Contains(role)).SetArgDisplayNames(route.Method, route.Path, role);

    [TestCaseSource(nameof(Cells))]
    public async Task A_role_has_what_it_needs_and_no_more(string method, string path, string role, bool isAllowed)
    {
        foreach (var id in new[] { await new Audience().Person(), Guid.CreateVersion7() })
        {
            using var request = new HttpRequestMessage(new(method), "/api/v1/" + string.Format(System.Globalization.CultureInfo.InvariantCulture, path, id));
            if (method != "GET")
                request.Content = JsonContent.Create(new { nonsense = 1 });
            request.Headers.TryAddWithoutValidation("If-Match", "\"0\"");
            var status = (int)(await Crm.As(role).SendAsync(request)).StatusCode;
            Assert.That(status, isAllowed ? Is.AnyOf(200, 400, 404) : Is.EqualTo(403));
        }
    }

    [Test]
    public async Task The_timeline_tells_of_disclosures_to_those_who_may_list_them()
    {
        var people = new Audience();
        var person = await people.Willing("events");
        await people.Export("events");
        foreach (var role in Readers)
        {
            var kinds = (await Audience.Read(await Crm.As(role).GetAsync($"/api/v1/contacts/{person}/timeline"))).GetProperty("items").EnumerateArray().Select(entry => entry.GetProperty("kind").GetString());
            Assert.That(kinds, Historians.Contains(role) ? Does.Contain("disclosure") : Is.Not.Empty.And.No.Member("disclosure"), role);
        }
    }

    [Test]
    public async Task Nobody_gets_anything_without_signing_in()
    {
        foreach (var (method, path, _) in routes)
        {
            using var request = new HttpRequestMessage(new(method), "/api/v1/" + string.Format(System.Globalization.CultureInfo.InvariantCulture, path, Guid.CreateVersion7()));
            Assert.That((int)(await Crm.Anonymous().SendAsync(request)).StatusCode, Is.EqualTo(401), path);
        }
    }
}
