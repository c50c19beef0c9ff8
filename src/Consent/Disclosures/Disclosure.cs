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

    /// <summary>marketing or service.</summary>
    public string Kind { get; init; } = MailingLists.MailingList.Marketing;
    public required string Channel { get; init; }
    public required string Topic { get; init; }

    /// <summary>The target group that it was made from.</summary>
    public Guid? TargetGroupId { get; init; }

    /// <summary>Which columns left.</summary>
    public string[] Fields { get; init; } = [];

    /// <summary>The contact filter, or the group's definition, as it was asked, JSON.</summary>
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

/// <summary>A file of a disclosure as it was downloaded: by whom, when, how many rows, and its hash, so that it can be known again.</summary>
internal sealed class DisclosedFile
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid DisclosureId { get; init; }
    public int Rows { get; init; }
    public required string Sha256 { get; init; }
    public DateTimeOffset At { get; init; }
    public Guid UserId { get; init; }
    public required string UserName { get; init; }
}

file sealed class Mapping : IEntityTypeConfiguration<Disclosure>, IEntityTypeConfiguration<DisclosedContact>, IEntityTypeConfiguration<DisclosedFile>
{
    public void Configure(EntityTypeBuilder<Disclosure> builder)
    {
        builder.Property(d => d.Id).ValueGeneratedNever();
        builder.Property(d => d.Filter).HasColumnType("jsonb");
        builder.Property(d => d.Excluded).HasColumnType("jsonb");
        builder.Property(d => d.Kind).HasDefaultValue(MailingLists.MailingList.Marketing);
        builder.Property(d => d.Fields).HasDefaultValueSql("'{}'");
        builder.HasIndex(d => new { d.At, d.Id }).HasDatabaseName("ix_disclosures_at");
    }

    public void Configure(EntityTypeBuilder<DisclosedFile> builder)
    {
        builder.Property(f => f.Id).ValueGeneratedNever();
        builder.HasOne<Disclosure>().WithMany().HasForeignKey(f => f.DisclosureId);
    }

    public void Configure(EntityTypeBuilder<DisclosedContact> builder)
    {
        builder.HasKey(d => new { d.DisclosureId, d.ContactId });
        builder.HasIndex(d => d.ContactId).HasDatabaseName("ix_disclosed_contacts_contact");
    }
}
