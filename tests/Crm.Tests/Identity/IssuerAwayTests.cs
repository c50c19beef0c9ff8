using System.Net;
using Karelia.Crm.Local;
using Microsoft.AspNetCore.Hosting;

namespace Karelia.Crm.Tests.Identity;

internal sealed class IssuerAwayTests
{
    /// <summary>Nothing listens there.</summary>
    private const string Nowhere = "http://127.0.0.1:9/";

    [Test]
    public async Task Without_the_issuer_nobody_comes_in_and_nothing_breaks()
    {
        await using var host = Crm.Host.WithWebHostBuilder(web => web.UseSetting("SignIn:Instance", Nowhere).UseSetting("Api:Instance", Nowhere));
        using var browser = new Browser(host);

        var page = await browser.Http.GetAsync("/bff/login");
        var program = await browser.Send(HttpMethod.Get, "/api/v1/me", null, ("Authorization", $"Bearer {Crm.Issuer.Token("crm-reader")}"));

        Assert.That(page.Headers.Location?.OriginalString, Is.EqualTo("/sign-in-problem?why=failed"));
        Assert.That(await Problem.Of(program), Is.EqualTo((401, "/problems/not-signed-in")));
        Assert.That((await browser.Http.GetAsync("/health/ready")).StatusCode, Is.EqualTo(HttpStatusCode.OK), "sessions go on");
    }

    [Test]
    public async Task With_entra_the_host_starts_as_in_production()
    {
        await using var host = Crm.Host.WithWebHostBuilder(web =>
        {
            web.UseEnvironment("Production");
            foreach (var (setting, value) in ProductionGuardTests.Good.Where(setting => !setting.Key.StartsWith("Applications", StringComparison.Ordinal)))
                web.UseSetting(setting, value);
            foreach (var i in Enumerable.Range(0, Issuer.ClientIds.Count()))
                web.UseSetting($"Applications:{i}:ClientId", Guid.CreateVersion7().ToString());
        });
        using var browser = new Browser(host);

        Assert.That((await browser.Http.GetAsync("/health/ready")).StatusCode, Is.EqualTo(HttpStatusCode.OK));
        Assert.That((await browser.Http.GetAsync("/api/v1/me")).StatusCode, Is.EqualTo(HttpStatusCode.Unauthorized));
    }
}
