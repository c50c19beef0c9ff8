namespace Karelia.Crm.ExpertPool.Search;

/// <summary>
/// Understands what was typed: which words of the experts' texts it means, which tags and fields it names, and by which other names of those it is found.
/// </summary>
internal sealed class Asking(DbSession session, ExpertPoolDb db, Stems stems)
{
    private const int MostWords = 8;

    public async Task<Question> Understand(string typed, CancellationToken ct)
    {
        var words = Stems.WordsOf(typed).Select(word => word.Value).DistinctBy(Stems.Fold).Take(MostWords).ToList();
        var names = (await db.Codes.AsNoTracking().Where(c => c.List == ExpertLists.Competences || c.List == ExpertLists.Fields).ToListAsync(ct))
            .SelectMany(code => ((string Text, bool IsAlias)[])[(code.Fi, false), (code.En, false), .. code.Aliases.Select(alias => (alias, true))],
                (code, name) => new Name(code, name.Text, name.IsAlias, [.. Stems.WordsOf(name.Text).Select(word => word.Value)]))
            .Where(name => name.Words.Length > 0).ToList();
        var stemmed = await stems.Of([.. words, .. names.SelectMany(name => name.Words)], session, ct);
        var terms = words.Select(word => new Term(word, stemmed[word])).ToList();
        // 'ja' and 'the' are no question, unless there is nothing else.
        if (terms.Any(term => term.Word.Stems.Length > 0))
            terms.RemoveAll(term => term.Word.Stems.Length == 0);

        var synonyms = NameCodes(terms, names, stemmed);
        await FindWords(terms, synonyms, stemmed, ct);
        foreach (var term in terms.Where(term => !term.IsFound))
            await FindNear(term, names, stemmed, ct);
        return new(terms);
    }

    /// <summary>Tags and fields that the question names. Answers the other names of the tags, which texts may have instead.</summary>
    private static List<(Term Term, Name Name)> NameCodes(List<Term> terms, List<Name> names, IReadOnlyDictionary<string, Stemmed> stemmed)
    {
        var synonyms = new List<(Term, Name)>();
        foreach (var name in names)
        {
            for (var from = 0; from + name.Words.Length <= terms.Count; from++)
            {
                var asked = terms.GetRange(from, name.Words.Length);
                if (KindOf(asked, name, stemmed) is not { } kind)
                    continue;
                foreach (var term in asked)
                {
                    term.Codes.Add(new(name.Where, name.Code.Code, name.IsAlias ? Kinds.Synonym : kind, name.Text));
                    if (name.Where == "tag" && kind != Kinds.Prefix)
                        synonyms.AddRange(names.Where(other => other.Code == name.Code && other.Text != name.Text).Select(other => (term, other)));
                }
            }
        }

        return synonyms;
    }

    private static string? KindOf(List<Term> asked, Name name, IReadOnlyDictionary<string, Stemmed> stemmed)
    {
        var words = name.Words.Select(word => stemmed[word]).ToList();
        var pairs = asked.Zip(words, (term, word) => (term.Word, word)).ToList();
        if (pairs.All(pair => pair.Word.Folded == pair.word.Folded))
            return Kinds.Exact;
        if (pairs.All(pair => pair.Word.IsFormOf(pair.word)))
            return Kinds.Form;
        return pairs is [var (only, one)] && only.Folded.Length >= 4 && one.Folded.StartsWith(only.Folded, StringComparison.Ordinal) ? Kinds.Prefix : null;
    }

    /// <summary>Asks the vocabulary once for all words, the question's and the synonyms'.</summary>
    private async Task FindWords(List<Term> terms, List<(Term Term, Name Name)> synonyms, IReadOnlyDictionary<string, Stemmed> stemmed, CancellationToken ct)
    {
        string[] questions = [.. terms.Select(term => term.Word.Folded).Distinct()];
        string[] asked = [.. questions.Concat(synonyms.SelectMany(synonym => synonym.Name.Words).Select(word => stemmed[word].Folded)).Distinct()];
        var found = (await session.Rows(
            "select n, word, kind from experts.find_words($1, $2)", row => (Asked: asked[row.GetInt32(0) - 1], Word: row.GetString(1), Kind: row.GetString(2)), ct, asked, questions.Length)).ToLookup(hit => hit.Asked);
        foreach (var term in terms)
        {
            foreach (var (_, word, kind) in found[term.Word.Folded])
                term.Add(new(word, kind, null));
        }

        foreach (var (term, name) in synonyms)
        {
            var forms = name.Words.Select(word => found[stemmed[word].Folded].Where(hit => hit.Kind is Kinds.Exact or Kinds.Form).Select(hit => hit.Word).ToArray()).ToList();
            if (forms is [var only])
            {
                foreach (var word in only)
                    term.Add(new(word, Kinds.Synonym, name.Text));
            }
            else if (forms.All(words => words.Length > 0))
            {
                term.Phrases.Add(new(forms, name.Text));
            }
        }
    }

    /// <summary>A word that nobody has: what is spelled nearly so.</summary>
    private async Task FindNear(Term term, List<Name> names, IReadOnlyDictionary<string, Stemmed> stemmed, CancellationToken ct)
    {
        var word = term.Word.Folded;
        var stem = term.Word.Stems.Length > 0 && term.Word.Stems[0].Length >= 5 ? term.Word.Stems[0] : word;
        if (Likeness.Forgiven(stem) == 0)
            return;
        var near = (await session.Rows("select experts.near_words($1)", row => row.GetString(0), ct, word)).Select(found => (Word: found, Distance: Far(found))).Where(found => found.Distance <= Likeness.Forgiven(stem)).ToList();
        foreach (var found in near.Where(found => found.Distance <= near.Min(other => other.Distance) + 1))
            term.Add(new(found.Word, Kinds.Near, null));
        foreach (var name in names.Where(name => name.Words.Length == 1 && Far(stemmed[name.Words[0]].Folded) <= Likeness.Forgiven(stem)))
            term.Codes.Add(new(name.Where, name.Code.Code, Kinds.Near, name.Text));

        int Far(string other) => Math.Min(Likeness.Distance(stem, other), Likeness.Distance(word, other));
    }

    /// <summary>One of the names of a code: its words as they are written.</summary>
    private sealed record Name(ListedCode Code, string Text, bool IsAlias, string[] Words)
    {
        public string Where => Code.List == ExpertLists.Competences ? "tag" : "field";
    }
}
