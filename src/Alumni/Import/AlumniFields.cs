using Karelia.Crm.Consent;
using Karelia.Crm.Kernel.Imports;
using Karelia.Crm.Spreadsheets;

namespace Karelia.Crm.Alumni.Import;

/// <summary>What alumni sheets ask beside what every survey does: the registration form and the student register's list, in Finnish and English.</summary>
internal static class AlumniFields
{
    public const string FormerLastName = "formerLastName";
    public const string Programme = "programme";
    public const string StartedYear = "startedYear";
    public const string Degree = "degree";
    public const string GraduatedYear = "graduatedYear";
    public const string AlumniConsent = "consent.alumni";
    public const string MessagesConsent = "consent.messages";

    /// <summary>Before a cooperation form's code.</summary>
    public const string Form = "form.";

    public const string Registration = "registration";
    public const string Graduates = "graduates";

    /// <summary>The heading under which the student register's list says <c>Kyllä</c>.</summary>
    private const string GraduatesConsent = "Alumnisuostumus";

    /// <summary>What the degree-certificate application asks; the list shows only the answer.</summary>
    private const string Application = "Tutkintotodistushakemus: Alumnisuostumus";

    private static readonly string[] RegisterSentences =
    [
        "Annan suostumukseni henkilötietojeni käsittelyyn Karelia-ammattikorkeakoulun alumnitoiminnassa ja tietojeni tallentamiseen asiakkuuksienhallintajärjestelmään.",
        "I consent to the processing of my personal data in the alumni activities of Karelia University of Applied Sciences and to storing them in the customer relationship system.",
    ];

    private static readonly string[] MessagesSentences =
    [
        "Minulle saa lähettää alumnikirjeen ja kutsuja tapahtumiin sähköpostitse.",
        "I may be sent the alumni letter and invitations to events by e-mail.",
    ];

    private static readonly SurveyField[] Known =
    [
        .. SurveyFields.Response,
        .. SurveyFields.Person,
        new(FormerLastName, "entinen sukunimi", "former last name", "entinen sukunimi|ent. sukunimi|entiset sukunimet|aiempi sukunimi|sukunimi opiskeluaikana|former last name|former surname|previous last name|maiden name"),
        new(SurveyFields.DateOfBirth, "syntymäaika", "date of birth", "syntymäaika|synt.aika|syntymäpäivä|syntymäpvm|date of birth|birth date|birthday"),
        new(Programme, "koulutus/koulutusohjelma", "degree programme", "koulutus / koulutusohjelma|koulutus|koulutusohjelma|tutkinto-ohjelma|education / degree programme|degree programme|education|programme"),
        new(StartedYear, "opintojen aloitusvuosi", "year studies began", "opintojen aloitusvuosi|aloitusvuosi|studies began (year)|year studies began|starting year|start year"),
        new(Degree, "suoritettu tutkinto", "degree completed", "suoritettu tutkinto|tutkinto|tutkintonimike|degree completed|degree"),
        new(GraduatedYear, "valmistumisvuosi", "year of graduation", "valmistumisvuosi|valm.vuosi|year of graduation|graduation year"),
        .. SurveyFields.Work,
        new(AlumniConsent, "suostumus alumnirekisteriin", "consent to the alumni register", GraduatesConsent),
        new(MessagesConsent, "suostumus alumnikirjeeseen ja kutsuihin", "consent to the alumni letter and invitations", "alumnikirje|alumni letter"),
    ];

    /// <summary>What columns can be, with the forms of cooperation as they are now.</summary>
    public static SurveyForm With(IReadOnlyList<SurveyOption> forms) => new(Known, [new(Form, forms, hasNotes: true)], ConsentIn);

    /// <summary>The student register's list has a column that is named as its consent; all else is the registration form.</summary>
    public static string FormOf(IEnumerable<MappedColumn> columns) =>
        columns.Any(column => column.Field == AlumniConsent && IsGraduatesConsent(column.Column.Heading)) ? Graduates : Registration;

    /// <summary>What a column asks consent to, in whose words.</summary>
    public static SurveyConsent ConsentOf(string field, string heading) => field == AlumniConsent
        ? new(heading, RegisterSentences, IsGraduatesConsent(heading) ? Application : null)
        : new(heading, MessagesSentences);

    private static bool IsGraduatesConsent(string heading) => CellText.Key(heading) == CellText.Key(GraduatesConsent);

    private static string? ConsentIn(string heading)
    {
        if (SurveyConsent.SentenceIn(heading) is not { } sentence)
            return null;
        var key = CellText.Key(sentence);
        if (key.Contains("alumnikirje", StringComparison.Ordinal) || key.Contains("alumniletter", StringComparison.Ordinal) || key.Contains("kutsuja", StringComparison.Ordinal)
            || key.Contains("invitations", StringComparison.Ordinal))
            return MessagesConsent;
        return (key.Contains("suostu", StringComparison.Ordinal) || key.Contains("consent", StringComparison.Ordinal)) && key.Contains("alumni", StringComparison.Ordinal)
            ? AlumniConsent
            : null;
    }
}
