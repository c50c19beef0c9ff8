using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Karelia.Crm.Kernel.Imports;

namespace Karelia.Crm.Imports.Imports;

/// <summary>Judges lines in the sheet's order: read, compared with the register, and with the lines before them. One for each run.</summary>
internal sealed class Preview(Staging staging, ErasedLines erased)
{
    // Hashes, so that 200,000 lines take a few megabytes.
    private readonly Dictionary<UInt128, UInt128> seen = [];

    public ImportCounts Counts { get; private set; } = new();

    public async Task Judge(IImportKind kind, ImportSheet sheet, IReadOnlyList<ImportLine> lines, CancellationToken ct)
    {
        var chosen = lines.Where(line => line.Decision == "merge").ToDictionary(line => line, line => (line.ContactId, line.AccountId));
        foreach (var line in lines)
            (line.ContactId, line.AccountId) = (null, null);
        await kind.Read(sheet, lines, ct);
        await kind.Compare(sheet, lines, ct);
        foreach (var (line, target) in chosen)
            (line.ContactId, line.AccountId) = target;
        foreach (var line in await erased.Among([.. lines.Where(line => line.ContactId is null && line.Candidates.Length == 0)], ct))
            line.Reasons.Add(ErasedLines.Reason);
        var written = await staging.WrittenBefore(lines, ct);
        foreach (var line in lines)
        {
            if (line.Likeness is not null && line.Candidates.Length == 0 && written.TryGetValue(line.Likeness, out var contact))
            {
                line.Candidates = [contact];
                line.Reasons.Add(new(null, "possible-duplicate", "An earlier import wrote this line."));
            }

            CompareWithEarlier(line);
            Count(line.Outcome());
        }
    }

    private void CompareWithEarlier(ImportLine line)
    {
        if (line.Identity is null)
            return;
        var (identity, fingerprint) = (Hash(line.Identity), line.Fingerprint is null ? default : Hash(line.Fingerprint));
        if (seen.TryGetValue(identity, out var earlier))
        {
            line.Reasons.Add(line.Fingerprint is not null && earlier == fingerprint
                ? new(null, "duplicate-in-file", "An earlier line says the same.")
                : new(null, "possible-duplicate", "An earlier line is about the same person and says otherwise."));
        }
        else if (line.Decision is "accept" or "merge" || line.Outcome() is not (Outcomes.Suspicious or Outcomes.Invalid))
        {
            seen[identity] = fingerprint;
        }
    }

    private void Count(string outcome) => Counts = outcome switch
    {
        Outcomes.New => Counts with { Total = Counts.Total + 1, New = Counts.New + 1 },
        Outcomes.Matched => Counts with { Total = Counts.Total + 1, Matched = Counts.Matched + 1 },
        Outcomes.Changed => Counts with { Total = Counts.Total + 1, Changed = Counts.Changed + 1 },
        Outcomes.Suspicious => Counts with { Total = Counts.Total + 1, Suspicious = Counts.Suspicious + 1 },
        _ => Counts with { Total = Counts.Total + 1, Invalid = Counts.Invalid + 1 },
    };

    private static UInt128 Hash(string text) => MemoryMarshal.Read<UInt128>(SHA256.HashData(MemoryMarshal.AsBytes(text.AsSpan())));
}
