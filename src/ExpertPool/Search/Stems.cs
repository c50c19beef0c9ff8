using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Karelia.Crm.ExpertPool.Search;

/// <summary>A word as it is compared: folded, and its stems; a word that tells nothing has none.</summary>
internal sealed record Stemmed(string Folded, string[] Stems)
{
    public bool IsFormOf(Stemmed other) => Folded == other.Folded || Stems.Intersect(other.Stems).Any();
}

/// <summary>Stems of words, which never change: asked of the database once. The words are those of code lists and questions.</summary>
internal sealed partial class Stems
{
    private const int Most = 20_000;

    private readonly ConcurrentDictionary<string, Stemmed> known = [];

    public async Task<IReadOnlyDictionary<string, Stemmed>> Of(IReadOnlyCollection<string> words, DbSession session, CancellationToken ct)
    {
        if (known.Count > Most)
            known.Clear();
        var asked = words.Distinct().Where(word => !known.ContainsKey(word)).ToArray();
        if (asked.Length > 0)
        {
            foreach (var (word, stemmed) in await session.Rows(
                "select w, f, experts.stems(f) from unnest($1::text[]) w cross join lateral accounts.fold(w) f", row => (row.GetString(0), new Stemmed(row.GetString(1), row.GetFieldValue<string[]>(2))), ct, (object)asked))
                known[word] = stemmed;
        }

        return words.Distinct().ToDictionary(word => word, word => known.GetValueOrDefault(word) ?? new(Fold(word), []));
    }

    /// <summary>The words of a text with their places, as <c>experts.words_in</c> has them.</summary>
    public static IEnumerable<Match> WordsOf(string text) => Word().Matches(text);

    /// <summary>As <c>accounts.fold</c>, for finding words in a text that the database has found already.</summary>
    public static string Fold(string word)
    {
        var folded = new StringBuilder(word.Length);
        foreach (var c in word.Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark)
                folded.Append(char.ToLowerInvariant(c) switch { 'w' => 'v', 'ø' => 'o', 'đ' => 'd', 'ł' => 'l', var same => same });
        }

        return folded.ToString();
    }

    [GeneratedRegex(@"[\p{L}\p{M}\p{Nd}+#]{2,}")]
    private static partial Regex Word();
}

/// <summary>How far two words are from each other.</summary>
internal static class Likeness
{
    /// <summary>How many mistakes are forgiven in a word.</summary>
    public static int Forgiven(string word) => word.Length switch { < 5 => 0, < 7 => 1, < 10 => 2, _ => 3 };

    /// <summary>The fewest letters to change, add, leave out or swap so that the word stands in the text: at its beginning, its end, or anywhere in a longer word.</summary>
    public static int Distance(string word, string text)
    {
        var (before, last, now) = (new int[text.Length + 1], new int[text.Length + 1], new int[text.Length + 1]);
        for (var i = 1; i <= word.Length; i++)
        {
            now[0] = i;
            for (var j = 1; j <= text.Length; j++)
            {
                now[j] = Math.Min(Math.Min(last[j], now[j - 1]) + 1, last[j - 1] + (word[i - 1] == text[j - 1] ? 0 : 1));
                if (i > 1 && j > 1 && word[i - 1] == text[j - 2] && word[i - 2] == text[j - 1])
                    now[j] = Math.Min(now[j], before[j - 2] + 1);
            }

            (before, last, now) = (last, now, before);
        }

        return last.Min();
    }
}
