using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Karelia.Crm.Accounts.Activities;

/// <summary>Toimenpide: what was done, or will be, with people and organisations.</summary>
internal sealed class Activity
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>One of <see cref="ActivityKinds"/>.</summary>
    public required string Kind { get; init; }
    public required string Subject { get; set; }
    public string? Text { get; set; }

    /// <summary>When it happened, or will.</summary>
    public DateTimeOffset At { get; set; }
    public DateOnly? DueOn { get; set; }
    public DateOnly? RemindOn { get; set; }

    /// <summary>The member of staff who is to do it.</summary>
    public Guid? AssigneeId { get; private set; }
    public string? AssigneeName { get; private set; }
    public DateTimeOffset? DoneAt { get; set; }
    public Guid CreatedById { get; init; }
    public required string CreatedBy { get; init; }
    public long Version { get; private set; } = 1;
    public DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset UpdatedAt { get; set; }

    public List<ActivityContact> Contacts { get; init; } = [];
    public List<ActivityAccount> Accounts { get; init; } = [];

    public void Assign(Guid? id, string? name) => (AssigneeId, AssigneeName) = (id, name);

    /// <summary>Said by every change after the first saving.</summary>
    public void Touch(DateTimeOffset now)
    {
        Version++;
        UpdatedAt = now;
    }
}

/// <summary>A person that an activity is about, or who took part in it.</summary>
internal sealed class ActivityContact
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid ActivityId { get; init; }
    public Guid ContactId { get; init; }
}

/// <summary>An organisation that an activity is about.</summary>
internal sealed class ActivityAccount
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid ActivityId { get; init; }
    public Guid AccountId { get; init; }
}

/// <summary>Codes of the kinds of activities.</summary>
internal static class ActivityKinds
{
    public const string Task = "task";
    public const string Meeting = "meeting";

    public static readonly string[] All = ["note", "call", "email", Meeting, Task];
}

file sealed class Mapping : IEntityTypeConfiguration<Activity>, IEntityTypeConfiguration<ActivityContact>, IEntityTypeConfiguration<ActivityAccount>
{
    public void Configure(EntityTypeBuilder<Activity> builder)
    {
        builder.Property(a => a.Id).ValueGeneratedNever();
        builder.Property(a => a.Version).IsConcurrencyToken();
        // What has no due date comes last.
        builder.Property<DateOnly>("DueOrder").HasComputedColumnSql("coalesce(due_on, 'infinity'::date)", stored: true);
        builder.Property<string>("SearchText").HasComputedColumnSql("accounts.fold(subject || ' ' || coalesce(text, ''))", stored: true);
        builder.HasIndex(a => new { a.At, a.Id }).HasDatabaseName("ix_activities_at");
        builder.HasIndex(a => new { a.CreatedAt, a.Id }).HasDatabaseName("ix_activities_created_at");
        builder.HasIndex(["DueOrder", "Id"], "ix_activities_due").HasDatabaseName("ix_activities_due");
        builder.HasIndex("DueOrder", "Id").HasDatabaseName("ix_activities_open").HasFilter("kind = 'task' and done_at is null");
        builder.HasIndex("AssigneeId", "DueOrder", "Id").HasDatabaseName("ix_activities_assignee").HasFilter("kind = 'task' and done_at is null");
        builder.HasIndex(a => new { a.AssigneeId, a.At }).HasDatabaseName("ix_activities_assigned").HasFilter("assignee_id is not null");
        builder.HasIndex(a => new { a.CreatedById, a.At }).HasDatabaseName("ix_activities_created_by");
        builder.HasIndex("SearchText").HasMethod("gin").HasOperators("gin_trgm_ops").HasDatabaseName("ix_activities_search_text");
        builder.HasMany(a => a.Contacts).WithOne().HasForeignKey(link => link.ActivityId);
        builder.HasMany(a => a.Accounts).WithOne().HasForeignKey(link => link.ActivityId);
    }

    // Not unique: a merge may bring one record twice, which is shown once.
    public void Configure(EntityTypeBuilder<ActivityContact> builder)
    {
        builder.ToTable("activity_contacts").Property(link => link.Id).ValueGeneratedNever();
        builder.HasIndex(link => new { link.ContactId, link.ActivityId }).HasDatabaseName("ix_activity_contacts_contact");
        builder.HasIndex(link => link.ActivityId).HasDatabaseName("ix_activity_contacts_activity");
    }

    public void Configure(EntityTypeBuilder<ActivityAccount> builder)
    {
        builder.ToTable("activity_accounts").Property(link => link.Id).ValueGeneratedNever();
        builder.HasIndex(link => new { link.AccountId, link.ActivityId }).HasDatabaseName("ix_activity_accounts_account");
        builder.HasIndex(link => link.ActivityId).HasDatabaseName("ix_activity_accounts_activity");
    }
}
