namespace Karelia.Crm.Local;

/// <summary>A file that one process at a time holds; the operating system lets go of it when that process ends.</summary>
internal static class Lock
{
    public static FileStream? Try(string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        try
        {
            return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException)
        {
            return null;
        }
    }

    public static async Task<FileStream> Wait(string path)
    {
        while (true)
        {
            if (Try(path) is { } held)
            {
                return held;
            }
            await Task.Delay(100);
        }
    }
}
