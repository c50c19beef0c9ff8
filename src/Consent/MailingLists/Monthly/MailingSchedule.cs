using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Karelia.Crm.Consent.MailingLists;

/// <summary>
/// A list that is made anew each month from its group's definition. On its day it begins to wait; a person who takes it makes the disclosure, so that nobody's data is
/// disclosed to a file that nobody fetches, and who said no until that moment is not in it.
/// </summary>
internal sealed class MailingSchedule
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required string Name { get; init; }
    public Guid TargetGroupId { get; init; }
    public required string Kind { get; init; }
    public required string Channel { get; init; }
    public required string Topic { get; init; }
    public required string Purpose { get; init; }
    public required string Recipient { get; init; }
    public string? Unit { get; init; }

    /// <summary>1..28.</summary>
    public int DayOfMonth { get; init; }
    public DateOnly NextOn { get; set; }
    public DateOnly? WaitingSince { get; set; }
    public Guid? LastExportId { get; set; }
    public Guid UserId { get; init; }
    public required string UserName { get; init; }
    public DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset? EndedAt { get; set; }
}

file sealed class Mapping : IEntityTypeConfiguration<MailingSchedule>
{
    public void Configure(EntityTypeBuilder<MailingSchedule> builder)
    {
        builder.ToTable("schedules");
        builder.Property(s => s.Id).ValueGeneratedNever();
        builder.HasOne<TargetGroups.TargetGroup>().WithMany().HasForeignKey(s => s.TargetGroupId);
    }
}
