using System.Security.Claims;
using Karelia.Crm.Kernel;
using Karelia.Crm.Local;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;

[assembly: Parallelizable(ParallelScope.All)]
[assembly: FixtureLifeCycle(LifeCycle.InstancePerTestCase)]

namespace Karelia.Crm.Tests;

/// <summary>The running product: one PostgreSQL and one host for all tests, which make their own people and assume no empty table.</summary>
[SetUpFixture]
internal sealed class Crm
{
    private static EmbeddedPostgres? postgres;
    private static readonly Lazy<WebApplicationFactory<Program>> host = new(Start);

    /// <summary>The host's services, for what HTTP does not show.</summary>
    public static IServiceProvider Services => host.Value.Services;

    /// <summary>A client signed in with the roles.</summary>
    public static HttpClient As(params string[] roles)
    {
        var client = host.Value.CreateClient(new() { BaseAddress = new("https://localhost"), AllowAutoRedirect = false });
        client.DefaultRequestHeaders.Add("X-Test-Roles", string.Join(',', roles));
        return client;
    }

    [OneTimeSetUp]
    public async Task StartPostgres() => postgres = await EmbeddedPostgres.Start(Path.Combine(Path.GetTempPath(), $"crm-tests-{Environment.ProcessId}"));

    [OneTimeTearDown]
    public async Task Stop()
    {
        if (host.IsValueCreated)
            await host.Value.DisposeAsync();
        if (postgres is not null)
            await postgres.DisposeAsync();
    }

    private static WebApplicationFactory<Program> Start() => new WebApplicationFactory<Program>().WithWebHostBuilder(web =>
    {
        web.UseSetting("ConnectionStrings:Crm", postgres!.ConnectionString("crm"));
        web.ConfigureServices(services => services.AddSingleton<Microsoft.AspNetCore.Hosting.IStartupFilter, RolesFromHeader>());
    });

    /// <summary>Stands in until sign-in lands.</summary>
    private sealed class RolesFromHeader : Microsoft.AspNetCore.Hosting.IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Use((http, go) =>
            {
                var roles = http.Request.Headers["X-Test-Roles"].ToString().Split(',', StringSplitOptions.RemoveEmptyEntries);
                if (roles.Length > 0)
                {
                    http.User = new(new ClaimsIdentity([], "test"));
                    http.RequestServices.GetRequiredService<CurrentUser>().Become(Guid.CreateVersion7(), "Test", roles);
                }

                return go();
            });
            next(app);
        };
    }
}
