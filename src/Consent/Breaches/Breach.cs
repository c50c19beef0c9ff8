using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Karelia.Crm.Consent.Breaches;

/// <summary>Tietoturvaloukkaus (GDPR art. 33-34): what happened, whom it touches, and the 72 hours in which the authority is told.</summary>
internal sealed class Breach
{
    public static readonly TimeSpan Clock = TimeSpan.FromHours(72);

    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required string What { get; set; }
    public string Effects { get; set; } = "";
    public string Measures { get; set; } = "";
    public DateTimeOffset NoticedAt { get; init; }

    /// <summary>The acts that the breach consists of, as the audit log knows them: when, by whom, which use case.</summary>
    public DateTimeOffset From { get; set; }
    public DateTimeOffset To { get; set; }
    public Guid? ActorId { get; set; }
    public string? UseCase { get; set; }

    /// <summary>Told to the data protection ombudsman; or why that is not needed.</summary>
    public DateTimeOffset? ReportedAt { get; set; }
    public string? NotReported { get; set; }

    /// <summary>The people were told; or why that is not needed.</summary>
    public DateTimeOffset? ToldAt { get; set; }
    public string? NotTold { get; set; }
    public DateTimeOffset? ClosedAt { get; set; }
    public long Version { get; set; } = 1;
    public Guid NotedById { get; init; }
    public required string NotedBy { get; init; }

    public DateTimeOffset DueAt => NoticedAt + Clock;

    /// <summary>The authority has not been told, and nobody decided that it need not be.</summary>
    public bool IsOverdue(DateTimeOffset now) => ReportedAt is null && string.IsNullOrEmpty(NotReported) && now > DueAt;
}

file sealed class Mapping : IEntityTypeConfiguration<Breach>
{
    public void Configure(EntityTypeBuilder<Breach> builder)
    {
        builder.ToTable("breaches").Ignore(b => b.DueAt).Property(b => b.Id).ValueGeneratedNever();
        builder.Property(b => b.Version).IsConcurrencyToken();
        builder.HasIndex(b => new { b.NoticedAt, b.Id }).HasDatabaseName("ix_breaches_noticed_at");
    }
}
