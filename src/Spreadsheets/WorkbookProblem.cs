namespace Karelia.Crm.Spreadsheets;

/// <summary>A file that cannot be read as a table: the type is stable, the message says what to do. May be thrown by opening a workbook and by any row of it.</summary>
public sealed class WorkbookProblem : Exception
{
    internal const string Encrypted = "workbook-encrypted", OldFormat = "workbook-old-format", Broken = "workbook-broken", TooLarge = "workbook-too-large",
        Empty = "workbook-empty", ExternalLinks = "workbook-external-links", Unknown = "workbook-unknown-format";

    /// <summary>Every type there is.</summary>
    public static IReadOnlyList<string> Types { get; } = [Encrypted, OldFormat, Broken, TooLarge, Empty, ExternalLinks, Unknown];

    /// <summary>What is wrong, as one of <see cref="Types"/>.</summary>
    public string Type { get; }

    /// <summary>A problem with its type and what to tell the person who chose the file.</summary>
    public WorkbookProblem(string type, string message, Exception? inner = null) : base(message, inner) => Type = type;

    internal static WorkbookProblem IsBroken(string what, Exception? inner = null) =>
        new(Broken, $"The workbook is broken: {what}. Open it in Excel, save it again as .xlsx and try once more.", inner);

    internal static WorkbookProblem IsTooLarge(string what) => new(TooLarge, $"The file is too large: {what}. Split it and import the parts.");

    /// <summary>What the libraries below throw at bytes that are not what they claim to be.</summary>
    internal static bool IsFault(Exception e) =>
        e is System.Xml.XmlException or InvalidDataException or EndOfStreamException or NotSupportedException or ArgumentException or OverflowException;
}
