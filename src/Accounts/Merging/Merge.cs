using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Karelia.Crm.Accounts.Merging;

/// <summary>Records that became one: what an un-merge needs, and why an old id leads where it leads.</summary>
internal sealed class Merge
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>contact or account.</summary>
    public required string Kind { get; init; }
    public Guid SurvivorId { get; init; }
    public required Guid[] OtherIds { get; init; }

    /// <summary>How many rows the journal holds. When some are gone, such as after an erasure, the merge can no longer be undone.</summary>
    public int Rows { get; set; }
    public DateTimeOffset At { get; init; }
    public Guid ById { get; init; }
    public required string By { get; init; }
    public DateTimeOffset? UndoneAt { get; set; }
    public string? UndoneBy { get; set; }
}

/// <summary>A row that a merge moved, changed or copied; written and read by SQL. Only the columns that differ are kept. No before: the row was made.</summary>
internal sealed class MergeRow
{
    public Guid MergeId { get; init; }
    public long Sequence { get; init; }

    /// <summary>The record whose row it was.</summary>
    public Guid OwnerId { get; init; }

    /// <summary>The same, where it is a person.</summary>
    public Guid? ContactId { get; init; }

    /// <summary>Schema and table; <c>accounts.contacts</c> with the survivor's key is the record itself.</summary>
    public required string TableName { get; init; }
    public required string Key { get; init; }
    public string? Before { get; init; }
    public required string After { get; init; }
}

/// <summary>Kinds of records that can be merged.</summary>
internal static class RecordKinds
{
    public const string Contact = "contact";
    public const string Account = "account";
    public static readonly string[] All = [Contact, Account];
}

file sealed class Mapping : IEntityTypeConfiguration<Merge>, IEntityTypeConfiguration<MergeRow>
{
    public void Configure(EntityTypeBuilder<Merge> builder)
    {
        builder.Property(m => m.Id).ValueGeneratedNever();
        builder.HasIndex(m => m.SurvivorId).HasDatabaseName("ix_merges_survivor");
        builder.HasIndex(m => m.OtherIds).HasMethod("gin").HasDatabaseName("ix_merges_others");
    }

    public void Configure(EntityTypeBuilder<MergeRow> builder)
    {
        builder.HasKey(r => new { r.MergeId, r.Sequence });
        builder.Property(r => r.Sequence).UseIdentityAlwaysColumn();
        foreach (var json in (string[])[nameof(MergeRow.Key), nameof(MergeRow.Before), nameof(MergeRow.After)])
            builder.Property(json).HasColumnType("jsonb");
        builder.HasIndex(r => r.ContactId).HasFilter("contact_id is not null").HasDatabaseName("ix_merge_rows_contact");
    }
}
