namespace Karelia.Crm.Imports.Imports;

/// <summary>Two sheets are read at once at most; the next ones wait a while, then are asked to come again.</summary>
internal sealed class ImportGate : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private readonly SemaphoreSlim places = new(2);

    public async Task<IDisposable> Enter(CancellationToken ct) => await places.WaitAsync(Patience, ct)
        ? new Place(places)
        : throw new Refusal("imports-busy", StatusCodes.Status429TooManyRequests, "Other files are being read just now. Try again in a moment.");

    public void Dispose() => places.Dispose();

    private sealed class Place(SemaphoreSlim places) : IDisposable
    {
        public void Dispose() => places.Release();
    }
}
