using System.Text.Json;
using Karelia.Crm.Kernel.Audit;
using Karelia.Crm.Kernel.Jobs;

namespace Karelia.Crm.Accounts.Bulk;

/// <summary>The job of a bulk change.</summary>
[Allow(Role.CustomerManager, Role.PartnershipManager, Role.AlumniCoordinator, Role.ExpertCoordinator, Role.Sales)]
internal sealed record RunBulk(Guid Id) : ICommand<int>;

file sealed class Handler(AccountsDb db, DbSession session, AuditLog audit, Job job, CurrentUser user, TimeProvider clock) : IRequestHandler<RunBulk, int>
{
    public async Task<int> Handle(RunBulk command, CancellationToken ct)
    {
        var operation = await db.Lock(command.Id, ct);
        if (operation.FinishedAt is not null)
            throw new Refusal("bulk-done", detail: "The operation is done already.");
        var now = clock.Now();
        var steps = new Steps(session, user, operation, operation.Plan(), now, ct);
        for (var from = 1; from <= operation.Total; from += Steps.Chunk)
        {
            await steps.Do(from);
            await job.Report(Math.Min(from + Steps.Chunk - 1, operation.Total), operation.Total, ct);
        }

        var counts = await session.Counts("outcome", operation.Id, ct);
        counts.Remove(Outcomes.Changed, out var changed);
        (operation.Changed, operation.Skipped, operation.FinishedAt) = (changed, JsonSerializer.Serialize(counts), now);
        await audit.Bulk(nameof(RunBulk), "bulk", nameof(BulkOperation), operation.Id, await session.ChangedPeople(operation.Id, ct), ct);
        return changed;
    }
}
