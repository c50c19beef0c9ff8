using System.Text.Json;
using System.Text.RegularExpressions;

namespace Karelia.Crm.Tests.Rules;

/// <summary>What production gets: the image, and the page that explains its settings.</summary>
internal sealed partial class DeployTests
{
    private const string Page = "deploy/README.md";

    [Test]
    public void Each_file_that_the_image_copies_exists_and_is_sent_to_the_builder()
    {
        var ignored = Repository.Text(".dockerignore").Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var copied = Repository.Text("deploy/Dockerfile").Split('\n').Where(line => line.StartsWith("COPY ", StringComparison.Ordinal) && !line.Contains("--from=", StringComparison.Ordinal))
            .SelectMany(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1..^1]).ToList();
        Assert.That(copied, Does.Contain("src/").And.Contain("web-client/").And.Contain("openapi.yaml"));
        foreach (var path in copied)
        {
            Assert.That(Path.Exists(Path.Combine(Repository.Root, path)), path);
            Assert.That(ignored, Does.Not.Contain(path.TrimEnd('/')).And.Not.Contain($"**/{path.TrimEnd('/')}"), path);
        }
    }

    /// <summary>Everything that MSBuild reads above a project of the host's, which a build in the image would miss in silence.</summary>
    [Test]
    public void The_image_copies_what_the_build_of_the_host_reads()
    {
        var docker = Repository.Text("deploy/Dockerfile");
        var needed = Directory.EnumerateFiles(Repository.Root).Select(path => Path.GetFileName(path)!)
            .Where(name => name is "global.json" or ".editorconfig" || name.EndsWith(".props", StringComparison.Ordinal) || name.EndsWith(".targets", StringComparison.Ordinal) || name.EndsWith(".globalconfig", StringComparison.Ordinal))
            .Concat(Repository.Files("src", ".props", ".csproj").SelectMany(path => Above().Matches(Repository.Text(path)).Select(match => match.Groups[1].Value)))
            .Distinct().ToList();
        Assert.That(needed, Has.Count.GreaterThan(3));
        foreach (var name in needed)
            Assert.That(docker, Does.Contain(name));
    }

    [Test]
    public void The_host_refers_to_modules_alone_and_so_holds_neither_issuer_nor_sample_data()
    {
        foreach (var project in Repository.Files("src", ".csproj"))
            Assert.That(References().Matches(Repository.Text(project)).Select(match => match.Groups[1].Value), Is.All.Match(@"^\.\./\w+/\w+\.csproj$"), project);

        // What its publication would hold: the closure of what the built host depends on.
        using var json = JsonDocument.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Karelia.Crm.Host.deps.json")));
        var parts = json.RootElement.GetProperty("libraries").EnumerateObject().Select(library => library.Name.Split('/')[0].Replace(".Reference", "", StringComparison.Ordinal)).ToList();
        Assert.That(parts, Does.Contain("Karelia.Crm.Host").And.Contain("Karelia.Crm.Imports").And.Contain("Npgsql"));
        Assert.That(parts.Where(part => part.StartsWith("Karelia.", StringComparison.Ordinal)).Select(part => part["Karelia.Crm.".Length..]).Distinct(), Is.SubsetOf(
            Directory.EnumerateDirectories(Path.Combine(Repository.Root, "src")).Select(Path.GetFileName)));
        foreach (var path in Repository.Files("src", ".cs", ".json"))
            Assert.That(Repository.Text(path), Does.Not.Contain("Karelia.Crm.Local"), path);
    }

    [Test]
    public void Each_setting_that_the_host_reads_is_explained()
    {
        var page = Repository.Text(Page);
        var read = Repository.Files("src", ".cs").Where(path => !path.Contains("/Migrations/", StringComparison.Ordinal))
            .SelectMany(path => Setting().Matches(Repository.Text(path)).Select(match => match.Groups[1].Value)).Distinct().ToList();
        Assert.That(read, Does.Contain("Seals:Copy").And.Contain("Database:Migrate").And.Contain("DataProtection:Certificate").And.Contain("Proxy"));
        foreach (var setting in read)
            Assert.That(page, Does.Contain(setting.Replace(":", "__", StringComparison.Ordinal)), setting);
    }

    [GeneratedRegex("(?:GetPathOfFileAbove\\('|MSBuildThisFileDirectory\\)\\.\\./)([\\w.]*\\w)")]
    private static partial Regex Above();

    [GeneratedRegex("<(?:Project|Assembly)?Reference Include=\"([^\"]+proj)\"")]
    private static partial Regex References();

    [GeneratedRegex("(?:settings|[cC]onfiguration)(?:\\[|\\.GetValue(?:<\\w+>)?\\(|\\.GetSection\\()\"(\\w+(?::\\w+)*)\"")]
    private static partial Regex Setting();
}
