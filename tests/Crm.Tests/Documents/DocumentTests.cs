using Karelia.Crm.Documents;
using UglyToad.PdfPig;

namespace Karelia.Crm.Tests.Documents;

/// <summary>One document, as a file to print and as a page that a screen reader reads.</summary>
internal sealed class DocumentTests
{
    private static readonly Document letter = new("Tietonne: Äijö & Åke", "fi",
    [
        new Heading("Yhteystiedot"),
        new Facts([new("Sähköposti", "öljymäki@example.com"), new("Osoite", null)]),
        new Paragraph("Ensimmäinen rivi\nToinen rivi <b>ei lihava</b>"),
        new Points(["yksi", "kaksi"]),
        new Table("Luovutukset", ["Päivä", "Vastaanottaja"], [["23.11.2026", "Liana Mailer Oy"], ["24.11.2026", null]]),
    ]);

    [Test]
    public void Pdf_holds_every_word_with_its_finnish_letters()
    {
        using var pdf = Open(letter);

        var text = string.Join(' ', pdf.GetPages().SelectMany(page => page.GetWords()).Select(word => word.Text));
        foreach (var word in new[] { "Äijö", "Åke", "Sähköposti", "öljymäki@example.com", "Ensimmäinen", "Toinen", "kaksi", "Päivä", "Liana" })
            Assert.That(text, Does.Contain(word));
        Assert.That(pdf.Information.Title, Is.EqualTo(letter.Title));
    }

    [Test]
    public void A_long_table_goes_on_under_its_headings_and_each_page_has_its_number()
    {
        var rows = Enumerable.Range(1, 300).Select(i => (IReadOnlyList<string?>)[$"rivi{i}", new string('x', 60 + i % 90)]).ToList();
        using var pdf = Open(new("Pitkä", "fi", [new Table("Rivit", ["Numero", "Teksti"], rows)]));

        Assert.That(pdf.NumberOfPages, Is.GreaterThan(4));
        foreach (var page in pdf.GetPages())
        {
            var words = page.GetWords().Select(word => word.Text).ToList();
            Assert.That(words, Does.Contain("Numero"), $"page {page.Number}");
            Assert.That(words, Does.Contain(page.Number.ToString(System.Globalization.CultureInfo.InvariantCulture)), $"page {page.Number}");
        }

        var all = pdf.GetPages().SelectMany(page => page.GetWords()).Select(word => word.Text).ToHashSet();
        Assert.That(Enumerable.Range(1, 300).Select(i => $"rivi{i}"), Is.SubsetOf(all));
    }

    [Test]
    public void Nothing_in_a_text_breaks_the_file()
    {
        var odd = $"a\0b\u0007\t{new string('w', 5000)} 😀 \ud800 ‮ \r\n\r\n end";
        using var pdf = Open(new(odd, "en", [new Paragraph(odd), new Facts([new(odd, odd)]), new Table(odd, [odd], [[odd], [""]])]));

        Assert.That(pdf.NumberOfPages, Is.GreaterThan(1));
    }

    [Test]
    public void Html_says_its_language_and_what_its_cells_belong_to_and_markup_stays_text()
    {
        var html = Html.Of(letter);

        Assert.That(html, Does.StartWith("<!doctype html>").And.Contain("<html lang=\"fi\">").And.Contain("<h1>Tietonne: Äijö &amp; Åke</h1>"));
        Assert.That(html, Does.Contain("<th scope=\"col\">").And.Contain("<th scope=\"row\">23.11.2026</th>").And.Contain("<caption>Luovutukset</caption>"));
        Assert.That(html, Does.Contain("&lt;b&gt;ei lihava&lt;/b&gt;").And.Not.Contain("<b>").And.Not.Contain("<script").And.Not.Contain("http"));
    }

    private static PdfDocument Open(Document document)
    {
        var file = new MemoryStream();
        Pdf.Write(document, file);
        return PdfDocument.Open(file.ToArray());
    }
}
