using System.Net;
using Karelia.Crm.Local;
using Karelia.Crm.Tests.Identity;

namespace Karelia.Crm.Tests.Host;

internal sealed class DatabaseAwayTests
{
    [Test]
    public async Task Without_its_database_the_host_says_so_and_lives_on()
    {
        var postgres = await EmbeddedPostgres.Start();
        await using var host = Crm.Host.WithWebHostBuilder(web => web.UseSetting("ConnectionStrings:Crm", postgres.ConnectionString("crm")).UseSetting("Database:Migrate", "true"));
        using var browser = await Browser.SignedIn("leo.lukija", host);
        using var program = new Browser(host);
        Assert.That(await browser.Http.GetStringAsync("/health/ready"), Is.EqualTo("ready"));

        await postgres.DisposeAsync();

        Assert.That((await browser.Http.GetAsync("/health/ready")).StatusCode, Is.EqualTo(HttpStatusCode.ServiceUnavailable));
        Assert.That((await browser.Http.GetAsync("/health/live")).StatusCode, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(await Problem.Of(await browser.Http.GetAsync("/api/v1/me")), Is.EqualTo((503, "/problems/database-away")));
        var answer = await program.Send(HttpMethod.Get, "/api/v1/me", null, ("Authorization", $"Bearer {Crm.Issuer.Token("crm-reader")}"));
        Assert.That(await Problem.Of(answer), Is.EqualTo((503, "/problems/database-away")));
    }
}
