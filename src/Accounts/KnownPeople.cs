namespace Karelia.Crm.Accounts;

/// <summary>People as the modules above meet them one by one: known to the user, or 404.</summary>
public interface IKnownPeople
{
    /// <summary>404 when there is no such person, or the user may not know of it. An id that was merged away leads to the survivor.</summary>
    Task<KnownPerson> Know(Guid contactId, CancellationToken ct);

    /// <summary>The same, and the person is held until the transaction ends: what is decided about one person is decided one after another.</summary>
    Task<KnownPerson> Hold(Guid contactId, CancellationToken ct);

    /// <summary>Ends a role whose ground is gone, for a passive person too.</summary>
    Task EndRole(Guid contactId, string role, CancellationToken ct);

    /// <summary>Restricts the processing of the person's data, or ends that; of a passive person too.</summary>
    Task Restrict(Guid contactId, bool isRestricted, CancellationToken ct);
}

/// <summary>A person, and whether it is passive.</summary>
public sealed record KnownPerson(Guid Id, bool IsPassive)
{
    /// <summary>The ids under which there is evidence of the person: its own, and those of records that were merged into it.</summary>
    public required Guid[] Ids { get; init; }

    public bool IsRestricted { get; init; }
}
