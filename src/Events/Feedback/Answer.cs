using Karelia.Crm.Events.Events;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Karelia.Crm.Events.Feedback;

/// <summary>A question of an event's feedback form.</summary>
internal sealed class Question
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid EventId { get; init; }
    public int Position { get; init; }
    public required string Text { get; init; }
}

/// <summary>
/// What somebody answered to one question. Nothing leads to who it was: no person, no time, no form that holds the answers of one person together, an id by chance, and
/// written in an order by chance.
/// </summary>
internal sealed class Answer
{
    public Guid Id { get; init; } = new(System.Security.Cryptography.RandomNumberGenerator.GetBytes(16));
    public Guid QuestionId { get; init; }
    public required string Text { get; init; }

    /// <summary>The import that brought it, for taking that back.</summary>
    public Guid ImportId { get; init; }
}

file sealed class Mapping : IEntityTypeConfiguration<Question>, IEntityTypeConfiguration<Answer>
{
    public void Configure(EntityTypeBuilder<Question> builder)
    {
        builder.ToTable("feedback_questions").Property(q => q.Id).ValueGeneratedNever();
        builder.HasIndex(q => new { q.EventId, q.Text }).IsUnique().HasDatabaseName("ix_feedback_questions_event");
        builder.HasOne<Event>().WithMany().HasForeignKey(q => q.EventId);
    }

    public void Configure(EntityTypeBuilder<Answer> builder)
    {
        builder.ToTable("feedback_answers").Property(a => a.Id).ValueGeneratedNever();
        builder.HasIndex(a => a.QuestionId).HasDatabaseName("ix_feedback_answers_question");
        builder.HasIndex(a => a.ImportId).HasDatabaseName("ix_feedback_answers_import");
        builder.HasOne<Question>().WithMany().HasForeignKey(a => a.QuestionId);
    }
}
