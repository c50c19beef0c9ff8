namespace Karelia.Crm.Accounts;

/// <summary>People who became one, or two again: the first stays, the others lead there.</summary>
public sealed record MergedPeople(Guid MergeId, Guid SurvivorId, Guid[] OtherIds, DateTimeOffset At);

/// <summary>A module that has more to do at a merge than to let its rows move; runs in the merge's transaction.</summary>
public interface IFollowsMerges
{
    /// <summary>Nothing has moved yet.</summary>
    Task Before(MergedPeople people, CancellationToken ct);

    /// <summary>The rows stand with the survivor.</summary>
    Task After(MergedPeople people, CancellationToken ct);

    /// <summary>The rows are back; the others are people of their own again.</summary>
    Task Undone(MergedPeople people, CancellationToken ct);
}
