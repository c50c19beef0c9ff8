using Karelia.Crm.Accounts.Merging;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Karelia.Crm.Accounts.Duplicates;

/// <summary>Two records that may be one; found by the scan, or said by a person to be two.</summary>
internal sealed class Duplicate
{
    /// <summary>One of <see cref="RecordKinds"/>.</summary>
    public required string Kind { get; init; }

    /// <summary>The lesser id.</summary>
    public Guid FirstId { get; init; }
    public Guid SecondId { get; init; }

    /// <summary>Of <see cref="DuplicateReasons"/>.</summary>
    public required string[] Reasons { get; init; }

    /// <summary>Sure enough to be merged with others in one go, when a person chooses so.</summary>
    public bool IsExact { get; init; }
    public DateTimeOffset FoundAt { get; init; }

    /// <summary>Not a duplicate: the scan never brings the pair back.</summary>
    public DateTimeOffset? DismissedAt { get; set; }
    public Guid? DismissedById { get; set; }
    public string? DismissedBy { get; set; }
    public string? DismissReason { get; set; }
}

/// <summary>Why two records may be one.</summary>
internal static class DuplicateReasons
{
    public static readonly string[] All =
    [
        "same-business-id", "same-email", "same-phone", "same-name", "same-website", "similar-name-and-employer", "similar-name-and-place",
    ];
}

/// <summary>When the register was last looked through.</summary>
internal sealed class DuplicateScan
{
    public required string Kind { get; init; }
    public DateTimeOffset ScannedAt { get; set; }
}

file sealed class Mapping : IEntityTypeConfiguration<Duplicate>, IEntityTypeConfiguration<DuplicateScan>
{
    public void Configure(EntityTypeBuilder<Duplicate> builder)
    {
        builder.HasKey(d => new { d.Kind, d.FirstId, d.SecondId });
        builder.HasIndex(d => new { d.Kind, d.SecondId }).HasDatabaseName("ix_duplicates_second");
        builder.HasIndex(d => new { d.Kind, d.IsExact, d.FoundAt, d.FirstId, d.SecondId }).IsDescending(false, true, true, false, false).HasDatabaseName("ix_duplicates_order");
        builder.HasIndex(d => d.Kind).HasFilter("dismissed_at is not null").HasDatabaseName("ix_duplicates_dismissed");
    }

    public void Configure(EntityTypeBuilder<DuplicateScan> builder) => builder.HasKey(s => s.Kind);
}
