using Karelia.Crm.Accounts;
using Karelia.Crm.Kernel.Imports;
using Karelia.Crm.Spreadsheets;

namespace Karelia.Crm.Consent;

/// <summary>A field that a column can be mapped to: its names for people, and the headings that mean it, with <c>|</c> between.</summary>
public sealed record SurveyField(string Field, string Fi, string En, string Headings);

/// <summary>The fields that every survey of people shares.</summary>
public static class SurveyFields
{
    public const string ResponseTime = "responseTime";
    public const string Language = "language";
    public const string LastName = "lastName";
    public const string FirstNames = "firstNames";
    public const string CalledName = "calledName";
    public const string DateOfBirth = "dateOfBirth";
    public const string Street = "street";
    public const string PostalCode = "postalCode";
    public const string Town = "town";
    public const string Email = "email";
    public const string Phone = "phone";
    public const string Employer = "employer";
    public const string Task = "task";

    /// <summary>Before the field of the text typed after an option.</summary>
    public const string Note = "note.";

    /// <summary>When and in which language the person answered.</summary>
    public static IReadOnlyList<SurveyField> Response { get; } =
    [
        new(ResponseTime, "vastausaika", "response time", "vastausaika|response time|aikaleima|timestamp"),
        new(Language, "kieli", "language", "kieli|language|vastauskieli|vastauksen kieli|response language|lomakkeen kieli"),
    ];

    /// <summary>Name and how one is reached.</summary>
    public static IReadOnlyList<SurveyField> Person { get; } =
    [
        new(LastName, "sukunimi", "last name", "sukunimi|sukunimesi|last name|surname|family name"),
        new(FirstNames, "etunimet", "first names", "etunimet|etunimi|etunimesi|first names|first name|given names|given name|forenames"),
        new(CalledName, "kutsumanimi", "called name", "kutsumanimi|puhuttelunimi|called name|preferred name|nickname"),
        new(Street, "osoite", "address", "osoite|lähiosoite|katuosoite|postiosoite|kotiosoite|address|street address|postal address|street"),
        new(PostalCode, "postinumero", "postal code", "postinumero|postinro|postal code|postcode|zip code|zip"),
        new(Town, "postitoimipaikka", "town", "postitoimipaikka|postitmp|paikkakunta|kaupunki|kotipaikkakunta|town|city|post office"),
        new(Email, "sähköposti", "email", "sähköposti (henkilökohtainen)|henkilökohtainen sähköposti|sähköposti|sähköpostiosoite|s-posti|email (personal)|personal email|email|e-mail|email address"),
        new(Phone, "puhelin", "phone", "puhelin|puh.|puhelinnumero|puhelinnro|matkapuhelin|gsm|phone|phone number|mobile|mobile phone|telephone"),
    ];

    /// <summary>Where one works and at what.</summary>
    public static IReadOnlyList<SurveyField> Work { get; } =
    [
        new(Employer, "työpaikka/yritys", "employer", "työpaikka / yritys|työnantaja / yritys|työpaikka|työnantaja|yritys|organisaatio|employer / company|employer|company|workplace|organisation"),
        new(Task, "työtehtävä", "task", "työtehtävä|työtehtävät|tehtävänimike|tehtävä|ammattinimike|task|job title|position|title"),
    ];
}

/// <summary>What the columns of a kind's sheets can be: its fields, its lists of options, and the sentences of its consents.</summary>
public sealed class SurveyForm(IReadOnlyList<SurveyField> fields, IReadOnlyList<SurveyOptions> lists, Func<string, string?> consentOf)
{
    private static readonly string[] OpenAnswers = ["Avoimet vastaukset", "Avoin vastaus", "Open answers", "Open responses", "Open-ended answers", "Open text answers", "Öppna svar"];

    private readonly Dictionary<string, string> byHeading = fields
        .SelectMany(known => known.Headings.Split('|').Select(heading => (Key: CellText.Key(heading), known.Field)))
        .DistinctBy(pair => pair.Key).ToDictionary(pair => pair.Key, pair => pair.Field);

    /// <summary>Every field, the options last.</summary>
    public IReadOnlyList<ImportField> Fields { get; } =
    [
        .. fields.Select(known => new ImportField(known.Field, known.Fi, known.En, known.Field == SurveyFields.Language ? SheetCell.Languages : null)),
        .. lists.SelectMany(list => list.All.Select(option => new ImportField(list.Prefix + option.Code, option.Fi, option.En, SurveyOptions.Answers))),
        .. lists.Where(list => list.HasNotes).SelectMany(list => list.All.Select(option => new ImportField(list.Note + option.Code, $"{option.Fi} – tarkenne", $"{option.En} – note"))),
    ];

    /// <summary>The list of an option's field.</summary>
    public SurveyOptions? ListOf(string field) => lists.FirstOrDefault(list => field.StartsWith(list.Prefix, StringComparison.Ordinal) || field.StartsWith(list.Note, StringComparison.Ordinal));

    /// <summary>The likeliest field of each column; a field has one column, the surest, and of equals the first.</summary>
    public List<MappedColumn> Recognise(IReadOnlyList<string> headings)
    {
        var guesses = headings.Select((heading, index) => (Column: new ImportColumn(index, heading), Guess: Guess(heading))).ToList();
        var chosen = guesses.Where(g => g.Guess.Field is not null).GroupBy(g => g.Guess.Field).Select(same => same.MaxBy(g => g.Guess.Confidence).Column.Index).ToHashSet();
        return [.. guesses.Select(g => chosen.Contains(g.Column.Index) ? new MappedColumn(g.Column, g.Guess.Field, g.Guess.Confidence) : new(g.Column, null, 0))];
    }

    /// <summary>Whether these fields were found beyond doubt.</summary>
    public static bool IsSure(IEnumerable<MappedColumn> columns, params IReadOnlyList<string> needed) =>
        columns.Where(column => column.Confidence >= 0.8).Select(column => column.Field!).ToHashSet().IsSupersetOf(needed);

    private (string? Field, double Confidence) Guess(string heading)
    {
        if (consentOf(heading) is { } consent)
            return (consent, 1);
        foreach (var (text, confidence) in Headings.Readings(heading))
        {
            if (byHeading.TryGetValue(CellText.Key(text), out var field))
                return (field, confidence);
            foreach (var list in lists.OrderByDescending(list => list.Asks(heading)))
            {
                if (list.CodeOf(text) is { } code)
                    return (list.Prefix + code, confidence);
                if (list.HasNotes && OpenAnswers.FirstOrDefault(end => text.EndsWith(end, StringComparison.OrdinalIgnoreCase)) is { } end && list.CodeOf(text[..^end.Length]) is { } noted)
                    return (list.Note + noted, confidence);
            }
        }

        return (null, 0);
    }
}
