using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Karelia.Crm.Accounts;

/// <summary>The status of the cooperation with an organisation or a person, from a moment on.</summary>
internal sealed class StatusChange
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid? ContactId { get; init; }
    public Guid? AccountId { get; init; }

    /// <summary>Null: there is none any more.</summary>
    public string? Status { get; init; }
    public DateTimeOffset At { get; init; }
    public Guid ById { get; init; }
    public required string By { get; init; }
}

file sealed class Mapping : IEntityTypeConfiguration<StatusChange>
{
    public void Configure(EntityTypeBuilder<StatusChange> builder)
    {
        builder.Property(s => s.Id).ValueGeneratedNever();
        builder.HasIndex(s => new { s.AccountId, s.At }).HasDatabaseName("ix_status_changes_account");
        builder.HasIndex(s => new { s.ContactId, s.At }).HasDatabaseName("ix_status_changes_contact");
        builder.ToTable(table => table.HasCheckConstraint("ck_status_changes_one", "num_nonnulls(account_id, contact_id) = 1"));
    }
}
