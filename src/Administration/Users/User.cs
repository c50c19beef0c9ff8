using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Karelia.Crm.Administration.Users;

/// <summary>Somebody of the staff who has signed in at least once.</summary>
internal sealed class User
{
    /// <summary>Entra's object id.</summary>
    public Guid Id { get; init; }

    public required string Name { get; init; }
    public required string PreferredUsername { get; init; }

    /// <summary>The roles at the latest sign-in: what a request may do, its own session says.</summary>
    public required string[] Roles { get; init; }

    public required string Language { get; set; }
    public bool IsActive { get; private set; } = true;

    /// <summary>Why the user was last shut out or let in again, if somebody said.</summary>
    public string? ActiveReason { get; private set; }

    public DateTimeOffset FirstSeen { get; init; }
    public DateTimeOffset LastSeen { get; init; }

    /// <summary>Ends the person's sessions too: the database sees to it, whoever changes the row.</summary>
    public void Deactivate(CurrentUser by, string? reason)
    {
        if (by.Id == Id)
            throw new Refusal("own-account", detail: "You cannot deactivate yourself. Ask another administrator.");
        if (!IsActive)
            throw new Refusal("already-inactive", detail: "The user is already deactivated.");
        (IsActive, ActiveReason) = (false, reason);
    }

    public void Activate(string? reason)
    {
        if (IsActive)
            throw new Refusal("already-active", detail: "The user is already active.");
        (IsActive, ActiveReason) = (true, reason);
    }
}

file sealed class Mapping : IEntityTypeConfiguration<User>
{
    public void Configure(EntityTypeBuilder<User> builder)
    {
        builder.Property(user => user.Name).UseCollation("fi-x-icu");
        builder.HasIndex(user => new { user.Name, user.Id });
    }
}
