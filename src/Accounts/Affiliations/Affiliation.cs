using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Karelia.Crm.Accounts.Affiliations;

/// <summary>A person's place in an organisation, for as long as it lasts.</summary>
internal sealed class Affiliation
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid ContactId { get; init; }
    public Guid AccountId { get; init; }

    /// <summary>Tehtävä: title or task.</summary>
    public string? Title { get; set; }

    /// <summary>What the person is to us there: thesis supervisor, billing contact.</summary>
    public string? RoleThere { get; set; }
    public DateOnly? ValidFrom { get; set; }

    /// <summary>The last day; null while it lasts.</summary>
    public DateOnly? ValidTo { get; set; }

    /// <summary>The one shown beside the name. One a person at most.</summary>
    public bool IsPrimary { get; set; }
}

file sealed class Mapping : IEntityTypeConfiguration<Affiliation>
{
    public void Configure(EntityTypeBuilder<Affiliation> builder)
    {
        builder.Property(a => a.Id).ValueGeneratedNever();
        builder.HasIndex(a => new { a.ContactId, a.AccountId }).HasDatabaseName("ix_affiliations_contact");
        builder.HasIndex(a => new { a.AccountId, a.ContactId }).HasDatabaseName("ix_affiliations_account");
        builder.HasIndex(a => a.AccountId).HasFilter("valid_to is null").HasDatabaseName("ix_affiliations_present");
        builder.HasIndex(a => a.Title).HasMethod("gin").HasOperators("gin_trgm_ops").HasDatabaseName("ix_affiliations_title");
        // One primary a person, deferred so that it can move within a transaction: ex_affiliations_primary, made in the migration.
    }
}
