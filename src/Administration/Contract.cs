namespace Karelia.Crm.Administration;

/// <summary>Those who sign in.</summary>
public interface IUsers
{
    /// <summary>Notes a sign-in of the scope's user. False: the person was deactivated in the CRM and stays outside.</summary>
    Task<bool> SignedIn(string preferredUsername, string language, CancellationToken ct);

    /// <summary>A member of staff whose account is in use; null when there is none.</summary>
    Task<KnownUser?> Find(Guid id, CancellationToken ct);

    /// <summary>Takes away the account of one whose access ended. Who was shut out stays so; another may sign in again as somebody new.</summary>
    Task Forget(Guid id, string reason, CancellationToken ct);
}

/// <summary>A member of staff, by name.</summary>
public sealed record KnownUser(Guid Id, string Name);

/// <summary>What a host remembers of sessions and applications, so that not every request asks the database.</summary>
public interface IRememberedSignIns
{
    /// <summary>Forgets it all, on this host; the others hear of it from the database.</summary>
    void Forget();
}

/// <summary>The audit log's own retention.</summary>
public interface IAuditRetention
{
    /// <summary>Takes away entries that are older, whole seals at a time; the chain of seals stays and still verifies. Answers how many.</summary>
    Task<long> Prune(DateTimeOffset before, CancellationToken ct);
}

/// <summary>What the audit log knows of a span of time.</summary>
public interface IAuditTrail
{
    /// <summary>The people whom acts within the span showed or changed: all, or those of one user or one use case.</summary>
    Task<IReadOnlyList<Guid>> Affected(AuditSpan span, CancellationToken ct);
}

/// <summary>Acts from one instant until another, by anybody or one user, of any use case or one.</summary>
public sealed record AuditSpan(DateTimeOffset From, DateTimeOffset To, Guid? UserId, string? UseCase);

/// <summary>A list of codes that the house edits without a release: its code, its names, who keeps it beside the administrator, and what it begins with.</summary>
public sealed record CodeList(string Code, string Fi, string En, IReadOnlyList<string> Editors, IReadOnlyList<FirstCode> Starting);

/// <summary>A code that a list begins with; other names that lead to it come last.</summary>
public sealed record FirstCode(string Code, string Fi, string En, params IReadOnlyList<string> Aliases);

/// <summary>The codes as they stand now.</summary>
public interface ICodeLists
{
    /// <summary>The codes of a list in their order, retired ones too.</summary>
    Task<IReadOnlyList<KnownCode>> Of(string list, CancellationToken ct);

    /// <summary>The code that a text names, by its names of today or before; null when it names none.</summary>
    Task<string?> CodeOf(string list, string? name, CancellationToken ct);
}

/// <summary>A code of a list with all its names.</summary>
public sealed record KnownCode(string Code, string Fi, string En, IReadOnlyList<string> Aliases, bool IsRetired);

/// <summary>How a module declares its lists.</summary>
public static class CodeListDeclaration
{
    /// <summary>Adds a list; its starting codes are written where they are missing, at start.</summary>
    public static IServiceCollection AddCodeList(this IServiceCollection services, CodeList list) => services.AddSingleton(list);
}
