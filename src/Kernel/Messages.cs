namespace Karelia.Crm.Kernel;

/// <summary>A message that changes something; it runs in one transaction with all it calls.</summary>
public interface IChange;

/// <summary>A use case that changes the register and answers with <typeparamref name="TAnswer"/>.</summary>
public interface ICommand<out TAnswer> : IRequest<TAnswer>, IChange;

/// <summary>A use case that reads.</summary>
public interface IQuery<out TAnswer> : IRequest<TAnswer>;

/// <summary>An answer that shows people: whose ids it showed goes to the audit log (tiedonhallintalaki 17 §).</summary>
public interface IShowsPeople
{
    /// <summary>The contacts whose data the answer holds.</summary>
    IEnumerable<Guid> ShownPeople();
}

/// <summary>An answer that carries the version of its root; it leaves as the ETag.</summary>
public interface IVersioned
{
    /// <summary>Raised by any change to the root or its parts.</summary>
    long Version { get; }
}

/// <summary>Maps one use case to its address. Found by reflection; each slice file holds one.</summary>
public interface IRoute
{
    /// <summary>Adds the endpoint under <c>/api/v1</c>.</summary>
    void Map(IEndpointRouteBuilder api);
}

/// <summary>Pages for people without sign-in, at the root and made by the server; found by reflection as routes are.</summary>
public interface IPage
{
    void Map(IEndpointRouteBuilder site);
}

/// <summary>Who may send a message. A message without it cannot be sent.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class AllowAttribute(params string[] roles) : Attribute
{
    /// <summary>App roles (<see cref="Role"/>), any of which suffices.</summary>
    public IReadOnlyList<string> Roles { get; } = roles;
}

/// <summary>The app roles of Entra ID.</summary>
public static class Role
{
    public const string Reader = "Crm.Reader";
    public const string CustomerManager = "Crm.CustomerManager";
    public const string PartnershipManager = "Crm.PartnershipManager";
    public const string AlumniCoordinator = "Crm.AlumniCoordinator";
    public const string ExpertCoordinator = "Crm.ExpertCoordinator";
    public const string Sales = "Crm.Sales";
    public const string Communications = "Crm.Communications";
    public const string DataProtectionOfficer = "Crm.DataProtectionOfficer";
    public const string Admin = "Crm.Admin";
    public const string IntegrationRead = "Integration.Read";
    public const string IntegrationWrite = "Integration.Write";

    /// <summary>Everyone signed in, whatever the role.</summary>
    public const string Anyone = "*";

    /// <summary>Everyone, without sign-in: the operations that people outside the house need, and no other (docs/decisions/0014-without-sign-in.md).</summary>
    public const string Public = "public";

    /// <summary>Every role there is.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        Reader, CustomerManager, PartnershipManager, AlumniCoordinator, ExpertCoordinator, Sales, Communications,
        DataProtectionOfficer, Admin, IntegrationRead, IntegrationWrite,
    ];

    /// <summary>Adds what a role includes: every staff role but Admin reads as a Reader does.</summary>
    public static IEnumerable<string> WithIncluded(IEnumerable<string> roles)
    {
        var own = roles.ToHashSet();
        if (own.Any(role => role.StartsWith("Crm.", StringComparison.Ordinal) && role != Admin))
            own.Add(Reader);
        return own;
    }
}
