using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Karelia.Crm.Consent.Preferences;

/// <summary>Viestintäesto: nothing may be sent, whatever the consents. Without channel it covers all channels, without topic all topics.</summary>
internal sealed class Block
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid ContactId { get; init; }
    public string? Channel { get; init; }
    public string? Topic { get; init; }
    public required string Reason { get; init; }
    public DateTimeOffset SetAt { get; init; }
    public Guid SetById { get; init; }
    public required string SetBy { get; init; }
    public DateTimeOffset? LiftedAt { get; set; }
    public string? LiftedBy { get; set; }
}

file sealed class Mapping : IEntityTypeConfiguration<Block>
{
    public void Configure(EntityTypeBuilder<Block> builder)
    {
        builder.Property(b => b.Id).ValueGeneratedNever();
        builder.HasIndex(b => new { b.ContactId, b.Channel, b.Topic }).IsUnique().AreNullsDistinct(false).HasFilter("lifted_at is null").HasDatabaseName("ux_blocks_current");
    }
}
