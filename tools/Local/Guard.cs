using System.Diagnostics;

namespace Karelia.Crm.Local;

/// <summary>
/// Runs one last command when it is disposed, and also when this process is killed outright: a shell waits on a pipe
/// that only this process holds open, and the kernel closes the pipe whatever the end was like.
/// </summary>
internal sealed class Guard : IAsyncDisposable
{
    private readonly Process shell;

    public Guard(string lastCommand, bool unprivileged, params string[] arguments) => shell = Shell.Start(
        "/bin/sh",
        ["-c", $"trap '' INT TERM HUP QUIT; cat > /dev/null; {lastCommand} > /dev/null 2>&1", "guard", .. arguments],
        unprivileged: unprivileged);

    public async ValueTask DisposeAsync()
    {
        shell.StandardInput.Close();
        await shell.WaitForExitAsync();
        shell.Dispose();
    }
}
