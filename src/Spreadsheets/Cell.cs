namespace Karelia.Crm.Spreadsheets;

/// <summary>What a cell holds.</summary>
public enum CellKind
{
    /// <summary>Nothing.</summary>
    Empty,
    /// <summary>Text; every value of a CSV file is text.</summary>
    Text,
    /// <summary>A number.</summary>
    Number,
    /// <summary>A number that the workbook shows as a date.</summary>
    Date,
    /// <summary>TRUE or FALSE.</summary>
    Boolean,
    /// <summary>A formula saved without its result: nobody knows what the cell showed.</summary>
    FormulaWithoutValue,
    /// <summary>An error such as #N/A.</summary>
    Error,
}

/// <summary>One cell. <paramref name="Text"/> is never null: numbers are written invariantly (whole ones without decimals),
/// dates as <c>yyyy-MM-dd</c> or <c>yyyy-MM-dd HH:mm:ss</c>, a time alone is text <c>HH:mm:ss</c>, booleans TRUE or FALSE.</summary>
/// <param name="Kind">What it holds.</param>
/// <param name="Text">The value as text.</param>
/// <param name="Number">The number; of a date its serial number.</param>
/// <param name="Date">The date, by the workbook's own 1900 or 1904 system.</param>
public readonly record struct Cell(CellKind Kind, string Text, double Number = 0, DateTime? Date = null)
{
    internal static readonly Cell Nothing = new(CellKind.Empty, "");

    internal static Cell OfText(string text) => text.Length == 0 ? Nothing : new(CellKind.Text, text);
}
