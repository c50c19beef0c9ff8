using System.Globalization;
using Karelia.Crm.Administration;
using Karelia.Crm.Alumni.Alumni;

namespace Karelia.Crm.Alumni.Finding;

/// <summary>A word of a field of study or work: as a pattern, and the programmes, titles and codes of the register that hold it.</summary>
internal sealed record Field(string Pattern, string[] Programmes, string[] Titles, string[] Codes)
{
    public bool IsOf(Degree degree) => (degree.Programme is { } programme && Programmes.Contains(programme)) || (degree.Title is { } title && Titles.Contains(title))
        || (degree.ProgrammeCode is { } code && Codes.Contains(code));

    public bool IsIn(string? text) => text is not null && Fields.Holds(text, Pattern.Trim('%'));
}

/// <summary>What words and places mean in this register. There are few different programmes and titles, so they are looked through once instead of in each degree.</summary>
internal sealed class Fields(AlumniDb db, ICodeLists lists)
{
    private const int MostWords = 6;
    private static readonly CompareInfo Compare = CultureInfo.InvariantCulture.CompareInfo;

    public static bool Holds(string text, string word) => Compare.IndexOf(text, word, CompareOptions.IgnoreCase | CompareOptions.IgnoreNonSpace) >= 0;

    public async Task<IReadOnlyList<Field>> Of(string? q, CancellationToken ct)
    {
        var words = (q ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Take(MostWords).ToList();
        if (words.Count == 0)
            return [];
        var programmes = await db.Degrees.Where(d => d.Programme != null).Select(d => d.Programme!).Distinct().ToListAsync(ct);
        var titles = await db.Degrees.Where(d => d.Title != null).Select(d => d.Title!).Distinct().ToListAsync(ct);
        var codes = await lists.Of(AlumniLists.Programmes, ct);
        return [.. words.Select(word => new Field(
            Paging.Like(word),
            [.. programmes.Where(text => Holds(text, word))],
            [.. titles.Where(text => Holds(text, word))],
            [.. codes.Where(code => code.Aliases.Append(code.Fi).Append(code.En).Any(name => Holds(name, word))).Select(code => code.Code)]))];
    }

    /// <summary>A region's postal codes as patterns, and its municipalities in lower case.</summary>
    public async Task<(string[] Codes, string[] Towns)> PlacesOf(string region, CancellationToken ct)
    {
        var names = (await lists.Of("regions", ct)).FirstOrDefault(code => code.Code == region)?.Aliases ?? [];
        return ([.. names.Where(name => name.All(char.IsAsciiDigit)).Select(name => name + "%")], [.. names.Where(name => !name.All(char.IsAsciiDigit)).Select(name => name.ToLowerInvariant())]);
    }
}
