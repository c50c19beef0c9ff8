using System.ComponentModel;
using System.Diagnostics;

namespace Karelia.Crm.Local;

/// <summary>Other programs, run to their end.</summary>
internal static class Shell
{
    /// <summary>PostgreSQL refuses to run as root: its programs then run as this user.</summary>
    public const string Unprivileged = "nobody";

    public static bool IsRoot { get; } = !OperatingSystem.IsWindows() && Environment.UserName == "root";

    public static async Task<string> Run(string program, IEnumerable<string> arguments, string folder = "/", bool unprivileged = false, string input = "")
    {
        var (code, output) = await Try(program, arguments, folder, unprivileged, input);
        return code == 0 ? output : throw new InvalidOperationException($"{Path.GetFileName(program)} failed ({code}):\n{output}");
    }

    public static async Task<(int Code, string Output)> Try(
        string program, IEnumerable<string> arguments, string folder = "/", bool unprivileged = false, string input = "")
    {
        using var process = Start(program, arguments, folder, unprivileged);
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        var texts = await Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return (process.ExitCode, string.Concat(texts).Trim());
    }

    public static Process Start(string program, IEnumerable<string> arguments, string folder = "/", bool unprivileged = false)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        if (unprivileged && IsRoot)
        {
            start.UserName = Unprivileged;
        }
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception error)
        {
            throw new InvalidOperationException($"Could not start {program}: {error.Message}", error);
        }
    }
}
