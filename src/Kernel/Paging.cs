using System.Buffers.Text;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Karelia.Crm.Kernel;

/// <summary>One page of a list. <c>nextCursor</c> is null on the last; <c>total</c> is there when asked for by <c>count=true</c>.</summary>
public record Page<T>(IReadOnlyList<T> Items, string? NextCursor)
{
    /// <summary>How many there are in all.</summary>
    [System.Text.Json.Serialization.JsonIgnore(Condition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull)]
    public long? Total { get; init; }
}

/// <summary>Where a page begins: the sort keys of the last row before it. Opaque to callers.</summary>
public static class Cursor
{
    /// <summary>Longer than the keys of any list make it.</summary>
    public const int MostCharacters = 4000;

    /// <summary>The cursor after a row with these keys; the id comes last.</summary>
    public static string After(params string?[] keys) => Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(keys));

    /// <summary>The keys, or null when the caller asks for the first page. 400 when it is not one of ours.</summary>
    public static string?[]? Read(string? cursor, int keys)
    {
        if (string.IsNullOrEmpty(cursor))
            return null;
        try
        {
            var read = cursor.Length > MostCharacters ? null : JsonSerializer.Deserialize<string?[]>(Base64Url.DecodeFromChars(cursor));
            if (read?.Length == keys && !read.Any(key => key is not null && key.Contains('\0', StringComparison.Ordinal)))
                return read;
        }
        catch (Exception e) when (e is FormatException or JsonException)
        {
            // Falls through to the refusal: a cursor is never made by hand.
        }

        throw Invalid();
    }

    /// <summary>A key of this type. 400 when it is none.</summary>
    public static T Key<T>(string? key) where T : IParsable<T> =>
        !T.TryParse(key, CultureInfo.InvariantCulture, out var value) ? throw Invalid() : value is DateTimeOffset time ? (T)(object)time.ToUniversalTime() : value;

    /// <summary>A key as text; an instant to the microsecond, as the database keeps it.</summary>
    public static string Text<T>(T key) => string.Format(CultureInfo.InvariantCulture, key is DateTimeOffset ? "{0:O}" : "{0}", key);

    private static Refusal Invalid() =>
        new("cursor-invalid", StatusCodes.Status400BadRequest, "This cursor is not one that the list gave. Begin from the first page.");
}

/// <summary>The limits that every list shares.</summary>
public static class Paging
{
    public const int Usual = 50;
    public const int Most = 200;

    /// <summary>1..200.</summary>
    public static IRuleBuilderOptions<T, int?> IsLimit<T>(this IRuleBuilder<T, int?> rule) => rule.InclusiveBetween(1, Most);

    /// <summary>One page from <c>limit + 1</c> rows.</summary>
    public static Page<T> Of<T>(List<T> rows, int limit, Func<T, string> cursor)
    {
        if (rows.Count <= limit)
            return new(rows, null);
        rows.RemoveRange(limit, rows.Count - limit);
        return new(rows, cursor(rows[^1]));
    }

    /// <summary>So few rows an index finds and sorts at once; where a word has more, reading on in the list's order fills a page sooner.</summary>
    public const int Few = 5000;

    /// <summary>The words of a search, each as a LIKE pattern; the longest first, which finds the fewest.</summary>
    public static List<string> Words(string? q) => [.. (q ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).OrderByDescending(word => word.Length).Select(Like)];

    /// <summary>An index of trigrams is no help for less.</summary>
    public static bool HasTrigram(string pattern) => pattern.Length >= 5;

    /// <summary>Text that a person typed, as a LIKE pattern that matches it anywhere.</summary>
    public static string Like(string text) =>
        new StringBuilder("%").Append(text.Trim().Replace("\\", "\\\\", StringComparison.Ordinal).Replace("%", "\\%", StringComparison.Ordinal).Replace("_", "\\_", StringComparison.Ordinal)).Append('%').ToString();
}
