using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Karelia.Crm.Consent;

/// <summary>
/// What the last imported answer of a person said, field by field, as short hashes: a sheet that says it again changes nothing, whatever the desk made of it since.
/// </summary>
public static class ToldBefore
{
    public static bool Says(string? told, string field, string value) => Read(told).GetValueOrDefault(field) == Mark(value);

    /// <summary>With what the answer says; what it leaves out stays.</summary>
    public static string? With(string? told, IEnumerable<(string Field, string? Value)> answer)
    {
        var marks = Read(told);
        foreach (var (field, value) in answer)
        {
            if (value is not null)
                marks[field] = Mark(value);
        }

        return marks.Count == 0 ? null : JsonSerializer.Serialize(marks);
    }

    private static SortedDictionary<string, string> Read(string? told) =>
        new(told is null ? [] : JsonSerializer.Deserialize<Dictionary<string, string>>(told)!, StringComparer.Ordinal);

    private static string Mark(string value) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(value.ToUpperInvariant())).AsSpan(0, 8));
}
