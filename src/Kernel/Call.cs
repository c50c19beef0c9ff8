namespace Karelia.Crm.Kernel;

/// <summary>What the HTTP request said beside its message: the expected version and the idempotency key.</summary>
public sealed class Call
{
    /// <summary>From <c>If-Match</c>; null when the request does not carry it.</summary>
    public long? ExpectedVersion { get; set; }

    /// <summary>From <c>Idempotency-Key</c>.</summary>
    public string? IdempotencyKey { get; set; }

    /// <summary>Hash of address and content, so that a key used twice with other content is noticed.</summary>
    internal byte[]? Fingerprint { get; set; }

    /// <summary>The command that the key is for runs.</summary>
    internal bool IsKeyed { get; set; }

    /// <summary>412 when the caller saw another version than the present one.</summary>
    public void Expect(long version)
    {
        if (ExpectedVersion is { } expected && expected != version)
            throw new Refusal("stale", StatusCodes.Status412PreconditionFailed, "Somebody else changed this meanwhile. Read it again and repeat your change.");
    }
}
