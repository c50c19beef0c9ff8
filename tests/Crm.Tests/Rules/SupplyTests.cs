using System.Text.Json;
using System.Text.RegularExpressions;

namespace Karelia.Crm.Tests.Rules;

/// <summary>What we build on: the registry at hand may know of no holes, so the known ones are listed here.</summary>
internal sealed partial class SupplyTests
{
    /// <summary>Package, first version that is safe, and why. Held against every lock file.</summary>
    private static readonly (string Package, string SafeFrom, string Why)[] nuGet =
    [
        ("System.Drawing.Common", "4.7.2", "CVE-2021-24112"),
        ("System.Text.Json", "8.0.5", "CVE-2024-43485"),
        ("System.Text.Encodings.Web", "4.7.2", "CVE-2021-26701"),
        ("System.Net.Http", "4.3.4", "CVE-2018-8292"),
        ("System.Text.RegularExpressions", "4.3.1", "CVE-2019-0820"),
        ("System.Formats.Asn1", "8.0.1", "CVE-2024-38095"),
        ("System.Security.Cryptography.Pkcs", "6.0.3", "CVE-2023-29331"),
        ("System.Security.Cryptography.Xml", "4.7.1", "CVE-2022-34716"),
        ("System.Linq.Dynamic.Core", "1.6.0", "CVE-2024-51417"),
        ("Microsoft.IdentityModel.JsonWebTokens", "7.1.2", "CVE-2024-21319"),
        ("System.IdentityModel.Tokens.Jwt", "7.1.2", "CVE-2024-21319"),
        ("Microsoft.Identity.Client", "4.61.3", "CVE-2024-35255"),
        ("Azure.Identity", "1.11.4", "CVE-2024-35255"),
        ("Npgsql", "8.0.3", "CVE-2024-32655"),
        ("Newtonsoft.Json", "13.0.1", "CVE-2024-21907"),
        ("SharpZipLib", "1.3.3", "CVE-2021-32840"),
        ("BouncyCastle.Cryptography", "2.3.1", "CVE-2024-30171"),
        ("SSH.NET", "2020.0.2", "CVE-2022-29245"),
        ("MimeKit", "4.7.1", "CVE-2024-30105 of its Pkcs"),
        ("Microsoft.Extensions.Caching.Memory", "8.0.1", "CVE-2024-43483"),
        ("Microsoft.AspNetCore.Authentication.JwtBearer", "8.0.3", "CVE-2024-21319"),
    ];

    private static readonly (string Package, string SafeFrom, string Why)[] npm =
    [
        ("vite", "6.3.4", "CVE-2025-46565"),
        ("esbuild", "0.25.0", "GHSA-67mh-4wv8-2f99"),
        ("rollup", "4.22.4", "CVE-2024-47068"),
        ("postcss", "8.4.31", "CVE-2023-44270"),
        ("nanoid", "3.3.8", "CVE-2024-55565"),
        ("braces", "3.0.3", "CVE-2024-4068"),
        ("micromatch", "4.0.8", "CVE-2024-4067"),
        ("cross-spawn", "7.0.5", "CVE-2024-21538"),
        ("semver", "7.5.2", "CVE-2022-25883"),
        ("ws", "8.17.1", "CVE-2024-37890"),
        ("tough-cookie", "4.1.3", "CVE-2023-26136"),
        ("word-wrap", "1.2.4", "CVE-2023-26115"),
        ("json5", "2.2.2", "CVE-2022-46175"),
        ("form-data", "4.0.4", "CVE-2025-7783"),
        ("js-yaml", "4.1.1", "CVE-2025-64718"),
        ("brace-expansion", "2.0.2", "CVE-2025-5889"),
        ("@babel/runtime", "7.26.10", "CVE-2025-27789"),
        ("path-to-regexp", "6.3.0", "CVE-2024-45296"),
        ("playwright", "1.55.1", "CVE-2025-59288"),
        ("vitest", "3.0.5", "CVE-2025-24964"),
        ("undici", "6.21.1", "CVE-2025-22150"),
    ];

    private static IEnumerable<string> NuGetLocks => Repository.Files("", "packages.lock.json");

    private static IEnumerable<string> NpmLocks => Repository.Files("", "package-lock.json");

    [Test]
    public void No_locked_package_has_a_known_hole()
    {
        var locked = NuGetLocks.SelectMany(FromNuGet).ToList();
        Assert.That(locked, Has.Count.GreaterThan(50));
        Assert.That(Holes(locked, nuGet), Is.Empty);

        locked = [.. NpmLocks.SelectMany(FromNpm)];
        Assert.That(locked, Has.Count.GreaterThan(50));
        Assert.That(Holes(locked, npm), Is.Empty);
    }

    [Test]
    public void A_known_hole_is_found() =>
        Assert.That(Holes([("here", "System.Drawing.Common", "4.7.0")], nuGet), Is.EqualTo(new[] { "System.Drawing.Common 4.7.0 (here): CVE-2021-24112" }));

    [Test]
    public void Lock_files_name_no_registry()
    {
        var files = NuGetLocks.Concat(NpmLocks).ToList();
        Assert.That(files, Has.Count.GreaterThan(5));
        Assert.That(files.Where(path => Address().IsMatch(Repository.Text(path))), Is.Empty);
        Assert.That(Repository.Files("", ".npmrc", "nuget.config", "NuGet.Config").Where(path => Repository.Text(path).Contains("://", StringComparison.Ordinal)), Is.Empty);
    }

    [Test]
    public void No_package_needs_a_commercial_licence()
    {
        var locked = NuGetLocks.SelectMany(FromNuGet).ToList();
        (string Package, string FreeBelow)[] turned = [("MediatR", "13.0.0"), ("EPPlus", "5.0.0"), ("FluentAssertions", "8.0.0"), ("AutoMapper", "15.0.0"), ("MassTransit", "9.0.0")];
        foreach (var (package, freeBelow) in turned)
            Assert.That(locked.Where(one => one.Package == package).Select(one => Number(one.Version)), Is.All.LessThan(Number(freeBelow)), package);
        Assert.That(locked.Select(one => one.Package), Does.Contain("MediatR").And.Contain("EPPlus"));
    }

    private static IEnumerable<string> Holes(IEnumerable<(string File, string Package, string Version)> locked, (string Package, string SafeFrom, string Why)[] known) =>
        from one in locked
        from hole in known
        where string.Equals(one.Package, hole.Package, StringComparison.OrdinalIgnoreCase) && Number(one.Version) < Number(hole.SafeFrom)
        select $"{one.Package} {one.Version} ({one.File}): {hole.Why}";

    private static IEnumerable<(string File, string Package, string Version)> FromNuGet(string path)
    {
        using var json = JsonDocument.Parse(Repository.Text(path));
        return [.. json.RootElement.GetProperty("dependencies").EnumerateObject().SelectMany(framework => framework.Value.EnumerateObject())
            .Where(package => package.Value.TryGetProperty("resolved", out _)).Select(package => (path, package.Name, package.Value.GetProperty("resolved").GetString()!))];
    }

    private static IEnumerable<(string File, string Package, string Version)> FromNpm(string path)
    {
        using var json = JsonDocument.Parse(Repository.Text(path));
        return [.. json.RootElement.GetProperty("packages").EnumerateObject().Where(package => package.Name.Length > 0 && package.Value.TryGetProperty("version", out _))
            .Select(package => (path, package.Name[(package.Name.LastIndexOf("node_modules/", StringComparison.Ordinal) + "node_modules/".Length)..], package.Value.GetProperty("version").GetString()!))];
    }

    /// <summary>Old lines that were mended too are read as what they are: the list names the line in use.</summary>
    private static Version Number(string version)
    {
        var parts = version.Split('-', '+')[0].Split('.').Select(int.Parse).Concat([0, 0, 0]).ToArray();
        return new(parts[0], parts[1], parts[2]);
    }

    [GeneratedRegex("\"resolved\":\\s*\"(https?|git)")]
    private static partial Regex Address();
}
