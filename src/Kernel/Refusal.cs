namespace Karelia.Crm.Kernel;

/// <summary>A rule said no. Becomes a problem (RFC 9457) with the stable type <c>/problems/{type}</c>.</summary>
public sealed class Refusal(string type, int status = StatusCodes.Status409Conflict, string? detail = null) : Exception(detail ?? type)
{
    /// <summary>The stable name of the cause, kebab-case.</summary>
    public string Type { get; } = type;

    /// <summary>The HTTP status it leaves as.</summary>
    public int Status { get; } = status;

    /// <summary>What was wrong and what to do, for people; null when the type says all.</summary>
    public string? Detail { get; } = detail;

    /// <summary>More members of the problem, such as what collided.</summary>
    public IReadOnlyDictionary<string, object?> More { get; init; } = new Dictionary<string, object?>();

    /// <summary>Faults of single fields by JSON pointer.</summary>
    public IReadOnlyDictionary<string, string[]>? Errors { get; init; }

    /// <summary>404: unknown, or hidden from the caller; the two look the same.</summary>
    public static Refusal Unknown() => new("unknown", StatusCodes.Status404NotFound, "There is no such record.");

    /// <summary>409: the person is passive; <paramref name="may"/> says what can be done with the record nevertheless.</summary>
    public static Refusal Passive(string may = "it can be read, but neither edited nor used with other records") =>
        new("passive-record", detail: $"The record is passive: {may}. Activate it first.");

    /// <summary>422: one field, named by JSON pointer, is wrong in a way that only the register could tell.</summary>
    public static Refusal Field(string path, string message) =>
        new("validation", StatusCodes.Status422UnprocessableEntity, "Some fields are not right.")
        {
            Errors = new Dictionary<string, string[]> { [path] = [message] },
        };
}
