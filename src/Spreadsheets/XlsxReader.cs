using System.Globalization;
using System.Xml;

namespace Karelia.Crm.Spreadsheets;

/// <summary>The rows of one worksheet, straight from its XML.</summary>
internal sealed class XlsxReader : SheetReader
{
    const int LastRow = 1_048_576, LastColumn = 16_384;
    readonly Func<SharedStrings> _loadTexts;
    readonly Dates _dates;
    readonly PartXml _xml;
    readonly IDisposable? _owner;
    readonly object _row, _c, _v, _f, _is, _r, _t, _s, _sheetData;
    SharedStrings? _texts;
    bool _inRows, _done;

    /// <param name="book">The book.</param>
    /// <param name="sheet">The worksheet's part.</param>
    /// <param name="owned">Closed with the reader.</param>
    public XlsxReader(Book book, string sheet, IDisposable? owned = null) : base(book.Limits)
    {
        (_loadTexts, _dates, _owner) = (() => book.Texts, book.Dates, owned);
        _xml = book.Package.Open(sheet);
        object Name(string name) => _xml.Names.Add(name);
        (_row, _c, _v, _f, _is, _r, _t, _s, _sheetData) = (Name("row"), Name("c"), Name("v"), Name("f"), Name("is"), Name("r"), Name("t"), Name("s"), Name("sheetData"));
    }

    private protected override bool ReadRow()
    {
        while (!_done && _xml.Read())
        {
            var node = _xml.Node;
            if (node.NodeType == XmlNodeType.Element)
            {
                if (Is(_sheetData)) _inRows = !node.IsEmptyElement;
                else if (_inRows && Is(_row))
                {
                    Number();
                    CountCell();
                    if (!node.IsEmptyElement) ReadCells();
                    return true;
                }
            }
            else if (node.NodeType == XmlNodeType.EndElement && Is(_sheetData)) break;
        }
        _done = true;
        return false;
    }

    private protected override void Close()
    {
        _xml.Dispose();
        _owner?.Dispose();
    }

    bool Is(object name) => ReferenceEquals(_xml.Node.LocalName, name);

    void Number()
    {
        var line = Line + 1;
        if (_xml.Node.GetAttribute("r") is { } number
            && (!int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out line) || line <= Line))
            throw WorkbookProblem.IsBroken($"its rows are not in order after row {Line}");
        Line = line <= LastRow ? line : throw WorkbookProblem.IsBroken("a row has a number that no sheet has");
    }

    void ReadCells()
    {
        var column = -1;
        while (_xml.Read())
        {
            var node = _xml.Node;
            if (node.NodeType == XmlNodeType.EndElement) { if (Is(_row)) return; }
            else if (node.NodeType == XmlNodeType.Element && Is(_c)) ReadCell(ref column);
        }
    }

    void ReadCell(ref int column)
    {
        CountCell();
        var node = _xml.Node;
        column++;
        string type = "n", text = "";
        int style = 0;
        bool formula = false, inline = false, valued = false, empty = node.IsEmptyElement;
        while (node.MoveToNextAttribute())
            if (Is(_r)) column = Column(node.Value);
            else if (Is(_t)) type = node.Value;
            else if (Is(_s) && !int.TryParse(node.Value, NumberStyles.None, CultureInfo.InvariantCulture, out style)) style = 0;
        if (column is < 0 or >= LastColumn) throw WorkbookProblem.IsBroken("a cell stands in a column that no sheet has");
        if (empty) return;
        while (_xml.Read() && !(node.NodeType == XmlNodeType.EndElement && Is(_c)))
        {
            if (node.NodeType != XmlNodeType.Element) continue;
            if (Is(_v)) (text, valued) = (_xml.ReadText(), true);
            else if (Is(_is)) (text, inline) = (_xml.ReadRichText(), true);
            else if (Is(_f)) { formula = true; _xml.PassOver(); }
            else _xml.PassOver();
        }
        Set(column, text.Length == 0
            ? formula && !(valued && type == "str") ? new Cell(CellKind.FormulaWithoutValue, "") : Cell.Nothing
            : inline ? Cell.OfText(Texts.Unescaped(text)) : Of(type, text, style));
    }

    Cell Of(string type, string text, int style)
    {
        switch (type)
        {
            case "s": return Cell.OfText((_texts ??= _loadTexts())[text]);
            case "str" or "inlineStr": return Cell.OfText(Texts.Unescaped(text));
            case "b": return text is "1" or "true" ? new Cell(CellKind.Boolean, "TRUE", 1) : new Cell(CellKind.Boolean, "FALSE");
            case "e": return new Cell(CellKind.Error, Texts.Unescaped(text));
            case "d" when DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var date):
                return Dates.Of(DateTime.SpecifyKind(date, DateTimeKind.Unspecified), 0);
            default:
                var number = Numbers.Of(text);
                return number.Kind == CellKind.Number && _dates.IsDate(style) ? _dates.Of(number.Number) : number;
        }
    }

    static int Column(string reference)
    {
        var column = 0;
        foreach (var c in reference)
            if (c is >= 'A' and <= 'Z' && column < LastColumn) column = column * 26 + (c - 'A' + 1);
            else if (c is >= '0' and <= '9' && column > 0) break;
            else throw WorkbookProblem.IsBroken("a cell stands in a column that no sheet has");
        return column - 1;
    }
}
