namespace Karelia.Crm.ExpertPool.Search;

/// <summary>Why an expert is among the hits, and the places.</summary>
internal sealed record MatchLine(IReadOnlyList<MatchReason> Reasons, IReadOnlyList<Snippet> Snippets);

/// <summary>
/// How a word of the question was met. Kind: exact, form (another form of the word), prefix (what begins with it), part (part of a compound), synonym, near (spelled nearly so).
/// Where: competence, assignment, tag or field. Found: the word as it is written there, or the code of the tag or field; via: the other name that led there.
/// </summary>
internal sealed record MatchReason(string Word, string Kind, string Where, string Found, string? Via = null);

/// <summary>A piece of a text, in parts; those that were looked for are marked.</summary>
internal sealed record Snippet(string Where, IReadOnlyList<SnippetPart> Parts);

/// <summary>A part of a snippet.</summary>
internal sealed record SnippetPart(string Text, bool IsHit);

/// <summary>Says of an expert on the page why it was found.</summary>
internal static class Explained
{
    private const int Around = 90;

    public static MatchLine Of(Question question, string? competence, IReadOnlyList<string> titles, string[] tags, string[] fields)
    {
        var texts = new List<(string Where, string Text)>(titles.Select(title => ("assignment", title)));
        if (competence is not null)
            texts.Insert(0, ("competence", competence));
        var places = texts.Select(text => (text.Where, text.Text, Words: Stems.WordsOf(text.Text).Select(word => (word.Index, word.Value, Folded: Stems.Fold(word.Value))).ToList())).ToList();
        var reasons = new List<MatchReason>();
        foreach (var term in question.Terms)
        {
            var met = places.SelectMany(place => place.Words.Where(word => term.Words.ContainsKey(word.Folded))
                    .Select(word => new MatchReason(term.Typed, term.Words[word.Folded].Kind, place.Where, word.Value, term.Words[word.Folded].Via)))
                .Concat(term.Codes.Where(hit => (hit.Where == "tag" ? tags : fields).Contains(hit.Code))
                    .Select(hit => new MatchReason(term.Typed, hit.Kind, hit.Where, hit.Code, hit.Kind == Kinds.Synonym ? hit.Name : null)))
                .Concat(term.Phrases.Where(phrase => phrase.Words.All(words => places.Any(place => place.Words.Any(word => words.Contains(word.Folded)))))
                    .Select(phrase => new MatchReason(term.Typed, Kinds.Synonym, "competence", phrase.Via, phrase.Via)))
                .OrderByDescending(reason => Kinds.WeightOf(reason.Kind)).ToList();
            // The surest reason, and where it is in a text, the tag that says the same.
            reasons.AddRange(met.DistinctBy(reason => reason.Where is "tag" or "field").Take(2));
        }

        return new(reasons, [.. places.Select(place => Cut(place.Where, place.Text, Hits(question, place.Words))).OfType<Snippet>().Take(3)]);
    }

    private static List<(int From, int To)> Hits(Question question, List<(int Index, string Value, string Folded)> words)
    {
        var hits = new List<(int, int)>();
        foreach (var (index, value, folded) in words)
        {
            if (question.Terms.Select(term => term.Words.TryGetValue(folded, out var hit) ? (term, hit) : default).FirstOrDefault(found => found.hit is not null) is { hit: not null } met)
                hits.Add(met.hit.Kind == Kinds.Part ? Part(met.term.Word.Folded, index, folded, value) : (index, index + value.Length));
            else if (question.Terms.Any(term => term.Phrases.Any(phrase => phrase.Words.Any(alternatives => alternatives.Contains(folded)))))
                hits.Add((index, index + value.Length));
        }

        return hits;
    }

    /// <summary>The part of the compound that was asked for.</summary>
    private static (int From, int To) Part(string asked, int index, string folded, string value)
    {
        for (var length = asked.Length; length >= 3 && folded.Length == value.Length; length--)
        {
            if (folded.LastIndexOf(asked[..length], StringComparison.Ordinal) is > 0 and var at)
                return (index + at, index + at + length);
        }

        return (index, index + value.Length);
    }

    private static Snippet? Cut(string where, string text, List<(int From, int To)> hits)
    {
        if (hits.Count == 0)
            return null;
        var from = hits[0].From <= Around ? 0 : text.LastIndexOf(' ', hits[0].From - Around + 1 < text.Length ? Math.Max(0, hits[0].From - Around + 1) : 0) + 1;
        var end = Math.Min(text.Length, from + (Around * 3));
        var to = end < text.Length && text.LastIndexOf(' ', end) is var space && space > hits[0].To ? space : end;
        var parts = new List<SnippetPart>();
        if (from > 0)
            parts.Add(new("… ", false));
        var at = from;
        foreach (var hit in hits.Where(hit => hit.From >= from && hit.To <= to))
        {
            if (hit.From > at)
                parts.Add(new(text[at..hit.From], false));
            parts.Add(new(text[hit.From..hit.To], true));
            at = hit.To;
        }

        if (to > at)
            parts.Add(new(text[at..to], false));
        if (to < text.Length)
            parts.Add(new(" …", false));
        return new(where, parts);
    }
}
