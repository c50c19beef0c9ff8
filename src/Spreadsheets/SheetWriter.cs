using System.Buffers;
using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace Karelia.Crm.Spreadsheets;

/// <summary>Writes a workbook of one sheet row by row: text cells only, and they stay text whatever they look like; bold frozen headings, filter arrows,
/// column widths from the first rows. The output need not seek; nothing but a small buffer is kept.</summary>
public sealed class SheetWriter : IDisposable
{
    const int LastRow = 1_048_576, LastColumn = 16_384, RowsForWidths = 200, FlushAt = 64 << 10, HoldAtMost = 1 << 20;
    const int Heading = 1, Text = 2, Quoted = 3, MarkedBy = 2;
    static readonly SearchValues<char> NeedsCare = SearchValues.Create(['<', '>', '&', '_', .. Enumerable.Range(0, 32).Select(c => (char)c)]);

    readonly ZipArchive _zip;
    readonly ArrayBufferWriter<byte> _out = new(FlushAt * 2);
    readonly byte[][] _columns;
    readonly int[] _widths;
    readonly int _marked;
    Stream? _sheet;
    int _row;
    bool _complete;

    SheetWriter(Stream output, string sheetName, IReadOnlyList<string> headings, int marked)
    {
        if (headings.Count is 0 or > LastColumn) throw new ArgumentException("A sheet has 1 to 16,384 columns.", nameof(headings));
        (_marked, _widths) = (marked, new int[headings.Count]);
        _columns = [.. Enumerable.Range(0, headings.Count).Select(i => Encoding.ASCII.GetBytes(Letters(i)))];
        _zip = new ZipArchive(output, ZipArchiveMode.Create, leaveOpen: true);
        foreach (var (name, content) in WorkbookParts.All(sheetName))
            using (var part = _zip.CreateEntry(name, CompressionLevel.Fastest).Open()) part.Write(Encoding.UTF8.GetBytes(content));
        WriteRow([.. headings], heading: true);
    }

    /// <summary>Starts the workbook with its heading row. The stream is left open; of an HTTP response give <c>BodyWriter.AsStream()</c>, for writing is synchronous.</summary>
    public static SheetWriter Create(Stream output, string sheetName, IReadOnlyList<string> headings) => new(output, sheetName, headings, -1);

    /// <summary>The same with one column on a coloured ground.</summary>
    internal static SheetWriter Create(Stream output, string sheetName, IReadOnlyList<string> headings, int marked) => new(output, sheetName, headings, marked);

    /// <summary>Writes the next row; null and empty cells stay empty.</summary>
    public void Write(params ReadOnlySpan<string?> cells) => WriteRow(cells, heading: false);

    /// <summary>Ends the workbook. Without it the file is broken, so that a half written one is never taken for whole.</summary>
    public void Complete()
    {
        if (_complete) return;
        StartSheet();
        Put("</sheetData><autoFilter ref=\"A1:"u8);
        Put(_columns[^1]);
        Put(_row);
        Put("\"/></worksheet>"u8);
        Flush();
        _sheet!.Dispose();
        _zip.Dispose();
        _complete = true;
    }

    /// <summary>Lets go of what was not completed.</summary>
    public void Dispose()
    {
        // Closing the archive would make a torso look whole, and nothing in it holds more than memory.
    }

    internal static string Letters(int column) => column < 26 ? $"{(char)('A' + column)}" : Letters(column / 26 - 1) + (char)('A' + column % 26);

    /// <summary>Whether a program that opens the cell might calculate it.</summary>
    internal static bool LooksLikeFormula(string text) => text[0] is '=' or '+' or '-' or '@' or '\t' or '\r';

    void WriteRow(ReadOnlySpan<string?> cells, bool heading)
    {
        ObjectDisposedException.ThrowIf(_complete, this);
        if (cells.Length > _columns.Length) throw new ArgumentException("A row has more cells than there are headings.", nameof(cells));
        if (++_row > LastRow) throw WorkbookProblem.IsTooLarge($"a sheet has {LastRow} rows at most");
        Put("<row r=\""u8);
        Put(_row);
        Put("\">"u8);
        for (var i = 0; i < cells.Length; i++)
            if (!string.IsNullOrEmpty(cells[i]) && Texts.Clean(cells[i]!) is { Length: > 0 } text)
            {
                var style = heading ? Heading : (LooksLikeFormula(text) ? Quoted : Text) + (i == _marked ? MarkedBy : 0);
                PutCell(i, text, style);
                if (_sheet is null) _widths[i] = Math.Max(_widths[i], text.Length);
            }
        Put("</row>"u8);
        if (_out.WrittenCount < (_sheet is null && _row < RowsForWidths ? HoldAtMost : FlushAt)) return;
        StartSheet();
        Flush();
    }

    void PutCell(int column, string text, int style)
    {
        Put("<c r=\""u8);
        Put(_columns[column]);
        Put(_row);
        Put("\" s=\""u8);
        Put(style);
        Put("\" t=\"inlineStr\"><is>"u8);
        Put(char.IsWhiteSpace(text[0]) || char.IsWhiteSpace(text[^1]) ? "<t xml:space=\"preserve\">"u8 : "<t>"u8);
        var rest = text.AsSpan();
        for (int at; (at = rest.IndexOfAny(NeedsCare)) >= 0; rest = rest[(at + 1)..])
        {
            Encoding.UTF8.GetBytes(rest[..at], _out);
            switch (rest[at])
            {
                case '<': Put("&lt;"u8); break;
                case '>': Put("&gt;"u8); break;
                case '&': Put("&amp;"u8); break;
                case '\r': Put("_x000D_"u8); break;
                case '_' when Texts.IsEscape(rest[at..]): Put("_x005F_"u8); break;
                case var plain: Put([(byte)plain]); break;
            }
        }
        Encoding.UTF8.GetBytes(rest, _out);
        Put("</t></is></c>"u8);
    }

    // Widths stand before the rows, so the first rows wait until they are known.
    void StartSheet()
    {
        if (_sheet is not null) return;
        _sheet = _zip.CreateEntry("xl/worksheets/sheet1.xml", CompressionLevel.Fastest).Open();
        var columns = _widths.Select((width, i) => string.Create(CultureInfo.InvariantCulture,
            $"<col min=\"{i + 1}\" max=\"{i + 1}\" width=\"{WidthOf(width)}\" style=\"{Text}\" customWidth=\"1\"/>"));
        _sheet.Write(Encoding.UTF8.GetBytes(WorkbookParts.SheetStart(string.Concat(columns))));
    }

    /// <summary>The width of a column, from the longest text in it: readable, and never a screen wide.</summary>
    internal static int WidthOf(int characters) => Math.Clamp(characters + 3, 10, 60);

    void Flush()
    {
        _sheet!.Write(_out.WrittenSpan);
        _out.ResetWrittenCount();
    }

    void Put(ReadOnlySpan<byte> bytes) => _out.Write(bytes);

    void Put(int number)
    {
        number.TryFormat(_out.GetSpan(11), out var written, provider: CultureInfo.InvariantCulture);
        _out.Advance(written);
    }
}
