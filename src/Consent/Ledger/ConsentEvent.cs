using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Karelia.Crm.Consent.Ledger;

/// <summary>One entry of the consent ledger. Entries are only added; what holds now is derived from them (<see cref="Standing"/>).</summary>
internal sealed class ConsentEvent
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>The order of entries.</summary>
    public long Sequence { get; init; }
    public Guid ContactId { get; init; }

    /// <summary>One of <see cref="ConsentPurposes"/>.</summary>
    public required string Purpose { get; init; }

    /// <summary>given, refused, confirmed, withdrawn, expired, legacy-unproven; annulled takes back the entry that <see cref="Annuls"/> names.</summary>
    public required string Kind { get; init; }

    /// <summary>The sentence that was agreed to: its very words are the version.</summary>
    public Guid? TextId { get; init; }

    /// <summary>webropol, student-register, staff, public-form ...</summary>
    public required string Source { get; init; }

    /// <summary>Evidence: the file, its SHA-256 and the sheet's line.</summary>
    public string? FileName { get; init; }
    public string? FileSha256 { get; init; }
    public int? Row { get; init; }
    public Guid? ImportId { get; init; }

    /// <summary>When the person said it.</summary>
    public DateTimeOffset At { get; init; }
    public DateTimeOffset RecordedAt { get; init; }
    public Guid UserId { get; init; }
    public required string UserName { get; init; }
    public Guid? Annuls { get; init; }

    /// <summary>Whether it came with a registration: from a file, the student register or the public form, not from a talk with staff.</summary>
    public bool IsFromRegistration => ImportId is not null || Source is "registration" or "webropol" or "student-register" or "public-form" or "import";
}

/// <summary>What an entry of the ledger says.</summary>
internal static class Kinds
{
    public const string Given = "given";
    public const string Refused = "refused";
    public const string Confirmed = "confirmed";
    public const string Withdrawn = "withdrawn";
    public const string Expired = "expired";
    public const string Annulled = "annulled";
    public const string LegacyUnproven = "legacy-unproven";
}

/// <summary>The words of a consent, kept once.</summary>
internal sealed class ConsentText
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required string Text { get; init; }

    /// <summary>Of the text, hex.</summary>
    public required string Sha256 { get; init; }
    public DateTimeOffset FirstSeenAt { get; init; }
}

/// <summary>What holds now for a person and purpose: kept by a trigger of the ledger, never written by code.</summary>
internal sealed class Standing
{
    public Guid ContactId { get; init; }
    public required string Purpose { get; init; }
    public required string State { get; init; }
    public DateTimeOffset Since { get; init; }
    public Guid EventId { get; init; }

    public bool Holds => State is Kinds.Given or Kinds.Confirmed;
    public bool IsNo => State is Kinds.Withdrawn or Kinds.Refused;
}

file sealed class Mapping : IEntityTypeConfiguration<ConsentEvent>, IEntityTypeConfiguration<ConsentText>, IEntityTypeConfiguration<Standing>
{
    public void Configure(EntityTypeBuilder<ConsentEvent> builder)
    {
        builder.Property(e => e.Id).ValueGeneratedNever();
        builder.Ignore(e => e.IsFromRegistration);
        builder.Property(e => e.Sequence).UseIdentityAlwaysColumn();
        builder.Property(e => e.Purpose).UseCollation("C");
        builder.HasIndex(e => new { e.ContactId, e.Purpose, e.Sequence }).HasDatabaseName("ix_events_contact_purpose");
        builder.HasIndex(e => e.ImportId).HasFilter("import_id is not null").HasDatabaseName("ix_events_import");
        builder.HasIndex(e => e.Annuls).IsUnique().HasFilter("annuls is not null").HasDatabaseName("ux_events_annuls");
        // The few without words or file: their people are asked anew.
        builder.HasIndex(e => e.ContactId).HasFilter("text_id is null and file_name is null and file_sha256 is null and import_id is null").HasDatabaseName("ix_events_unproven");
        builder.HasOne<ConsentEvent>().WithMany().HasForeignKey(e => e.Annuls);
    }

    public void Configure(EntityTypeBuilder<ConsentText> builder)
    {
        builder.Property(t => t.Id).ValueGeneratedNever();
        builder.HasIndex(t => t.Sha256).IsUnique().HasDatabaseName("ux_texts_sha256");
    }

    public void Configure(EntityTypeBuilder<Standing> builder)
    {
        builder.HasKey(s => new { s.ContactId, s.Purpose });
        builder.Property(s => s.Purpose).UseCollation("C");
        builder.Property(s => s.State).UseCollation("C");
        builder.Ignore(s => s.Holds).Ignore(s => s.IsNo);
        builder.HasIndex(s => new { s.Purpose, s.State, s.ContactId }).HasDatabaseName("ix_standings_purpose");
    }
}
