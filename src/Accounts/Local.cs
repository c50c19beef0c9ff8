namespace Karelia.Crm.Accounts;

/// <summary>What day it is for those who work here.</summary>
internal static class Local
{
    private static readonly TimeZoneInfo Helsinki = TimeZoneInfo.FindSystemTimeZoneById("Europe/Helsinki");

    public static DateTime Time(DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, Helsinki).DateTime;

    public static DateOnly Today(TimeProvider clock) => DateOnly.FromDateTime(Time(clock.GetUtcNow()));
}
