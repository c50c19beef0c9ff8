using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Karelia.Crm.Alumni.Alumni;

/// <summary>A way by which a person registered; who came by both has both. The consent given then stands in the ledger.</summary>
internal sealed class Registration
{
    /// <summary>With the application for the degree certificate.</summary>
    public const string Application = "degree-application";

    /// <summary>By the registration form.</summary>
    public const string Form = "webropol";

    public Guid ContactId { get; init; }
    public required string Channel { get; init; }
    public DateTimeOffset At { get; init; }

    /// <summary>The file that it came by.</summary>
    public required string Source { get; init; }
}

file sealed class Mapping : IEntityTypeConfiguration<Registration>
{
    public void Configure(EntityTypeBuilder<Registration> builder)
    {
        builder.HasKey(r => new { r.ContactId, r.Channel });
        builder.HasOne<Alumnus>().WithMany(a => a.Registrations).HasForeignKey(r => r.ContactId);
    }
}
