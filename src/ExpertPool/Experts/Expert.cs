using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Karelia.Crm.ExpertPool.Experts;

/// <summary>What an outside expert told when registering; name and contact details stand with the contact.</summary>
internal sealed class Expert
{
    public Guid ContactId { get; init; }

    /// <summary>Osaamisen kuvaus, in the person's own words.</summary>
    public string? Competence { get; set; }

    /// <summary>Codes of the lists of <see cref="ExpertLists"/>: competences, fields, forms of cooperation.</summary>
    public string[] Tags { get; set; } = [];
    public string[] Fields { get; set; } = [];
    public string[] Forms { get; set; } = [];

    /// <summary>Languages in which the person can train, ISO 639-1.</summary>
    public string[] Languages { get; set; } = [];
    public string? Availability { get; set; }

    /// <summary>Free from this day on; null is not known, and taken as free.</summary>
    public DateOnly? AvailableFrom { get; set; }
    public string? Employer { get; set; }

    /// <summary>Työtehtävä.</summary>
    public string? Task { get; set; }

    /// <summary>What was said of the price.</summary>
    public string? RateNote { get; set; }

    /// <summary>What the last imported answer said, as hashes (<see cref="Consent.ToldBefore"/>).</summary>
    public string? Told { get; private set; }

    /// <summary>When the person was last asked by mail to renew the consent; of no weight when the consent was given after it.</summary>
    public DateTimeOffset? RenewalAskedAt { get; set; }

    /// <summary>The file or the member of staff that the registration came by.</summary>
    public required string Source { get; init; }
    public DateTimeOffset RegisteredAt { get; init; }
    public DateTimeOffset UpdatedAt { get; set; }

    /// <summary>Raised by any change to the expert, its assignments and files; the ETag.</summary>
    public long Version { get; private set; } = 1;

    /// <summary>The words of the competence and of the assignments' titles; a trigger keeps them.</summary>
    public string[] Words { get; private set; } = [];

    /// <summary>Said by every change.</summary>
    public void Touch(DateTimeOffset now)
    {
        Version++;
        UpdatedAt = now;
    }
}

/// <summary>A word that some expert has, with its stems and how many have it. Triggers keep it (Sql/search.sql).</summary>
internal sealed class VocabularyWord
{
    public required string Word { get; init; }
    public string[] Stems { get; init; } = [];
    public int Uses { get; init; }
}

file sealed class Mapping : IEntityTypeConfiguration<Expert>, IEntityTypeConfiguration<VocabularyWord>
{
    public void Configure(EntityTypeBuilder<Expert> builder)
    {
        builder.HasKey(e => e.ContactId);
        builder.Property(e => e.ContactId).ValueGeneratedNever();
        builder.Property(e => e.Version).IsConcurrencyToken();
        builder.Property(e => e.Words).HasDefaultValueSql("'{}'").ValueGeneratedOnAddOrUpdate();
        builder.HasIndex(e => e.Words).HasMethod("gin").HasDatabaseName("ix_experts_words");
        builder.HasIndex(e => e.Tags).HasMethod("gin").HasDatabaseName("ix_experts_tags");
        builder.HasIndex(e => e.Fields).HasMethod("gin").HasDatabaseName("ix_experts_fields");
        builder.HasIndex(e => new { e.UpdatedAt, e.ContactId }).HasDatabaseName("ix_experts_updated_at");
    }

    public void Configure(EntityTypeBuilder<VocabularyWord> builder)
    {
        builder.ToTable("vocabulary").HasKey(v => v.Word);
        builder.HasIndex(v => v.Stems).HasMethod("gin").HasDatabaseName("ix_vocabulary_stems");
        builder.HasIndex(v => v.Word).HasMethod("gin").HasOperators("gin_trgm_ops").HasDatabaseName("ix_vocabulary_word");
    }
}
