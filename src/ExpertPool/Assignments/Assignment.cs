using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Karelia.Crm.ExpertPool.Assignments;

/// <summary>Toimeksianto: what an expert did or will do for the house or one of its partners.</summary>
internal sealed class Assignment
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid ContactId { get; init; }
    public required string Title { get; set; }
    public DateOnly StartsOn { get; set; }
    public DateOnly? EndsOn { get; set; }

    /// <summary>For whom; null is for the house itself.</summary>
    public Guid? AccountId { get; set; }

    /// <summary>One of <see cref="States"/>.</summary>
    public required string State { get; set; }
    public string? Feedback { get; set; }
    public DateTimeOffset CreatedAt { get; init; }

    public static readonly string[] States = ["planned", "agreed", "done", "cancelled"];
}

/// <summary>An assignment as it is shown.</summary>
internal sealed record AssignmentLine(Guid Id, string Title, DateOnly StartsOn, DateOnly? EndsOn, AssignedFor? For, string State, string? Feedback);

/// <summary>The organisation that an assignment is for.</summary>
internal sealed record AssignedFor(Guid Id, string Name);

/// <summary>What is right in an assignment, said once.</summary>
internal static class AssignmentRules
{
    public static IRuleBuilderOptions<T, string?> IsTitle<T>(this IRuleBuilder<T, string?> rule) => rule.NotEmpty().MaximumLength(200).IsPlainText(lines: false);

    public static IRuleBuilderOptions<T, string?> IsFeedback<T>(this IRuleBuilder<T, string?> rule) => rule.MaximumLength(4000).IsPlainText();

    /// <summary>422 when there is no such organisation, 409 when it is passive.</summary>
    public static async Task RefuseUnusable(this ExpertPoolDb db, Guid? account, CancellationToken ct)
    {
        if (account is not null && (await db.Accounts.FirstOrDefaultAsync(a => a.Id == account, ct) ?? throw Refusal.Field("/accountId", "There is no such organisation.")).IsPassive)
            throw Refusal.Passive();
    }

    public static void Check(Assignment assignment)
    {
        if (assignment.EndsOn < assignment.StartsOn)
            throw Refusal.Field("/endsOn", "The last day is not before the first.");
    }
}

file sealed class Mapping : IEntityTypeConfiguration<Assignment>
{
    public void Configure(EntityTypeBuilder<Assignment> builder)
    {
        builder.Property(a => a.Id).ValueGeneratedNever();
        builder.HasIndex(a => new { a.ContactId, a.StartsOn }).HasDatabaseName("ix_assignments_contact");
        builder.HasIndex(a => a.AccountId).HasFilter("account_id is not null").HasDatabaseName("ix_assignments_account");
        builder.HasOne<Experts.Expert>().WithMany().HasForeignKey(a => a.ContactId);
    }
}
