using Karelia.Crm.Consent;
using Karelia.Crm.Events.Participants;
using Karelia.Crm.Kernel.Imports;
using Karelia.Crm.Spreadsheets;

namespace Karelia.Crm.Events.Import;

/// <summary>What the sheets of an event ask beside what every survey does, and which of them is which: registrations, who came, feedback.</summary>
internal static class ParticipantFields
{
    public const string BusinessId = "businessId";
    public const string Diet = "diet";
    public const string Accessibility = "accessibility";
    public const string State = "state";
    public const string TrainingConsent = "consent.training";

    /// <summary>Before on-site or remote.</summary>
    public const string Mode = "mode.";

    public const string Registration = "registration";
    public const string Attendance = "attendance";
    public const string Feedback = "feedback";

    /// <summary>What a question of feedback holds; a registration asks none of it.</summary>
    private static readonly string[] FeedbackWords =
        ["palaute", "arvosana", "arvioi", "suosittel", "tyytyväi", "onnistui", "hyödyl", "kehitt", "feedback", "rate", "rating", "recommend", "satisf", "useful", "improve", "overall"];

    public static readonly string[] TrainingSentences = ["Minulle saa lähettää tietoa Karelian koulutuksista sähköpostitse.", "I may be sent information about Karelia's training by e-mail."];

    private static readonly SurveyOption[] modes =
    [
        new(ParticipantStates.Modes[0], "Paikan päällä", "On site", "lähitoteutus", "läsnä paikan päällä", "in person", "on-site"),
        new(ParticipantStates.Modes[1], "Etäyhteydellä", "Remotely", "etänä", "etäosallistuminen", "verkossa", "online", "remote"),
    ];

    private static readonly SurveyField[] known =
    [
        .. SurveyFields.Response,
        .. SurveyFields.Person,
        .. SurveyFields.Work.Select(field => field.Field == SurveyFields.Employer
            ? field with { Fi = "edustettu organisaatio", En = "organisation represented", Headings = $"{field.Headings}|edustamasi organisaatio|edustettu organisaatio|organisaatiosi|organization" }
            : field),
        new(BusinessId, "y-tunnus", "business id", "y-tunnus|ytunnus|ly-tunnus|business id"),
        new(Diet, "erityisruokavalio", "diet", "erityisruokavalio|erityisruokavaliot|ruokavalio|allergiat|ruoka-aineallergiat|erityisruokavalio ja allergiat|erityisruokavaliot ja allergiat|diet|special diet|dietary requirements|allergies"),
        new(Accessibility, "esteettömyystarpeet", "accessibility", "esteettömyys|esteettömyystarpeet|esteettömyystoiveet|apuvälineet|accessibility|accessibility needs"),
        new(State, "osallistuminen", "attendance", "osallistui|osallistuminen|läsnä|läsnäolo|osallistumisen tila|attended|attendance|present|participation"),
        new(TrainingConsent, "lupa lähettää tietoa koulutuksista", "may be sent information about training", "markkinointilupa"),
    ];

    public static SurveyForm Form { get; } = new(known, [new(Mode, modes)], ConsentIn);

    private static readonly HashSet<string> ofPerson = [SurveyFields.LastName, SurveyFields.FirstNames, SurveyFields.Email];

    public static string FormOf(IReadOnlyList<MappedColumn> columns) =>
        IsFeedback(columns) ? Feedback : columns.Any(column => column.Field == State) ? Attendance : Registration;

    /// <summary>A sheet without names that asks for an opinion, or one that asks for several of them.</summary>
    public static bool IsFeedback(IReadOnlyList<MappedColumn> columns) =>
        columns.Count(column => column.Field is null && FeedbackWords.Any(word => column.Column.Heading.Contains(word, StringComparison.OrdinalIgnoreCase))) is var asked
        && (asked >= 3 || (asked >= 1 && !columns.Any(column => column.Field is { } field && ofPerson.Contains(field))));

    private static string? ConsentIn(string heading)
    {
        if (SurveyConsent.SentenceIn(heading) is not { } sentence)
            return null;
        var key = CellText.Key(sentence);
        return (key.Contains("saalähettää", StringComparison.Ordinal) && key.Contains("koulutuks", StringComparison.Ordinal)) || (key.Contains("maybesent", StringComparison.Ordinal) && key.Contains("training", StringComparison.Ordinal))
            ? TrainingConsent
            : null;
    }
}
