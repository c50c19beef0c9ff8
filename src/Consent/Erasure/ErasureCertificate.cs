using System.Text.Json;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Karelia.Crm.Consent.Erasure;

/// <summary>Poistotodistus: what was erased and what was kept, without a word of whose it was; the id is that of the empty record.</summary>
internal sealed class ErasureCertificate
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid ContactId { get; init; }
    public Guid? RequestId { get; init; }

    /// <summary>Names, addresses and numbers of the person are struck out of it.</summary>
    public required string Reason { get; init; }

    /// <summary>Only what rested on a ground that is gone; the person is still in the register.</summary>
    public bool IsPartial { get; init; }
    public DateTimeOffset At { get; init; }
    public Guid ById { get; init; }
    public required string By { get; init; }

    /// <summary>Who proposed it, where two are asked for.</summary>
    public string? ProposedBy { get; init; }

    /// <summary>JSON.</summary>
    public string Erased { get; private set; } = "[]";
    public string Kept { get; private set; } = "[]";

    /// <summary>What the verifier found, by place; JSON. Null until it has looked.</summary>
    public string? Found { get; private set; }
    public DateTimeOffset? VerifiedAt { get; private set; }

    public ErasureDone Carried(IReadOnlyList<ErasedItems> erased, IReadOnlyList<KeptItems> kept)
    {
        (Erased, Kept) = (JsonSerializer.Serialize(erased, JsonSerializerOptions.Web), JsonSerializer.Serialize(kept, JsonSerializerOptions.Web));
        return new(Id, erased, kept);
    }

    public void Verified(IReadOnlyList<FoundTrace> found, DateTimeOffset at) => (Found, VerifiedAt) = (JsonSerializer.Serialize(found, JsonSerializerOptions.Web), at);

    public static IReadOnlyList<T> Items<T>(string? json) => json is null ? [] : JsonSerializer.Deserialize<List<T>>(json, JsonSerializerOptions.Web)!;
}

/// <summary>By what an erased person is known again: a keyed hash, never the thing itself.</summary>
internal sealed class Tombstone
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid CertificateId { get; init; }

    /// <summary>One of <see cref="Tombstones"/>' kinds.</summary>
    public required string Kind { get; init; }
    public required byte[] Hash { get; init; }
}

/// <summary>A recipient to be told of an erasure (GDPR art. 19). The id is the one that stood in the file that was sent.</summary>
internal sealed class ErasureNotice
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid CertificateId { get; init; }
    public Guid DisclosureId { get; init; }
    public Guid ContactId { get; init; }
    public required string Recipient { get; init; }
    public DateTimeOffset DisclosedAt { get; init; }
    public DateTimeOffset? SentAt { get; set; }
    public string? SentBy { get; set; }
}

/// <summary>An erasure that waits for another officer.</summary>
internal sealed class ErasureProposal
{
    public Guid ContactId { get; init; }
    public Guid ById { get; init; }
    public required string By { get; init; }
    public DateTimeOffset At { get; init; }
}

/// <summary>How erasures are decided: one row.</summary>
internal sealed class ErasureSettings
{
    public int Id { get; init; } = 1;

    /// <summary>One officer proposes, another carries it out.</summary>
    public bool NeedsTwo { get; set; }
}

file sealed class Mapping : IEntityTypeConfiguration<ErasureCertificate>, IEntityTypeConfiguration<Tombstone>, IEntityTypeConfiguration<ErasureNotice>, IEntityTypeConfiguration<ErasureProposal>, IEntityTypeConfiguration<ErasureSettings>
{
    public void Configure(EntityTypeBuilder<ErasureCertificate> builder)
    {
        builder.ToTable("erasure_certificates").Property(c => c.Id).ValueGeneratedNever();
        foreach (var json in (string[])[nameof(ErasureCertificate.Erased), nameof(ErasureCertificate.Kept), nameof(ErasureCertificate.Found)])
            builder.Property(json).HasColumnType("jsonb");
        builder.HasIndex(c => new { c.At, c.Id }).HasDatabaseName("ix_erasure_certificates_at");
        builder.HasIndex(c => c.ContactId).HasDatabaseName("ix_erasure_certificates_contact");
    }

    public void Configure(EntityTypeBuilder<Tombstone> builder)
    {
        builder.ToTable("tombstones").Property(t => t.Id).ValueGeneratedNever();
        builder.HasIndex(t => t.Hash).HasDatabaseName("ix_tombstones_hash");
        builder.HasIndex(t => t.CertificateId).HasDatabaseName("ix_tombstones_certificate");
    }

    public void Configure(EntityTypeBuilder<ErasureNotice> builder)
    {
        builder.ToTable("erasure_notices").Property(n => n.Id).ValueGeneratedNever();
        builder.Property(n => n.SentAt).IsConcurrencyToken();
        builder.HasIndex(n => n.CertificateId).HasDatabaseName("ix_erasure_notices_certificate");
    }

    public void Configure(EntityTypeBuilder<ErasureProposal> builder) => builder.ToTable("erasure_proposals").HasKey(p => p.ContactId);

    public void Configure(EntityTypeBuilder<ErasureSettings> builder) => builder.ToTable("erasure_settings").Property(s => s.Id).ValueGeneratedNever();
}
