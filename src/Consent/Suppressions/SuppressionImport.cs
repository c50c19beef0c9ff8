using Karelia.Crm.Accounts;
using Karelia.Crm.Kernel.Imports;
using Karelia.Crm.Spreadsheets;

namespace Karelia.Crm.Consent.Suppressions;

/// <summary>
/// What Liana Mailer gives back: who unsubscribed is blocked in the channel, an address that mail does not reach is marked so, and who asks to be forgotten opens an erasure
/// request. A report counts once: the same file again changes nothing, and an old report does not undo what somebody said since. An undo lifts nothing of it.
/// </summary>
internal sealed class SuppressionImport(DbSession session, CurrentUser user, IContactImports contacts, Suppressing suppressing) : IImportKind
{
    public string Code => "suppressions";

    public string Role => Kernel.Role.Communications;

    public bool RemembersMappings => false;

    public IReadOnlySet<string> OwnTables { get; } = new HashSet<string>();

    public Task<IReadOnlyList<ImportField>> Fields(CancellationToken ct) => Task.FromResult(SuppressionFields.All);

    public Task<RecognisedForm> Recognise(IReadOnlyList<string> headings, CancellationToken ct) => Task.FromResult(SuppressionFields.Recognise(headings));

    public string FormOf(IReadOnlyList<MappedColumn> columns) => SuppressionFields.ViewOf(columns) ?? Views.Unsubscribed;

    public string? FaultOf(IReadOnlyList<MappedColumn> columns) => columns.Count(column => column.Field?.StartsWith("email.", StringComparison.Ordinal) == true) switch
    {
        1 => null,
        0 => "Say which column holds the addresses, and so which list it is: unsubscribed, unreachable or forgotten.",
        _ => "A file is one list: map one column as the address.",
    };

    public Task Read(ImportSheet sheet, IReadOnlyList<ImportLine> lines, CancellationToken ct)
    {
        var columns = new List<(int, Action<SheetCell, Report>)>();
        foreach (var column in sheet.Columns)
        {
            if (column.Field == SuppressionFields.At)
                columns.Add((column.Column.Index, ReadTime));
            else if (column.Field == SuppressionFields.Reason)
                columns.Add((column.Column.Index, (cell, report) => report.Reason = cell.Cut(200)));
            else if (column.Field is not null)
                columns.Add((column.Column.Index, (cell, report) => (report.IsAddressed, report.Address) = (true, cell.Email())));
        }

        foreach (var line in lines)
        {
            var report = new Report(SuppressionFields.ViewOf(sheet.Columns) ?? Views.Unsubscribed);
            SheetCell.Read(sheet, line, report, columns);
            if (!report.IsAddressed)
                line.Reasons.Add(new(null, "required-missing", "The line has no address."));
            (line.Reading, line.Identity, line.Fingerprint, line.Values) = (report, report.Address, report.Address, report.Values);
        }

        return Task.CompletedTask;
    }

    public async Task Compare(ImportSheet sheet, IReadOnlyList<ImportLine> lines, CancellationToken ct)
    {
        var (known, reported) = await Known(lines, ct);
        foreach (var line in lines)
        {
            var report = (Report)line.Reading!;
            if (report.Address is null)
                continue;
            var people = known[report.Address].ToList();
            line.ContactId = people.Find(person => !person.IsRestricted)?.Id;
            if (people.Count == 0)
                line.Reasons.Add(new(null, "not-in-register", "Nobody in the register has this address."));
            else if (people.TrueForAll(person => person.IsRestricted))
                line.Reasons.Add(user.Is(Kernel.Role.DataProtectionOfficer)
                    ? new(null, "restricted", "The processing of this person's data is restricted.")
                    : new(null, "held-for-officer", "The line waits for the data protection officer."));
            else if (report.View == Views.Unreachable && people.TrueForAll(person => person.IsPassive))
                line.Reasons.Add(new(null, "passive", "The person is passive and cannot be edited."));
            line.Base = people.TrueForAll(person => reported.Knows(person.Id, report)) ? Outcomes.Matched : Outcomes.Changed;
        }
    }

    public async Task Write(ImportSheet sheet, IReadOnlyList<ImportLine> lines, ImportJournal journal, CancellationToken ct)
    {
        var (known, reported) = await Known(lines, ct);
        var chosen = await contacts.ById(lines.Where(line => line.Decision == "merge").Select(line => line.ContactId).OfType<Guid>(), ct);
        foreach (var line in lines)
        {
            var report = (Report)line.Reading!;
            List<KnownContact> found = report.Address is null ? [] : line.Decision == "merge" && chosen.GetValueOrDefault(line.ContactId ?? Guid.Empty) is { } one ? [one] : [.. known[report.Address]];
            var people = found.Where(person => !person.IsRestricted && !(report.View == Views.Unreachable && person.IsPassive)).ToList();
            var news = people.Where(person => !reported.Knows(person.Id, report)).ToList();
            (line.ContactId, line.Base) = (people.FirstOrDefault()?.Id, people.Count == 0 ? "left" : news.Count == 0 ? "matched" : "changed");
            foreach (var person in news)
                await suppressing.Follow(person, report, sheet, line.Row, ct);
        }
    }

    /// <summary>What the service reported holds, whatever becomes of the file.</summary>
    public Task<int> Restore(ImportSheet sheet, IReadOnlyList<ImportChange> changes, CancellationToken ct) => Task.FromResult(changes.Count);

    public Task Annul(ImportSheet sheet, CancellationToken ct) => Task.CompletedTask;

    public Task<IReadOnlyList<KeptPerson>> Retract(ImportSheet sheet, Guid[] made, CancellationToken ct) => Task.FromResult<IReadOnlyList<KeptPerson>>([]);

    public async Task<IReadOnlyDictionary<Guid, string>> Names(Guid[] ids, CancellationToken ct) =>
        (await contacts.ById(ids, ct)).Values.Where(contact => !contact.IsRestricted).ToDictionary(contact => contact.Id, contact => $"{contact.LastName} {contact.FirstNames}".Trim());

    private async Task<(ILookup<string, KnownContact>, Reported)> Known(IReadOnlyList<ImportLine> lines, CancellationToken ct)
    {
        var known = await contacts.ByEmail(lines.Select(line => ((Report)line.Reading!).Address).OfType<string>(), ct);
        var people = known.SelectMany(found => found.Select(person => person.Id)).Concat(lines.Where(line => line.Decision == "merge").Select(line => line.ContactId).OfType<Guid>());
        return (known, new(await session.Rows(
            "select contact_id, view, address, at from consent.suppressions where contact_id = any($1)",
            row => (row.GetGuid(0), row.GetString(1), row.GetString(2), row.GetFieldValue<DateTimeOffset>(3)), ct, people.Distinct().ToArray())));
    }

    private static void ReadTime(SheetCell cell, Report report)
    {
        if (FinnishDate.Read(cell.Text) is { Year: >= 2000 } at && at < DateTime.MaxValue.AddYears(-1))
            report.At = FinnishDate.InHelsinki(at).ToUniversalTime();
        else
            cell.Note("date-unreadable", "The date cannot be read, day first; it is taken as empty.");
    }
}

/// <summary>A line of the service's list.</summary>
internal sealed class Report(string view)
{
    public string View => view;
    public bool IsAddressed { get; set; }
    public string? Address { get; set; }
    public DateTimeOffset? At { get; set; }
    public string? Reason { get; set; }

    public IReadOnlyDictionary<string, string> Values() => new Dictionary<string, string?> { ["email"] = Address, ["view"] = View, [SuppressionFields.At] = At?.ToString("O"), [SuppressionFields.Reason] = Reason }
        .Where(value => value.Value is not null).ToDictionary(value => value.Key, value => value.Value!);
}

/// <summary>Reports that the register has already.</summary>
internal sealed class Reported(IEnumerable<(Guid Contact, string View, string Address, DateTimeOffset At)> reports)
{
    private readonly ILookup<(Guid, string, string), DateTimeOffset> known = reports.ToLookup(report => (report.Contact, report.View, report.Address), report => report.At);

    /// <summary>Without a time, any report of the address says the same.</summary>
    public bool Knows(Guid contact, Report report) => report.Address is not null && known[(contact, report.View, report.Address)].Any(at => report.At is null || at == report.At);
}
