namespace Karelia.Crm.Consent;

/// <summary>Lists in the order of one id.</summary>
internal static class ById
{
    /// <summary>The id after which the page begins; the empty one is before all.</summary>
    public static Guid After(string? cursor) => Cursor.Read(cursor, 1) is [var last] ? Cursor.Key<Guid>(last) : Guid.Empty;
}
