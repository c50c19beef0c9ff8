using System.Text;

namespace Karelia.Crm.Spreadsheets;

/// <summary>A table that came from outside: an .xlsx workbook or a CSV file.</summary>
public static class Workbook
{
    /// <summary>Opens the first visible sheet for reading. What the file is shows in its bytes, not in its name; a file named as a workbook must be one.
    /// Everything that <see cref="Guard"/> checks is checked here and while rows are read, so that a file is unpacked once.</summary>
    /// <param name="file">Seekable; left open.</param>
    /// <param name="fileName">As the person named it.</param>
    /// <param name="limits">The default ones when left out.</param>
    /// <exception cref="WorkbookProblem">The file cannot be read as a table.</exception>
    public static SheetReader Open(Stream file, string fileName, Limits? limits = null)
    {
        limits ??= Limits.Default;
        SheetReader? reader = null;
        try
        {
            if (IsZip(file)) reader = OpenSheet(new Book(file, limits));
            else if (Path.GetExtension(fileName).StartsWith(".xl", StringComparison.OrdinalIgnoreCase))
                throw WorkbookProblem.IsBroken("it has an Excel file's name, but it is none");
            else reader = CsvReader.Open(file, limits);
            return reader.WithFirstRow();
        }
        catch (Exception e)
        {
            reader?.Dispose();
            if (WorkbookProblem.IsFault(e)) throw WorkbookProblem.IsBroken("it cannot be opened", e);
            throw;
        }
    }

    /// <summary>Whether the file is a zip package; the formats that are recognised and not read are told by name.</summary>
    internal static bool IsZip(Stream file)
    {
        if (!file.CanSeek) throw new InvalidOperationException("A workbook is read from a stream that can seek.");
        if (file.Length == 0) throw new WorkbookProblem(WorkbookProblem.Empty, "The file is empty.");
        file.Position = 0;
        Span<byte> head = stackalloc byte[8];
        head = head[..file.ReadAtLeast(head, 8, throwOnEndOfStream: false)];
        file.Position = 0;
        if (head.StartsWith("PK\u0003\u0004"u8) || head.StartsWith("PK\u0005\u0006"u8)) return true;
        if (!head.SequenceEqual<byte>([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1])) return false;
        throw Mentions(file, "EncryptedPackage")
            ? new WorkbookProblem(WorkbookProblem.Encrypted, "The workbook is protected with a password. Save it without one and try again.")
            : new WorkbookProblem(WorkbookProblem.OldFormat, "The workbook is in Excel's old format (.xls). Save it as .xlsx and try again.");
    }

    static XlsxReader OpenSheet(Book book)
    {
        try
        {
            var sheet = book.Sheets.FirstOrDefault(s => s.Visible).Part;
            return sheet is null ? throw new WorkbookProblem(WorkbookProblem.Empty, "The workbook has no visible sheet.") : new XlsxReader(book, sheet, book);
        }
        catch
        {
            book.Dispose();
            throw;
        }
    }

    // The streams of an old compound file are named in UTF-16.
    static bool Mentions(Stream file, string name)
    {
        var sought = Encoding.Unicode.GetBytes(name);
        var buffer = new byte[64 << 10];
        for (int kept = 0, read; (read = file.Read(buffer, kept, buffer.Length - kept)) > 0;)
        {
            var seen = buffer.AsSpan(0, kept + read);
            if (seen.IndexOf(sought) >= 0) return true;
            kept = Math.Min(sought.Length - 1, seen.Length);
            seen[^kept..].CopyTo(buffer);
        }
        return false;
    }
}
