using System.Globalization;
using System.Threading.RateLimiting;
using Microsoft.Extensions.Configuration;

namespace Karelia.Crm.Consent.Public;

/// <summary>How many mails one address gets by the public form in an hour, whoever asks and whether anybody is known there. Kept in memory: nothing is stored of those who ask.</summary>
internal sealed class AddressLimit(IConfiguration settings) : IDisposable
{
    private readonly PartitionedRateLimiter<string> limiter = PartitionedRateLimiter.Create<string, string>(address => RateLimitPartition.GetFixedWindowLimiter(
        address, _ => new() { PermitLimit = settings.GetValue("RateLimits:PublicPerAddress", 3), Window = TimeSpan.FromHours(1), QueueLimit = 0 }));

    public void Take(string address)
    {
        using var lease = limiter.AttemptAcquire(address);
        if (lease.IsAcquired)
            return;
        var wait = lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? after : TimeSpan.FromHours(1);
        throw new Refusal("too-many-requests", StatusCodes.Status429TooManyRequests, "Many requests were made for this address. Wait and go on then.")
        {
            More = new Dictionary<string, object?> { ["retryAfter"] = Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture) },
        };
    }

    public void Dispose() => limiter.Dispose();
}
