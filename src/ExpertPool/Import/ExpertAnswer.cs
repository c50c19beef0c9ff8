using Karelia.Crm.Accounts;
using Karelia.Crm.Consent;
using Karelia.Crm.Kernel.Imports;
using Karelia.Crm.Spreadsheets;

namespace Karelia.Crm.ExpertPool.Import;

/// <summary>What one line says of an expert. Null says nothing.</summary>
internal sealed class ExpertAnswer : SurveyAnswer
{
    public string? Competence { get; set; }
    public string? Availability { get; set; }
    public string? RateNote { get; set; }

    /// <summary>The pool's words open the pool, and nothing else.</summary>
    public override IEnumerable<(string Purpose, string Text)> Consents()
    {
        if (Agreed.GetValueOrDefault(ExpertFields.PoolConsent) is { } words)
            yield return (ConsentPurposes.ExpertPool, words);
    }

    protected override IEnumerable<(string Field, string? Value)> Own() =>
        [(ExpertFields.Competence, Competence), (ExpertFields.Availability, Availability), (ExpertFields.RateNote, RateNote)];
}

/// <summary>Reads the cells that only the pool's sheets have.</summary>
internal sealed class ExpertReader(ImportSheet sheet, SurveyForm form) : SurveyReader<ExpertAnswer>(sheet, form)
{
    protected override (string Field, string Missing)? Opening => (ExpertFields.PoolConsent, "The person did not consent to the expert pool.");

    protected override Action<SheetCell, ExpertAnswer>? ReaderOf(string field, string heading) => field switch
    {
        ExpertFields.Competence => (cell, answer) => answer.Competence = cell.Cut(10_000),
        ExpertFields.Availability => (cell, answer) => answer.Availability = cell.Cut(1000),
        ExpertFields.RateNote => (cell, answer) => answer.RateNote = cell.Cut(500),
        ExpertFields.PoolConsent => Consent(field, new SurveyConsent(heading, ExpertFields.Sentences)),
        _ => base.ReaderOf(field, heading),
    };
}

/// <summary>What the pool's sheets ask beside what every survey does.</summary>
internal static class ExpertFields
{
    public const string Competence = "competence";
    public const string Availability = "availability";
    public const string RateNote = "rateNote";
    public const string PoolConsent = "consent.expert-pool";
    public const string Form = "form.";
    public const string Field = "field.";
    public const string Language = "training-language.";

    public static readonly string[] Sentences =
    [
        "Annan suostumukseni tietojeni tallentamiseen Karelian osaajapooliin.",
        "I consent to storing my data in Karelia's expert pool.",
    ];

    private static readonly SurveyField[] Known =
    [
        .. SurveyFields.Response,
        .. SurveyFields.Person,
        .. SurveyFields.Work,
        new(Competence, "osaamisen kuvaus", "description of competence", "kuvaile osaamistasi|osaamisen kuvaus|osaaminen|osaamisesi|describe your competence|description of competence|competence|expertise"),
        new(Availability, "käytettävyys", "availability", "käytettävyys|saatavuus|milloin olet käytettävissä|availability|when are you available"),
        new(RateNote, "hintatieto", "note on the rate", "hinta|hintatieto|palkkiotoive|palkkio|rate|fee|price"),
        new(PoolConsent, "suostumus osaajapooliin", "consent to the expert pool", "osaajapoolisuostumus"),
    ];

    public static SurveyForm With(IReadOnlyList<SurveyOption> forms, IReadOnlyList<SurveyOption> fields) => new(
        Known,
        [
            new(Form, forms, hasNotes: true, "muodot", "forms of cooperation"),
            new(Field, fields, hasNotes: false, "alat", "osaamisala", "fields"),
            new(Language, [.. ExpertLists.Languages.Select(l => new SurveyOption(l.Code, l.Fi, l.En))], hasNotes: false, "kielet", "languages"),
        ],
        heading => SurveyConsent.SentenceIn(heading) is { } sentence && CellText.Key(sentence) is var key
            && (key.Contains("suostu", StringComparison.Ordinal) || key.Contains("consent", StringComparison.Ordinal))
            && (key.Contains("osaajapool", StringComparison.Ordinal) || key.Contains("expertpool", StringComparison.Ordinal))
            ? PoolConsent
            : null);
}
