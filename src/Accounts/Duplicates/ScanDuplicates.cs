using Karelia.Crm.Accounts.Merging;
using Karelia.Crm.Kernel.Jobs;

namespace Karelia.Crm.Accounts.Duplicates;

/// <summary>The job that looks for pairs among what changed since it last looked: each night, and when an import has been committed.</summary>
[Allow(Role.Anyone)]
internal sealed record ScanDuplicates : ICommand<FoundPairs>;

internal sealed record FoundPairs(long Contacts, long Accounts);

file sealed class Handler(AccountsDb db, DbSession session, Job job, TimeProvider clock) : IRequestHandler<ScanDuplicates, FoundPairs>
{
    public async Task<FoundPairs> Handle(ScanDuplicates command, CancellationToken ct)
    {
        await session.Execute("select pg_advisory_xact_lock(hashtext('duplicates'))", ct);
        var contacts = await Scan(RecordKinds.Contact, "contact_pairs", "accounts.contacts", ct);
        await job.Report(1, 2, ct);
        return new(contacts, await Scan(RecordKinds.Account, "account_pairs", "accounts.accounts", ct));
    }

    private async Task<long> Scan(string kind, string pairs, string table, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        // What changed is dated when its work began and is seen when it ended: what now is under way is looked at next time. A minute more, for clocks that differ.
        var settled = (await session.Rows(
            "select coalesce(min(xact_start), now()) - interval '1 minute' from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()",
            row => row.GetFieldValue<DateTimeOffset>(0), ct))[0];
        if (await db.DuplicateScans.FindAsync([kind], ct) is not { } scan)
            db.DuplicateScans.Add(scan = new() { Kind = kind, ScannedAt = DateTimeOffset.UnixEpoch });
        var since = scan.ScannedAt;
        scan.ScannedAt = settled;
        await session.Execute(
            $"""
            delete from accounts.duplicates d where d.kind = $1 and d.dismissed_at is null
            and exists (select from {table} r where r.id in (d.first_id, d.second_id) and (r.updated_at > $2 or r.merged_into_id is not null))
            """,
            ct, kind, since);
        return await session.Execute(
            $"""
            insert into accounts.duplicates (kind, first_id, second_id, reasons, is_exact, found_at)
            select $1, p.first_id, p.second_id, p.reasons, p.is_exact, $3 from accounts.{pairs}($2) p on conflict do nothing
            """,
            ct, kind, since, now);
    }
}
