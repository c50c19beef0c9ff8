namespace Karelia.Crm.Accounts;

/// <summary>Days as staff mean them: Finland's.</summary>
public static class Days
{
    public static readonly DateOnly First = new(1900, 1, 1);
    public static readonly DateOnly Last = new(2200, 12, 31);
    private static readonly TimeZoneInfo zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Helsinki");

    /// <summary>When the day begins.</summary>
    public static DateTimeOffset Start(DateOnly day) => TimeZoneInfo.ConvertTimeToUtc(day.ToDateTime(TimeOnly.MinValue), zone);

    /// <summary>The day on which it is then.</summary>
    public static DateOnly Of(DateTimeOffset at) => DateOnly.FromDateTime(Local(at));

    /// <summary>Today.</summary>
    public static DateOnly Today(this TimeProvider clock) => Of(clock.GetUtcNow());

    /// <summary>What the clock on the wall shows then.</summary>
    public static DateTime Local(DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, zone).DateTime;

    /// <summary>The same as text.</summary>
    public static string Local(DateTimeOffset at, string format) => Local(at).ToString(format, System.Globalization.CultureInfo.InvariantCulture);
}
