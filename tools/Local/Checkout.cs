namespace Karelia.Crm.Local;

/// <summary>The folder that holds the solution: where the host, the web client and the npm folder are found.</summary>
internal static class Checkout
{
    public static string Root { get; } = Find(AppContext.BaseDirectory);

    public static string Path(params string[] parts) => System.IO.Path.Combine([Root, .. parts]);

    private static string Find(string folder) =>
        File.Exists(System.IO.Path.Combine(folder, "Karelia.Crm.sln")) ? folder
        : Directory.GetParent(folder) is { } parent ? Find(parent.FullName)
        : throw new InvalidOperationException("This program runs only inside a checkout of Karelia CRM: no Karelia.Crm.sln above it.");
}
