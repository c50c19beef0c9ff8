using Karelia.Crm.Spreadsheets;

namespace Karelia.Crm.Consent;

/// <summary>
/// A column where people consent. Consent is the sentence itself, or Kyllä, Yes or 1 under a heading that is the sentence; all else, empty above all, is none.
/// The very words are the text version.
/// </summary>
public sealed class SurveyConsent
{
    private static readonly string[] Prefixes = ["suostumus", "suostumukset", "consent", "consents", "tietosuoja", "privacy"];

    private readonly string? application;
    private readonly string? sentence;
    private readonly Dictionary<string, string> known;

    /// <summary>With the sentences that are known for it. Where a list shows nothing but Kyllä, the application that asked names the words.</summary>
    public SurveyConsent(string heading, IEnumerable<string> sentences, string? application = null)
    {
        this.application = application;
        sentence = application is null ? SentenceIn(heading) : null;
        known = sentences.ToDictionary(CellText.Key);
        if (sentence is not null)
            known[CellText.Key(sentence)] = sentence;
    }

    /// <summary>The words that the cell agrees to; null when it does not.</summary>
    public string? AgreedIn(string cell)
    {
        if (cell.Length == 0)
            return null;
        if (application is not null)
            return cell.Equals("Kyllä", StringComparison.OrdinalIgnoreCase) ? application : null;
        if (cell == sentence)
            return sentence;
        var key = CellText.Key(CellText.WithoutMarkup(cell));
        return key is "kyllä" or "yes" or "1" ? sentence : known.GetValueOrDefault(key);
    }

    /// <summary>A heading's sentence. A sentence has words; "Suostumus:" before it is the question.</summary>
    public static string? SentenceIn(string heading)
    {
        var colon = heading.IndexOf(':', StringComparison.Ordinal);
        var text = colon >= 0 && (colon == 0 || Prefixes.Contains(CellText.Key(heading[..colon])) || heading[..colon].Count(c => c == ' ') < 3) ? heading[(colon + 1)..].Trim() : heading;
        return text.Count(c => c == ' ') >= 4 ? text : null;
    }
}
