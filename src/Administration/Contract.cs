namespace Karelia.Crm.Administration;

/// <summary>Those who sign in.</summary>
public interface IUsers
{
    /// <summary>Notes a sign-in of the scope's user. False: the person was deactivated in the CRM and stays outside.</summary>
    Task<bool> SignedIn(string preferredUsername, string language, CancellationToken ct);

    /// <summary>A member of staff whose account is in use; null when there is none.</summary>
    Task<KnownUser?> Find(Guid id, CancellationToken ct);
}

/// <summary>A member of staff, by name.</summary>
public sealed record KnownUser(Guid Id, string Name);

/// <summary>What a host remembers of sessions and applications, so that not every request asks the database.</summary>
public interface IRememberedSignIns
{
    /// <summary>Forgets it all, on this host; the others hear of it from the database.</summary>
    void Forget();
}
