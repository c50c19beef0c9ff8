using Karelia.Crm.Spreadsheets;

namespace Karelia.Crm.Alumni.Import;

/// <summary>The forms of cooperation as options of a form: found by their names in either language.</summary>
internal sealed class CooperationOptions
{
    private static readonly (string Key, string Code)[] OtherNames =
    [
        ("mentori", "mentor"), ("mentorina toimiminen", "mentor"), ("mentor", "mentor"), ("perehdyttäjä", "introducer"), ("muu", "other"), ("other", "other"),
    ];

    private readonly Dictionary<string, string> codes;

    public CooperationOptions(IReadOnlyList<(string Code, string Fi, string En)> all)
    {
        All = all;
        codes = all.SelectMany(form => ((string Key, string Code)[])[(form.Fi, form.Code), (form.En, form.Code)]).Concat(OtherNames)
            .DistinctBy(name => CellText.Key(name.Key)).ToDictionary(name => CellText.Key(name.Key), name => name.Code);
    }

    /// <summary>In the list's order.</summary>
    public IReadOnlyList<(string Code, string Fi, string En)> All { get; }

    /// <summary>The form that an option's text names.</summary>
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
