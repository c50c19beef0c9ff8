using System.Diagnostics;

namespace Karelia.Crm.Local;

/// <summary>The host as a child, configured as in production: by environment variables.</summary>
internal sealed class HostProcess : IAsyncDisposable
{
    private readonly Process process;
    private readonly Guard? guard;

    private HostProcess(Process process)
    {
        this.process = process;
        guard = OperatingSystem.IsWindows() ? null : new("kill -TERM \"$1\"", unprivileged: false, $"{process.Id}");
    }

    public static async Task<HostProcess> Start(int port, string data, EmbeddedPostgres postgres, Issuer issuer, bool built)
    {
        var source = Checkout.Path("src", "Host");
        var configuration = AppContext.BaseDirectory.Contains("Release", StringComparison.Ordinal) ? "Release" : "Debug";
        if (!built)
        {
            await Shell.Run("dotnet", ["build", "--configuration", configuration, "--verbosity", "quiet", "--nologo"], source);
        }
        var start = new ProcessStartInfo("dotnet", [Path.Combine(source, "bin", configuration, "net10.0", "Karelia.Crm.Host.dll")])
        {
            WorkingDirectory = source,
        };
        foreach (var (name, value) in Settings(port, data, postgres, issuer))
        {
            start.Environment[name] = value;
        }
        return new(Process.Start(start)!);
    }

    /// <summary>Waits for the readiness check.</summary>
    public async Task Ready(HttpClient http, CancellationToken stop)
    {
        var patience = Stopwatch.StartNew();
        while (patience.Elapsed < TimeSpan.FromMinutes(3))
        {
            if (process.HasExited)
            {
                throw new InvalidOperationException($"The host ended while starting (exit code {process.ExitCode}); its last lines above say why.");
            }
            try
            {
                using var answer = await http.GetAsync("/health/ready", stop);
                if (answer.IsSuccessStatusCode)
                {
                    return;
                }
            }
            catch (HttpRequestException)
            {
                // Not listening yet.
            }
            await Task.Delay(200, stop);
        }
        throw new InvalidOperationException("The host did not become ready in three minutes.");
    }

    /// <summary>Until somebody stops us, or the host ends by itself.</summary>
    public async Task<int> End(CancellationToken stop)
    {
        await process.WaitForExitAsync(stop);
        return process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        if (guard is not null)
        {
            await guard.DisposeAsync();
        }
        using var patience = new CancellationTokenSource(guard is null ? 0 : 20_000);
        try
        {
            await process.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync();
        }
        process.Dispose();
    }

    private static IEnumerable<(string Name, string Value)> Settings(int port, string data, EmbeddedPostgres postgres, Issuer issuer)
    {
        var instance = $"http://127.0.0.1:{issuer.Port}/";
        return
        [
            ("ASPNETCORE_ENVIRONMENT", "Development"),
            ("ASPNETCORE_URLS", $"http://localhost:{port}"),
            ("ConnectionStrings__Crm", postgres.ConnectionString("crm")),
            ("Logging__LogLevel__Microsoft.AspNetCore", "Warning"),
            ("Database__Migrate", "true"),
            ("WebClient__Root", Checkout.Path("web-client", "dist")),
            ("SignIn__Instance", instance),
            ("SignIn__TenantId", Issuer.Tenant),
            ("SignIn__ClientId", Issuer.WebClient),
            ("SignIn__ClientSecret", Issuer.Secret),
            ("Api__Instance", instance),
            ("Api__TenantId", Issuer.Tenant),
            ("Api__ClientId", Issuer.Api),
            ("Api__Audience", Issuer.Api),
            ("Site__Address", $"http://localhost:{port}"),
            ("Erasure__Journal", Path.Combine(data, "erasures.txt")),
            ("Mail__Folder", Path.Combine(data, "mail")),
            ("Mail__From", "Karelia CRM <crm@example.com>"),
            ("Mail__Feedback", "saavutettavuus@example.com"),
            .. Issuer.ClientIds.SelectMany((client, i) => new[] { ($"Applications__{i}__ClientId", client), ($"Applications__{i}__Name", $"Script {client}") }),
        ];
    }
}
