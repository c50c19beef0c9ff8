using Karelia.Crm.Accounts.Activities;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Karelia.Crm.Accounts.Needs;

/// <summary>Työelämätarve: competence that an organisation said it needs.</summary>
internal sealed class Need
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid AccountId { get; init; }

    /// <summary>Who told of it.</summary>
    public Guid? ContactId { get; init; }

    /// <summary>Where it was heard.</summary>
    public Guid? ActivityId { get; set; }
    public required string Text { get; set; }

    /// <summary>Field of education: one of <see cref="NeedCodes.Fields"/>.</summary>
    public string? Field { get; set; }

    /// <summary>Competences, lower case.</summary>
    public string[] Tags { get; set; } = [];

    /// <summary>low, normal or high.</summary>
    public string Urgency { get; set; } = NeedCodes.Normal;
    public DateOnly HeardOn { get; set; }
    public Guid CreatedById { get; init; }
    public required string CreatedBy { get; init; }
    public long Version { get; private set; } = 1;
    public DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset UpdatedAt { get; set; }

    public void Touch(DateTimeOffset now)
    {
        Version++;
        UpdatedAt = now;
    }
}

file sealed class Mapping : IEntityTypeConfiguration<Need>
{
    public void Configure(EntityTypeBuilder<Need> builder)
    {
        builder.Property(n => n.Id).ValueGeneratedNever();
        builder.Property(n => n.Version).IsConcurrencyToken();
        builder.Property<string>("SearchText").HasComputedColumnSql("accounts.fold(text)", stored: true);
        builder.HasIndex(n => new { n.HeardOn, n.Id }).HasDatabaseName("ix_needs_heard_on");
        builder.HasIndex(n => new { n.Field, n.HeardOn, n.Id }).HasDatabaseName("ix_needs_field");
        builder.HasIndex(n => new { n.AccountId, n.HeardOn }).HasDatabaseName("ix_needs_account");
        builder.HasIndex(n => n.ContactId).HasFilter("contact_id is not null").HasDatabaseName("ix_needs_contact");
        builder.HasIndex(n => n.ActivityId).HasFilter("activity_id is not null").HasDatabaseName("ix_needs_activity");
        builder.HasIndex(n => n.Tags).HasMethod("gin").HasDatabaseName("ix_needs_tags");
        builder.HasIndex("SearchText").HasMethod("gin").HasOperators("gin_trgm_ops").HasDatabaseName("ix_needs_search_text");
        builder.HasOne<Activity>().WithMany().HasForeignKey(n => n.ActivityId);
    }
}
