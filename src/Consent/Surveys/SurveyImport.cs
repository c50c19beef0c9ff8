using Karelia.Crm.Accounts;
using Karelia.Crm.Kernel.Imports;

namespace Karelia.Crm.Consent;

/// <summary>A survey of people: how a line becomes a person with a role, a place in the module's register, and consents. A module says what is its own.</summary>
public abstract class SurveyImport<TAnswer, TKnown>(CurrentUser user, IContactImports contacts, IConsentImports consents, ISurveyRegister<TAnswer, TKnown> register) : IImportKind
    where TAnswer : SurveyAnswer, new()
    where TKnown : class, IRegistrant<TAnswer>
{
    private SurveyForm? form;
    private (ImportSheet Sheet, SurveyReader<TAnswer> Reader)? reading;

    public abstract string Code { get; }
    public abstract string Role { get; }

    public abstract IReadOnlySet<string> OwnTables { get; }

    /// <summary>The role in the cooperation that a line gives, and on which basis.</summary>
    protected abstract string ContactRole { get; }
    protected virtual string Basis => LegalBases.Consent;

    /// <summary>The consent without which nobody is in the register; null when it needs none.</summary>
    protected virtual string? OpeningPurpose => null;

    protected IContactImports Contacts { get; } = contacts;

    public async Task<IReadOnlyList<ImportField>> Fields(CancellationToken ct) => (await Form(ct)).Fields;

    public async Task<RecognisedForm> Recognise(IReadOnlyList<string> headings, CancellationToken ct)
    {
        var columns = (await Form(ct)).Recognise(headings);
        return new(FormOf(columns), columns, IsSure(columns));
    }

    public abstract string FormOf(IReadOnlyList<MappedColumn> columns);

    public virtual string? FaultOf(IReadOnlyList<MappedColumn> columns) =>
        columns.Any(column => column.Field is SurveyFields.LastName or SurveyFields.FirstNames) ? null : "Say which column holds the name.";

    public virtual async Task Read(ImportSheet sheet, IReadOnlyList<ImportLine> lines, CancellationToken ct)
    {
        if (reading?.Sheet != sheet)
            reading = (sheet, ReaderOf(sheet, await Form(ct)));
        foreach (var line in lines)
            reading.Value.Reader.Read(line);
    }

    public virtual async Task Compare(ImportSheet sheet, IReadOnlyList<ImportLine> lines, CancellationToken ct)
    {
        var matches = await Matches(lines, ct);
        foreach (var line in lines)
        {
            var answer = (TAnswer)line.Reading!;
            var found = matches.Of(line);
            if (found.Any(contact => contact.IsRestricted))
            {
                line.Reasons.Add(user.Is(Kernel.Role.DataProtectionOfficer)
                    ? new(null, "restricted", "The processing of this person's data is restricted.")
                    : new(null, "held-for-officer", "The line waits for the data protection officer."));
            }
            else if (answer.Email is null || found.Count > 1)
            {
                if (found.Count == 0)
                    continue;
                line.Candidates = [.. found.Select(contact => contact.Id)];
                line.Reasons.Add(new(null, "possible-duplicate", "The register may have this person already."));
            }
            else if (found is [var contact])
            {
                line.ContactId = contact.Id;
                if (contact.IsPassive)
                    line.Reasons.Add(new(null, "passive", "The person is passive and cannot be edited."));
                if (answer.Consents().Any(consent => matches.Standing(contact.Id).Forbids(consent.Purpose)))
                    line.Reasons.Add(new(null, "blocked-or-withdrawn", "The person withdrew this consent or blocked these messages; an import gives none anew."));
                line.Base = matches.IsNews(contact, answer, Draft(contact.Id, answer, sheet)) ? Outcomes.Changed : Outcomes.Matched;
            }
        }
    }

    public virtual async Task Write(ImportSheet sheet, IReadOnlyList<ImportLine> lines, ImportJournal journal, CancellationToken ct)
    {
        var matches = await Matches(lines, ct);
        var writes = new List<(ImportLine Line, TAnswer Answer, ContactDraft Draft)>();
        foreach (var line in lines)
        {
            var answer = (TAnswer)line.Reading!;
            var target = matches.TargetOf(line);
            line.ContactId = target?.Id ?? Guid.CreateVersion7();
            var draft = Draft(line.ContactId.Value, answer, sheet);
            if (IsClosed(matches, draft.Id))
                draft = draft with { Roles = [] };
            line.Base = target switch
            {
                null when line.Decision == "merge" => "left",
                null => "created",
                { IsPassive: true } or { IsRestricted: true } => "left",
                _ when matches.IsNews(target, answer, draft) => "changed",
                _ => "matched",
            };
            if (line.Base != "left")
                writes.Add((line, answer, draft));
        }

        await Contacts.Write([.. writes.Select(write => write.Draft)], matches.Contacts, journal, sheet.Now, ct);
        var made = writes.Where(write => write.Line.Base == "created").Select(write => write.Draft.Id).ToHashSet();
        // Who withdrew the consent to the register stays out of it, whatever a sheet says.
        await register.Write([.. writes.Where(write => !IsClosed(matches, write.Draft.Id)).Select(write => (write.Draft.Id, write.Answer))], matches.Registered, made, sheet, journal, ct);
        await consents.Give(
            [.. writes.SelectMany(write => write.Answer.Consents()
                .Where(consent => !matches.Standing(write.Draft.Id).Forbids(consent.Purpose))
                .Select(consent => new GivenConsent(write.Draft.Id, consent.Purpose, consent.Text, write.Answer.RespondedAt, write.Line.Row)))],
            made, sheet, SourceOf(sheet), ct);
    }

    public virtual async Task<int> Restore(ImportSheet sheet, IReadOnlyList<ImportChange> changes, CancellationToken ct) =>
        changes.Count - await register.TakeBack(changes, ct) - await Contacts.TakeBack(changes, ct);

    public virtual Task Annul(ImportSheet sheet, CancellationToken ct) => consents.Annul(sheet.Id, ct);

    public virtual async Task<IReadOnlyList<KeptPerson>> Retract(ImportSheet sheet, Guid[] made, CancellationToken ct)
    {
        List<KeptPerson> kept =
        [
            .. (await Contacts.Edited(made, ct)).Concat(await register.Edited(made, ct)).Select(id => new KeptPerson(id, "edited")),
            .. (await consents.Touched(made, sheet.Id, ct)).Select(id => new KeptPerson(id, "consent-or-block")),
        ];
        var gone = made.Except(kept.Select(person => person.ContactId)).ToArray();
        await register.Remove(gone, ct);
        await Contacts.Empty(gone, sheet.Now, ct);
        return [.. kept.DistinctBy(person => person.ContactId)];
    }

    public virtual async Task<IReadOnlyDictionary<Guid, string>> Names(Guid[] ids, CancellationToken ct) =>
        (await Contacts.ById(ids, ct)).Values.Where(contact => !contact.IsRestricted).ToDictionary(contact => contact.Id, contact => $"{contact.LastName} {contact.FirstNames}".Trim());

    /// <summary>The module's tables, beside those of people and of consents.</summary>
    protected static HashSet<string> With(params IEnumerable<string> tables) =>
        [.. tables, "accounts.contact_emails", "accounts.contact_phones", "accounts.contact_roles", "consent.events", "consent.standings", "consent.blocks"];

    /// <summary>What columns can be, with the lists as they are now. Asked once.</summary>
    protected abstract Task<SurveyForm> LoadForm(CancellationToken ct);

    /// <summary>Whether the headings are this kind's beyond doubt, so that nobody need be asked.</summary>
    protected abstract bool IsSure(IReadOnlyList<MappedColumn> columns);

    protected abstract SurveyReader<TAnswer> ReaderOf(ImportSheet sheet, SurveyForm form);

    /// <summary>Where consents came from, as the ledger names it.</summary>
    protected virtual string SourceOf(ImportSheet sheet) => "webropol";

    /// <summary>The person as the sheet tells of it.</summary>
    protected virtual ContactDraft Draft(Guid id, TAnswer answer, ImportSheet sheet) => new(id)
    {
        LastName = answer.LastName,
        FirstNames = answer.FirstNames,
        CalledName = answer.CalledName,
        Language = answer.Language,
        Street = answer.Street,
        PostalCode = answer.PostalCode,
        Town = answer.Town,
        Email = answer.Email,
        Phones = answer.Phone is null ? [] : [answer.Phone],
        Roles = [ContactRole],
        Basis = Basis,
        Source = sheet.FileName,
        RoleFrom = Days.Of(answer.RespondedAt ?? sheet.Now),
    };

    /// <summary>Whom the lines are about.</summary>
    protected Task<SurveyMatches<TAnswer, TKnown>> Matches(IReadOnlyList<ImportLine> lines, CancellationToken ct) => new SurveyMatches<TAnswer, TKnown>(Contacts, consents, register).Load(lines, ct);

    private bool IsClosed(SurveyMatches<TAnswer, TKnown> matches, Guid contact) => OpeningPurpose is { } purpose && matches.Standing(contact).Forbids(purpose);

    private async Task<SurveyForm> Form(CancellationToken ct) => form ??= await LoadForm(ct);
}
