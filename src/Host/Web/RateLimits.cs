using System.Globalization;
using System.Security.Claims;
using System.Threading.RateLimiting;
using Karelia.Crm.Host.Identity;
using Karelia.Crm.Kernel.Web;
using Microsoft.AspNetCore.RateLimiting;

namespace Karelia.Crm.Host.Web;

/// <summary>So many requests a second for each signed-in caller; a burst may take a second's worth at once.</summary>
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
        options.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(http => http.User.FindFirstValue(Claims.Id) is { } caller
            ? RateLimitPartition.GetTokenBucketLimiter(caller, _ => limits)
            : RateLimitPartition.GetNoLimiter(""));
        options.OnRejected = async (context, _) =>
        {
            context.HttpContext.Response.Headers.RetryAfter = 1.ToString(CultureInfo.InvariantCulture);
            await context.HttpContext.Refuse(new(
                "too-many-requests", StatusCodes.Status429TooManyRequests, $"A caller may send {perSecond} requests a second. Wait a second and go on."));
        };
    }
}
