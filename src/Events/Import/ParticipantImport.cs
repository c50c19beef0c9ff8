using Karelia.Crm.Accounts;
using Karelia.Crm.Consent;
using Karelia.Crm.Kernel.Imports;

namespace Karelia.Crm.Events.Import;

/// <summary>Sheets of one event: who registered, who came, and what was said of it. Taking part needs no consent; being told of training does.</summary>
internal sealed class ParticipantImport(DbSession session, CurrentUser user, IContactImports contacts, IConsentImports consents, ParticipantRegister register)
    : SurveyImport<ParticipantAnswer, KnownParticipant>(user, contacts, consents, register), IImportKind
{
    private readonly FeedbackBook book = new(session);
    private Guid? known;
    private DateTimeOffset needsKeptUntil;

    public override string Code => "participants";

    public override string Role => Kernel.Role.CustomerManager;

    public override IReadOnlySet<string> OwnTables { get; } = With("events.participants", "events.special_needs");

    protected override string ContactRole => ContactRoles.Participant;

    protected override string Basis => LegalBases.LegitimateInterest;

    public override string FormOf(IReadOnlyList<MappedColumn> columns) => ParticipantFields.FormOf(columns);

    public override string? FaultOf(IReadOnlyList<MappedColumn> columns) => ParticipantFields.IsFeedback(columns) ? null : base.FaultOf(columns);

    bool IImportKind.ForgetsLines(string? form) => form == ParticipantFields.Feedback;

    public override async Task Read(ImportSheet sheet, IReadOnlyList<ImportLine> lines, CancellationToken ct)
    {
        await Take(sheet, ct);
        if (sheet.Form != ParticipantFields.Feedback)
        {
            await base.Read(sheet, lines, ct);
            return;
        }

        foreach (var line in lines)
            FeedbackBook.Read(sheet, line);
    }

    public override Task Compare(ImportSheet sheet, IReadOnlyList<ImportLine> lines, CancellationToken ct) =>
        sheet.Form == ParticipantFields.Feedback ? book.Compare(sheet.EventId!.Value, lines, ct) : base.Compare(sheet, lines, ct);

    public override Task Write(ImportSheet sheet, IReadOnlyList<ImportLine> lines, ImportJournal journal, CancellationToken ct) =>
        sheet.Form == ParticipantFields.Feedback ? book.Write(sheet, lines, ct) : base.Write(sheet, lines, journal, ct);

    public override async Task<int> Restore(ImportSheet sheet, IReadOnlyList<ImportChange> changes, CancellationToken ct)
    {
        register.Sheet = sheet;
        return await base.Restore(sheet, changes, ct);
    }

    public override async Task Annul(ImportSheet sheet, CancellationToken ct)
    {
        if (sheet.Form == ParticipantFields.Feedback)
            await book.Annul(sheet, ct);
        await base.Annul(sheet, ct);
    }

    public override async Task<IReadOnlyList<KeptPerson>> Retract(ImportSheet sheet, Guid[] made, CancellationToken ct)
    {
        register.Sheet = sheet;
        return await base.Retract(sheet, made, ct);
    }

    protected override Task<SurveyForm> LoadForm(CancellationToken ct) => Task.FromResult(ParticipantFields.Form);

    protected override bool IsSure(IReadOnlyList<MappedColumn> columns) =>
        ParticipantFields.IsFeedback(columns) || SurveyForm.IsSure(columns, SurveyFields.LastName, SurveyFields.FirstNames, SurveyFields.Email);

    protected override SurveyReader<ParticipantAnswer> ReaderOf(ImportSheet sheet, SurveyForm form) => new ParticipantReader(sheet, form, needsKeptUntil < sheet.Now);

    private async Task Take(ImportSheet sheet, CancellationToken ct)
    {
        register.Sheet = sheet;
        if (known == sheet.EventId && known is not null)
            return;
        if (sheet.EventId is not { } id || await session.Rows(
            "select starts_at, events.needs_kept_until(ends_at) from events.events where id = $1", row => (row.GetFieldValue<DateTimeOffset>(0), row.GetFieldValue<DateTimeOffset>(1)), ct, id) is not [var times])
            throw Refusal.Field("/eventId", "Say which event the sheet is of.");
        (known, register.StartsAt, needsKeptUntil) = (id, times.Item1, times.Item2);
    }
}
