namespace Karelia.Crm.Documents;

/// <summary>Something to read: a letter, a certificate, a person's data, a notice. Written once, shown as PDF or HTML.</summary>
/// <param name="Title">Its heading, and its name in a reader's window.</param>
/// <param name="Language">fi, sv or en: what a screen reader speaks.</param>
/// <param name="Blocks">What it says, in order.</param>
public sealed record Document(string Title, string Language, IReadOnlyList<Block> Blocks);

/// <summary>A part of a document.</summary>
public abstract record Block;

/// <summary>A heading; level 2 is a section, 3 a part of it.</summary>
public sealed record Heading(string Text, int Level = 2) : Block;

/// <summary>Running text; ends of lines stay.</summary>
public sealed record Paragraph(string Text) : Block;

/// <summary>A list of points.</summary>
public sealed record Points(IReadOnlyList<string> Items) : Block;

/// <summary>Names and what stands for them.</summary>
public sealed record Facts(IReadOnlyList<Fact> Items) : Block;

/// <summary>One name and what stands for it.</summary>
public sealed record Fact(string Label, string? Value);

/// <summary>Rows under headings; the caption says what they are.</summary>
public sealed record Table(string Caption, IReadOnlyList<string> Headings, IReadOnlyList<IReadOnlyList<string?>> Rows) : Block;
