using Karelia.Crm.Accounts.Contacts;
using Karelia.Crm.Kernel.Imports;

namespace Karelia.Crm.Accounts.Import;

/// <summary>Lists of people and of organisations, and what Dynamics 365 exports of both: how a line becomes a person with roles and a place in an organisation, or an organisation.</summary>
internal sealed class ContactsImport(DbSession session, CurrentUser user) : IImportKind
{
    private readonly ContactImport contacts = new(session);
    private readonly Met met = new();
    private (ImportSheet Sheet, ContactsReader Reader)? reading;

    public string Code => "contacts";

    public string Role => Kernel.Role.CustomerManager;

    public IReadOnlySet<string> OwnTables { get; } = new HashSet<string> { "accounts.contact_emails", "accounts.contact_phones", "accounts.contact_roles", "accounts.affiliations" };

    public Task<IReadOnlyList<ImportField>> Fields(CancellationToken ct) => Task.FromResult(ContactsFields.All);

    public Task<RecognisedForm> Recognise(IReadOnlyList<string> headings, CancellationToken ct) => Task.FromResult(ContactsFields.Recognise(headings));

    public string FormOf(IReadOnlyList<MappedColumn> columns) => ContactsFields.FormOf(columns);

    public string? FaultOf(IReadOnlyList<MappedColumn> columns) => ContactsFields.FaultOf(columns);

    public bool IsAboutAccounts(string? form) => ContactsFields.IsAboutAccounts(form);

    public Task Read(ImportSheet sheet, IReadOnlyList<ImportLine> lines, CancellationToken ct)
    {
        if (reading?.Sheet != sheet)
            reading = (sheet, new(sheet));
        foreach (var line in lines)
            reading.Value.Reader.Read(line);
        return Task.CompletedTask;
    }

    public Task Compare(ImportSheet sheet, IReadOnlyList<ImportLine> lines, CancellationToken ct) =>
        IsAboutAccounts(sheet.Form) ? new AccountLines(session).Compare(lines, met, ct) : new PersonLines(session, contacts, user).Compare(sheet, lines, met, ct);

    public Task Write(ImportSheet sheet, IReadOnlyList<ImportLine> lines, ImportJournal journal, CancellationToken ct) =>
        IsAboutAccounts(sheet.Form) ? new AccountLines(session).Write(sheet, lines, journal, ct) : new PersonLines(session, contacts, user).Write(sheet, lines, journal, ct);

    public async Task<int> Restore(ImportSheet sheet, IReadOnlyList<ImportChange> changes, CancellationToken ct)
    {
        var done = 0;
        foreach (var table in (JournaledTable[])[Places.Affiliations, AccountRows.Addresses, AccountRows.Accounts])
            done += await ImportJournal.TakeBack(session, table, changes, ct);
        return changes.Count - done - await contacts.TakeBack(changes, ct);
    }

    // Nothing was said in ledgers: this import opens no consents.
    public Task Annul(ImportSheet sheet, CancellationToken ct) => Task.CompletedTask;

    public async Task<IReadOnlyList<KeptPerson>> Retract(ImportSheet sheet, Guid[] made, CancellationToken ct)
    {
        var edited = await contacts.Edited(made, ct);
        await contacts.Empty([.. made.Except(edited)], sheet.Now, ct);
        return [.. edited.Select(id => new KeptPerson(id, "edited"))];
    }

    public Task<IReadOnlyList<Guid>> RetractAccounts(Guid[] made, CancellationToken ct) => AccountRows.Retract(session, made, ct);

    public async Task<IReadOnlyDictionary<Guid, string>> Names(Guid[] ids, CancellationToken ct)
    {
        var names = (await contacts.ById(ids, ct)).Values.Where(contact => !contact.IsRestricted).ToDictionary(contact => contact.Id, contact => $"{contact.LastName} {contact.FirstNames}".Trim());
        foreach (var (id, name) in await session.Rows("select id, name from accounts.account_card where id = any($1)", row => (row.GetGuid(0), row.GetString(1)), ct, ids))
            names[id] = name;
        return names;
    }

    /// <summary>Records that lines were matched with, and by what: two ways to one record are perhaps one duplicate.</summary>
    internal sealed class Met
    {
        private readonly Dictionary<Guid, string?> identities = [];

        public void Note(Guid record, ImportLine line)
        {
            if (!identities.TryAdd(record, line.Identity) && identities[record] != line.Identity)
                line.Reasons.Add(new(null, "possible-duplicate", "An earlier line is about the same record."));
        }
    }

    /// <summary>Why a record comes in as passive.</summary>
    public static string PassiveReason(ImportSheet sheet) => ContactsFields.IsDynamics(sheet.Form)
        ? $"Ei-aktiivinen Dynamics 365:ssä / Inactive in Dynamics 365 ({sheet.FileName})"
        : $"Ei-aktiivinen tuodussa tiedostossa / Inactive in the imported file ({sheet.FileName})";
}
