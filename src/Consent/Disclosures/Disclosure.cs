using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Karelia.Crm.Consent.Disclosures;

/// <summary>Luovutus: personal data that left the house; who sent it, when, why, to whom, by which filter, and whose.</summary>
internal sealed class Disclosure
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required string Name { get; init; }
    public required string Purpose { get; init; }

    /// <summary>liana: Liana Mailer, newsletter service, EU.</summary>
    public required string Recipient { get; init; }

    /// <summary>communications or rector.</summary>
    public string? Unit { get; init; }
    public required string Channel { get; init; }
    public required string Topic { get; init; }

    /// <summary>The contact filter as it was asked, JSON.</summary>
    public required string Filter { get; init; }
    public int Included { get; set; }

    /// <summary>How many were left out, by reason, JSON.</summary>
    public required string Excluded { get; set; }
    public DateTimeOffset At { get; init; }
    public Guid UserId { get; init; }
    public required string UserName { get; init; }
}

/// <summary>A person in a disclosure.</summary>
internal sealed class DisclosedContact
{
    public Guid DisclosureId { get; init; }
    public Guid ContactId { get; init; }
}

file sealed class Mapping : IEntityTypeConfiguration<Disclosure>, IEntityTypeConfiguration<DisclosedContact>
{
    public void Configure(EntityTypeBuilder<Disclosure> builder)
    {
        builder.Property(d => d.Id).ValueGeneratedNever();
        builder.Property(d => d.Filter).HasColumnType("jsonb");
        builder.Property(d => d.Excluded).HasColumnType("jsonb");
        builder.HasIndex(d => new { d.At, d.Id }).HasDatabaseName("ix_disclosures_at");
    }

    public void Configure(EntityTypeBuilder<DisclosedContact> builder)
    {
        builder.HasKey(d => new { d.DisclosureId, d.ContactId });
        builder.HasIndex(d => d.ContactId).HasDatabaseName("ix_disclosed_contacts_contact");
    }
}
