namespace Karelia.Crm.Kernel;

/// <summary>What the HTTP request said beside its message: the expected version and the idempotency key.</summary>
public sealed class Call
{
    /// <summary>From <c>If-Match</c>; null when the request does not carry it.</summary>
    public long? ExpectedVersion { get; set; }

    /// <summary>From <c>Idempotency-Key</c>.</summary>
    public string? IdempotencyKey { get; set; }

    /// <summary>Hash of method, path and body, so that a key used twice with other content is noticed.</summary>
    public string? Fingerprint { get; set; }

    /// <summary>412 when the caller saw another version than the present one.</summary>
    public void Expect(long version)
    {
        if (ExpectedVersion is { } expected && expected != version)
            throw new Refusal("stale", StatusCodes.Status412PreconditionFailed, "Somebody else changed this meanwhile. Read it again and repeat your change.");
    }
}
