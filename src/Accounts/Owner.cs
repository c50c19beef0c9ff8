namespace Karelia.Crm.Accounts;

/// <summary>Vastuuhenkilö: the member of staff who looks after a record.</summary>
internal sealed record Owner(Guid Id, string Name)
{
    public static Owner? Of(Record record) => record.OwnerId is { } id ? new(id, record.OwnerName ?? "") : null;
}

/// <summary>What the status of the cooperation was from a moment on, and who said so; null when there was none.</summary>
internal sealed record StatusLine(string? Status, DateTimeOffset At, string By)
{
    public static IReadOnlyList<StatusLine> Of(IEnumerable<StatusChange> history) => [.. history.OrderByDescending(change => change.At).Select(change => new StatusLine(change.Status, change.At, change.By))];
}
