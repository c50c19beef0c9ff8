using System.Globalization;
using System.Net.Sockets;
using System.Security.Claims;
using System.Threading.RateLimiting;
using Karelia.Crm.Host.Identity;
using Karelia.Crm.Kernel.Web;
using Microsoft.AspNetCore.RateLimiting;

namespace Karelia.Crm.Host.Web;

/// <summary>
/// So many requests a second for each signed-in caller; a burst may take a second's worth at once. Where nobody signs in the address counts, and what changes
/// anything counts by the minute.
/// </summary>
internal static class RateLimits
{
    private const int Usual = 100;
    private const int PeriodsPerSecond = 10;

    public static void Configure(RateLimiterOptions options, IConfiguration settings)
    {
        var perSecond = settings.GetValue("RateLimits:PerSecond", Usual);
        var limits = new TokenBucketRateLimiterOptions
        {
            TokenLimit = perSecond,
            TokensPerPeriod = Math.Max(1, perSecond / PeriodsPerSecond),
            ReplenishmentPeriod = TimeSpan.FromSeconds(1) / PeriodsPerSecond,
            QueueLimit = 0,
        };
        var changes = new FixedWindowRateLimiterOptions { PermitLimit = settings.GetValue("RateLimits:PublicPerMinute", 10), Window = TimeSpan.FromMinutes(1), QueueLimit = 0 };
        options.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(http => http.User.FindFirstValue(Claims.Id) is { } caller
            ? RateLimitPartition.GetTokenBucketLimiter(caller, _ => limits)
            : !http.IsWithoutSignIn() ? RateLimitPartition.GetNoLimiter("")
            : HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method) ? RateLimitPartition.GetTokenBucketLimiter($"read {Network(http)}", _ => limits)
            : RateLimitPartition.GetFixedWindowLimiter($"change {Network(http)}", _ => changes));
        options.OnRejected = async (context, _) =>
        {
            var wait = context.Lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? Math.Max(1, Math.Ceiling(after.TotalSeconds)) : 1;
            context.HttpContext.Response.Headers.RetryAfter = wait.ToString(CultureInfo.InvariantCulture);
            await context.HttpContext.Refuse(new("too-many-requests", StatusCodes.Status429TooManyRequests, "You send too many requests. Wait as long as Retry-After says and go on."));
        };
    }

    /// <summary>An address of IPv4; of IPv6 the network, whose addresses one caller may have all.</summary>
    private static string Network(HttpContext http) => http.Connection.RemoteIpAddress switch
    {
        null => "",
        { AddressFamily: AddressFamily.InterNetworkV6, IsIPv4MappedToIPv6: false } address => Convert.ToHexString(address.GetAddressBytes().AsSpan(0, 8)),
        var address => address.MapToIPv4().ToString(),
    };
}
