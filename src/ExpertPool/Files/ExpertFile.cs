using System.IO.Compression;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Karelia.Crm.ExpertPool.Files;

/// <summary>A file that an expert gave, such as a CV. It lies in the database, so that it goes with the person, and leaves as an attachment only.</summary>
internal sealed class ExpertFile
{
    public const int MostBytes = 5 * 1024 * 1024;

    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid ContactId { get; init; }
    public required string Name { get; init; }

    /// <summary>What the bytes are, whatever the name said.</summary>
    public required string ContentType { get; init; }
    public int Size { get; init; }
    public DateTimeOffset AddedAt { get; init; }
}

/// <summary>The bytes, apart from the row that logs and packages copy. Written before it, and gone with it by a trigger (Sql/views.sql).</summary>
internal sealed class FileContent
{
    public Guid FileId { get; init; }
    public required byte[] Content { get; init; }
}

/// <summary>A file as it is shown.</summary>
internal sealed record ExpertFileLine(Guid Id, string Name, string ContentType, int Size, DateTimeOffset AddedAt);

/// <summary>The kinds of files that are taken, told by their bytes.</summary>
internal static class FileKinds
{
    private const string Word = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    private const string OpenText = "application/vnd.oasis.opendocument.text";

    /// <summary>The content type and the ending that go with the bytes; null when they are nothing that is taken. Macros are not.</summary>
    public static (string ContentType, string Ending)? Of(byte[] content)
    {
        if (content.AsSpan().StartsWith("%PDF-"u8))
            return ("application/pdf", ".pdf");
        if (!content.AsSpan().StartsWith("PK\u0003\u0004"u8))
            return null;
        try
        {
            using var package = new ZipArchive(new MemoryStream(content));
            var names = package.Entries.Select(entry => entry.FullName).ToHashSet(StringComparer.OrdinalIgnoreCase);
            if (names.Contains("word/document.xml") && names.Contains("[Content_Types].xml") && !names.Contains("word/vbaProject.bin"))
                return (Word, ".docx");
            return names.Contains("content.xml") && !names.Any(name => name.StartsWith("Basic/", StringComparison.OrdinalIgnoreCase) || name.StartsWith("Scripts/", StringComparison.OrdinalIgnoreCase)) && IsOpenText(package)
                ? (OpenText, ".odt")
                : null;
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    /// <summary>A name without folders and characters that file systems stumble over, with the ending that is true.</summary>
    public static string Name(string given, string ending)
    {
        var last = given.Split('/', '\\')[^1];
        var clean = string.Concat(last.Where(c => !char.IsControl(c) && !"<>:\"|?*".Contains(c, StringComparison.Ordinal))).Trim('.', ' ');
        var stem = clean.EndsWith(ending, StringComparison.OrdinalIgnoreCase) ? clean[..^ending.Length] : clean;
        return (stem.Length == 0 ? "cv" : stem.Length > 100 ? stem[..100] : stem) + ending;
    }

    private static bool IsOpenText(ZipArchive package)
    {
        if (package.GetEntry("mimetype") is not { Length: < 200 } entry)
            return false;
        using var reader = new StreamReader(entry.Open());
        return reader.ReadToEnd().Trim() == OpenText;
    }
}

file sealed class Mapping : IEntityTypeConfiguration<ExpertFile>, IEntityTypeConfiguration<FileContent>
{
    public void Configure(EntityTypeBuilder<ExpertFile> builder)
    {
        builder.ToTable("files");
        builder.Property(f => f.Id).ValueGeneratedNever();
        builder.HasIndex(f => f.ContactId).HasDatabaseName("ix_files_contact");
        builder.HasOne<Experts.Expert>().WithMany().HasForeignKey(f => f.ContactId);
    }

    public void Configure(EntityTypeBuilder<FileContent> builder)
    {
        builder.ToTable("file_contents").HasKey(c => c.FileId);
    }
}
