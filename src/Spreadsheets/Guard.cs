namespace Karelia.Crm.Spreadsheets;

/// <summary>Stands between a stranger's workbook and a library that trusts it.</summary>
public static class Guard
{
    /// <summary>Unpacks the whole package within the limits, in constant memory, and reads each sheet of it. <see cref="Workbook.Open"/> needs no guard before it.</summary>
    /// <exception cref="WorkbookProblem">The workbook is broken, hostile or too large.</exception>
    public static void Check(Stream xlsx, Limits limits)
    {
        try
        {
            if (!Workbook.IsZip(xlsx)) throw WorkbookProblem.IsBroken("it is no Excel file");
            using (var package = new Package(xlsx, limits))
                foreach (var part in package.Parts) Unpack(package, part);
            using var book = new Book(xlsx, limits);
            if (book.Sheets.Count == 0) throw new WorkbookProblem(WorkbookProblem.Empty, "The workbook has no sheet.");
            foreach (var (part, _) in book.Sheets)
                using (var rows = new XlsxReader(book, part))
                    while (rows.Read()) { }
        }
        catch (Exception e) when (WorkbookProblem.IsFault(e))
        {
            throw WorkbookProblem.IsBroken("it cannot be opened", e);
        }
    }

    static void Unpack(Package package, string part)
    {
        if (part.EndsWith(".xml", StringComparison.OrdinalIgnoreCase))
        {
            using var xml = package.Open(part);
            while (xml.Read()) { }
            return;
        }
        using var bytes = package.OpenRaw(part);
        var buffer = new byte[64 << 10];
        for (int read; (read = bytes.Read(buffer)) > 0;) package.Inflated(read);
    }
}
