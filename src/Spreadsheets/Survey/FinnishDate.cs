using System.Globalization;

namespace Karelia.Crm.Spreadsheets;

/// <summary>Dates and times as surveys write them: day first (<c>5.1.2022 10.41</c>), or as the reader of workbooks writes a real date. Never month first.</summary>
public static class FinnishDate
{
    private static readonly TimeZoneInfo Helsinki = TimeZoneInfo.FindSystemTimeZoneById("Europe/Helsinki");

    /// <summary>The date and the time of day, midnight when there is none.</summary>
    public static DateTime? Read(string text)
    {
        if (text.Length >= 10 && text[4] == '-')
            return DateTime.TryParseExact(text, ["yyyy-MM-dd", "yyyy-MM-dd HH:mm:ss", "yyyy-MM-dd HH:mm", "yyyy-MM-ddTHH:mm:ss"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var iso) ? iso : null;
        Span<int> numbers = stackalloc int[6];
        numbers.Clear();
        var (count, at) = (0, 0);
        while (at < text.Length && count < 6)
        {
            var start = at;
            while (at < text.Length && char.IsAsciiDigit(text[at]))
                at++;
            if (at == start || at - start > 4)
                return null;
            numbers[count++] = int.Parse(text.AsSpan(start, at - start), CultureInfo.InvariantCulture);
            if (at == text.Length)
                break;
            var rest = text.AsSpan(at);
            var gap = count switch
            {
                1 or 2 when rest[0] == '.' => 1,
                3 when rest.StartsWith(" klo ") => 5,
                3 when rest[0] == ' ' => 1,
                4 or 5 when rest[0] is '.' or ':' => 1,
                _ => 0,
            };
            if (gap == 0)
                return null;
            at += gap;
        }

        if (at < text.Length || count is not (3 or 5 or 6) || !char.IsAsciiDigit(text[^1]))
            return null;
        var (day, month, year, hour, minute, second) = (numbers[0], numbers[1], numbers[2], numbers[3], numbers[4], numbers[5]);
        return year is >= 1800 and <= 2200 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month) && hour < 24 && minute < 60 && second < 60
            ? new(year, month, day, hour, minute, second, DateTimeKind.Unspecified)
            : null;
    }

    /// <summary>The instant of a wall clock in Finland; an hour that summer time skips is the next one.</summary>
    public static DateTimeOffset InHelsinki(DateTime local) =>
        new(TimeZoneInfo.ConvertTimeToUtc(Helsinki.IsInvalidTime(local) ? local.AddHours(1) : local, Helsinki), TimeSpan.Zero);
}
