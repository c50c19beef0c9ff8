using System.Globalization;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;

namespace Karelia.Crm.Consent.Erasure;

/// <summary>An erasure as the journal has it: when, which id, and the marks by which the person is known again.</summary>
internal sealed record JournalEntry(DateTimeOffset At, Guid ContactId, IReadOnlyList<(string Kind, byte[] Hash)> Marks)
{
    public override string ToString() =>
        $"{At.UtcDateTime.ToString("O", CultureInfo.InvariantCulture)} {ContactId} {string.Join(',', Marks.Select(mark => $"{mark.Kind}:{Convert.ToHexString(mark.Hash)}"))}".TrimEnd();

    public static JournalEntry Of(string line)
    {
        var parts = line.Split(' ');
        return new(
            DateTimeOffset.Parse(parts[0], CultureInfo.InvariantCulture), Guid.Parse(parts[1]),
            [.. parts.Skip(2).SelectMany(marks => marks.Split(',')).Select(mark => mark.Split(':')).Select(mark => (mark[0], Convert.FromHexString(mark[1])))]);
    }
}

/// <summary>What was erased, in a file outside the database (<c>Erasure:Journal</c>): a restored backup brings nobody back. Without the setting there is none.</summary>
internal sealed class Journal(IConfiguration settings, ILogger<Journal> log)
{
    private readonly Lock only = new();

    public string? Path => settings["Erasure:Journal"];

    public IReadOnlyList<JournalEntry> Read() => Path is null || !File.Exists(Path) ? [] : [.. File.ReadAllLines(Path).Where(line => line.Length > 0).Select(JournalEntry.Of)];

    public void Add(JournalEntry entry)
    {
        if (Path is null)
            return;
        lock (only)
        {
            using var file = new FileStream(Path, FileMode.Append, FileAccess.Write, FileShare.ReadWrite);
            file.Write(System.Text.Encoding.UTF8.GetBytes($"{entry}\n"));
            file.Flush(flushToDisk: true);
        }
    }

    /// <summary>An erasure that holds is not undone because a disk is full: the next start writes what is missing.</summary>
    public void AddAfterCommit(DbSession session, ErasureCertificate certificate, IReadOnlyList<Tombstone> marks) => session.AfterCommit(() =>
    {
        try
        {
            Add(new(certificate.At, certificate.ContactId, [.. marks.Select(mark => (mark.Kind, mark.Hash))]));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            log.LogCritical("The erasure journal cannot be written: {Error}. Restart the CRM when it can.", e.GetType().Name);
        }
    });
}
