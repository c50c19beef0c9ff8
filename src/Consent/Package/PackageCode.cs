using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Karelia.Crm.Consent.Package;

/// <summary>A one-time code, mailed to the address that the register has: who reads that mail gets the package.</summary>
internal sealed class PackageCode
{
    public const int MostAttempts = 5;
    public static readonly TimeSpan Life = TimeSpan.FromMinutes(15);

    /// <summary>Nothing that looks like something else.</summary>
    private const string Letters = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";

    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid RequestId { get; init; }
    public required byte[] Hash { get; init; }
    public DateTimeOffset SentAt { get; init; }
    public int Attempts { get; set; }
    public DateTimeOffset? UsedAt { get; set; }

    public static string New() => RandomNumberGenerator.GetString(Letters, 8);

    /// <summary>As it may be typed: in small letters, with spaces.</summary>
    public static byte[] HashOf(Guid requestId, string code) =>
        SHA256.HashData([.. requestId.ToByteArray(), .. Encoding.UTF8.GetBytes(string.Concat(code.Where(char.IsLetterOrDigit)).ToUpperInvariant())]);

    public bool IsOpen(DateTimeOffset now) => UsedAt is null && Attempts < MostAttempts && now < SentAt + Life;
}

file sealed class Mapping : IEntityTypeConfiguration<PackageCode>
{
    public void Configure(EntityTypeBuilder<PackageCode> builder)
    {
        builder.ToTable("package_codes").Property(c => c.Id).ValueGeneratedNever();
        builder.HasIndex(c => new { c.RequestId, c.SentAt }).HasDatabaseName("ix_package_codes_request");
    }
}
