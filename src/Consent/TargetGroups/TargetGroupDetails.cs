namespace Karelia.Crm.Consent.TargetGroups;

/// <summary>A group with its definition, or null for a list kept by hand, and how many people it means now.</summary>
internal sealed record TargetGroupDetails(
    Guid Id, string Name, string? Description, Condition? Definition, bool IsStatic, bool IsShared, bool Mine, string OwnerName, DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt, int Count, long Version) : IVersioned
{
    public static TargetGroupDetails Of(TargetGroup g, CurrentUser user, int count) => new(
        g.Id, g.Name, g.Description, g.Condition(), g.IsStatic, g.IsShared, g.OwnerId == user.Id, g.OwnerName, g.CreatedAt, g.UpdatedAt, count, g.Version);
}
