using Karelia.Crm.Accounts;
using Karelia.Crm.Consent;
using Karelia.Crm.Events.Participants;
using Karelia.Crm.Kernel.Imports;
using Karelia.Crm.Spreadsheets;

namespace Karelia.Crm.Events.Import;

/// <summary>What one line tells of a participant. Null says nothing.</summary>
internal sealed class ParticipantAnswer : SurveyAnswer
{
    public string? BusinessId { get; set; }
    public string? Diet { get; set; }
    public string? Accessibility { get; set; }
    public string? State { get; set; }

    public string? Mode => Codes(ParticipantFields.Mode).FirstOrDefault();

    public override IEnumerable<(string Purpose, string Text)> Consents()
    {
        if (Agreed.GetValueOrDefault(ParticipantFields.TrainingConsent) is { } words)
            yield return (ConsentPurposes.Messages(Channels.Email, Topics.Training), words);
    }

    protected override IEnumerable<(string Field, string? Value)> Own() =>
    [
        (ParticipantFields.BusinessId, BusinessId), (ParticipantFields.Diet, Diet), (ParticipantFields.Accessibility, Accessibility), (ParticipantFields.State, State),
    ];
}

/// <summary>Reads the cells that only sheets of events have. Of an event so long past that diets are gone, they are not even staged.</summary>
internal sealed class ParticipantReader(ImportSheet sheet, SurveyForm form, bool forgetsNeeds) : SurveyReader<ParticipantAnswer>(sheet, form)
{
    protected override Action<SheetCell, ParticipantAnswer>? ReaderOf(string field, string heading) => field switch
    {
        ParticipantFields.BusinessId => (cell, answer) => answer.BusinessId = BusinessId(cell),
        ParticipantFields.Diet or ParticipantFields.Accessibility when forgetsNeeds => (cell, _) => cell.Line.Cells[cell.Column] = null,
        ParticipantFields.Diet => (cell, answer) => answer.Diet = Unless(cell, "ei", "ei ole", "-", "no", "none"),
        ParticipantFields.Accessibility => (cell, answer) => answer.Accessibility = Unless(cell, "ei", "ei ole", "-", "no", "none"),
        ParticipantFields.State => (cell, answer) => answer.State = State(cell),
        ParticipantFields.TrainingConsent => Consent(field, new(heading, ParticipantFields.TrainingSentences)),
        _ => base.ReaderOf(field, heading),
    };

    private static string? Unless(SheetCell cell, params string[] nothing) =>
        nothing.Contains(cell.Text.Trim().TrimEnd('.').ToLowerInvariant()) ? null : cell.Cut(500);

    private static string? BusinessId(SheetCell cell)
    {
        var digits = string.Concat(cell.Text.Where(char.IsAsciiDigit));
        if (digits.Length is 7 or 8)
            return $"{digits.PadLeft(8, '0')[..7]}-{digits[^1]}";
        cell.Note("business-id-unreadable", "This is not a Finnish business id; the organisation is looked for by its name.");
        return null;
    }

    private static string? State(SheetCell cell)
    {
        var state = CellText.Key(cell.Text) switch
        {
            "kyllä" or "yes" or "1" or "x" or "osallistui" or "osallistunut" or "läsnä" or "attended" or "present" => ParticipantStates.Attended,
            "ei" or "no" or "0" or "poissa" or "eisaapunut" or "eiosallistunut" or "noshow" or "absent" => ParticipantStates.NoShow,
            "peruutettu" or "perui" or "peruttu" or "perunut" or "cancelled" or "canceled" => ParticipantStates.Cancelled,
            "ilmoittautunut" or "registered" => ParticipantStates.Registered,
            _ => null,
        };
        if (state is null)
            cell.Fault("code-unknown", "The attendance is in no list.");
        return state;
    }
}
