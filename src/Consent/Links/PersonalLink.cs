using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Karelia.Crm.Consent.Links;

/// <summary>A link for one person's eyes. Its token is nowhere but in the mail: only the hash is kept.</summary>
internal sealed class PersonalLink
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>What it opens; a token opens nothing else.</summary>
    public required string Purpose { get; init; }
    public required byte[] TokenHash { get; init; }

    /// <summary>What it leads to: a person, a request.</summary>
    public Guid SubjectId { get; init; }
    public DateTimeOffset MadeAt { get; init; }
    public DateTimeOffset ExpiresAt { get; init; }
    public DateTimeOffset? UsedAt { get; set; }
}

file sealed class Mapping : IEntityTypeConfiguration<PersonalLink>
{
    public void Configure(EntityTypeBuilder<PersonalLink> builder)
    {
        builder.ToTable("links").Property(l => l.Id).ValueGeneratedNever();
        builder.HasIndex(l => l.TokenHash).IsUnique().HasDatabaseName("ux_links_token");
        builder.HasIndex(l => l.ExpiresAt).HasDatabaseName("ix_links_expires");
    }
}
