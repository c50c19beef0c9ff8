using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Karelia.Crm.Alumni.Alumni;

/// <summary>What a person told as an alumnus; name and contact details stand with the contact.</summary>
internal sealed class Alumnus
{
    public Guid ContactId { get; init; }
    public string? FormerLastName { get; set; }
    public DateOnly? DateOfBirth { get; set; }
    public string? Employer { get; set; }

    /// <summary>Työtehtävä.</summary>
    public string? Task { get; set; }

    /// <summary>The file or the member of staff that the registration came by.</summary>
    public required string Source { get; init; }
    public DateTimeOffset RegisteredAt { get; init; }
    public DateTimeOffset UpdatedAt { get; set; }

    /// <summary>The year of the latest degree, 0 when none is known. A trigger of the degrees keeps it.</summary>
    public int Graduated { get; private set; }

    /// <summary>Raised by any change to the alumnus or its degrees and interests; the ETag.</summary>
    public long Version { get; private set; } = 1;

    public List<Degree> Degrees { get; init; } = [];
    public List<Cooperation.Interest> Interests { get; init; } = [];
    public List<Registration> Registrations { get; init; } = [];

    /// <summary>Said by every change.</summary>
    public void Touch(DateTimeOffset now)
    {
        Version++;
        UpdatedAt = now;
    }
}

/// <summary>A degree taken here; a person may have several. Programmes change their names, so the words are kept as given.</summary>
internal sealed class Degree
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid ContactId { get; init; }
    public string? Programme { get; set; }

    /// <summary>The programme of the code list that the words name, if they name one. The database finds it, whoever writes, and again when the list changes.</summary>
    public string? ProgrammeCode { get; set; }

    /// <summary>The institution under its name of then; few say it.</summary>
    public string? Institution { get; set; }

    /// <summary>As <see cref="ProgrammeCode"/>.</summary>
    public string? InstitutionCode { get; set; }
    public int? StartedYear { get; set; }

    /// <summary>Suoritettu tutkinto, such as Tradenomi (AMK).</summary>
    public string? Title { get; set; }
    public int? GraduatedYear { get; set; }
}

file sealed class Mapping : IEntityTypeConfiguration<Alumnus>, IEntityTypeConfiguration<Degree>
{
    public void Configure(EntityTypeBuilder<Alumnus> builder)
    {
        builder.HasKey(a => a.ContactId);
        builder.Property(a => a.Version).IsConcurrencyToken();
        builder.Property(a => a.ContactId).ValueGeneratedNever();
        builder.Property(a => a.Graduated).HasDefaultValue(0).ValueGeneratedOnAddOrUpdate();
        builder.Property<string>("SearchText")
            .HasComputedColumnSql("accounts.fold(coalesce(former_last_name, '') || ' ' || coalesce(employer, '') || ' ' || coalesce(task, ''))", stored: true);
        builder.HasIndex("SearchText").HasMethod("gin").HasOperators("gin_trgm_ops").HasDatabaseName("ix_alumni_search_text");
        builder.HasIndex(a => new { a.Graduated, a.ContactId }).HasDatabaseName("ix_alumni_graduated");
        builder.HasIndex(a => new { a.UpdatedAt, a.ContactId }).HasDatabaseName("ix_alumni_updated_at");
        builder.HasMany(a => a.Degrees).WithOne().HasForeignKey(d => d.ContactId);
        builder.HasMany(a => a.Interests).WithOne().HasForeignKey(i => i.ContactId);
    }

    public void Configure(EntityTypeBuilder<Degree> builder)
    {
        builder.Property(d => d.Id).ValueGeneratedNever();
        builder.HasIndex(d => d.ContactId).HasDatabaseName("ix_degrees_contact");
        builder.HasIndex(d => new { d.GraduatedYear, d.ContactId }).HasDatabaseName("ix_degrees_graduated_year");
        builder.HasIndex(d => new { d.ProgrammeCode, d.GraduatedYear }).HasDatabaseName("ix_degrees_programme_code");
        builder.HasIndex(d => d.Programme).HasDatabaseName("ix_degrees_programme");
        builder.HasIndex(d => d.Title).HasDatabaseName("ix_degrees_title");
    }
}
