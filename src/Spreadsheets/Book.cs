using System.Xml;

namespace Karelia.Crm.Spreadsheets;

/// <summary>A workbook's own part: its sheets, its date system, where its texts and styles are.</summary>
internal sealed class Book : IDisposable
{
    readonly string? _textsPart;

    public Book(Stream file, Limits limits)
    {
        Limits = limits;
        Package = new Package(file, limits);
        try
        {
            var part = Package.LinksOf("").Values.FirstOrDefault(l => l.Type == "officeDocument").Part;
            if (part is null || !Package.Has(part)) throw NotAWorkbook();
            if (part.EndsWith(".bin", StringComparison.OrdinalIgnoreCase))
                throw new WorkbookProblem(WorkbookProblem.OldFormat, "The workbook is in the binary format (.xlsb). Save it as .xlsx and try again.");
            var links = Package.LinksOf(part);
            string? Linked(string type) => links.Values.FirstOrDefault(l => l.Type == type).Part;
            _textsPart = Linked("sharedStrings");
            var from1904 = false;
            using (var xml = Package.Open(part))
                while (xml.Read())
                {
                    if (xml.Node.NodeType != XmlNodeType.Element) continue;
                    switch (xml.Node.Depth, xml.Node.LocalName) // extensions use the same names further down
                    {
                        case (0, not "workbook"): throw NotAWorkbook();
                        case (1, "workbookPr"): from1904 = xml.Node.GetAttribute("date1904") is "1" or "true"; break;
                        case (2, "sheet"): AddSheet(xml.Node, links); break;
                    }
                }
            Dates = new Dates(Package, Linked("styles"), from1904);
        }
        catch
        {
            Package.Dispose();
            throw;
        }
    }

    public Package Package { get; }

    public Limits Limits { get; }

    public Dates Dates { get; }

    /// <summary>Loaded when the first cell refers to one.</summary>
    public SharedStrings Texts => field ??= new SharedStrings(Package, _textsPart, Limits);

    /// <summary>The parts of the worksheets, and whether a person sees them.</summary>
    public List<(string Part, bool Visible)> Sheets { get; } = [];

    public void Dispose() => Package.Dispose();

    static WorkbookProblem NotAWorkbook() => new(WorkbookProblem.Unknown, "The file is not an Excel workbook. Choose an .xlsx or a .csv file.");

    void AddSheet(XmlReader node, Dictionary<string, (string Type, string Part)> links)
    {
        string? id = null;
        var visible = true;
        while (node.MoveToNextAttribute())
            if (node.LocalName == "id" && node.NamespaceURI.EndsWith("/relationships", StringComparison.Ordinal)) id = node.Value;
            else if (node.LocalName == "state") visible = node.Value == "visible";
        if (id is null || !links.TryGetValue(id, out var link)) throw WorkbookProblem.IsBroken("a sheet of it is missing");
        if (link.Type == "worksheet") Sheets.Add((link.Part, visible)); // a chart can be a sheet too
    }
}
