using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Karelia.Crm.Tests.Host;

/// <summary>The host as a process of its own over a database of its own, for what could take the tests down with it.</summary>
internal sealed class HostApart : IAsyncDisposable
{
    private readonly Process process;
    private readonly Uri address;

    private HostApart(Process process, Uri address, NpgsqlDataSource database) => (this.process, this.address, Database) = (process, address, database);

    public NpgsqlDataSource Database { get; }

    public bool IsAlive => !process.HasExited;

    /// <summary>How the host's program is started over a database, as the tests' own host is set.</summary>
    public static ProcessStartInfo Command(string connection, params string[] arguments)
    {
        var settings = Crm.Services.GetRequiredService<IConfiguration>();
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Karelia.Crm.Host.dll"), .. arguments]) { WorkingDirectory = AppContext.BaseDirectory };
        foreach (var (key, value) in new[] { "SignIn", "Api", "Applications", "RateLimits" }.SelectMany(part => settings.GetSection(part).AsEnumerable()).Where(pair => pair.Value is not null))
            start.Environment[key.Replace(":", "__", StringComparison.Ordinal)] = value;
        start.Environment["ConnectionStrings__Crm"] = connection;
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        start.Environment["Logging__LogLevel__Default"] = "Warning";
        return start;
    }

    /// <summary>Starts one whose heap may take so many megabytes.</summary>
    public static async Task<HostApart> Start(int heap)
    {
        var connection = await FreshDatabase.Create("apart");
        var address = new Uri($"http://127.0.0.1:{FreePort()}");
        var start = Command(connection);
        start.Environment["Database__Migrate"] = "false";
        start.Environment["ASPNETCORE_URLS"] = address.ToString();
        start.Environment["DOTNET_GCHeapHardLimit"] = $"{(long)heap << 20:X}";
        var host = new HostApart(Process.Start(start)!, address, NpgsqlDataSource.Create(connection));
        await host.Ready();
        return host;
    }

    public HttpClient As(string role)
    {
        var http = new HttpClient { BaseAddress = address, Timeout = TimeSpan.FromSeconds(60) };
        http.DefaultRequestHeaders.Authorization = new("Bearer", Crm.Issuer.Token(role.Replace('.', '-').ToLowerInvariant(), claims => claims["roles"] = new[] { role }));
        return http;
    }

    public async ValueTask DisposeAsync()
    {
        if (IsAlive)
            process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
        await Database.DisposeAsync();
    }

    private async Task Ready()
    {
        using var http = As(Karelia.Crm.Kernel.Role.Reader);
        for (var patience = Stopwatch.StartNew(); patience.Elapsed < TimeSpan.FromMinutes(2) && IsAlive; await Task.Delay(200))
        {
            try
            {
                using var answer = await http.GetAsync("/health/ready");
                if (answer.IsSuccessStatusCode)
                    return;
            }
            catch (HttpRequestException)
            {
                // Not listening yet.
            }
        }

        await DisposeAsync();
        throw new InvalidOperationException("The host did not become ready.");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
