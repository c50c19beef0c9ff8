using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text.Json;
using Karelia.Crm.Local;
using Npgsql;

namespace Karelia.Crm.Benchmarks;

/// <summary>A database of its own and the host as a process of its own, so that what the host needs can be measured apart.</summary>
internal sealed class Stack : IAsyncDisposable
{
    private readonly EmbeddedPostgres postgres;
    private readonly Issuer issuer;
    private readonly Process host;
    private readonly Uri address;

    private Stack(EmbeddedPostgres postgres, Issuer issuer, Process host, Uri address)
    {
        (this.postgres, this.issuer, this.host, this.address) = (postgres, issuer, host, address);
        Database = NpgsqlDataSource.Create($"{postgres.ConnectionString("crm")};Command Timeout=0");
    }

    public NpgsqlDataSource Database { get; }

    public static async Task<Stack> Start()
    {
        var postgres = await EmbeddedPostgres.Start();
        var issuer = await Issuer.Start(0);
        var address = new Uri($"http://127.0.0.1:{FreePort()}");
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Karelia.Crm.Host.dll")]) { WorkingDirectory = AppContext.BaseDirectory };
        foreach (var (name, value) in Settings(postgres, issuer, address))
            start.Environment[name] = value;
        var stack = new Stack(postgres, issuer, Process.Start(start)!, address);
        await stack.Ready();
        return stack;
    }

    /// <summary>A client with the role.</summary>
    public HttpClient As(string role)
    {
        var http = new HttpClient { BaseAddress = address, Timeout = TimeSpan.FromMinutes(10) };
        http.DefaultRequestHeaders.Authorization = new("Bearer", issuer.Token(role.Replace('.', '-').ToLowerInvariant()));
        return http;
    }

    public async Task Sql(string sql)
    {
        await using var command = Database.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>Asks for work that a job does, and waits until that has succeeded.</summary>
    /// <returns>What the request was answered with.</returns>
    public static async Task<JsonElement> Done(HttpClient client, string path, object? body = null)
    {
        using var answer = (await client.PostAsync(path, body is null ? null : JsonContent.Create(body))).EnsureSuccessStatusCode();
        var started = await answer.Content.ReadFromJsonAsync<JsonElement>();
        while ((await client.GetFromJsonAsync<JsonElement>($"/api/v1/jobs/{started.GetProperty("jobId")}")).GetProperty("state").GetString() is var state && state != "succeeded")
        {
            if (state is not ("queued" or "running"))
                throw new InvalidOperationException($"The job of {path} is {state}.");
            await Task.Delay(20);
        }

        return started;
    }

    /// <summary>Waits for all jobs: the look for duplicates that follows an import is no part of what is measured next.</summary>
    public async Task Quiet()
    {
        await using var busy = Database.CreateCommand("select exists (select from kernel.jobs where state in ('queued', 'running'))");
        while ((bool)(await busy.ExecuteScalarAsync())!)
            await Task.Delay(100);
    }

    /// <summary>Megabytes that the host holds now.</summary>
    public double Memory() => Status("VmRSS");

    /// <summary>Megabytes that the host held at most since the last <see cref="ForgetPeak"/>.</summary>
    public double PeakMemory() => Status("VmHWM");

    /// <summary>Seconds of processor time that the host and PostgreSQL have used.</summary>
    public async Task<double> Cpu() => HostCpu() + await DatabaseCpu();

    public double HostCpu()
    {
        host.Refresh();
        return host.TotalProcessorTime.TotalSeconds;
    }

    private async Task<double> DatabaseCpu()
    {
        await using var command = Database.CreateCommand("select pg_backend_pid()");
        var backend = (int)(await command.ExecuteScalarAsync())!;
        var postmaster = Stat(backend)[1];
        return PostgresCpu((int)postmaster);
    }

    /// <summary>Begins to watch the host's memory anew.</summary>
    public void ForgetPeak() => File.WriteAllText($"/proc/{host.Id}/clear_refs", "5");

    public async ValueTask DisposeAsync()
    {
        host.Kill();
        await host.WaitForExitAsync();
        host.Dispose();
        await Database.DisposeAsync();
        await issuer.DisposeAsync();
        await postgres.DisposeAsync();
    }

    private double Status(string name)
    {
        var line = File.ReadLines($"/proc/{host.Id}/status").First(line => line.StartsWith($"{name}:", StringComparison.Ordinal));
        return double.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) / 1024;
    }

    /// <summary>The server, its present children and those that ended, in seconds.</summary>
    private static double PostgresCpu(int postmaster)
    {
        var ticks = Stat(postmaster)[11..15].Sum();
        foreach (var folder in Directory.EnumerateDirectories("/proc"))
        {
            if (int.TryParse(Path.GetFileName(folder), out var id) && Stat(id) is { Length: > 15 } stat && stat[1] == postmaster)
                ticks += stat[11] + stat[12];
        }

        return ticks / 100.0;
    }

    /// <summary>The numbers of /proc/id/stat after the command's name: 1 is the parent, 11 and 12 the processor time, 13 and 14 that of ended children.</summary>
    private static long[] Stat(int id)
    {
        try
        {
            var stat = File.ReadAllText($"/proc/{id}/stat");
            return [.. stat[(stat.LastIndexOf(')') + 2)..].Split(' ').Select(number => long.TryParse(number, CultureInfo.InvariantCulture, out var value) ? value : 0)];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    private async Task Ready()
    {
        using var http = new HttpClient { BaseAddress = address };
        for (var patience = Stopwatch.StartNew(); patience.Elapsed < TimeSpan.FromMinutes(2) && !host.HasExited; await Task.Delay(200))
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

        throw new InvalidOperationException("The host did not become ready.");
    }

    private static IEnumerable<(string Name, string Value)> Settings(EmbeddedPostgres postgres, Issuer issuer, Uri address)
    {
        var instance = $"http://127.0.0.1:{issuer.Port}/";
        return
        [
            ("ASPNETCORE_ENVIRONMENT", "Development"), ("ASPNETCORE_URLS", address.ToString()), ("ConnectionStrings__Crm", postgres.ConnectionString("crm")),
            ("Logging__LogLevel__Default", "Warning"), ("Database__Migrate", "true"), ("SignIn__Instance", instance), ("SignIn__TenantId", Issuer.Tenant),
            ("SignIn__ClientId", Issuer.WebClient), ("SignIn__ClientSecret", Issuer.Secret), ("Api__Instance", instance), ("Api__TenantId", Issuer.Tenant),
            ("Api__ClientId", Issuer.Api), ("Api__Audience", Issuer.Api),
            .. Issuer.ClientIds.SelectMany((client, i) => new[] { ($"Applications__{i}__ClientId", client), ($"Applications__{i}__Name", client) }),
        ];
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
