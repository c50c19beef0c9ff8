using Karelia.Crm.Local;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Npgsql;

[assembly: Parallelizable(ParallelScope.All)]
[assembly: FixtureLifeCycle(LifeCycle.InstancePerTestCase)]

namespace Karelia.Crm.Tests;

/// <summary>The running product: one PostgreSQL and one host for all tests, which make their own people and assume no empty table.</summary>
[SetUpFixture]
internal sealed class Crm
{
    private static TestPostgres? postgres;
    private static bool isMigrated;
    private static readonly Lazy<WebApplicationFactory<Program>> host = new(Start);

    /// <summary>Where the hosts put their mail.</summary>
    public static string MailFolder { get; } = Directory.CreateTempSubdirectory("crm-mail-").FullName;

    /// <summary>The host, so that a test can start another with other settings.</summary>
    public static WebApplicationFactory<Program> Host => host.Value;

    /// <summary>The identity provider; it signs what a test asks for.</summary>
    public static Issuer Issuer { get; private set; } = null!;

    /// <summary>The database behind the host's back.</summary>
    public static NpgsqlDataSource Database { get; private set; } = null!;

    /// <summary>The host's services, for what HTTP does not show.</summary>
    public static IServiceProvider Services => host.Value.Services;

    /// <summary>A client signed in with the roles.</summary>
    public static HttpClient As(params string[] roles)
    {
        var client = host.Value.CreateClient(new() { BaseAddress = new("https://localhost"), AllowAutoRedirect = false });
        var token = Issuer.Token(roles[0].Replace('.', '-').ToLowerInvariant(), claims => claims["roles"] = roles);
        client.DefaultRequestHeaders.Authorization = new("Bearer", token);
        return client;
    }

    /// <summary>A client that says nothing of who it is.</summary>
    public static HttpClient Anonymous() => host.Value.CreateClient(new() { BaseAddress = new("https://localhost"), AllowAutoRedirect = false, HandleCookies = false });

    [OneTimeSetUp]
    public async Task StartWhatTheHostNeeds()
    {
        postgres = await TestPostgres.Start();
        Database = NpgsqlDataSource.Create(postgres.ConnectionString("crm"));
        Issuer = await Issuer.Start(0);
    }

    [OneTimeTearDown]
    public async Task Stop()
    {
        if (host.IsValueCreated)
            await host.Value.DisposeAsync();
        if (Issuer is not null)
            await Issuer.DisposeAsync();
        Directory.Delete(MailFolder, recursive: true);
        if (postgres is null)
            return;
        await Database.DisposeAsync();
        await postgres.DisposeAsync();
    }

    private static WebApplicationFactory<Program> Start()
    {
        var factory = new WebApplicationFactory<Program>().WithWebHostBuilder(Configure);
        // Here, within the lazy value: the factory itself would start a host for each of two tests that come at once.
        _ = factory.Server;
        isMigrated = true;
        return factory;
    }

    private static void Configure(IWebHostBuilder web)
    {
        web.UseEnvironment("Development");
        web.UseSetting("ConnectionStrings:Crm", postgres!.ConnectionString("crm"));
        // Migrating takes the views away for a moment: further hosts on this database would do that under running tests.
        web.UseSetting("Database:Migrate", isMigrated ? "false" : "true");
        foreach (var limit in new[] { "PerSecond", "PublicPerMinute", "PublicPerAddress" })
            web.UseSetting($"RateLimits:{limit}", "100000");
        web.UseSetting("Site:Address", "https://localhost");
        web.UseSetting("Mail:Folder", MailFolder);
        web.UseSetting("Mail:From", "crm@example.com");
        web.UseSetting("Mail:Feedback", "feedback@example.com");
        foreach (var part in new[] { "SignIn", "Api" })
        {
            web.UseSetting($"{part}:Instance", $"http://127.0.0.1:{Issuer.Port}/");
            web.UseSetting($"{part}:TenantId", Issuer.Tenant);
        }

        web.UseSetting("SignIn:ClientId", Issuer.WebClient);
        web.UseSetting("SignIn:ClientSecret", Issuer.Secret);
        web.UseSetting("Api:ClientId", Issuer.Api);
        web.UseSetting("Api:Audience", Issuer.Api);
        foreach (var (client, i) in Issuer.ClientIds.Select((client, i) => (client, i)))
        {
            web.UseSetting($"Applications:{i}:ClientId", client);
            web.UseSetting($"Applications:{i}:Name", client);
        }
    }
}
