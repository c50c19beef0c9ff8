using System.Text.RegularExpressions;

namespace Karelia.Crm.Tests.Rules;

/// <summary>Small budgets, and what no file may hold.</summary>
internal sealed partial class BudgetTests
{
    private static IEnumerable<string> Code => Repository.Files("src", ".cs").Concat(Repository.Files("tools", ".cs")).Concat(Repository.Files("tests", ".cs")).Where(path => !path.Contains("/Migrations/", StringComparison.Ordinal));

    [Test]
    public void Files_are_short()
    {
        AssertShort(Code, 300);
        AssertShort(Code.Where(path => path.StartsWith("src/", StringComparison.Ordinal) && Repository.Text(path).Contains(": IRoute", StringComparison.Ordinal)), 200);
        AssertShort(Code.Where(path => path.EndsWith("/Contract.cs", StringComparison.Ordinal)), 150);
        AssertShort(Repository.Files("web-client/src", ".tsx"), 250);
        AssertShort(Repository.Files("docs/decisions", ".md"), 40);
        AssertShort(Repository.Files("scripts"), 30);
        AssertShort(["run", "test"], 60);
        AssertShort(["src/Host/Program.cs"], 80);
        AssertShort(Repository.Files("", "README.md"), 150);
    }

    [Test]
    public void The_kernel_stays_small() =>
        Assert.That(Code.Where(path => path.StartsWith("src/Kernel/", StringComparison.Ordinal)).Sum(Repository.Lines), Is.InRange(1000, 2000));

    [Test]
    public void Decisions_say_problem_decision_and_consequences()
    {
        var decisions = Repository.Files("docs/decisions", ".md").ToList();
        Assert.That(decisions, Is.Not.Empty);
        foreach (var decision in decisions)
            Assert.That(Repository.Text(decision), Does.Contain("## Problem").And.Contain("## Decision").And.Contain("## Consequences"), decision);
    }

    [Test]
    public void No_file_names_the_machine_it_was_written_on()
    {
        var files = Repository.Files("", ".cs", ".csproj", ".props", ".md", ".json", ".yaml", ".yml", ".ts", ".tsx", ".sql", ".css", ".html", ".config").Concat(Repository.Files("scripts")).Append("run").Append("test").ToList();
        Assert.That(files, Has.Count.GreaterThan(100));
        Assert.That(files.Where(path => MachinePath().IsMatch(Repository.Text(path))), Is.Empty);
    }

    [Test]
    public void Work_that_is_left_has_no_marks_in_the_code() =>
        Assert.That(Code.Where(path => !path.EndsWith("/BudgetTests.cs", StringComparison.Ordinal) && Repository.Text(path).Split('\n').Any(line => Mark().IsMatch(line))), Is.Empty);

    [Test]
    public void Every_refusal_is_explained()
    {
        var used = Repository.Files("src", ".cs").SelectMany(path => Refusal().Matches(Repository.Text(path)).Select(match => match.Groups[1].Value)).Distinct().ToList();
        var explained = Row().Matches(Repository.Text("docs/problems.md")).Select(match => match.Groups[1].Value).ToList();

        Assert.That(used, Has.Count.GreaterThan(10));
        Assert.That(explained, Is.EquivalentTo(used));
    }

    private static void AssertShort(IEnumerable<string> files, int lines)
    {
        var all = files.ToList();
        Assert.That(all, Is.Not.Empty);
        Assert.That(all.Where(path => Repository.Lines(path) > lines).Select(path => $"{path}: {Repository.Lines(path)} lines, at most {lines}"), Is.Empty);
    }

    [GeneratedRegex(@"(?<![\w.])/(work|home|Users|root)/[a-z]|[A-Z]:\\\\?Users\\")]
    private static partial Regex MachinePath();

    [GeneratedRegex(@"\b(TODO|FIXME|HACK|XXX)\b")]
    private static partial Regex Mark();

    [GeneratedRegex("""(?:new Refusal|(?<![\w.])new)\(\s*"([a-z0-9-]+)"\s*(?:\)|,\s*(?:status|detail|StatusCodes))""")]
    private static partial Regex Refusal();

    [GeneratedRegex(@"^\| `([a-z0-9-]+)` \|", RegexOptions.Multiline)]
    private static partial Regex Row();
}
