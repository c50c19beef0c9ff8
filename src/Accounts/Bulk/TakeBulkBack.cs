using System.Text.Json;
using Karelia.Crm.Kernel.Audit;
using Karelia.Crm.Kernel.Jobs;

namespace Karelia.Crm.Accounts.Bulk;

/// <summary>The job of an undo.</summary>
[Allow(Role.CustomerManager, Role.PartnershipManager, Role.AlumniCoordinator, Role.ExpertCoordinator, Role.Sales)]
internal sealed record TakeBulkBack(Guid Id) : ICommand<int>;

file sealed class Handler(AccountsDb db, DbSession session, AuditLog audit, Job job, CurrentUser user, TimeProvider clock) : IRequestHandler<TakeBulkBack, int>
{
    public async Task<int> Handle(TakeBulkBack command, CancellationToken ct)
    {
        var operation = await db.Lock(command.Id, ct);
        if (operation.UndoneAt is not null)
            throw new Refusal("bulk-done", detail: "The operation is done already.");
        var now = clock.Now();
        var steps = new Steps(session, user, operation, operation.Plan(), now, ct);
        for (var from = 1; from <= operation.Total; from += Steps.Chunk)
        {
            await steps.TakeBack(from);
            await job.Report(Math.Min(from + Steps.Chunk - 1, operation.Total), operation.Total, ct);
        }

        var counts = await session.Counts("undo_outcome", operation.Id, ct);
        (operation.Undo, operation.UndoneAt) = (JsonSerializer.Serialize(counts), now);
        await audit.Bulk(nameof(TakeBulkBack), "undo", nameof(BulkOperation), operation.Id, await session.ChangedPeople(operation.Id, ct), ct);
        return counts.GetValueOrDefault(Outcomes.Undone);
    }
}
