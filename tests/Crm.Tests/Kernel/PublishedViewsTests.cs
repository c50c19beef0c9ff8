using Karelia.Crm.Kernel;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Internal;

namespace Karelia.Crm.Tests.Kernel;

internal sealed class PublishedViewsTests
{
    [Test]
    public async Task A_view_that_another_host_was_making_is_seen_a_minute_later()
    {
        var clock = new Clock();
        using var cache = new MemoryCache(new MemoryCacheOptions { Clock = clock });
        var views = new PublishedViews(cache);
        await using var scope = Crm.Services.CreateAsyncScope();
        var session = scope.ServiceProvider.GetRequiredService<DbSession>();
        var ending = $"_{Guid.CreateVersion7():n}";
        Assert.That(await views.Of(ending, session, default), Is.Empty);

        await session.Execute($"create view kernel.late{ending} as select 1 as one", default);
        try
        {
            Assert.That(await views.Of(ending, session, default), Is.Empty, "asked once a minute");
            clock.UtcNow += TimeSpan.FromSeconds(61);
            Assert.That(await views.Of(ending, session, default), Is.EqualTo(new[] { $"kernel.late{ending}" }));
        }
        finally
        {
            await session.Execute($"drop view kernel.late{ending}", default);
        }
    }

    private sealed class Clock : ISystemClock
    {
        public DateTimeOffset UtcNow { get; set; } = DateTimeOffset.UtcNow;
    }
}
