using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Karelia.Crm.Consent.Ledger;

/// <summary>A version of the words that people are asked to agree to, for a purpose in a language. Published, it replaces the one before; who agreed to that is asked anew.</summary>
internal sealed class TextVersion
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required string Purpose { get; init; }
    public required string Language { get; init; }

    /// <summary>From 1 on, by purpose and language.</summary>
    public int Version { get; init; }

    /// <summary>The words, kept once and for ever (<see cref="ConsentText"/>).</summary>
    public Guid TextId { get; init; }
    public DateTimeOffset CreatedAt { get; init; }
    public Guid UserId { get; init; }
    public required string UserName { get; init; }
    public DateTimeOffset? PublishedAt { get; set; }
    public string? PublishedBy { get; set; }
    public DateTimeOffset? ReplacedAt { get; set; }
}

file sealed class Mapping : IEntityTypeConfiguration<TextVersion>
{
    public void Configure(EntityTypeBuilder<TextVersion> builder)
    {
        builder.Property(t => t.Id).ValueGeneratedNever();
        builder.HasIndex(t => new { t.Purpose, t.Language, t.Version }).IsUnique().HasDatabaseName("ux_text_versions_version");
        builder.HasIndex(t => t.TextId).HasDatabaseName("ix_text_versions_text");
        builder.HasOne<ConsentText>().WithMany().HasForeignKey(t => t.TextId);
    }
}
