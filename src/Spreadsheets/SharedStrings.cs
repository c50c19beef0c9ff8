using System.Text;

namespace Karelia.Crm.Spreadsheets;

/// <summary>The strings that cells refer to by number, packed: a million short ones take 30 MB instead of 70.</summary>
internal sealed class SharedStrings
{
    const int PageBits = 20;
    readonly List<byte[]> _pages = [];
    readonly List<(int Start, int Length)> _places = [];
    int _used = 1 << PageBits;

    public SharedStrings(Package package, string? part, Limits limits)
    {
        if (part is null || !package.Has(part)) return;
        using var xml = package.Open(part);
        while (xml.ReadTo("si"))
        {
            var text = Texts.Unescaped(xml.ReadRichText());
            if (text.Length > limits.TextLength) throw WorkbookProblem.IsTooLarge($"more than {limits.TextLength} characters in one cell");
            if (_places.Count >= limits.SharedStrings) throw WorkbookProblem.IsTooLarge($"more than {limits.SharedStrings} different texts");
            Add(text);
            if ((long)_pages.Count << PageBits > limits.SharedStringBytes) throw WorkbookProblem.IsTooLarge($"more than {limits.SharedStringBytes >> 20} MB of texts");
        }
    }

    public string this[string index]
    {
        get
        {
            if (!int.TryParse(index, System.Globalization.CultureInfo.InvariantCulture, out var i) || (uint)i >= (uint)_places.Count)
                throw WorkbookProblem.IsBroken("a cell refers to a text that is not there");
            var (start, length) = _places[i];
            return length == 0 ? "" : Encoding.UTF8.GetString(_pages[start >> PageBits], start & (1 << PageBits) - 1, length);
        }
    }

    void Add(string text)
    {
        var length = Encoding.UTF8.GetByteCount(text);
        if (_used + length > 1 << PageBits)
        {
            _pages.Add(new byte[Math.Max(1 << PageBits, length)]);
            _used = 0;
        }
        _places.Add(((_pages.Count - 1 << PageBits) + _used, length));
        _used += Encoding.UTF8.GetBytes(text, _pages[^1].AsSpan(_used));
    }
}
