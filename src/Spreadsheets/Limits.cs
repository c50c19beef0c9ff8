namespace Karelia.Crm.Spreadsheets;

/// <summary>How much of a stranger's workbook is read before it is refused. The defaults let 200,000 registrations through and keep memory bounded.</summary>
public sealed record Limits
{
    /// <summary>What the application uses.</summary>
    public static Limits Default { get; } = new();

    /// <summary>Bytes after inflating, of all parts that are read (of a CSV file: its size).</summary>
    public long InflatedBytes { get; init; } = 400L << 20;

    /// <summary>Files in the package.</summary>
    public int Entries { get; init; } = 1_000;

    /// <summary>How many times smaller a large part may be packed; honest sheets stay under 50.</summary>
    public int CompressionRatio { get; init; } = 200;

    /// <summary>Rows with something in them.</summary>
    public int Rows { get; init; } = 200_000;

    /// <summary>Columns with something in them.</summary>
    public int Columns { get; init; } = 1_000;

    /// <summary>Cells, empty ones that are written out included.</summary>
    public long Cells { get; init; } = 20_000_000;

    /// <summary>Characters in one cell: Excel's own limit.</summary>
    public int TextLength { get; init; } = 32_767;

    /// <summary>Strings in the table that cells refer to.</summary>
    public int SharedStrings { get; init; } = 2_000_000;

    /// <summary>Bytes of those strings, which are kept in memory while the sheet is read.</summary>
    public int SharedStringBytes { get; init; } = 64 << 20;
}
