using Karelia.Crm.Spreadsheets;

namespace Karelia.Crm.Consent;

/// <summary>An option of a question: its code, its names, and other names for it.</summary>
public sealed record SurveyOption(string Code, string Fi, string En, params IReadOnlyList<string> Aliases);

/// <summary>
/// The options of one question, found by their names in either language. Their fields begin with the prefix; words of the question tell lists apart that share an option.
/// </summary>
public sealed class SurveyOptions
{
    /// <summary>What a cell of an option can say.</summary>
    public static readonly string[] Answers = ["Kyllä", "Ei"];

    private readonly Dictionary<string, string> codes;
    private readonly string[] question;

    public SurveyOptions(string prefix, IReadOnlyList<SurveyOption> all, bool hasNotes = false, params string[] question)
    {
        (Prefix, All, HasNotes, this.question) = (prefix, all, hasNotes, question);
        codes = all.SelectMany(option => ((string Key, string Code)[])[(option.Fi, option.Code), (option.En, option.Code)])
            .Concat(all.SelectMany(option => option.Aliases.Select(name => (Key: name, option.Code))))
            .DistinctBy(name => CellText.Key(name.Key)).ToDictionary(name => CellText.Key(name.Key), name => name.Code);
    }

    public string Prefix { get; }

    /// <summary>In the list's order.</summary>
    public IReadOnlyList<SurveyOption> All { get; }

    /// <summary>Whether text may be typed after an option.</summary>
    public bool HasNotes { get; }

    /// <summary>The prefix of the fields of texts typed after an option.</summary>
    public string Note => Prefix == "form." ? SurveyFields.Note : SurveyFields.Note + Prefix;

    /// <summary>Whether the heading is of this question, as far as its words tell.</summary>
    public bool Asks(string heading) => question.Any(word => heading.Contains(word, StringComparison.OrdinalIgnoreCase));

    /// <summary>The option that a text names.</summary>
    public string? CodeOf(string text) => codes.GetValueOrDefault(CellText.Key(text));

    /// <summary>Whether the option is ticked: its name, Kyllä or 1 say yes; nothing, Ei or 0 say no; null when the cell says something else.</summary>
    public bool? IsTicked(string code, string cell) => cell switch
    {
        "" or "0" or "Ei" => false,
        "1" or "Kyllä" => true,
        _ when CodeOf(cell) == code => true,
        _ => CellText.Key(cell) switch
        {
            "ei" or "no" or "false" or "" => false,
            "kyllä" or "yes" or "true" => true,
            _ when CodeOf(CellText.WithoutMarkup(cell)) == code => true,
            _ => null,
        },
    };
}
