using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Karelia.Crm.Consent.Notice;

/// <summary>What the officer says in the privacy notice in own words: the controller, the persons, security ... by section and place in it.</summary>
internal sealed class NoticeText
{
    /// <summary>Such as <c>controller.address</c>.</summary>
    public required string Key { get; init; }

    /// <summary>1..16, as in the notice.</summary>
    public int Section { get; init; }
    public int Place { get; init; }

    /// <summary>What it is: empty for a paragraph, else the name before the value.</summary>
    public string LabelFi { get; init; } = "";
    public string LabelEn { get; init; } = "";
    public required string Fi { get; set; }
    public required string En { get; set; }
    public long Version { get; set; } = 1;
    public DateTimeOffset UpdatedAt { get; set; }
    public Guid UpdatedById { get; set; }
    public required string UpdatedBy { get; set; }
}

/// <summary>The notice as it was published, never changed afterwards.</summary>
internal sealed class NoticeVersion
{
    public int Number { get; init; }
    public DateTimeOffset PublishedAt { get; init; }
    public Guid PublishedById { get; init; }
    public required string PublishedBy { get; init; }

    /// <summary>The whole notice, JSON.</summary>
    public required string Fi { get; init; }
    public required string En { get; init; }
}

file sealed class Mapping : IEntityTypeConfiguration<NoticeText>, IEntityTypeConfiguration<NoticeVersion>
{
    public void Configure(EntityTypeBuilder<NoticeText> builder) => builder.ToTable("notice_texts").HasKey(t => t.Key);

    public void Configure(EntityTypeBuilder<NoticeVersion> builder)
    {
        builder.ToTable("notice_versions").HasKey(v => v.Number);
        builder.Property(v => v.Number).ValueGeneratedNever();
        builder.Property(v => v.Fi).HasColumnType("json");
        builder.Property(v => v.En).HasColumnType("json");
    }
}
