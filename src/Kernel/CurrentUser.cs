namespace Karelia.Crm.Kernel;

/// <summary>Who acts in this scope: a signed-in person, an application, or the job that one of them started.</summary>
public sealed class CurrentUser
{
    private HashSet<string> roles = [];

    /// <summary>Entra's object id; empty for the system itself.</summary>
    public Guid Id { get; private set; }

    /// <summary>Shown in the audit log and beside what the user did.</summary>
    public string Name { get; private set; } = "";

    /// <summary>The roles, included ones too.</summary>
    public IReadOnlyCollection<string> Roles => roles;

    /// <summary>Whether the user has the role, itself or through another.</summary>
    public bool Is(string role) => role == Role.Public || roles.Contains(role) || (role == Role.Anyone && roles.Count > 0);

    /// <summary>Sets the user of the scope, once, where the scope begins.</summary>
    public void Become(Guid id, string name, IEnumerable<string> withRoles) => (Id, Name, roles) = (id, name, [.. Role.WithIncluded(withRoles)]);
}
