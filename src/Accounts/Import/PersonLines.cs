using Karelia.Crm.Accounts.Contacts;
using Karelia.Crm.Kernel.Imports;

namespace Karelia.Crm.Accounts.Import;

/// <summary>
/// Lines about people: matched by the id in the source system; else a line with an address by it alone, and only one without by name and organisation. The organisation
/// that a line names is found, or made.
/// </summary>
internal sealed class PersonLines(DbSession session, ContactImport contacts, CurrentUser user)
{
    private readonly Dictionary<Guid, KnownContact> known = [];
    private ILookup<string, KnownContact> bySource = Enumerable.Empty<KnownContact>().ToLookup(_ => "");
    private ILookup<string, KnownContact> byEmail = Enumerable.Empty<KnownContact>().ToLookup(_ => "");
    private ILookup<string, KnownContact> byName = Enumerable.Empty<KnownContact>().ToLookup(_ => "");
    private Places places = new(session);
    private AccountBook book = new(session);

    public async Task Compare(ImportSheet sheet, IReadOnlyList<ImportLine> lines, ContactsImport.Met met, CancellationToken ct)
    {
        await Load(lines, ct);
        foreach (var line in lines)
        {
            var answer = (ContactsAnswer)line.Reading!;
            var account = Account(line, answer, sheet);
            var (target, candidates) = Match(answer, account);
            if (candidates.Append(target).Any(contact => contact?.IsRestricted == true))
            {
                line.Reasons.Add(user.Is(Role.DataProtectionOfficer)
                    ? new(null, "restricted", "The processing of this person's data is restricted.")
                    : new(null, "held-for-officer", "The line waits for the data protection officer."));
            }
            else if (target is not null)
            {
                line.ContactId = target.Id;
                met.Note(target.Id, line);
                var isNews = IsNews(target, account, answer, sheet);
                if (target.IsPassive && (isNews || answer.IsInactive != true))
                    line.Reasons.Add(new(null, "passive", "The person is passive and cannot be edited."));
                line.Base = isNews ? Outcomes.Changed : Outcomes.Matched;
            }
            else if (candidates.Count > 0)
            {
                line.Candidates = [.. candidates.Select(contact => contact.Id)];
                line.Reasons.Add(new(null, "possible-duplicate", "The register may have this person already."));
            }
        }
    }

    public async Task Write(ImportSheet sheet, IReadOnlyList<ImportLine> lines, ImportJournal journal, CancellationToken ct)
    {
        await Load(lines, ct);
        var (writes, newAccounts, made, seen) = (new List<(ContactsAnswer Answer, ContactDraft Draft, KnownAccount? Account)>(), new List<KnownAccount>(), new HashSet<Guid>(), new HashSet<Guid>());
        foreach (var line in lines)
        {
            var answer = (ContactsAnswer)line.Reading!;
            var account = answer.NamesOrganisation && book.Find(answer, bySourceId: false) is [var first, ..] ? first : null;
            var target = line.Decision == "merge" ? known.GetValueOrDefault(line.ContactId!.Value) : Match(answer, account).Target;
            var isNews = target is not null && IsNews(target, account, answer, sheet);
            // Two lines about one person that matching met by different ways: one at a time.
            var isHeld = target is null ? line.Decision == "merge" : target.IsRestricted || (isNews && (target.IsPassive || !seen.Add(target.Id)));
            line.Base = isHeld ? "left" : target is null ? "created" : isNews ? "changed" : "matched";
            if (isHeld)
                continue;
            line.ContactId = target?.Id ?? Guid.CreateVersion7();
            if (answer.NamesOrganisation)
            {
                line.AccountBase = account is null ? "created" : "matched";
                if (account is null)
                    newAccounts.Add(account = book.Make(answer, whole: false));
                line.AccountId = account.Id;
            }

            if (target is null)
                made.Add(line.ContactId.Value);
            if (line.Base != "matched")
                writes.Add((answer, Draft(line.ContactId.Value, target, account, answer, sheet), account));
        }

        var rows = new AccountRows(session, journal, sheet.Now, ct);
        await rows.Add(newAccounts);
        await contacts.Write([.. writes.Select(write => write.Draft)], known, journal, sheet.Now, ct);
        await places.Write([.. writes.Where(write => write.Account is { IsPassive: false }).Select(write => (write.Draft.Id, write.Account!, write.Answer))], made, journal, ct);
        var passive = writes.Where(write => write.Answer.IsInactive == true).Select(write => write.Draft.Id).ToLookup(made.Contains);
        await rows.Passivate(ContactRows.Contacts, [.. passive[true]], [.. passive[false]], ContactsImport.PassiveReason(sheet));
    }

    private async Task Load(IReadOnlyList<ImportLine> lines, CancellationToken ct)
    {
        var answers = lines.Select(line => (ContactsAnswer)line.Reading!).ToList();
        book = await new AccountBook(session).Load(answers, bySourceId: false, [], ct);
        bySource = await contacts.BySource(answers.Select(answer => answer.SourceId).OfType<string>(), ct);
        byEmail = await contacts.ByEmail(answers.Select(answer => answer.Email).OfType<string>(), ct);
        if (answers.Where(IsNamed).Select(answer => answer.SortName).ToList() is { Count: > 0 } names)
            byName = await contacts.ByName(names, ct);
        foreach (var contact in bySource.Concat(byEmail).Concat(byName).SelectMany(found => found))
            known[contact.Id] = contact;
        if (lines.Where(line => line.Decision == "merge").Select(line => line.ContactId).OfType<Guid>().ToList() is { Count: > 0 } chosen)
        {
            foreach (var (id, contact) in await contacts.ById(chosen, ct))
                known[id] = contact;
        }

        places = await new Places(session).Load([.. known.Keys], ct);
    }

    private (KnownContact? Target, IReadOnlyList<KnownContact> Candidates) Match(ContactsAnswer answer, KnownAccount? account)
    {
        if (answer.SourceId is { } source && bySource[source].FirstOrDefault() is { } moved)
            return (moved, []);
        if (answer.Email is not { } email)
            return (null, IsNamed(answer) && account is not null ? [.. byName[answer.SortName].Where(contact => places.Has(contact.Id, account.Id))] : []);
        // One address on two records of the source system: perhaps two people.
        return byEmail[email].ToList() is [var one] && (one.SourceId is null || answer.SourceId is null || one.SourceId == answer.SourceId) ? (one, []) : (null, [.. byEmail[email]]);
    }

    private KnownAccount? Account(ImportLine line, ContactsAnswer answer, ImportSheet sheet)
    {
        if (!answer.NamesOrganisation)
            return null;
        var found = book.Find(answer, bySourceId: false);
        var heading = sheet.Columns.FirstOrDefault(column => column.Field == (answer.Organisation is null ? ContactsFields.BusinessId : ContactsFields.Organisation))?.Column.Heading;
        if (found.Count == 0)
            line.Notes.Add(new(heading, "organisation-new", $"{answer.Organisation ?? answer.BusinessId} is not in the register; it is added."));
        else if (found[0].IsPassive)
            line.Notes.Add(new(heading, "organisation-passive", $"{found[0].Name} is passive; the person gets no place in it."));
        else if (found.Count > 1)
            line.Notes.Add(new(heading, "organisation-ambiguous", $"The register has {found.Count} organisations of this name; the oldest is taken."));
        return found.Count == 0 ? null : found[0];
    }

    private bool IsNews(KnownContact contact, KnownAccount? account, ContactsAnswer answer, ImportSheet sheet) => contacts.IsNews(contact, Draft(contact.Id, contact, account, answer, sheet));

    private ContactDraft Draft(Guid id, KnownContact? target, KnownAccount? account, ContactsAnswer answer, ImportSheet sheet) => new(id)
    {
        LastName = answer.LastName,
        FirstNames = answer.FirstNames,
        CalledName = answer.CalledName,
        Language = answer.Language,
        Street = answer.Street,
        PostalCode = answer.PostalCode,
        Town = answer.Town,
        Country = answer.Country,
        Email = answer.Email,
        Phones = answer.Phones,
        Roles = answer.Roles,
        Basis = answer.Basis ?? LegalBases.LegitimateInterest,
        Source = sheet.FileName,
        SourceId = answer.SourceId,
        ReachKind = "work",
        RoleFrom = Days.Of(sheet.Now),
        Touches = target is not null && (places.IsNews(id, account, answer) || (account is null && answer.NamesOrganisation) || (answer.IsInactive == true && !target.IsPassive)),
    };

    private static bool IsNamed(ContactsAnswer answer) => answer is { Email: null, LastName: not null, FirstNames: not null };
}
