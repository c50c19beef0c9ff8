using System.Security;

namespace Karelia.Crm.Spreadsheets;

/// <summary>The parts of a written workbook that do not depend on its rows.</summary>
internal static class WorkbookParts
{
    const string Xml = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>""", Schemas = "http://schemas.openxmlformats.org",
        Main = Schemas + "/spreadsheetml/2006/main", Office = Schemas + "/officeDocument/2006/relationships", Sheet = "application/vnd.openxmlformats-officedocument.spreadsheetml";

    public static (string Name, string Content)[] All(string sheetName) =>
    [
        ("[Content_Types].xml", $"""
            {Xml}<Types xmlns="{Schemas}/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="{Sheet}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="{Sheet}.styles+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="{Sheet}.worksheet+xml"/></Types>
            """),
        ("_rels/.rels", $"""{Xml}<Relationships xmlns="{Schemas}/package/2006/relationships"><Relationship Id="rId1" Type="{Office}/officeDocument" Target="xl/workbook.xml"/></Relationships>"""),
        ("xl/workbook.xml", $"""{Xml}<workbook xmlns="{Main}" xmlns:r="{Office}"><sheets><sheet name="{SecurityElement.Escape(SheetName(sheetName))}" sheetId="1" r:id="rId1"/></sheets></workbook>"""),
        ("xl/_rels/workbook.xml.rels", $"""{Xml}<Relationships xmlns="{Schemas}/package/2006/relationships"><Relationship Id="rId1" Type="{Office}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="{Office}/styles" Target="styles.xml"/></Relationships>"""),
        ("xl/styles.xml", $"""{Xml}<styleSheet xmlns="{Main}">{Styles}</styleSheet>"""),
    ];

    public static string SheetStart(string columns) =>
        $"""{Xml}<worksheet xmlns="{Main}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>{columns}</cols><sheetData>""";

    /// <summary>At most 31 characters, without those that Excel refuses in the name of a sheet.</summary>
    public static string SheetName(string name)
    {
        var allowed = string.Concat(Texts.Clean(name).Where(c => c >= ' ' && !@"[]:*?/\".Contains(c, StringComparison.Ordinal))).Trim(' ', '\'');
        return allowed.Length == 0 ? "Sheet1" : Texts.Cut(allowed, 31).TrimEnd(' ', '\'');
    }

    // Cell formats: 0 none, 1 heading, 2 text, 3 text that looks like a formula (the prefix keeps it text when somebody edits it), 4 and 5 the same two marked.
    const string Styles = """
        <fonts count="2"><font><sz val="11"/><name val="Calibri"/><family val="2"/></font><font><b/><sz val="11"/><name val="Calibri"/><family val="2"/></font></fonts>
        <fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFFFF2CC"/><bgColor indexed="64"/></patternFill></fill></fills>
        <borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>
        <cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>
        <cellXfs count="6">
        <xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>
        <xf numFmtId="49" fontId="1" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1"/>
        <xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>
        <xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" quotePrefix="1" applyNumberFormat="1"/>
        <xf numFmtId="49" fontId="0" fillId="2" borderId="0" xfId="0" applyNumberFormat="1" applyFill="1"/>
        <xf numFmtId="49" fontId="0" fillId="2" borderId="0" xfId="0" quotePrefix="1" applyNumberFormat="1" applyFill="1"/>
        </cellXfs>
        <cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>
        """;
}
