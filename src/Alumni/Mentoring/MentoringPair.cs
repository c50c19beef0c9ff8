using Karelia.Crm.Alumni.Alumni;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Karelia.Crm.Alumni.Mentoring;

/// <summary>An alumnus who mentors a student for a time. Of the student only initials are kept: students are not in this register.</summary>
internal sealed class MentoringPair
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>The mentor.</summary>
    public Guid ContactId { get; init; }
    public required string Topic { get; set; }

    /// <summary>The student's initials.</summary>
    public string? Mentee { get; set; }
    public DateOnly StartsOn { get; set; }
    public DateOnly? EndsOn { get; set; }

    /// <summary>One of <see cref="States"/>.</summary>
    public required string State { get; set; }
    public string? Note { get; set; }
    public long Version { get; private set; } = 1;
    public DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset UpdatedAt { get; set; }

    public const string Planned = "planned";
    public static readonly string[] States = [Planned, "active", "finished", "cancelled"];

    public void Touch(DateTimeOffset now)
    {
        Version++;
        UpdatedAt = now;
    }
}

file sealed class Mapping : IEntityTypeConfiguration<MentoringPair>
{
    public void Configure(EntityTypeBuilder<MentoringPair> builder)
    {
        builder.ToTable("mentorings");
        builder.Property(m => m.Id).ValueGeneratedNever();
        builder.Property(m => m.Version).IsConcurrencyToken();
        builder.HasIndex(m => m.ContactId).HasDatabaseName("ix_mentorings_contact");
        builder.HasIndex(m => new { m.StartsOn, m.Id }).HasDatabaseName("ix_mentorings_starts_on");
        builder.HasOne<Alumnus>().WithMany().HasForeignKey(m => m.ContactId);
    }
}
