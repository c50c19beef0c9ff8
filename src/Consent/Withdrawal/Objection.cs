using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Karelia.Crm.Consent.Withdrawal;

/// <summary>Vastustaminen (GDPR art. 21): the person objects to a processing that rests on a legitimate interest or a public task; it ends at once.</summary>
internal sealed class Objection
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid ContactId { get; init; }

    /// <summary>A purpose's code.</summary>
    public required string Purpose { get; init; }
    public required string Reason { get; init; }
    public DateTimeOffset At { get; init; }
    public Guid ById { get; init; }
    public required string By { get; init; }

    /// <summary>The person took it back.</summary>
    public DateTimeOffset? LiftedAt { get; set; }
    public string? LiftedBy { get; set; }
}

/// <summary>
/// A purpose that a person's data rested on is gone: what no other purpose of the person needs is to be erased by a day. Rows are made by triggers
/// (Sql/withdrawal.sql), so that no withdrawal, objection or end of a role passes by.
/// </summary>
internal sealed class ErasureTask
{
    public const string Open = "open";
    public const string Kept = "kept";
    public const string Done = "done";

    public Guid Id { get; init; }
    public Guid ContactId { get; init; }
    public required string Purpose { get; init; }

    /// <summary>withdrawn, objected or role-ended.</summary>
    public required string Cause { get; init; }
    public DateTimeOffset LostAt { get; init; }
    public DateOnly DueOn { get; init; }

    /// <summary>open, done, kept (with a reason), or returned: the purpose holds again.</summary>
    public required string State { get; set; }
    public string? Reason { get; set; }
    public DateTimeOffset? DecidedAt { get; set; }
    public string? DecidedBy { get; set; }
}

file sealed class Mapping : IEntityTypeConfiguration<Objection>, IEntityTypeConfiguration<ErasureTask>
{
    public void Configure(EntityTypeBuilder<Objection> builder)
    {
        builder.ToTable("objections").Property(o => o.Id).ValueGeneratedNever();
        builder.HasIndex(o => new { o.ContactId, o.Purpose }).IsUnique().HasFilter("lifted_at is null").HasDatabaseName("ux_objections_current");
    }

    public void Configure(EntityTypeBuilder<ErasureTask> builder)
    {
        builder.ToTable("erasure_queue").Property(t => t.Id).ValueGeneratedNever();
        builder.Property(t => t.State).IsConcurrencyToken();
        builder.HasIndex(t => new { t.ContactId, t.Purpose }).IsUnique().HasFilter("state = 'open'").HasDatabaseName("ux_erasure_queue_open");
        builder.HasIndex(t => new { t.State, t.DueOn, t.Id }).HasDatabaseName("ix_erasure_queue_due");
    }
}
