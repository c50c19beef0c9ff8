using System.Diagnostics;
using Karelia.Crm.Host.Identity;
using Microsoft.Extensions.Configuration;

namespace Karelia.Crm.Tests.Identity;

internal sealed class ProductionGuardTests
{
    private const string Tenant = "0b9a1e57-6d5f-4c38-9d55-6f6f0c4b7a10";
    private const string Web = "5f0c7a1e-3c52-4a1c-8a53-0f2b8f1f6b11";
    private const string Api = "9c3d2b4a-77e1-4f0e-b6d6-2f1f3b0a5c12";

    public static Dictionary<string, string?> Good => new()
    {
        ["SignIn:Instance"] = "https://login.microsoftonline.com/",
        ["SignIn:TenantId"] = Tenant,
        ["SignIn:ClientId"] = Web,
        ["SignIn:ClientSecret"] = "from the secret store",
        ["Api:Instance"] = "https://login.microsoftonline.com/",
        ["Api:TenantId"] = Tenant,
        ["Api:ClientId"] = Api,
        ["Api:Audience"] = Api,
        ["Site:Address"] = "https://crm.example.fi",
        ["Erasure:Key"] = "thirty-two characters of a secret",
        ["Erasure:Journal"] = Path.Combine(Crm.MailFolder, "erasures"),
        ["Applications:0:ClientId"] = "6b1d8a60-5c86-4c39-8a7d-2b7f0f6f1f13",
    };

    [Test]
    public void Entra_is_let_through() => Assert.That(Faults([]), Is.Empty);

    [TestCase("SignIn:Instance", "")]
    [TestCase("SignIn:TenantId", "")]
    [TestCase("SignIn:ClientId", "")]
    [TestCase("SignIn:ClientSecret", " ")]
    [TestCase("Api:Instance", "")]
    [TestCase("Api:TenantId", "")]
    [TestCase("Api:ClientId", "")]
    [TestCase("Api:Audience", "")]
    [TestCase("Site:Address", "")]
    [TestCase("Site:Address", "http://crm.example.fi")]
    [TestCase("SignIn:Instance", "http://login.microsoftonline.com/")]
    [TestCase("SignIn:Instance", "http://127.0.0.1:5081/")]
    [TestCase("SignIn:Instance", "https://localhost:5081/")]
    [TestCase("SignIn:Instance", "https://127.0.0.1/")]
    [TestCase("SignIn:Instance", "https://127.1/")]
    [TestCase("SignIn:Instance", "https://[::1]/")]
    [TestCase("SignIn:Instance", "https://10.0.0.5/")]
    [TestCase("SignIn:Instance", "https://issuer/")]
    [TestCase("SignIn:Instance", "https://issuer.local/")]
    [TestCase("SignIn:Instance", "https://issuer.internal/")]
    [TestCase("SignIn:Instance", "https://issuer.test/")]
    [TestCase("SignIn:Instance", "https://issuer.test./")]
    [TestCase("SignIn:Instance", "login.microsoftonline.com")]
    [TestCase("SignIn:Authority", "http://login.microsoftonline.com/x/v2.0")]
    [TestCase("SignIn:MetadataAddress", "http://127.0.0.1:5081/x")]
    [TestCase("Api:Instance", "http://127.0.0.1:5081/")]
    [TestCase("Api:Authority", "https://issuer/")]
    [TestCase("Api:MetadataAddress", "https://issuer.test/x")]
    [TestCase("SignIn:TenantId", "common")]
    [TestCase("SignIn:TenantId", "organizations")]
    [TestCase("Api:TenantId", "consumers")]
    [TestCase("SignIn:TenantId", "11111111-1111-4111-8111-111111111111")]
    [TestCase("SignIn:ClientId", "22222222-2222-4222-8222-222222222222")]
    [TestCase("Api:ClientId", "33333333-3333-4333-8333-333333333333")]
    [TestCase("Api:Audience", "33333333-3333-4333-8333-333333333333")]
    [TestCase("SignIn:ClientSecret", "development-only")]
    [TestCase("SignIn:ClientId", Api)]
    [TestCase("Applications:0:ClientId", "crm-admin")]
    [TestCase("Erasure:Key", "short")]
    [TestCase("Erasure:Journal", "")]
    public void Anything_else_is_named(string setting, string value)
    {
        var faults = Faults(new() { [setting] = value });

        Assert.That(faults, Is.Not.Empty.And.Some.Contains(setting.Replace(":ClientId", "", StringComparison.Ordinal)));
    }

    [Test]
    public void Nothing_set_is_a_list_of_all_that_is_missing() =>
        Assert.That(ProductionGuard.Faults(new ConfigurationBuilder().Build(), development: false).Count(), Is.EqualTo(11));

    [TestCase("http://127.0.0.1:5081/", true)]
    [TestCase("http://localhost:5081/", true)]
    [TestCase("http://issuer.karelia.fi/", false)]
    public void In_development_plain_http_stays_on_this_machine(string instance, bool allowed) =>
        Assert.That(Faults(new() { ["SignIn:Instance"] = instance }, development: true), allowed ? Is.Empty : Is.Not.Empty);

    [TestCase("Production")]
    [TestCase("Staging")]
    public async Task The_host_does_not_start_with_the_issuer_of_development(string environment)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(ProductionGuard).Assembly.Location]) { RedirectStandardError = true, RedirectStandardOutput = true, WorkingDirectory = AppContext.BaseDirectory };
        foreach (var (name, value) in Good)
            start.Environment[name.Replace(":", "__", StringComparison.Ordinal)] = value;
        start.Environment["ASPNETCORE_ENVIRONMENT"] = environment;
        start.Environment["SignIn__Instance"] = "http://127.0.0.1:5081/";
        start.Environment["SignIn__ClientSecret"] = "development-only";
        using var host = Process.Start(start)!;
        var (said, wrong) = (host.StandardOutput.ReadToEndAsync(), host.StandardError.ReadToEndAsync());
        await host.WaitForExitAsync();

        Assert.That(host.ExitCode, Is.EqualTo(1));
        Assert.That(await said, Is.Empty);
        Assert.That((await wrong).Split('\n', StringSplitOptions.RemoveEmptyEntries), Is.EqualTo(
        [
            "The CRM is not set up safely, so it does not start:", "  - SignIn:Instance is not https.", "  - SignIn:ClientSecret is the one of development.",
        ]));
    }

    private static List<string> Faults(Dictionary<string, string?> other, bool development = false) =>
        [.. ProductionGuard.Faults(new ConfigurationBuilder().AddInMemoryCollection(Good).AddInMemoryCollection(other).Build(), development)];
}
