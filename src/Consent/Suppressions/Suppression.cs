using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Karelia.Crm.Consent.Suppressions;

/// <summary>What the newsletter service reported of an address: its owner left, mail came back, or its owner asked to be forgotten.</summary>
internal sealed class Suppression
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid ContactId { get; init; }

    /// <summary>One of <see cref="Views"/>.</summary>
    public required string View { get; init; }
    public required string Address { get; init; }

    /// <summary>When it happened there; when the file was read, if it does not say.</summary>
    public DateTimeOffset At { get; init; }
    public DateTimeOffset RecordedAt { get; init; }
    public Guid ImportId { get; init; }
}

/// <summary>The lists that Liana Mailer gives back.</summary>
internal static class Views
{
    public const string Unsubscribed = "unsubscribed";
    public const string Unreachable = "unreachable";
    public const string Forgotten = "forgotten";

    public static readonly string[] All = [Unsubscribed, Unreachable, Forgotten];
}

file sealed class Mapping : IEntityTypeConfiguration<Suppression>
{
    public void Configure(EntityTypeBuilder<Suppression> builder)
    {
        builder.Property(s => s.Id).ValueGeneratedNever();
        builder.HasIndex(s => new { s.ContactId, s.View, s.Address, s.At }).IsUnique().HasDatabaseName("ux_suppressions_report");
    }
}
