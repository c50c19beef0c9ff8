using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;

namespace Karelia.Crm.Local;

/// <summary>
/// PostgreSQL 18 without an installation: for development and tests. It listens on 127.0.0.1 only, asks for the
/// password of its data folder, sorts as Finnish does, and ends with this process, however that ends.
/// </summary>
public sealed class EmbeddedPostgres : IAsyncDisposable
{
    private readonly PostgresPrograms programs;
    private readonly FileStream alone;
    private readonly string folder;
    private readonly string? temporary;
    private Guard? guard;

    private EmbeddedPostgres(PostgresPrograms programs, FileStream alone, string folder, string? temporary)
    {
        (this.programs, this.alone, this.folder, this.temporary) = (programs, alone, folder, temporary);
    }

    public int Port { get; private set; }

    /// <summary>The data folder was made by this start.</summary>
    public bool IsNew { get; private set; }

    private string Data => Path.Combine(folder, "data");

    private string PasswordFile => Path.Combine(folder, "password");

    /// <summary>Starts over the data that lie under the folder, or makes them; without a folder, in one that goes at the end.</summary>
    public static async Task<EmbeddedPostgres> Start(string? dataFolder = null)
    {
        var temporary = dataFolder is null ? Path.Combine(Path.GetTempPath(), $"crm-{Guid.CreateVersion7():n}") : null;
        var root = Path.GetFullPath(dataFolder ?? temporary!);
        Directory.CreateDirectory(root);
        var alone = Lock.Try(Path.Combine(root, ".lock"))
            ?? throw new InvalidOperationException($"{root} is in use: another Karelia CRM runs on this data folder. Stop it, or name another with --data.");
        var postgres = new EmbeddedPostgres(await PostgresPrograms.Install(), alone, await Folder(root), temporary);
        try
        {
            await postgres.StopStale();
            await postgres.Initialise();
            await postgres.Run();
            return postgres;
        }
        catch
        {
            await postgres.DisposeAsync();
            throw;
        }
    }

    public string ConnectionString(string database) =>
        $"Host=127.0.0.1;Port={Port};Username=crm;Password={File.ReadAllText(PasswordFile).Trim()};Database={database}";

    public async ValueTask DisposeAsync()
    {
        if (guard is not null)
        {
            await guard.DisposeAsync();
        }
        else if (OperatingSystem.IsWindows())
        {
            await Ctl("stop", "-m", "fast");
        }
        await alone.DisposeAsync();
        if (temporary is not null)
        {
            Directory.Delete(temporary, recursive: true);
        }
    }

    /// <summary>The server's own folder. As root it belongs to another user, and lies elsewhere when that user cannot get here.</summary>
    private static async Task<string> Folder(string root)
    {
        var folder = Path.Combine(root, "postgres");
        if (Directory.Exists(folder))
        {
            return Directory.ResolveLinkTarget(folder, true)?.FullName ?? folder;
        }
        if (!await PostgresPrograms.Reachable(root))
        {
            var away = Path.Combine(PostgresPrograms.Shared, $"data-{Guid.CreateVersion7():n}");
            await Shell.Run("mkdir", ["-p", "-m", "755", PostgresPrograms.Shared]);
            File.Delete(folder);
            Directory.CreateSymbolicLink(folder, away);
            folder = away;
        }
        Directory.CreateDirectory(folder);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
        if (Shell.IsRoot)
        {
            await Shell.Run("chown", [Shell.Unprivileged, folder]);
        }
        return folder;
    }

    /// <summary>One that outlived its parent. A pid file may also name a process that has nothing to do with us.</summary>
    private async Task StopStale()
    {
        var pidFile = Path.Combine(Data, "postmaster.pid");
        if (!File.Exists(pidFile))
        {
            return;
        }
        var ours = File.ReadLines(pidFile).ToArray();
        var theirs = $"/proc/{ours[0]}/cwd/postmaster.pid";
        if (!OperatingSystem.IsLinux() || (File.Exists(theirs) && File.ReadLines(theirs).SequenceEqual(ours)))
        {
            await Ctl("stop", "-m", "fast");
        }
        else
        {
            File.Delete(pidFile);
        }
    }

    private async Task Initialise()
    {
        // The password file takes its name last: without it an earlier attempt was cut short.
        if (File.Exists(PasswordFile))
        {
            return;
        }
        IsNew = true;
        var password = PasswordFile + ".new";
        await File.WriteAllTextAsync(password, RandomNumberGenerator.GetHexString(32) + "\n");
        if (Shell.IsRoot)
        {
            await Shell.Run("chown", [Shell.Unprivileged, password]);
        }
        if (Directory.Exists(Data))
        {
            Directory.Delete(Data, recursive: true);
        }
        // With the C locale pg_trgm would take å, ä and ö for no letters.
        var letters = OperatingSystem.IsLinux() ? "C.UTF-8" : OperatingSystem.IsMacOS() ? "en_US.UTF-8" : "C";
        await Shell.Run(
            programs["initdb"],
            ["-D", Data, "-U", "crm", $"--pwfile={password}", "--auth=scram-sha-256", "--encoding=UTF8", "--locale=C", $"--lc-ctype={letters}",
                "--locale-provider=icu", "--icu-locale=fi-FI", "--set=listen_addresses=127.0.0.1", "--set=unix_socket_directories=",
                "--set=max_connections=200", "--set=shared_buffers=256MB", "--set=timezone=UTC", "--set=log_timezone=UTC"],
            unprivileged: true);
        await Shell.Run(programs["postgres"], ["--single", "-D", Data, "postgres"], unprivileged: true, input: "create database crm\n");
        File.Move(password, PasswordFile);
    }

    private async Task Run()
    {
        for (var attempt = 1; ; attempt++)
        {
            Port = FreePort();
            var (code, output) = await Ctl("start", "-l", Path.Combine(folder, "server.log"), "-o", $"-p {Port}");
            if (code == 0)
            {
                break;
            }
            // Somebody else may have taken the port in the meantime.
            if (attempt == 3)
            {
                throw new InvalidOperationException($"PostgreSQL did not start, see {folder}/server.log:\n{output}");
            }
        }
        if (!OperatingSystem.IsWindows())
        {
            guard = new("\"$1\" stop -D \"$2\" -m fast -w", unprivileged: true, programs["pg_ctl"], Data);
        }
    }

    private Task<(int Code, string Output)> Ctl(string act, params string[] more) =>
        Shell.Try(programs["pg_ctl"], [act, "-D", Data, "-w", .. more], unprivileged: true);

    internal static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
