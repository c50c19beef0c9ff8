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
    ConsentDb db, DbSession session, Resting resting, Erasing erasing, OldEvidence evidence, Due due, IKnownPeople people, IUsers users, IAuditRetention audit, Job job, TimeProvider clock)
    : IRequestHandler<CarryOutRetention, Unit>
{
    public async Task<Unit> Handle(CarryOutRetention command, CancellationToken ct)
    {
        var run = await db.Set<RetentionRun>().FirstAsync(r => r.Id == command.RunId, ct);
        var items = await db.Set<RetentionItem>().Where(i => i.RunId == run.Id).OrderBy(i => i.ContactId ?? i.UserId).ToListAsync(ct);
        var rules = (await db.Set<RetentionRule>().AsNoTracking().ToListAsync(ct)).Where(r => r.Holds).ToDictionary(r => r.Category);
        var purposes = (await db.CurrentPurposes(ct)).ToDictionary(p => p.Code);
        // Evidence goes by set, and last: who is erased as a whole leaves none.
        var late = items.ToLookup(item => OldEvidence.Is(item.Category));
        foreach (var (item, i) in late[false].Select((item, i) => (item, i)))
        {
            item.Outcome = await CarryOut(item, rules.GetValueOrDefault(item.Category), purposes.GetValueOrDefault(item.Category), ct);
            await job.Report(i + 1, items.Count, ct);
        }

        foreach (var category in late[true].GroupBy(item => item.Category))
            await CarryOut([.. category], rules.GetValueOrDefault(category.Key), ct);
        if (rules.GetValueOrDefault(RetentionCategories.AuditLog) is { Action: "erase", Months: { } months })
            await audit.Prune(clock.GetUtcNow().AddMonths(-months), ct);
        (run.State, run.DoneAt) = ("done", clock.Now());
        // Roles that end with the run leave nothing for the queue: it is erased already.
        await session.Execute("select set_config('crm.act', 'erase', true)", ct);
        return Unit.Value;
    }

    private async Task<string> CarryOut(RetentionItem item, RetentionRule? rule, PurposeVersion? purpose, CancellationToken ct)
    {
        var id = item.ContactId ?? item.UserId!.Value;
        if (Refused(item, id, rule, await Asked(rule, $"where {(item.ContactId is null ? "d.user_id" : "d.contact_id")} = '{id}'", ct)) is { } outcome)
            return outcome;
        var reason = Reason(item, rule!);
        await (item.Category switch
        {
            RetentionCategories.Users => users.Forget(id, reason, ct),
            RetentionCategories.NoPurpose => erasing.Erase(id, reason, null, ct),
            _ => EndPurpose(purpose!, id, reason, ct),
        });
        return "done";
    }

    private async Task CarryOut(List<RetentionItem> items, RetentionRule? rule, CancellationToken ct)
    {
        var asked = await Asked(rule, "", ct);
        foreach (var item in items)
            item.Outcome = Refused(item, item.ContactId!.Value, rule, asked) ?? "done";
        var done = items.Where(item => item.Outcome == "done").ToList();
        if (done.Count > 0)
            await evidence.Erase(rule!.Category, [.. done.Select(item => item.ContactId!.Value)], due.Before(rule.Months!.Value), Reason(done[0], rule), ct);
    }

    /// <summary>Whom the rule means still, and whether a legal hold keeps them.</summary>
    private async Task<Dictionary<Guid, bool>> Asked(RetentionRule? rule, string where, CancellationToken ct) => rule is null ? [] : (await session.Rows(
        $"select coalesce(d.contact_id, d.user_id), consent.on_hold(d.contact_id, d.user_id) from consent.retention_due($1, $2, $3) d {where}",
        row => (row.GetGuid(0), row.GetBoolean(1)), ct, rule.Category, rule.Trigger, due.Before(rule.Months!.Value))).ToDictionary();

    private static string? Refused(RetentionItem item, Guid id, RetentionRule? rule, Dictionary<Guid, bool> asked) =>
        rule?.Action != item.Action || !asked.TryGetValue(id, out var isOnHold) ? "no-longer" : item.Action is "review" or "archive" ? "listed" : isOnHold ? "legal-hold" : null;

    private static string Reason(RetentionItem item, RetentionRule rule) => $"retention: {item.Category}, {item.Trigger} {item.Since:yyyy-MM-dd} + {rule.Months} months";

    private async Task EndPurpose(PurposeVersion purpose, Guid id, string reason, CancellationToken ct)
    {
        var goes = await resting.OnlyOn(purpose.Code, id, ct);
        if (Resting.IsAll(goes))
        {
            await erasing.Erase(id, reason, null, ct);
            return;
        }

        await erasing.EraseFields(id, goes, reason, ct);
        foreach (var role in purpose.Roles)
            await people.EndRole(id, role, ct);
        await session.Execute("update consent.erasure_queue set state = 'done', decided_at = now() where contact_id = $1 and purpose = $2 and state = 'open'", ct, id, purpose.Code);
    }
}
