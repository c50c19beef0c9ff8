using Karelia.Crm.Spreadsheets;

namespace Karelia.Crm.Alumni.Import;

/// <summary>
/// A column where people consent. Consent is the sentence itself, or Kyllä, Yes or 1 under a heading that is the sentence; all else, empty above all, is none.
/// The very words are the text version.
/// </summary>
internal sealed class ConsentSentence
{
    private const string RegisterFi =
        "Annan suostumukseni henkilötietojeni käsittelyyn Karelia-ammattikorkeakoulun alumnitoiminnassa ja tietojeni tallentamiseen asiakkuuksienhallintajärjestelmään.";

    private const string RegisterEn =
        "I consent to the processing of my personal data in the alumni activities of Karelia University of Applied Sciences and to storing them in the customer relationship system.";

    private const string MessagesFi = "Minulle saa lähettää alumnikirjeen ja kutsuja tapahtumiin sähköpostitse.";
    private const string MessagesEn = "I may be sent the alumni letter and invitations to events by e-mail.";

    /// <summary>What the degree-certificate application asks; the list shows only the answer.</summary>
    private const string Application = "Tutkintotodistushakemus: Alumnisuostumus";

    private static readonly string[] Prefixes = ["suostumus", "suostumukset", "consent", "consents", "tietosuoja", "privacy"];

    private readonly string? sentence;
    private readonly bool isApplication;
    private readonly Dictionary<string, string> known;

    public ConsentSentence(string field, string heading)
    {
        isApplication = field == AlumniFields.AlumniConsent && AlumniFields.IsGraduatesConsent(heading);
        sentence = isApplication ? null : SentenceIn(heading);
        known = (field == AlumniFields.AlumniConsent ? [RegisterFi, RegisterEn] : (string[])[MessagesFi, MessagesEn]).ToDictionary(CellText.Key);
        if (sentence is not null)
            known[CellText.Key(sentence)] = sentence;
    }

    /// <summary>Which consent a heading asks for, if it holds a sentence that does.</summary>
    public static string? PurposeOf(string heading)
    {
        if (SentenceIn(heading) is not { } sentence)
            return null;
        var key = CellText.Key(sentence);
        if (key.Contains("alumnikirje", StringComparison.Ordinal) || key.Contains("alumniletter", StringComparison.Ordinal) || key.Contains("kutsuja", StringComparison.Ordinal)
            || key.Contains("invitations", StringComparison.Ordinal))
            return AlumniFields.MessagesConsent;
        return (key.Contains("suostu", StringComparison.Ordinal) || key.Contains("consent", StringComparison.Ordinal)) && key.Contains("alumni", StringComparison.Ordinal)
            ? AlumniFields.AlumniConsent
            : null;
    }

    /// <summary>The words that the cell agrees to; null when it does not.</summary>
    public string? AgreedIn(string cell)
    {
        if (cell.Length == 0)
            return null;
        if (isApplication)
            return cell.Equals("Kyllä", StringComparison.OrdinalIgnoreCase) ? Application : null;
        if (cell == sentence)
            return sentence;
        var key = CellText.Key(CellText.WithoutMarkup(cell));
        return key is "kyllä" or "yes" or "1" ? sentence : known.GetValueOrDefault(key);
    }

    // A sentence has words; "Suostumus:" before it is the question.
    private static string? SentenceIn(string heading)
    {
        var colon = heading.IndexOf(':', StringComparison.Ordinal);
        var text = colon >= 0 && (colon == 0 || Prefixes.Contains(CellText.Key(heading[..colon])) || heading[..colon].Count(c => c == ' ') < 3) ? heading[(colon + 1)..].Trim() : heading;
        return text.Count(c => c == ' ') >= 4 ? text : null;
    }
}
