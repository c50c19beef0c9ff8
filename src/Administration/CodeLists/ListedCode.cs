using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Karelia.Crm.Administration.CodeLists;

/// <summary>One code of a list, with its names in both languages and the other names that lead to it. Never deleted: what was chosen once stays readable.</summary>
internal sealed class ListedCode
{
    public required string List { get; init; }
    public required string Code { get; init; }
    public required string Fi { get; set; }
    public required string En { get; set; }

    /// <summary>Former names, synonyms, abbreviations.</summary>
    public string[] Aliases { get; set; } = [];
    public int Position { get; set; }

    /// <summary>No longer offered; kept for those who have it.</summary>
    public bool IsRetired { get; set; }

    /// <summary>All names as they are compared: lower case, letters and digits alone.</summary>
    public string[] Keys { get; private set; } = [];
    public long Version { get; private set; } = 1;

    /// <summary>Said by every change.</summary>
    public void Touch() => Version++;
}

file sealed class Mapping : IEntityTypeConfiguration<ListedCode>
{
    public void Configure(EntityTypeBuilder<ListedCode> builder)
    {
        builder.ToTable("codes").HasKey(c => new { c.List, c.Code });
        builder.Property(c => c.Version).IsConcurrencyToken();
        builder.Property(c => c.Keys).HasComputedColumnSql("administration.code_keys(code, fi, en, aliases)", stored: true);
        builder.HasIndex(c => c.Keys).HasMethod("gin").HasDatabaseName("ix_codes_keys");
    }
}
