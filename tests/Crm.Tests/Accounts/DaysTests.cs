using Karelia.Crm.Accounts;
using Microsoft.Extensions.Time.Testing;

namespace Karelia.Crm.Tests.Accounts;

internal sealed class DaysTests
{
    [TestCase("2026-11-23T21:59:00Z", "2026-11-23", "23.11.2026 23.59")]
    [TestCase("2026-11-23T22:00:00Z", "2026-11-24", "24.11.2026 0.00")]
    [TestCase("2026-06-30T21:00:00Z", "2026-07-01", "1.7.2026 0.00")]
    public void A_day_is_Finlands(string at, string day, string text)
    {
        var instant = DateTimeOffset.Parse(at, System.Globalization.CultureInfo.InvariantCulture);

        Assert.That(new FakeTimeProvider(instant).Today(), Is.EqualTo(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture)));
        Assert.That(Days.Local(instant, "d.M.yyyy H.mm"), Is.EqualTo(text));
    }
}
