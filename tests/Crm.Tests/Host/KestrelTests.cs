using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Karelia.Crm.Tests.Identity;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;

namespace Karelia.Crm.Tests.Host;

/// <summary>What only a real server does.</summary>
internal sealed class KestrelTests
{
    [Test]
    public async Task A_request_has_its_largest_size()
    {
        await using var host = OnAPort();
        using var http = host.CreateClient();
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", Crm.Issuer.Token("crm-customermanager"));

        var answer = await http.PostAsync("/api/v1/contacts", new StringContent($"{{\"lastName\":\"{new string('x', 1_100_000)}\"}}", Encoding.UTF8, "application/json"));

        Assert.That(await Problem.Of(answer), Is.EqualTo((413, "/problems/too-large")));
    }

    [Test]
    public async Task A_file_may_be_larger()
    {
        await using var host = OnAPort();
        using var http = host.CreateClient();
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", Crm.Issuer.Token("crm-alumnicoordinator"));
        using var form = new MultipartFormDataContent { { new ByteArrayContent(new byte[3_000_000]), "file", "zeros.xlsx" } };

        var (status, type) = await Problem.Of(await http.PostAsync("/api/v1/imports", form));

        Assert.That((status, type), Is.Not.EqualTo((413, "/problems/too-large")));
        Assert.That(type, Does.StartWith("/problems/workbook-"));
    }

    [TestCase("127.0.0.1", "https%3A%2F%2Fcrm.karelia.fi%2Fsignin-oidc")]
    [TestCase("::1", "https%3A%2F%2Fcrm.karelia.fi%2Fsignin-oidc")]
    [TestCase("10.9.9.9", "http%3A%2F%2F127.0.0.1%3A")]
    [TestCase(null, "http%3A%2F%2F127.0.0.1%3A")]
    public async Task Only_a_known_proxy_says_what_address_people_used(string? proxy, string redirect)
    {
        await using var host = OnAPort(proxy is null ? [] : [("Proxy:Addresses:0", proxy), ("Proxy:Networks:0", proxy == "::1" ? "127.0.0.0/8" : "10.0.0.0/8")]);
        using var http = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = host.CreateClient().BaseAddress };
        http.DefaultRequestHeaders.Add("X-Forwarded-For", "192.0.2.1");
        http.DefaultRequestHeaders.Add("X-Forwarded-Proto", "https");
        http.DefaultRequestHeaders.Add("X-Forwarded-Host", "crm.karelia.fi");

        var login = await http.GetAsync("/bff/login");

        Assert.That(login.StatusCode, Is.EqualTo(HttpStatusCode.Redirect));
        Assert.That(login.Headers.Location!.OriginalString, Does.Contain($"redirect_uri={redirect}"));
    }

    private static WebApplicationFactory<Program> OnAPort(params (string Name, string Value)[] settings)
    {
        var host = Crm.Host.WithWebHostBuilder(web =>
        {
            web.UseUrls("http://127.0.0.1:0");
            foreach (var (name, value) in settings)
                web.UseSetting(name, value);
        });
        host.UseKestrel();
        return host;
    }
}
