using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace Karelia.Crm.Documents;

/// <summary>A document as HTML that a screen reader can read: its language, headings in order, tables with scopes. It asks for nothing from elsewhere.</summary>
public static class Html
{
    private const string Style = """
        body{font:1rem/1.5 "Liberation Sans",Arial,sans-serif;max-width:60rem;margin:0 auto;padding:1rem;color:#1a1a1a;background:#fff}
        h1{font-size:1.75rem;line-height:1.2}h2{font-size:1.25rem;margin-top:2rem}h3{font-size:1.05rem}p{white-space:pre-line}
        dl{display:grid;grid-template-columns:minmax(8rem,1fr) 2fr;gap:.25rem 1rem}dt{font-weight:700}dd{margin:0;overflow-wrap:anywhere;white-space:pre-line}
        .wide{overflow-x:auto}table{border-collapse:collapse;width:100%}caption{text-align:left;font-weight:700;padding:.25rem 0}
        th,td{border:1px solid #8a8a8a;padding:.25rem .5rem;text-align:left;vertical-align:top}th{background:#eef1f4}
        @media(max-width:40rem){dl{grid-template-columns:1fr}dd{margin-bottom:.5rem}}
        @media(prefers-color-scheme:dark){body{color:#eee;background:#1b1b1b}th{background:#2c3238}}
        """;

    private static readonly HtmlEncoder encoder = HtmlEncoder.Create(UnicodeRanges.All);

    /// <summary>A page of its own, for a file.</summary>
    public static string Of(Document document) =>
        $"""
        <!doctype html>
        <html lang="{Text(document.Language)}">
        <head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>{Text(document.Title)}</title>
        <style>{Style}</style></head>
        <body><main><h1>{Text(document.Title)}</h1>
        {Body(document)}</main></body>
        </html>

        """;

    /// <summary>What stands below the title, for a page that has a frame already.</summary>
    public static string Body(Document document)
    {
        var html = new StringBuilder();
        foreach (var block in document.Blocks)
            Write(html, block);
        return html.ToString();
    }

    private static void Write(StringBuilder html, Block block)
    {
        switch (block)
        {
            case Heading { Level: var level } heading:
                html.Append(CultureInfo.InvariantCulture, $"<h{level}>{Text(heading.Text)}</h{level}>\n");
                break;
            case Paragraph paragraph:
                html.Append("<p>").Append(Text(paragraph.Text)).Append("</p>\n");
                break;
            case Points points:
                html.Append("<ul>").AppendJoin("", points.Items.Select(item => $"<li>{Text(item)}</li>")).Append("</ul>\n");
                break;
            case Facts facts:
                html.Append("<dl>").AppendJoin("", facts.Items.Select(fact => $"<dt>{Text(fact.Label)}</dt><dd>{Value(fact.Value)}</dd>")).Append("</dl>\n");
                break;
            case Table table:
                Write(html, table);
                break;
        }
    }

    /// <summary>A wide table scrolls within itself, by keyboard too.</summary>
    private static void Write(StringBuilder html, Table table)
    {
        var caption = Text(table.Caption);
        html.Append(CultureInfo.InvariantCulture, $"<div class=\"wide\" role=\"region\" aria-label=\"{caption}\" tabindex=\"0\"><table><caption>{caption}</caption>\n<thead><tr>")
            .AppendJoin("", table.Headings.Select(heading => $"<th scope=\"col\">{Text(heading)}</th>")).Append("</tr></thead>\n<tbody>\n");
        foreach (var row in table.Rows)
        {
            html.Append("<tr>");
            for (var i = 0; i < row.Count; i++)
                html.Append(i == 0 ? "<th scope=\"row\">" : "<td>").Append(Value(row[i])).Append(i == 0 ? "</th>" : "</td>");
            html.Append("</tr>\n");
        }

        html.Append("</tbody></table></div>\n");
    }

    private static string Text(string text) => encoder.Encode(text);

    private static string Value(string? text) => string.IsNullOrEmpty(text) ? "–" : Text(text);
}
