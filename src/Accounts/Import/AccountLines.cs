using Karelia.Crm.Kernel.Imports;

namespace Karelia.Crm.Accounts.Import;

/// <summary>Lines about organisations: matched by the id in the source system, then by business id, then by the whole name.</summary>
internal sealed class AccountLines(DbSession session)
{
    private AccountBook book = new(session);

    public async Task Compare(IReadOnlyList<ImportLine> lines, ContactsImport.Met met, CancellationToken ct)
    {
        await Load(lines, ct);
        foreach (var line in lines)
        {
            var answer = (ContactsAnswer)line.Reading!;
            var (account, candidates) = Match(answer);
            if (account is null)
            {
                line.Candidates = [.. candidates.Select(candidate => candidate.Id)];
                if (candidates.Count > 0)
                    line.Reasons.Add(new(null, "possible-duplicate", "The register may have this organisation already."));
                continue;
            }

            line.AccountId = account.Id;
            met.Note(account.Id, line);
            var isNews = account.IsNews(answer);
            if (account.IsPassive && (isNews || answer.IsInactive != true))
                line.Reasons.Add(new(null, "passive", "The organisation is passive and cannot be edited."));
            line.Base = isNews ? Outcomes.Changed : Outcomes.Matched;
        }
    }

    public async Task Write(ImportSheet sheet, IReadOnlyList<ImportLine> lines, ImportJournal journal, CancellationToken ct)
    {
        await Load(lines, ct);
        var (made, changed, passive, seen) = (new List<KnownAccount>(), new List<(KnownAccount Account, ContactsAnswer Answer)>(), new List<KnownAccount>(), new HashSet<Guid>());
        foreach (var line in lines)
        {
            var answer = (ContactsAnswer)line.Reading!;
            var account = line.Decision == "merge" ? book.ById.GetValueOrDefault(line.AccountId!.Value) : Match(answer).Account;
            if (account is null && line.Decision == "merge")
            {
                line.Base = "left";
                continue;
            }

            if (account is null)
                made.Add(account = book.Make(answer, whole: true));
            var isFirst = seen.Add(account.Id);
            (line.AccountId, line.ContactId) = (account.Id, null);
            var isNews = !account.IsMade && account.IsNews(answer);
            line.AccountBase = line.Base = account.IsMade && isFirst ? "created" : !isNews ? "matched" : account.IsPassive || !isFirst ? "left" : "changed";
            if (line.Base == "changed")
                changed.Add((account, answer));
            if (answer.IsInactive == true && !account.IsPassive && line.Base is ("created" or "changed"))
                passive.Add(account);
        }

        var rows = new AccountRows(session, journal, sheet.Now, ct);
        await rows.Add(made);
        await rows.Change(changed);
        await rows.Passivate(
            AccountRows.Accounts, [.. passive.Where(account => account.IsMade).Select(account => account.Id)], [.. passive.Where(account => !account.IsMade).Select(account => account.Id)],
            ContactsImport.PassiveReason(sheet));
    }

    // Somebody chose the organisation of a line that is merged.
    private async Task Load(IReadOnlyList<ImportLine> lines, CancellationToken ct) => book = await new AccountBook(session).Load(
        [.. lines.Select(line => (ContactsAnswer)line.Reading!)], bySourceId: true, [.. lines.Where(line => line.Decision == "merge").Select(line => line.AccountId).OfType<Guid>()], ct);

    // One of the same name that came from another record of the source system is perhaps another organisation: a person decides.
    private (KnownAccount? Account, IReadOnlyList<KnownAccount> Candidates) Match(ContactsAnswer answer)
    {
        var found = book.Find(answer, bySourceId: true);
        return found is [var one] && (one.SourceId is null || answer.SourceId is null || one.SourceId == answer.SourceId || one.BusinessId is not null && one.BusinessId == answer.BusinessId)
            ? (one, [])
            : (null, found);
    }
}
