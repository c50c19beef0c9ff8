using System.Buffers;
using System.Text;

namespace Karelia.Crm.Spreadsheets;

/// <summary>The records of a CSV file: quoted fields may hold delimiters, quotes (doubled) and line breaks.</summary>
internal sealed class CsvReader : SheetReader
{
    const int SampleChars = 64 << 10, SampleRecords = 50;
    static readonly char[] Delimiters = [';', ',', '\t'];
    readonly TextReader _text;
    readonly char _delimiter;
    readonly SearchValues<char> _ends;
    readonly StringBuilder _field = new();
    readonly int _longest;
    readonly char[] _buffer = new char[16 << 10];
    int _at, _length, _fields;

    CsvReader(TextReader text, char delimiter, Limits limits) : base(limits)
    {
        (_text, _delimiter, _longest) = (text, delimiter, limits.TextLength);
        _ends = SearchValues.Create([delimiter, '\r', '\n']);
    }

    public static CsvReader Open(Stream file, Limits limits)
    {
        if (file.Length > limits.InflatedBytes) throw WorkbookProblem.IsTooLarge($"over {limits.InflatedBytes >> 20} MB");
        var encoding = CsvEncoding.Of(file);
        StreamReader Text() { file.Position = 0; return new StreamReader(file, encoding, true, 32 << 10, leaveOpen: true); }
        using var sample = Text();
        var chars = new char[SampleChars];
        var start = new string(chars, 0, sample.ReadBlock(chars));
        return new CsvReader(Text(), Delimiters.MaxBy(d => Fields(start, d, limits)), limits);
    }

    private protected override bool ReadRow()
    {
        if (Peek() < 0) return false;
        Line++;
        for (var column = 0; ; column++)
        {
            CountCell();
            var text = ReadField();
            Set(column, Cell.OfText(text.Contains('\0') ? text.Replace("\0", "", StringComparison.Ordinal) : text)); // PostgreSQL has no place for it
            var end = Peek();
            _at++;
            if (end == _delimiter) continue;
            if (end == '\r' && Peek() == '\n') _at++;
            _fields = column + 1;
            return true;
        }
    }

    private protected override void Close() => _text.Dispose();

    int Peek()
    {
        if (_at < _length) return _buffer[_at];
        (_at, _length) = (0, _text.ReadBlock(_buffer));
        return _length == 0 ? -1 : _buffer[0];
    }

    string ReadField()
    {
        _field.Clear();
        if (Peek() == '"') ReadQuoted();
        while (Peek() >= 0)
        {
            var rest = _buffer.AsSpan(_at.._length);
            var end = rest.IndexOfAny(_ends);
            if (end >= 0 && _field.Length == 0)
            {
                _at += end;
                return new string(rest[..end]);
            }
            Append(end < 0 ? rest : rest[..end]);
            if (end >= 0) break;
        }
        return _field.ToString();
    }

    void ReadQuoted()
    {
        _at++;
        while (Peek() >= 0)
        {
            var rest = _buffer.AsSpan(_at.._length);
            var quote = rest.IndexOf('"');
            Append(quote < 0 ? rest : rest[..quote]);
            if (quote < 0) continue;
            _at++;
            if (Peek() != '"') return;
            Append("\"");
        }
        throw WorkbookProblem.IsBroken($"a quotation mark on row {Line} has no pair");
    }

    void Append(ReadOnlySpan<char> text)
    {
        _at += text.Length;
        if (_field.Append(text).Length > _longest) throw WorkbookProblem.IsTooLarge($"more than {_longest} characters in one cell, on row {Line}");
    }

    // The delimiter that splits every record, and the most; a heading may hold any of them.
    static (int, int) Fields(string start, char delimiter, Limits limits)
    {
        using var records = new CsvReader(new StringReader(start), delimiter, limits);
        var (fewest, most) = (int.MaxValue, 0);
        try
        {
            while (records.Line < SampleRecords && records.ReadRow())
            {
                if (fewest != int.MaxValue && start.Length == SampleChars && records.Peek() < 0) break; // cut short by the sample's end
                (fewest, most) = (Math.Min(fewest, records._fields), Math.Max(most, records._fields));
            }
        }
        catch (WorkbookProblem) { }
        return (fewest, most);
    }
}
