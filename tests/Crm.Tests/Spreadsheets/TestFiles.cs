namespace Karelia.Crm.Tests.Spreadsheets;

/// <summary>Files that tests read: the made-up ones of the repository, and the public ones that stand beside it when they were fetched.</summary>
internal static class TestFiles
{
    static readonly string Root = Upwards("Karelia.Crm.sln") ?? throw new InvalidOperationException("The tests run inside the repository.");

    public static string Repository(params string[] path) => Path.Combine([Root, .. path]);

    public static string Data(params string[] path) => Repository(["tests", "data", .. path]);

    /// <summary>A third party's file, which is not ours to publish: the test is not run without it.</summary>
    public static string Shared(params string[] path)
    {
        if (Upwards(Path.Combine(["shared", "data", .. path])) is { } above) return Path.Combine([above, "shared", "data", .. path]);
        Assert.Ignore("not run: ../shared/data is not there");
        return "";
    }

    static string? Upwards(string name)
    {
        for (var folder = AppContext.BaseDirectory; folder is not null; folder = Path.GetDirectoryName(folder))
            if (Path.Exists(Path.Combine(folder, name))) return folder;
        return null;
    }
}
