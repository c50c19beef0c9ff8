using Karelia.Crm.Accounts;
using Karelia.Crm.Consent;
using Karelia.Crm.Kernel.Imports;

namespace Karelia.Crm.Alumni.Import;

/// <summary>Registrations of alumni and the student register's graduates: how a line becomes a person with role, alumni data and consents.</summary>
internal sealed class AlumniImport(DbSession session, CurrentUser user, IContactImports contacts, IConsentImports consents) : IImportKind
{
    private readonly AlumniRegister register = new(session);
    private CooperationOptions? options;
    private (ImportSheet Sheet, AlumniReader Reader)? reading;

    public string Code => "alumni";

    public string Role => Kernel.Role.AlumniCoordinator;

    public IReadOnlySet<string> OwnTables { get; } = new HashSet<string>
    {
        "accounts.contact_emails", "accounts.contact_phones", "accounts.contact_roles", "alumni.alumni", "alumni.degrees", "alumni.interests",
        "consent.events", "consent.standings", "consent.blocks",
    };

    public async Task<IReadOnlyList<ImportField>> Fields(CancellationToken ct) => AlumniFields.All(await Options(ct));

    public async Task<RecognisedForm> Recognise(IReadOnlyList<string> headings, CancellationToken ct) => AlumniFields.Recognise(headings, await Options(ct));

    public string FormOf(IReadOnlyList<MappedColumn> columns) => AlumniFields.FormOf(columns);

    public string? FaultOf(IReadOnlyList<MappedColumn> columns) =>
        columns.Any(column => column.Field is AlumniFields.LastName or AlumniFields.FirstNames) ? null : "Say which column holds the name.";

    public async Task Read(ImportSheet sheet, IReadOnlyList<ImportLine> lines, CancellationToken ct)
    {
        if (reading?.Sheet != sheet)
            reading = (sheet, new(sheet, await Options(ct)));
        foreach (var line in lines)
            reading.Value.Reader.Read(line);
    }

    public async Task Compare(ImportSheet sheet, IReadOnlyList<ImportLine> lines, CancellationToken ct)
    {
        var register = await new AlumniMatches(contacts, consents, this.register).Load(lines, ct);
        foreach (var line in lines)
        {
            var answer = (AlumniAnswer)line.Reading!;
            var found = register.Of(line);
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
                if (answer.Consents().Any(consent => register.Standing(contact.Id).Forbids(consent.Purpose)))
                    line.Reasons.Add(new(null, "blocked-or-withdrawn", "The person withdrew this consent or blocked these messages; an import gives none anew."));
                line.Base = register.IsNews(contact, answer, Draft(contact.Id, answer, sheet)) ? Outcomes.Changed : Outcomes.Matched;
            }
        }
    }

    public async Task Write(ImportSheet sheet, IReadOnlyList<ImportLine> lines, ImportJournal journal, CancellationToken ct)
    {
        var matches = await new AlumniMatches(contacts, consents, register).Load(lines, ct);
        var writes = new List<(ImportLine Line, AlumniAnswer Answer, ContactDraft Draft)>();
        foreach (var line in lines)
        {
            var answer = (AlumniAnswer)line.Reading!;
            var target = matches.TargetOf(line);
            line.ContactId = target?.Id ?? Guid.CreateVersion7();
            var draft = Draft(line.ContactId.Value, answer, sheet);
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

        await contacts.Write([.. writes.Select(write => write.Draft)], matches.Contacts, journal, sheet.Now, ct);
        var made = writes.Where(write => write.Line.Base == "created").Select(write => write.Draft.Id).ToHashSet();
        // Who withdrew the consent to the register stays out of it, whatever a sheet says.
        await register.Write(
            [.. writes.Where(write => !matches.Standing(write.Draft.Id).Forbids(ConsentPurposes.Alumni)).Select(write => (write.Draft.Id, write.Answer))],
            matches.Alumni, made, sheet, journal, ct);
        await consents.Give(
            [.. writes.SelectMany(write => write.Answer.Consents()
                .Where(consent => !matches.Standing(write.Draft.Id).Forbids(consent.Purpose))
                .Select(consent => new GivenConsent(write.Draft.Id, consent.Purpose, consent.Text, write.Answer.RespondedAt, write.Line.Row)))],
            made, sheet, sheet.Form == AlumniFields.Graduates ? "student-register" : "webropol", ct);

        ContactDraft Draft(Guid id, AlumniAnswer answer, ImportSheet from) =>
            matches.Standing(id).Forbids(ConsentPurposes.Alumni) ? AlumniImport.Draft(id, answer, from) with { Roles = [] } : AlumniImport.Draft(id, answer, from);
    }

    public async Task<int> Restore(ImportSheet sheet, IReadOnlyList<ImportChange> changes, CancellationToken ct) =>
        changes.Count - await register.TakeBack(changes, ct) - await contacts.TakeBack(changes, ct);

    public Task Annul(ImportSheet sheet, CancellationToken ct) => consents.Annul(sheet.Id, ct);

    public async Task<IReadOnlyList<KeptPerson>> Retract(ImportSheet sheet, Guid[] made, CancellationToken ct)
    {
        List<KeptPerson> kept =
        [
            .. (await contacts.Edited(made, ct)).Concat(await register.Edited(made, ct)).Select(id => new KeptPerson(id, "edited")),
            .. (await consents.Touched(made, sheet.Id, ct)).Select(id => new KeptPerson(id, "consent-or-block")),
        ];
        var gone = made.Except(kept.Select(person => person.ContactId)).ToArray();
        await register.Remove(gone, ct);
        await contacts.Empty(gone, sheet.Now, ct);
        return [.. kept.DistinctBy(person => person.ContactId)];
    }

    public async Task<IReadOnlyDictionary<Guid, string>> Names(Guid[] people, CancellationToken ct) =>
        (await contacts.ById(people, ct)).Values.Where(contact => !contact.IsRestricted).ToDictionary(contact => contact.Id, contact => $"{contact.LastName} {contact.FirstNames}".Trim());

    private static ContactDraft Draft(Guid id, AlumniAnswer answer, ImportSheet sheet) => new(id)
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
        Roles = [ContactRoles.Alumnus],
        Basis = LegalBases.Consent,
        Source = sheet.FileName,
        RoleFrom = Days.Of(answer.RespondedAt ?? sheet.Now),
    };

    private async Task<CooperationOptions> Options(CancellationToken ct) => options ??= new(await session.Rows(
        "select code, fi, en from alumni.cooperation_forms order by position", row => (row.GetString(0), row.GetString(1), row.GetString(2)), ct));
}
