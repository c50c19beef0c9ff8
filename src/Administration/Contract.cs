namespace Karelia.Crm.Administration;

/// <summary>Those who sign in.</summary>
public interface IUsers
{
    /// <summary>Notes a sign-in of the scope's user. False: the person was deactivated in the CRM and stays outside.</summary>
    Task<bool> SignedIn(string preferredUsername, string language, CancellationToken ct);
}

/// <summary>What a host remembers of sessions and applications, so that not every request asks the database.</summary>
public interface IRememberedSignIns
{
    /// <summary>Forgets it all, on this host; the others hear of it from the database.</summary>
    void Forget();
}
