using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Karelia.Crm.Administration.SignIn;

/// <summary>A browser session. The host reads and writes it by SQL, at nearly every request.</summary>
internal sealed class AuthSession
{
    /// <summary>SHA-256 of the key that the cookie holds: the table alone opens no session.</summary>
    public required byte[] KeyHash { get; init; }

    public Guid UserId { get; init; }
    public required byte[] Ticket { get; init; }
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>Ends then when nothing is done.</summary>
    public DateTimeOffset ExpiresAt { get; init; }

    /// <summary>Ends then in any case.</summary>
    public DateTimeOffset EndsAt { get; init; }
}

file sealed class Mapping : IEntityTypeConfiguration<AuthSession>
{
    public void Configure(EntityTypeBuilder<AuthSession> builder)
    {
        builder.HasKey(session => session.KeyHash);
        builder.HasOne<Users.User>().WithMany().HasForeignKey(session => session.UserId).OnDelete(DeleteBehavior.Cascade);
    }
}
