using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Karelia.Crm.Consent.Preferences;

/// <summary>
/// Viestintäesto: nothing may be sent, whatever the consents. Without channel it covers all channels, without topic all topics, without list all lists. An objection to
/// direct marketing (GDPR art. 21) covers all marketing and stays until the person takes it back; service messages still go.
/// </summary>
internal sealed class Block
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid ContactId { get; init; }

    /// <summary>block or objection.</summary>
    public string Kind { get; init; } = Usual;
    public string? Channel { get; init; }
    public string? Topic { get; init; }

    /// <summary>The target group whose messages alone it covers.</summary>
    public Guid? ListId { get; init; }
    public required string Reason { get; init; }

    /// <summary>staff, liana, public-page, merge: where the no came from.</summary>
    public string Source { get; init; } = "staff";
    public DateTimeOffset SetAt { get; init; }
    public Guid SetById { get; init; }
    public required string SetBy { get; init; }
    public DateTimeOffset? LiftedAt { get; set; }
    public string? LiftedBy { get; set; }
    public string? LiftedReason { get; set; }

    public const string Usual = "block";
    public const string Objection = "objection";
}

file sealed class Mapping : IEntityTypeConfiguration<Block>
{
    public void Configure(EntityTypeBuilder<Block> builder)
    {
        builder.Property(b => b.Id).ValueGeneratedNever();
        builder.Property(b => b.Kind).HasDefaultValue(Block.Usual);
        builder.Property(b => b.Source).HasDefaultValue("staff");
        // With those that were lifted, as a person's timeline shows them.
        builder.HasIndex(b => b.ContactId).HasDatabaseName("ix_blocks_contact");
        builder.HasIndex(b => new { b.ContactId, b.Kind, b.Channel, b.Topic, b.ListId }).IsUnique().AreNullsDistinct(false).HasFilter("lifted_at is null").HasDatabaseName("ux_blocks_current");
    }
}
