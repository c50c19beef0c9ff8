using Karelia.Crm.Kernel.Jobs;

namespace Karelia.Crm.Accounts.Duplicates;

/// <summary>Puts the nightly scan in the queue.</summary>
[Allow(Role.Admin)]
internal sealed record QueueScan : ICommand<Guid>;

file sealed class Handler(JobQueue jobs) : IRequestHandler<QueueScan, Guid>
{
    public Task<Guid> Handle(QueueScan command, CancellationToken ct) => Task.FromResult(jobs.Add(ScanAfterImport.Kind, new ScanDuplicates()));
}
