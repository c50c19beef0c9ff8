namespace Karelia.Crm.ExpertPool.Search;

/// <summary>How a word was found, the surest first.</summary>
internal static class Kinds
{
    public const string Exact = "exact";
    public const string Form = "form";
    public const string Prefix = "prefix";
    public const string Part = "part";
    public const string Synonym = "synonym";
    public const string Near = "near";

    /// <summary>What each counts for in the order of the hits: the match alone, nothing of the person.</summary>
    public static readonly (string Kind, int Weight)[] All = [(Exact, 100), (Form, 90), (Prefix, 70), (Part, 60), (Synonym, 50), (Near, 30)];

    public static int WeightOf(string kind) => All.First(known => known.Kind == kind).Weight;
}

/// <summary>A tag or a field that a word of the question leads to, by a name that it has.</summary>
internal sealed record CodeHit(string Where, string Code, string Kind, string Name);

/// <summary>A word that stands in texts and counts as the question's.</summary>
internal sealed record WordHit(string Word, string Kind, string? Via);

/// <summary>Another name of several words: all of them must stand in the text, each in one of its forms.</summary>
internal sealed record PhraseHit(IReadOnlyList<string[]> Words, string Via);

/// <summary>One word of the question and all that it may mean.</summary>
internal sealed class Term(string typed, Stemmed word)
{
    public string Typed { get; } = typed;
    public Stemmed Word { get; } = word;
    public Dictionary<string, WordHit> Words { get; } = [];
    public List<CodeHit> Codes { get; } = [];
    public List<PhraseHit> Phrases { get; } = [];

    public bool IsFound => Words.Count > 0 || Codes.Count > 0 || Phrases.Count > 0;

    public void Add(WordHit hit)
    {
        if (!Words.TryGetValue(hit.Word, out var known) || Kinds.WeightOf(known.Kind) < Kinds.WeightOf(hit.Kind))
            Words[hit.Word] = hit;
    }
}

/// <summary>A question as it was understood: every one of its words must be met.</summary>
internal sealed record Question(IReadOnlyList<Term> Terms)
{
    /// <summary>Those who meet it, with what the match counts for, as SQL with parameters. Nobody does when a word means nothing that anybody has.</summary>
    public (string Sql, object[] Values) Scores()
    {
        if (Terms.Count == 0 || Terms.Any(term => !term.IsFound))
            return ("select e.contact_id, 0 as rank from experts.experts e where false", []);
        var values = new List<object>();
        var (conditions, scores) = (new List<string>(), new List<string>());
        foreach (var term in Terms)
        {
            var cases = Kinds.All.Select(kind => (kind.Weight, Condition: Met(term, kind.Kind, values))).Where(met => met.Condition is not null).ToList();
            conditions.Add($"({string.Join(" or ", cases.Select(met => met.Condition))})");
            scores.Add($"case {string.Join(' ', cases.Select(met => $"when {met.Condition} then {met.Weight}"))} end");
        }

        return ($"select e.contact_id, ({Terms.Count * 100} - ({string.Join(" + ", scores)})) as rank from experts.experts e where {string.Join(" and ", conditions)}", [.. values]);
    }

    private static string? Met(Term term, string kind, List<object> values)
    {
        var conditions = new List<string>();
        Any("words", [.. term.Words.Values.Where(hit => hit.Kind == kind).Select(hit => hit.Word)]);
        Any("tags", [.. term.Codes.Where(hit => hit.Kind == kind && hit.Where == "tag").Select(hit => hit.Code).Distinct()]);
        Any("fields", [.. term.Codes.Where(hit => hit.Kind == kind && hit.Where == "field").Select(hit => hit.Code).Distinct()]);
        if (kind == Kinds.Synonym)
        {
            foreach (var phrase in term.Phrases)
            {
                var begin = conditions.Count;
                foreach (var words in phrase.Words)
                    Any("words", words);
                var all = string.Join(" and ", conditions[begin..]);
                conditions.RemoveRange(begin, conditions.Count - begin);
                conditions.Add($"({all})");
            }
        }

        return conditions.Count == 0 ? null : string.Join(" or ", conditions);

        void Any(string column, string[] wanted)
        {
            if (wanted.Length == 0)
                return;
            conditions.Add($"e.{column} && {{{values.Count}}}::text[]");
            values.Add(wanted);
        }
    }
}

/// <summary>Who meets a question; the lower the rank, the better the match.</summary>
internal sealed class Scored
{
    public Guid ContactId { get; init; }
    public int Rank { get; init; }
}
