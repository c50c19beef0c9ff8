using Karelia.Crm.Alumni.Alumni;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Karelia.Crm.Alumni.Requests;

/// <summary>Something that an alumnus was asked for, and what came of it.</summary>
internal sealed class AlumniRequest
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid ContactId { get; init; }

    /// <summary>A code of the list <c>cooperation-forms</c>.</summary>
    public required string FormCode { get; set; }
    public required string Topic { get; set; }

    /// <summary>The day on which it is to take place.</summary>
    public DateOnly? HeldOn { get; set; }

    /// <summary>The course or event that it is for.</summary>
    public string? Course { get; set; }

    /// <summary>Who of ours arranges it: a unit, a programme, a teacher.</summary>
    public string? Organiser { get; set; }
    public DateOnly AskedOn { get; set; }

    /// <summary>One of <see cref="RequestCodes.Channels"/>.</summary>
    public string? Channel { get; set; }

    /// <summary>One of <see cref="RequestCodes.States"/>.</summary>
    public required string State { get; set; }
    public string? Outcome { get; set; }
    public Guid AskedById { get; init; }
    public required string AskedBy { get; init; }
    public long Version { get; private set; } = 1;
    public DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset UpdatedAt { get; set; }

    public void Touch(DateTimeOffset now)
    {
        Version++;
        UpdatedAt = now;
    }
}

/// <summary>What the house has decided about alumni work: one row.</summary>
internal sealed class AlumniSettings
{
    public const int UsualMost = 6;

    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>How often an alumnus is asked or written to within twelve months before we say that it is a lot.</summary>
    public int MostContacts { get; set; } = UsualMost;
}

/// <summary>What is right in a request's fields, said once for all messages.</summary>
internal static class RequestCodes
{
    public const string Asked = "asked";
    public static readonly string[] States = [Asked, "accepted", "declined", "done", "no-answer"];
    public static readonly string[] Channels = ["email", "phone", "sms", "post", "in-person"];

    public static IRuleBuilderOptions<T, string?> IsTopic<T>(this IRuleBuilder<T, string?> rule) => rule.NotEmpty().MaximumLength(300).IsPlainText(lines: false);

    public static IRuleBuilderOptions<T, string?> IsShortText<T>(this IRuleBuilder<T, string?> rule) => rule.MaximumLength(200).IsPlainText(lines: false);

    public static IRuleBuilderOptions<T, string?> IsNote<T>(this IRuleBuilder<T, string?> rule) => rule.MaximumLength(4000).IsPlainText();

    public static IRuleBuilderOptions<T, DateOnly?> IsWorkDay<T>(this IRuleBuilder<T, DateOnly?> rule) =>
        rule.Must(day => day is null or { Year: >= 1950 and < 2100 }).WithMessage("The day is from 1950 to 2099.");
}

file sealed class Mapping : IEntityTypeConfiguration<AlumniRequest>
{
    public void Configure(EntityTypeBuilder<AlumniRequest> builder)
    {
        builder.ToTable("alumni_requests");
        builder.Property(r => r.Id).ValueGeneratedNever();
        builder.Property(r => r.Version).IsConcurrencyToken();
        builder.HasIndex(r => new { r.ContactId, r.AskedOn }).HasDatabaseName("ix_alumni_requests_contact");
        builder.HasIndex(r => new { r.AskedOn, r.Id }).HasDatabaseName("ix_alumni_requests_asked_on");
        builder.HasIndex(r => new { r.HeldOn, r.ContactId }).HasFilter("held_on is not null").HasDatabaseName("ix_alumni_requests_held_on");
        builder.HasOne<Alumnus>().WithMany().HasForeignKey(r => r.ContactId);
    }
}
