using System.Net;
using System.Net.Http.Json;
using Karelia.Crm.Kernel;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Karelia.Crm.Tests.Identity;

/// <summary>Several hosts over one database share sessions, and an end on one is an end on all.</summary>
internal sealed class TwoHostsTests
{
    private static readonly Lazy<WebApplicationFactory<Program>> other = new(() => Crm.Host.WithWebHostBuilder(_ => { }));

    [OneTimeTearDown]
    public static async Task Stop() => await other.Value.DisposeAsync();

    [Test]
    public async Task A_session_holds_on_each_and_ends_on_each()
    {
        var name = "Manu Myynti";
        using var browser = await Browser.SignedIn("manu.myynti");
        using var elsewhere = new Browser(other.Value) { Session = browser.Session };
        Assert.That((await Me(browser), await Me(elsewhere)), Is.EqualTo((HttpStatusCode.OK, HttpStatusCode.OK)));

        await Crm.As(Role.Admin).PostAsync($"/api/v1/users/{await Sql.Value<Guid>("select id from administration.users where name = $1", name)}/deactivate", null);
        await Task.Delay(100);
        var after = (await Me(browser), await Me(elsewhere));
        await Sql.Run("update administration.users set is_active = true where name = $1", name);

        Assert.That(after, Is.EqualTo((HttpStatusCode.Unauthorized, HttpStatusCode.Unauthorized)));
        Assert.That(await Me(elsewhere), Is.EqualTo(HttpStatusCode.Unauthorized), "an ended session stays ended");
    }

    [Test]
    public async Task A_host_that_cannot_hear_of_ends_asks_each_time()
    {
        using var browser = await Browser.SignedIn("kaisu.kumppani");
        using var elsewhere = new Browser(other.Value) { Session = browser.Session };
        Assert.That((await Me(browser), await Me(elsewhere)), Is.EqualTo((HttpStatusCode.OK, HttpStatusCode.OK)));

        await Sql.Run("select pg_terminate_backend(pid) from pg_stat_activity where query ilike 'listen crm_sign_in%' or query = 'select 1'");
        await Sql.Run("delete from administration.auth_sessions s using administration.users u where u.id = s.user_id and u.name = 'Kaisu Kumppani'");
        await Task.Delay(100);

        Assert.That((await Me(browser), await Me(elsewhere)), Is.EqualTo((HttpStatusCode.Unauthorized, HttpStatusCode.Unauthorized)));
    }

    [Test]
    public async Task Renewing_does_not_bring_back_an_ended_session()
    {
        var store = Crm.Services.GetRequiredService<Karelia.Crm.Host.Identity.SessionStore>();
        using var browser = await Browser.SignedIn("aino.esimerkki");
        var ticket = await Ticket(browser);
        var key = await store.StoreAsync(ticket);
        await store.RemoveAsync(key);

        await store.RenewAsync(key, ticket);

        Assert.That(await store.RetrieveAsync(key), Is.Null);
    }

    private static async Task<Microsoft.AspNetCore.Authentication.AuthenticationTicket> Ticket(Browser browser)
    {
        var me = await browser.Http.GetFromJsonAsync<System.Text.Json.JsonElement>("/api/v1/me");
        var claims = new System.Security.Claims.Claim[] { new("oid", me.GetProperty("user").GetProperty("id").GetString()!), new("name", "Aino Esimerkki"), new("roles", Role.Reader) };
        return new(new(new System.Security.Claims.ClaimsIdentity(claims, "test")), "crm-session");
    }

    private static async Task<HttpStatusCode> Me(Browser browser) => (await browser.Http.GetAsync("/bff/user")).StatusCode;
}
