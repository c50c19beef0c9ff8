using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Karelia.Crm.Accounts.Bulk;

/// <summary>One change to many records at once, and what became of it.</summary>
internal sealed class BulkOperation
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>contacts or accounts.</summary>
    public required string List { get; init; }

    /// <summary>The <see cref="BulkChange"/>, as JSON.</summary>
    public required string Change { get; init; }
    public int Total { get; init; }
    public int Changed { get; set; }

    /// <summary>How many were left out, by reason, as JSON.</summary>
    public string Skipped { get; set; } = "{}";
    public Guid UserId { get; init; }
    public required string UserName { get; init; }
    public DateTimeOffset At { get; init; }
    public Guid JobId { get; set; }
    public DateTimeOffset? FinishedAt { get; set; }
    public Guid? UndoJobId { get; set; }
    public DateTimeOffset? UndoneAt { get; set; }

    /// <summary>How many an undo took back, or kept for which reason, as JSON.</summary>
    public string? Undo { get; set; }
}

/// <summary>A record that a bulk operation was meant for: what it wrote, for the undo.</summary>
internal sealed class BulkedRecord
{
    public Guid OperationId { get; init; }

    /// <summary>By record id, so that two operations lock in one order.</summary>
    public int Sequence { get; init; }
    public Guid? ContactId { get; init; }
    public Guid? AccountId { get; init; }

    /// <summary>changed, or why not: one of <see cref="Outcomes"/>. Null until its turn.</summary>
    public string? Outcome { get; set; }
    public string? UndoOutcome { get; set; }
    public string? Before { get; set; }
    public string? After { get; set; }
}

/// <summary>What became of a record.</summary>
internal static class Outcomes
{
    public const string Changed = "changed";

    /// <summary>It was so already.</summary>
    public const string Unchanged = "unchanged";
    public const string Passive = "passive";

    /// <summary>Erased, or a part of another record now.</summary>
    public const string Gone = "gone";

    /// <summary>Restricted (GDPR art. 18): nothing is done with such people in bulk.</summary>
    public const string Restricted = "restricted";
    public const string Undone = "undone";

    /// <summary>Somebody wrote something else since: that stays.</summary>
    public const string ChangedSince = "changed-since";
}

file sealed class Mapping : IEntityTypeConfiguration<BulkOperation>, IEntityTypeConfiguration<BulkedRecord>
{
    public void Configure(EntityTypeBuilder<BulkOperation> builder)
    {
        builder.Property(o => o.Id).ValueGeneratedNever();
        foreach (var json in (string[])[nameof(BulkOperation.Change), nameof(BulkOperation.Skipped), nameof(BulkOperation.Undo)])
            builder.Property(json).HasColumnType("jsonb");
        builder.ToTable("bulk_operations").HasIndex(o => new { o.UserId, o.At }).HasDatabaseName("ix_bulk_operations_user");
    }

    public void Configure(EntityTypeBuilder<BulkedRecord> builder)
    {
        builder.ToTable("bulked_records").HasKey(r => new { r.OperationId, r.Sequence });
        builder.Property(r => r.Before).HasColumnType("jsonb");
        builder.Property(r => r.After).HasColumnType("jsonb");
        builder.HasIndex(r => r.ContactId).HasFilter("contact_id is not null").HasDatabaseName("ix_bulked_records_contact");
        builder.HasIndex(r => r.AccountId).HasFilter("account_id is not null").HasDatabaseName("ix_bulked_records_account");
    }
}
