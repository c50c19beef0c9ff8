using Karelia.Crm.Accounts;
using Karelia.Crm.Administration;
using Karelia.Crm.Consent.Erasure;
using Karelia.Crm.Consent.Purposes;
using Karelia.Crm.Consent.Withdrawal;
using Karelia.Crm.Kernel.Jobs;

namespace Karelia.Crm.Consent.Retention;

/// <summary>What an approved run says, done by its job: only by rules that are approved still, and only to whom they mean still.</summary>
[Allow(Role.DataProtectionOfficer)]
internal sealed record CarryOutRetention(Guid RunId) : ICommand<Unit>;

file sealed class Handler(
    ConsentDb db, DbSession session, Resting resting, Erasing erasing, LegalHolds holds, Due due, IKnownPeople people, IAuditRetention audit, Job job, TimeProvider clock)
    : IRequestHandler<CarryOutRetention, Unit>
{
    public async Task<Unit> Handle(CarryOutRetention command, CancellationToken ct)
    {
        var run = await db.Set<RetentionRun>().FirstAsync(r => r.Id == command.RunId, ct);
        var items = await db.Set<RetentionItem>().Where(i => i.RunId == run.Id).OrderBy(i => i.ContactId).ToListAsync(ct);
        var rules = (await db.Set<RetentionRule>().AsNoTracking().ToListAsync(ct)).Where(r => r.Holds).ToDictionary(r => r.Category);
        var purposes = (await db.CurrentPurposes(ct)).ToDictionary(p => p.Code);
        foreach (var (item, i) in items.Select((item, i) => (item, i)))
        {
            item.Outcome = await CarryOut(item, rules.GetValueOrDefault(item.Category), purposes.GetValueOrDefault(item.Category), ct);
            await job.Report(i + 1, items.Count, ct);
        }

        if (rules.GetValueOrDefault(RetentionCategories.AuditLog) is { Action: "erase", Months: { } months })
            await audit.Prune(clock.GetUtcNow().AddMonths(-months), ct);
        (run.State, run.DoneAt) = ("done", clock.Now());
        // Roles that end with the run leave nothing for the queue: it is erased already.
        await session.Execute("select set_config('crm.act', 'erase', true)", ct);
        return Unit.Value;
    }

    private async Task<string> CarryOut(RetentionItem item, RetentionRule? rule, PurposeVersion? purpose, CancellationToken ct)
    {
        if (rule is null || rule.Action != item.Action || (await session.Rows(
            "select 1 from consent.retention_due($1, $2, $3) d where d.contact_id = $4", row => row.GetInt32(0), ct, rule.Category, rule.Trigger, due.Before(rule.Months!.Value), item.ContactId)).Count == 0)
            return "no-longer";
        if (item.Action is "review" or "archive")
            return "listed";
        if (await holds.Has(item.ContactId, ct))
            return "legal-hold";
        var reason = $"retention: {item.Category}, {item.Trigger} {item.Since:yyyy-MM-dd} + {rule.Months} months";
        var goes = purpose is null ? [] : await resting.OnlyOn(purpose.Code, item.ContactId, ct);
        if (purpose is null || Resting.IsAll(goes))
        {
            await erasing.Erase(item.ContactId, reason, null, ct);
            return "done";
        }

        await erasing.EraseFields(item.ContactId, goes, reason, ct);
        foreach (var role in purpose.Roles)
            await people.EndRole(item.ContactId, role, ct);
        await session.Execute("update consent.erasure_queue set state = 'done', decided_at = now() where contact_id = $1 and purpose = $2 and state = 'open'", ct, item.ContactId, purpose.Code);
        return "done";
    }
}
