using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Karelia.Crm.Consent.Restriction;

/// <summary>Käsittelyn rajoittaminen (GDPR art. 18): why, from when, until when.</summary>
internal sealed class Restriction
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid ContactId { get; init; }
    public required string Reason { get; init; }
    public DateTimeOffset At { get; init; }
    public Guid ById { get; init; }
    public required string By { get; init; }
    public DateTimeOffset? LiftedAt { get; set; }
    public string? LiftedBy { get; set; }
    public string? LiftReason { get; set; }
}

file sealed class Mapping : IEntityTypeConfiguration<Restriction>
{
    public void Configure(EntityTypeBuilder<Restriction> builder)
    {
        builder.ToTable("restrictions").Property(r => r.Id).ValueGeneratedNever();
        builder.HasIndex(r => r.ContactId).HasDatabaseName("ix_restrictions_contact");
    }
}
