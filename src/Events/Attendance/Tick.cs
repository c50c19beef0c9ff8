using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Karelia.Crm.Events.Attendance;

/// <summary>One touch of the door's list, as the phone numbered it: the same one sent again does nothing more.</summary>
internal sealed class Tick
{
    public Guid ClientId { get; init; }
    public Guid EventId { get; init; }
    public Guid ContactId { get; init; }
    public required string State { get; init; }

    /// <summary>The phone's time.</summary>
    public DateTimeOffset At { get; init; }
    public DateTimeOffset ReceivedAt { get; init; }
}

file sealed class Mapping : IEntityTypeConfiguration<Tick>
{
    public void Configure(EntityTypeBuilder<Tick> builder)
    {
        builder.HasKey(t => t.ClientId);
        builder.Property(t => t.ClientId).ValueGeneratedNever();
        builder.HasIndex(t => t.EventId).HasDatabaseName("ix_ticks_event");
        builder.HasIndex(t => t.ContactId).HasDatabaseName("ix_ticks_contact");
    }
}
