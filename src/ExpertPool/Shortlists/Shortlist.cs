using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Karelia.Crm.ExpertPool.Shortlists;

/// <summary>Ehdokaslista: experts who are thought of for a training or a project.</summary>
internal sealed class Shortlist
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required string Name { get; set; }

    /// <summary>The training or the project, and what is needed.</summary>
    public string? Purpose { get; set; }

    /// <summary>Done with: no longer among the open ones.</summary>
    public bool IsClosed { get; set; }
    public required string CreatedBy { get; init; }
    public DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset UpdatedAt { get; set; }

    /// <summary>Raised by any change to the list and its experts; the ETag.</summary>
    public long Version { get; private set; } = 1;

    public void Touch(DateTimeOffset now)
    {
        Version++;
        UpdatedAt = now;
    }
}

/// <summary>An expert on a shortlist.</summary>
internal sealed class ShortlistedExpert
{
    public Guid ShortlistId { get; init; }
    public Guid ContactId { get; init; }
    public string? Note { get; set; }

    /// <summary>One of <see cref="States"/>.</summary>
    public required string State { get; set; }
    public DateTimeOffset AddedAt { get; init; }

    public const string Thought = "proposed";

    public static readonly string[] States = [Thought, "asked", "yes", "no"];
}

file sealed class Mapping : IEntityTypeConfiguration<Shortlist>, IEntityTypeConfiguration<ShortlistedExpert>
{
    public void Configure(EntityTypeBuilder<Shortlist> builder)
    {
        builder.Property(l => l.Id).ValueGeneratedNever();
        builder.Property(l => l.Version).IsConcurrencyToken();
        builder.HasIndex(l => new { l.UpdatedAt, l.Id }).HasDatabaseName("ix_shortlists_updated_at");
    }

    public void Configure(EntityTypeBuilder<ShortlistedExpert> builder)
    {
        builder.ToTable("shortlisted").HasKey(s => new { s.ShortlistId, s.ContactId });
        builder.HasIndex(s => s.ContactId).HasDatabaseName("ix_shortlisted_contact");
        builder.HasOne<Shortlist>().WithMany().HasForeignKey(s => s.ShortlistId);
        builder.HasOne<Experts.Expert>().WithMany().HasForeignKey(s => s.ContactId);
    }
}
