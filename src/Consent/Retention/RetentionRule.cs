using Karelia.Crm.Consent.Purposes;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Karelia.Crm.Consent.Retention;

/// <summary>Säilytysaika: what happens to a category of data how long after what. Until the officer approves it, it is a proposal that nothing follows.</summary>
internal sealed class RetentionRule
{
    public static readonly string[] Actions = ["erase", "anonymise", "archive", "review"];

    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>One of <see cref="RetentionCategories"/>.</summary>
    public required string Category { get; init; }

    /// <summary>What the time runs from.</summary>
    public required string Trigger { get; set; }

    /// <summary>Null: not decided.</summary>
    public int? Months { get; set; }
    public required string Action { get; set; }
    public string GroundFi { get; set; } = "";
    public string GroundEn { get; set; } = "";
    public long Version { get; private set; } = 1;
    public DateTimeOffset ProposedAt { get; private set; }
    public Guid ProposedById { get; private set; }
    public string ProposedBy { get; private set; } = "";
    public DateTimeOffset? ApprovedAt { get; private set; }
    public string? ApprovedBy { get; private set; }

    /// <summary>Whether anything may be done by it.</summary>
    public bool Holds => ApprovedAt is not null && Months is not null;

    /// <summary>A rule that is changed is a proposal again.</summary>
    public void Propose(CurrentUser user, DateTimeOffset now)
    {
        (ProposedAt, ProposedById, ProposedBy, ApprovedAt, ApprovedBy) = (now, user.Id, user.Name, null, null);
        Version++;
    }

    public void Approve(CurrentUser user, FourEyes four, DateTimeOffset now)
    {
        if (ApprovedAt is not null)
            throw new Refusal("already-approved", detail: "It is approved already.");
        if (Months is null)
            throw new Refusal("not-decided", detail: "The rule says no time yet: decide it first.");
        four.Check(ProposedById, user);
        (ApprovedAt, ApprovedBy) = (now, user.Name);
        Version++;
    }
}

/// <summary>One run of the approved rules: proposed with its list, approved, carried out. What it did is kept without names.</summary>
internal sealed class RetentionRun
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>proposed, approved, done or cancelled.</summary>
    public required string State { get; set; }
    public DateTimeOffset ProposedAt { get; init; }
    public Guid ProposedById { get; init; }
    public required string ProposedBy { get; init; }
    public DateTimeOffset? ApprovedAt { get; set; }
    public string? ApprovedBy { get; set; }
    public DateTimeOffset? DoneAt { get; set; }
    public Guid? JobId { get; set; }

    /// <summary>409 when somebody approved or cancelled it already.</summary>
    public void MustBeProposed()
    {
        if (State != "proposed")
            throw new Refusal("run-closed", detail: "Only a proposed run can be approved or cancelled.");
    }
}

/// <summary>A person, or a user, whom a run means, by which rule and why.</summary>
internal sealed class RetentionItem
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid RunId { get; init; }
    public Guid? ContactId { get; init; }

    /// <summary>Of the category users.</summary>
    public Guid? UserId { get; init; }
    public required string Category { get; init; }
    public required string Action { get; init; }
    public required string Trigger { get; init; }
    public DateOnly Since { get; init; }
    public int Months { get; init; }

    /// <summary>Null until carried out; then done, legal-hold, or no-longer: what was proposed is not so any more.</summary>
    public string? Outcome { get; set; }
}

/// <summary>Säilytyskielto: nothing of the person is erased while it stands, such as during a dispute.</summary>
internal sealed class LegalHold
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid ContactId { get; init; }
    public required string Reason { get; init; }
    public DateTimeOffset SetAt { get; init; }
    public Guid SetById { get; init; }
    public required string SetBy { get; init; }
    public DateTimeOffset? LiftedAt { get; set; }
    public string? LiftedBy { get; set; }
    public string? LiftReason { get; set; }
}

/// <summary>Arkistonmuodostussuunnitelma: how long a class of documents is kept, counted from what. Neither years nor permanent: not decided.</summary>
internal sealed class ArchiveClass
{
    public required string Code { get; init; }
    public required string NameFi { get; set; }
    public required string NameEn { get; set; }
    public int? Years { get; set; }
    public bool IsPermanent { get; set; }

    /// <summary>signed, ended or created.</summary>
    public required string Trigger { get; set; }
    public string Ground { get; set; } = "";
    public DateTimeOffset UpdatedAt { get; set; }
    public required string UpdatedBy { get; set; }
}

file sealed class Mapping
    : IEntityTypeConfiguration<RetentionRule>, IEntityTypeConfiguration<RetentionRun>, IEntityTypeConfiguration<RetentionItem>, IEntityTypeConfiguration<LegalHold>, IEntityTypeConfiguration<ArchiveClass>
{
    public void Configure(EntityTypeBuilder<RetentionRule> builder)
    {
        builder.ToTable("retention_rules").Ignore(r => r.Holds).Property(r => r.Id).ValueGeneratedNever();
        builder.Property(r => r.Version).IsConcurrencyToken();
        builder.HasIndex(r => r.Category).IsUnique().HasDatabaseName("ux_retention_rules_category");
    }

    public void Configure(EntityTypeBuilder<RetentionRun> builder)
    {
        builder.ToTable("retention_runs").Property(r => r.Id).ValueGeneratedNever();
        builder.Property(r => r.State).IsConcurrencyToken();
    }

    public void Configure(EntityTypeBuilder<RetentionItem> builder)
    {
        builder.ToTable("retention_items").Property(i => i.Id).HasDefaultValueSql("uuidv7()");
        builder.HasOne<RetentionRun>().WithMany().HasForeignKey(i => i.RunId);
        builder.HasIndex(i => new { i.RunId, i.Id }).HasDatabaseName("ix_retention_items_run");
        builder.HasIndex(i => i.ContactId).HasDatabaseName("ix_retention_items_contact");
    }

    public void Configure(EntityTypeBuilder<LegalHold> builder)
    {
        builder.ToTable("legal_holds").Property(h => h.Id).ValueGeneratedNever();
        builder.Property(h => h.LiftedAt).IsConcurrencyToken();
        builder.HasIndex(h => h.ContactId).IsUnique().HasFilter("lifted_at is null").HasDatabaseName("ux_legal_holds_current");
    }

    public void Configure(EntityTypeBuilder<ArchiveClass> builder) => builder.ToTable("archive_classes").HasKey(c => c.Code);
}
