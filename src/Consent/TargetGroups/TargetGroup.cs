using System.Text.Json;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Karelia.Crm.Consent.TargetGroups;

/// <summary>Kohderyhmä: people by a definition, or a list of them kept by hand. An archived one can no longer be used, but says what was disclosed by it.</summary>
internal sealed class TargetGroup
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required string Name { get; set; }
    public string? Description { get; set; }

    /// <summary>The <see cref="Condition"/>, JSON; null when the people are listed by hand.</summary>
    public string? Definition { get; set; }
    public bool IsShared { get; set; }
    public Guid OwnerId { get; init; }
    public required string OwnerName { get; init; }
    public DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset UpdatedAt { get; set; }
    public DateTimeOffset? ArchivedAt { get; set; }
    public long Version { get; set; } = 1;

    public bool IsStatic => Definition is null;

    public Condition? Condition() => Definition is null ? null : Read(Definition);

    public static string Write(Condition definition) => JsonSerializer.Serialize(definition, MailingLists.MailingList.Json);

    public static Condition Read(string definition) => JsonSerializer.Deserialize<Condition>(definition, MailingLists.MailingList.Json)!;

    public void Touch(DateTimeOffset now) => (UpdatedAt, Version) = (now, Version + 1);
}

/// <summary>A person on a list kept by hand.</summary>
internal sealed class TargetGroupMember
{
    public Guid GroupId { get; init; }
    public Guid ContactId { get; init; }
    public DateTimeOffset AddedAt { get; init; }
}

file sealed class Mapping : IEntityTypeConfiguration<TargetGroup>, IEntityTypeConfiguration<TargetGroupMember>
{
    public void Configure(EntityTypeBuilder<TargetGroup> builder)
    {
        builder.Property(g => g.Id).ValueGeneratedNever();
        builder.Property(g => g.Definition).HasColumnType("jsonb");
        builder.Property(g => g.Version).IsConcurrencyToken();
        builder.Ignore(g => g.IsStatic);
        builder.HasIndex(g => new { g.Name, g.Id }).HasDatabaseName("ix_target_groups_name");
    }

    public void Configure(EntityTypeBuilder<TargetGroupMember> builder)
    {
        builder.ToTable("target_group_members").HasKey(m => new { m.GroupId, m.ContactId });
        builder.HasOne<TargetGroup>().WithMany().HasForeignKey(m => m.GroupId);
        builder.HasIndex(m => m.ContactId).HasDatabaseName("ix_target_group_members_contact");
    }
}
