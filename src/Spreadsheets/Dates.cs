using System.Globalization;

namespace Karelia.Crm.Spreadsheets;

/// <summary>Which numbers of a workbook are dates, and which dates they are.</summary>
internal sealed class Dates
{
    const double DaysBetweenSystems = 1462, LastDay = 2_958_466;
    readonly List<bool> _styles = [];
    readonly bool _from1904;

    public Dates(Package package, string? stylesPart, bool from1904)
    {
        _from1904 = from1904;
        if (stylesPart is null || !package.Has(stylesPart)) return;
        using var xml = package.Open(stylesPart);
        var custom = new Dictionary<int, bool>();
        var inCells = false;
        while (xml.Read())
        {
            var node = xml.Node;
            if (node.LocalName == "cellXfs") inCells = node.NodeType == System.Xml.XmlNodeType.Element && !node.IsEmptyElement;
            if (node.NodeType != System.Xml.XmlNodeType.Element) continue;
            if (node.LocalName == "numFmt" && int.TryParse(node.GetAttribute("numFmtId"), CultureInfo.InvariantCulture, out var id))
                custom[id] = IsDate(node.GetAttribute("formatCode") ?? "");
            else if (node.LocalName == "xf" && inCells)
                _styles.Add(int.TryParse(node.GetAttribute("numFmtId"), CultureInfo.InvariantCulture, out var format)
                    && (custom.TryGetValue(format, out var date) ? date : IsBuiltIn(format)));
            if (_styles.Count > 65_536 || custom.Count > 65_536) throw WorkbookProblem.IsTooLarge("more than 65,536 cell formats");
        }
    }

    public bool IsDate(int style) => (uint)style < (uint)_styles.Count && _styles[style];

    /// <summary>The cell of a number that is shown as a date; a number that no calendar has stays a number.</summary>
    public Cell Of(double serial)
    {
        var day = _from1904 ? serial + DaysBetweenSystems : serial is >= 1 and < 60 ? serial + 1 : serial; // the 1900 system has a 29 February that never was
        if (serial is > 0 and < 1) return Cell.OfText(DateTime.FromOADate(serial).ToString("HH:mm:ss", CultureInfo.InvariantCulture));
        return day is >= 1 and < LastDay ? Of(Seconds(DateTime.FromOADate(day)), serial) : new Cell(CellKind.Number, Numbers.Text(serial), serial);
    }

    public static Cell Of(DateTime date, double serial) => new(CellKind.Date,
        date.ToString(date.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd" : "yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture), serial, date);

    // Fractions of a day are rarely exact: 10:41:05 may be stored as 10:41:04.999.
    static DateTime Seconds(DateTime date) => date.Ticks > DateTime.MaxValue.Ticks - TimeSpan.TicksPerSecond ? date
        : new((date.Ticks + TimeSpan.TicksPerSecond / 2) / TimeSpan.TicksPerSecond * TimeSpan.TicksPerSecond);

    static bool IsBuiltIn(int format) => format is >= 14 and <= 22 or >= 27 and <= 36 or >= 45 and <= 47 or >= 50 and <= 58;

    /// <summary>A format with d, m, y, h or s outside quotes, escapes, fillers and brackets; [h], [mm], [ss] count.</summary>
    internal static bool IsDate(string format)
    {
        for (var i = 0; i < format.Length; i++)
            switch (format[i])
            {
                case ';': return false;
                case '\\' or '_' or '*': i++; break;
                case '"':
                    if ((i = format.IndexOf('"', i + 1)) < 0) return false;
                    break;
                case '[':
                    var end = format.IndexOf(']', i);
                    if (end < 0) return false;
                    if (end > i + 1 && format[(i + 1)..end].All("hmsHMS".Contains)) return true;
                    i = end;
                    break;
                case 'd' or 'm' or 'y' or 'h' or 's' or 'D' or 'M' or 'Y' or 'H' or 'S': return true;
                case 'G' or 'g' when format.AsSpan(i).StartsWith("general", StringComparison.OrdinalIgnoreCase): i += 6; break;
            }
        return false;
    }
}
