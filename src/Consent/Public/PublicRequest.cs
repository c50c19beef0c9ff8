using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Karelia.Crm.Consent.Public;

/// <summary>
/// What somebody asked for on the public form and has not confirmed yet. Written and deleted by SQL, so that the audit keeps no copy of what anybody may write;
/// it goes to the officer when it is confirmed, and is forgotten after seven days when it is not.
/// </summary>
internal sealed record PublicRequest(
    Guid Id, string FirstName, string LastName, string? FormerLastName, string Email, int? GraduationYear, string Scope, string Language, string? Message, DateTimeOffset ReceivedAt)
{
    public static readonly TimeSpan Kept = TimeSpan.FromDays(7);

    public const string All = "all";
    public const string Newsletter = "newsletter";
    public const string Correction = "correction";
}

file sealed class Mapping : IEntityTypeConfiguration<PublicRequest>
{
    public void Configure(EntityTypeBuilder<PublicRequest> builder)
    {
        builder.ToTable("public_requests").Property(r => r.Id).ValueGeneratedNever();
        builder.HasIndex(r => r.ReceivedAt).HasDatabaseName("ix_public_requests_received");
    }
}
