using System.Buffers.Binary;
using System.IO.Compression;

namespace Karelia.Crm.Spreadsheets;

/// <summary>The zip package of a workbook, checked before a part of it is read.</summary>
internal sealed class Package : IDisposable
{
    const int DirectoryBytesPerEntry = 1_024, RatioMattersFrom = 8 << 20;
    readonly ZipArchive _zip;
    readonly Dictionary<string, ZipArchiveEntry> _parts = new(StringComparer.OrdinalIgnoreCase);
    readonly Limits _limits;
    long _inflated;

    public Package(Stream file, Limits limits)
    {
        _limits = limits;
        CheckDirectory(file, limits);
        _zip = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true);
        var declared = 0L;
        foreach (var entry in _zip.Entries)
        {
            CheckName(entry.FullName);
            if (!_parts.TryAdd(entry.FullName, entry)) throw WorkbookProblem.IsBroken("it holds two parts of one name");
            declared += entry.Length;
            if (entry.Length > RatioMattersFrom && entry.Length / limits.CompressionRatio > entry.CompressedLength)
                throw WorkbookProblem.IsTooLarge("a part of it would grow out of all proportion");
        }
        if (declared > limits.InflatedBytes) throw WorkbookProblem.IsTooLarge($"over {limits.InflatedBytes >> 20} MB when unpacked");
        foreach (var name in _parts.Keys.Where(n => n.EndsWith(".rels", StringComparison.OrdinalIgnoreCase)).ToList()) CheckLinks(name);
    }

    public IEnumerable<string> Parts => _parts.Keys;

    public bool Has(string part) => _parts.ContainsKey(part);

    public PartXml Open(string part) => new(OpenRaw(part), Inflated);

    public Stream OpenRaw(string part) =>
        _parts.TryGetValue(part, out var entry) ? entry.Open() : throw WorkbookProblem.IsBroken("a part that it refers to is missing");

    /// <summary>Counts what has been unpacked: the declared sizes may lie.</summary>
    public void Inflated(int bytes)
    {
        if ((_inflated += bytes) > _limits.InflatedBytes) throw WorkbookProblem.IsTooLarge($"over {_limits.InflatedBytes >> 20} MB when unpacked");
    }

    /// <summary>The parts that a part refers to, by relationship id.</summary>
    public Dictionary<string, (string Type, string Part)> LinksOf(string part)
    {
        var slash = part.LastIndexOf('/') + 1;
        var name = $"{part[..slash]}_rels/{part[slash..]}.rels";
        var links = new Dictionary<string, (string, string)>();
        if (!Has(name)) return links;
        using var xml = Open(name);
        while (xml.ReadTo("Relationship"))
        {
            var node = xml.Node;
            if (node.GetAttribute("TargetMode") == "External") continue;
            if (node.GetAttribute("Id") is not { } id || node.GetAttribute("Target") is not { } target) throw WorkbookProblem.IsBroken("a relationship is incomplete");
            var type = node.GetAttribute("Type") ?? "";
            if (links.Count >= _limits.Entries || !links.TryAdd(id, (type[(type.LastIndexOf('/') + 1)..], Resolve(part[..slash], target))))
                throw WorkbookProblem.IsBroken("its relationships contradict each other");
        }
        return links;
    }

    public void Dispose() => _zip.Dispose();

    static string Resolve(string folder, string target)
    {
        var steps = new List<string>();
        foreach (var step in (target.StartsWith('/') ? target : folder + target).Split('/', StringSplitOptions.RemoveEmptyEntries))
            if (step != "..") { if (step != ".") steps.Add(step); }
            else if (steps.Count > 0) steps.RemoveAt(steps.Count - 1);
            else throw WorkbookProblem.IsBroken("it refers to something outside itself");
        return string.Join('/', steps);
    }

    static void CheckName(string name)
    {
        var odd = name.Length is 0 or > 255 || name[0] == '/' || name.Contains("//", StringComparison.Ordinal) || name.Any(c => c is '\\' or ':' || char.IsControl(c))
            || name.Split('/').Any(step => step is "." or "..");
        if (odd) throw WorkbookProblem.IsBroken("a part of it has an impossible name");
    }

    // A hyperlink in a cell is nothing that we follow, and an address in a form becomes one by itself; any other way out is refused.
    void CheckLinks(string name)
    {
        using var xml = Open(name);
        while (xml.ReadTo("Relationship"))
        {
            var external = xml.Node.GetAttribute("TargetMode") is { } mode && !mode.Equals("Internal", StringComparison.OrdinalIgnoreCase)
                || (xml.Node.GetAttribute("Target") ?? "").Contains("://", StringComparison.Ordinal);
            var hyperlink = name.Contains("sheets/_rels/", StringComparison.OrdinalIgnoreCase) || name.Contains("drawings/_rels/", StringComparison.OrdinalIgnoreCase);
            if (external && !(hyperlink && (xml.Node.GetAttribute("Type") ?? "").EndsWith("/hyperlink", StringComparison.Ordinal)))
                throw new WorkbookProblem(WorkbookProblem.ExternalLinks, "The workbook refers to other files. Save it as values only (Data, Edit links, Break link) and try again.");
        }
    }

    // ZipArchive reads the whole directory into memory, as long as it goes on: look first how long it is.
    static void CheckDirectory(Stream file, Limits limits)
    {
        const int EndLength = 22, LocatorLength = 20, LongEndLength = 56;
        var tail = new byte[Math.Min(file.Length, EndLength + ushort.MaxValue)];
        file.Position = file.Length - tail.Length;
        file.ReadExactly(tail);
        var end = tail.AsSpan().LastIndexOf("PK\u0005\u0006"u8);
        if (end < 0 || end + EndLength > tail.Length) throw WorkbookProblem.IsBroken("its end is missing");
        long entries = BinaryPrimitives.ReadUInt16LittleEndian(tail.AsSpan(end + 10)), start = BinaryPrimitives.ReadUInt32LittleEndian(tail.AsSpan(end + 16));
        var stop = file.Length - tail.Length + end;
        if ((entries == ushort.MaxValue || start == uint.MaxValue) && end >= LocatorLength && tail.AsSpan(end - LocatorLength).StartsWith("PK\u0006\u0007"u8))
        {
            file.Position = stop = BinaryPrimitives.ReadInt64LittleEndian(tail.AsSpan(end - LocatorLength + 8));
            file.ReadExactly(tail.AsSpan(0, LongEndLength));
            (entries, start) = (BinaryPrimitives.ReadInt64LittleEndian(tail.AsSpan(32)), BinaryPrimitives.ReadInt64LittleEndian(tail.AsSpan(48)));
        }
        if (start < 0 || start > stop) throw WorkbookProblem.IsBroken("its directory is missing");
        if (entries > limits.Entries || stop - start > (long)limits.Entries * DirectoryBytesPerEntry) throw WorkbookProblem.IsTooLarge($"more than {limits.Entries} parts");
        file.Position = 0;
    }
}
