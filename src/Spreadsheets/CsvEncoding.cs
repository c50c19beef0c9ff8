using System.Text;

namespace Karelia.Crm.Spreadsheets;

/// <summary>CSV does not say how its letters are written: a byte order mark does, else the bytes give it away.</summary>
internal static class CsvEncoding
{
    static readonly Encoding Strict8 = new UTF8Encoding(false, true);
    static readonly Encoding Windows1252 = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    static readonly string[] Known = ["<!doctype", "<html", "<?xml", "%pdf", "{\\rtf"];

    public static Encoding Of(Stream file)
    {
        var buffer = new byte[32 << 10];
        file.Position = 0;
        ReadOnlySpan<byte> head = buffer.AsSpan(0, file.ReadAtLeast(buffer, 4096, throwOnEndOfStream: false));
        if (head.StartsWith<byte>([0xFF, 0xFE])) return Encoding.Unicode;
        if (head.StartsWith<byte>([0xFE, 0xFF])) return Encoding.BigEndianUnicode;
        if (WithoutMark16(head) is { } wide) return wide;
        if (head.ContainsAnyInRange((byte)0, (byte)8) || head.ContainsAnyInRange((byte)14, (byte)31) || IsKnown(head)) throw NotATable();
        file.Position = 0;
        var (decoder, chars) = (Strict8.GetDecoder(), new char[buffer.Length]);
        try
        {
            for (int read; (read = file.Read(buffer)) > 0;)
                if (buffer.AsSpan(0, read).Contains((byte)0)) throw NotATable();
                else decoder.GetChars(buffer.AsSpan(0, read), chars, flush: false);
            decoder.GetChars([], chars, flush: true);
            return Strict8;
        }
        catch (DecoderFallbackException)
        {
            return Windows1252;
        }
    }

    // Latin letters in UTF-16 leave every other byte empty; control characters are no letters.
    static Encoding? WithoutMark16(ReadOnlySpan<byte> head)
    {
        int even = 0, odd = 0;
        for (var i = 0; i + 1 < head.Length; i += 2)
        {
            if (head[i] == 0) even++;
            if (head[i + 1] == 0) odd++;
            if (head[i] + head[i + 1] is > 0 and < 9) return null;
        }
        var many = head.Length / 5;
        return odd > many && even == 0 ? Encoding.Unicode : even > many && odd == 0 ? Encoding.BigEndianUnicode : null;
    }

    static bool IsKnown(ReadOnlySpan<byte> head)
    {
        var start = Encoding.Latin1.GetString(head[..Math.Min(head.Length, 32)]).TrimStart('\u00EF', '\u00BB', '\u00BF', ' ', '\r', '\n');
        return Known.Any(known => start.StartsWith(known, StringComparison.OrdinalIgnoreCase));
    }

    static WorkbookProblem NotATable() => new(WorkbookProblem.Unknown, "The file is neither an Excel workbook nor a CSV file. Choose an .xlsx or a .csv file.");
}
