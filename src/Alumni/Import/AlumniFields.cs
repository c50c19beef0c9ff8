using Karelia.Crm.Kernel.Imports;
using Karelia.Crm.Spreadsheets;

namespace Karelia.Crm.Alumni.Import;

/// <summary>What the columns of an alumni sheet can be, and the headings that say so: the registration form and the student register's list, in Finnish and English.</summary>
internal static class AlumniFields
{
    public const string ResponseTime = "responseTime";
    public const string Language = "language";
    public const string LastName = "lastName";
    public const string FormerLastName = "formerLastName";
    public const string FirstNames = "firstNames";
    public const string CalledName = "calledName";
    public const string DateOfBirth = "dateOfBirth";
    public const string Street = "street";
    public const string PostalCode = "postalCode";
    public const string Town = "town";
    public const string Email = "email";
    public const string Phone = "phone";
    public const string Programme = "programme";
    public const string StartedYear = "startedYear";
    public const string Degree = "degree";
    public const string GraduatedYear = "graduatedYear";
    public const string Employer = "employer";
    public const string Task = "task";
    public const string AlumniConsent = "consent.alumni";
    public const string MessagesConsent = "consent.messages";

    /// <summary>Before a cooperation form's code: the ticked option, and the text typed after it.</summary>
    public const string Form = "form.";
    public const string Note = "note.";

    public const string Registration = "registration";
    public const string Graduates = "graduates";

    /// <summary>The heading under which the student register's list says <c>Kyllä</c>.</summary>
    public const string GraduatesConsent = "Alumnisuostumus";

    private static readonly (string Field, string Fi, string En, string Headings)[] Known =
    [
        (ResponseTime, "vastausaika", "response time", "vastausaika|response time|aikaleima|timestamp"),
        (Language, "kieli", "language", "kieli|language|vastauskieli|vastauksen kieli|response language|lomakkeen kieli"),
        (LastName, "sukunimi", "last name", "sukunimi|sukunimesi|last name|surname|family name"),
        (FormerLastName, "entinen sukunimi", "former last name", "entinen sukunimi|ent. sukunimi|entiset sukunimet|aiempi sukunimi|sukunimi opiskeluaikana|former last name|former surname|previous last name|maiden name"),
        (FirstNames, "etunimet", "first names", "etunimet|etunimi|etunimesi|first names|first name|given names|given name|forenames"),
        (CalledName, "kutsumanimi", "called name", "kutsumanimi|puhuttelunimi|called name|preferred name|nickname"),
        (DateOfBirth, "syntymäaika", "date of birth", "syntymäaika|synt.aika|syntymäpäivä|syntymäpvm|date of birth|birth date|birthday"),
        (Street, "osoite", "address", "osoite|lähiosoite|katuosoite|postiosoite|kotiosoite|address|street address|postal address|street"),
        (PostalCode, "postinumero", "postal code", "postinumero|postinro|postal code|postcode|zip code|zip"),
        (Town, "postitoimipaikka", "town", "postitoimipaikka|postitmp|paikkakunta|kaupunki|kotipaikkakunta|town|city|post office"),
        (Email, "sähköposti", "email", "sähköposti (henkilökohtainen)|henkilökohtainen sähköposti|sähköposti|sähköpostiosoite|s-posti|email (personal)|personal email|email|e-mail|email address"),
        (Phone, "puhelin", "phone", "puhelin|puh.|puhelinnumero|puhelinnro|matkapuhelin|gsm|phone|phone number|mobile|mobile phone|telephone"),
        (Programme, "koulutus/koulutusohjelma", "degree programme", "koulutus / koulutusohjelma|koulutus|koulutusohjelma|tutkinto-ohjelma|education / degree programme|degree programme|education|programme"),
        (StartedYear, "opintojen aloitusvuosi", "year studies began", "opintojen aloitusvuosi|aloitusvuosi|studies began (year)|year studies began|starting year|start year"),
        (Degree, "suoritettu tutkinto", "degree completed", "suoritettu tutkinto|tutkinto|tutkintonimike|degree completed|degree"),
        (GraduatedYear, "valmistumisvuosi", "year of graduation", "valmistumisvuosi|valm.vuosi|year of graduation|graduation year"),
        (Employer, "työpaikka/yritys", "employer", "työpaikka / yritys|työpaikka|työnantaja|yritys|organisaatio|employer / company|employer|company|workplace|organisation"),
        (Task, "työtehtävä", "task", "työtehtävä|työtehtävät|tehtävänimike|tehtävä|ammattinimike|task|job title|position|title"),
        (AlumniConsent, "suostumus alumnirekisteriin", "consent to the alumni register", GraduatesConsent),
        (MessagesConsent, "suostumus alumnikirjeeseen ja kutsuihin", "consent to the alumni letter and invitations", "alumnikirje|alumni letter"),
    ];

    private static readonly Dictionary<string, string> ByHeading = Known
        .SelectMany(known => known.Headings.Split('|').Select(heading => (Key: CellText.Key(heading), known.Field)))
        .DistinctBy(pair => pair.Key).ToDictionary(pair => pair.Key, pair => pair.Field);

    private static readonly string[] OpenAnswers = ["Avoimet vastaukset", "Avoin vastaus", "Open answers", "Open responses", "Open-ended answers", "Open text answers", "Öppna svar"];

    /// <summary>Every field, the forms of cooperation last.</summary>
    public static IReadOnlyList<ImportField> All(CooperationOptions options) =>
    [
        .. Known.Select(known => new ImportField(known.Field, known.Fi, known.En)),
        .. options.All.Select(option => new ImportField(Form + option.Code, option.Fi, option.En)),
        .. options.All.Select(option => new ImportField(Note + option.Code, $"{option.Fi} – tarkenne", $"{option.En} – note")),
    ];

    /// <summary>The likeliest field of each column; a field has one column, the surest, and of equals the first.</summary>
    public static RecognisedForm Recognise(IReadOnlyList<string> headings, CooperationOptions options)
    {
        var guesses = headings.Select((heading, index) => (Column: new ImportColumn(index, heading), Guess: Guess(heading, options))).ToList();
        var chosen = guesses.Where(g => g.Guess.Field is not null).GroupBy(g => g.Guess.Field).Select(same => same.MaxBy(g => g.Guess.Confidence).Column.Index).ToHashSet();
        List<MappedColumn> columns = [.. guesses.Select(g => chosen.Contains(g.Column.Index) ? new MappedColumn(g.Column, g.Guess.Field, g.Guess.Confidence) : new(g.Column, null, 0))];
        var sure = columns.Where(column => column.Confidence >= 0.8).Select(column => column.Field!).ToHashSet();
        return new(FormOf(columns), columns, sure.IsSupersetOf([LastName, FirstNames, Email, AlumniConsent]));
    }

    /// <summary>The student register's list has a column that is named as its consent; all else is the registration form.</summary>
    public static string FormOf(IEnumerable<MappedColumn> columns) =>
        columns.Any(column => column.Field == AlumniConsent && IsGraduatesConsent(column.Column.Heading)) ? Graduates : Registration;

    public static bool IsGraduatesConsent(string heading) => CellText.Key(heading) == CellText.Key(GraduatesConsent);

    private static (string? Field, double Confidence) Guess(string heading, CooperationOptions options)
    {
        if (ConsentSentence.PurposeOf(heading) is { } consent)
            return (consent, 1);
        foreach (var (text, confidence) in Headings.Readings(heading))
        {
            if (ByHeading.TryGetValue(CellText.Key(text), out var field))
                return (field, confidence);
            if (options.CodeOf(text) is { } code)
                return (Form + code, confidence);
            if (OpenAnswers.FirstOrDefault(end => text.EndsWith(end, StringComparison.OrdinalIgnoreCase)) is { } end && options.CodeOf(text[..^end.Length]) is { } noted)
                return (Note + noted, confidence);
        }

        return (null, 0);
    }
}
