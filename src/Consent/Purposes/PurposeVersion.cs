using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Karelia.Crm.Consent.Purposes;

/// <summary>
/// Käsittelyn tarkoitus: what personal data is processed for, on which basis, for how long, and who receives it. Versioned data that the data protection officer
/// approves: the newest approved version of a code holds. Code ties fields to the codes alone.
/// </summary>
internal sealed class PurposeVersion
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required string Code { get; init; }
    public int Number { get; init; }
    public required string NameFi { get; init; }
    public required string NameEn { get; init; }

    /// <summary>One of <see cref="Karelia.Crm.Accounts.LegalBases"/>.</summary>
    public required string Basis { get; init; }

    /// <summary>What the basis is in words: the statute, the agreement, the interest.</summary>
    public string GroundFi { get; init; } = "";
    public string GroundEn { get; init; } = "";

    /// <summary>What data, where declarations do not say it yet or not all.</summary>
    public string DataFi { get; init; } = "";
    public string DataEn { get; init; } = "";

    /// <summary>How long. Empty: not decided, and the notice says so.</summary>
    public string RetentionFi { get; init; } = "";
    public string RetentionEn { get; init; } = "";
    public int? RetentionMonths { get; init; }
    public string[] Recipients { get; init; } = [];

    /// <summary>Groups of data subjects, <see cref="DataSubjects"/>.</summary>
    public string[] Groups { get; init; } = [];

    /// <summary>Roles in the cooperation that make the purpose active for a person.</summary>
    public string[] Roles { get; init; } = [];

    /// <summary>Within how many days what rested on the purpose alone is to be erased once it is gone.</summary>
    public int ErasureDays { get; init; } = 30;
    public DateTimeOffset ProposedAt { get; init; }
    public Guid ProposedById { get; init; }
    public required string ProposedBy { get; init; }
    public DateTimeOffset? ApprovedAt { get; private set; }
    public string? ApprovedBy { get; private set; }

    public void Approve(CurrentUser user, FourEyes four, DateTimeOffset now)
    {
        if (ApprovedAt is not null)
            throw new Refusal("already-approved", detail: "It is approved already.");
        four.Check(ProposedById, user);
        (ApprovedAt, ApprovedBy) = (now, user.Name);
    }
}

file sealed class Mapping : IEntityTypeConfiguration<PurposeVersion>
{
    public void Configure(EntityTypeBuilder<PurposeVersion> builder)
    {
        builder.ToTable("purpose_versions").Property(p => p.Id).ValueGeneratedNever();
        builder.Property(p => p.ApprovedAt).IsConcurrencyToken();
        builder.HasIndex(p => new { p.Code, p.Number }).IsUnique().HasDatabaseName("ux_purpose_versions_code");
    }
}
