using Karelia.Crm.Documents;

namespace Karelia.Crm.Consent.Notice;

/// <summary>Tietosuojaseloste (GDPR art. 13-14): sixteen sections. Without number it is not published.</summary>
internal sealed record PrivacyNotice(string Language, int? Number, DateTimeOffset? PublishedAt, string Title, IReadOnlyList<NoticeSection> Sections)
{
    public static readonly string[] Languages = ["fi", "en"];

    /// <summary>Until the first version is published the notice is shown as what it is: a draft.</summary>
    public Document AsDocument() => new(Number is null ? $"{Title} ({(Language == "fi" ? "luonnos" : "draft")})" : Title, Language, [.. Sections.SelectMany(section => section.AsBlocks())]);

    /// <summary>What is said now and was not before, and the other way round, by section.</summary>
    public IReadOnlyList<NoticeChange> Since(PrivacyNotice? before)
    {
        var old = before?.Sections.ToDictionary(section => section.Number, section => section.Lines().ToList()) ?? [];
        return [.. Sections.Select(section => (section, Now: section.Lines().ToList(), Was: old.GetValueOrDefault(section.Number, [])))
            .Select(s => new NoticeChange(s.section.Number, s.section.Title, [.. s.Now.Except(s.Was)], [.. s.Was.Except(s.Now)]))
            .Where(change => change.Added.Count + change.Removed.Count > 0)];
    }
}

internal sealed record NoticeSection(int Number, string Title, IReadOnlyList<NoticeBlock> Blocks)
{
    public IEnumerable<string> Lines() => Blocks.SelectMany(block => block.Heading.Length > 0 ? block.Lines.Prepend(block.Heading) : block.Lines);

    public IEnumerable<Block> AsBlocks()
    {
        yield return new Heading($"{Number}. {Title}");
        foreach (var block in Blocks)
        {
            if (block.Heading.Length > 0)
                yield return new Heading(block.Heading, 3);
            if (block.IsList)
                yield return new Points(block.Lines);
            else
                foreach (var line in block.Lines)
                    yield return new Paragraph(line);
        }
    }
}

/// <summary>Lines under a heading, which may be empty; as points or as text.</summary>
internal sealed record NoticeBlock(string Heading, bool IsList, IReadOnlyList<string> Lines);

/// <summary>What changed in a section.</summary>
internal sealed record NoticeChange(int Section, string Title, IReadOnlyList<string> Added, IReadOnlyList<string> Removed);

/// <summary>A document as the file that a browser downloads.</summary>
internal static class Printed
{
    public static IResult Of(Document document, string fileName)
    {
        using var file = new MemoryStream();
        Pdf.Write(document, file);
        return Results.Bytes(file.ToArray(), Pdf.ContentType, fileName);
    }
}
