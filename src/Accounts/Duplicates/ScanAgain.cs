using Karelia.Crm.Kernel.Imports;
using Karelia.Crm.Kernel.Jobs;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Karelia.Crm.Accounts.Duplicates;

/// <summary>After an import, whose rows are written by then: what it brought is compared with the rest.</summary>
internal sealed class ScanAfterImport(JobQueue jobs) : INotificationHandler<ImportCommitted>
{
    public const string Kind = "duplicate-scan";

    public Task Handle(ImportCommitted notification, CancellationToken cancellationToken)
    {
        jobs.Add(Kind, new ScanDuplicates());
        return Task.CompletedTask;
    }
}

/// <summary>Each night, by whichever host comes first.</summary>
internal sealed class ScanByNight(IServiceScopeFactory scopes, NpgsqlDataSource source, TimeProvider clock, ILogger<ScanByNight> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMinutes(15), clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                if (Days.Local(clock.GetUtcNow()).Hour == 2 && await IsDue(stoppingToken))
                    await Queue(stoppingToken);
            }
            catch (NpgsqlException e)
            {
                log.LogWarning("The nightly scan waits for the database: {Error}", e.GetType().Name);
            }
        }
    }

    private async Task<bool> IsDue(CancellationToken ct)
    {
        await using var command = source.CreateCommand("select not exists (select from kernel.jobs where kind = $1 and user_id = $2 and created_at > now() - interval '12 hours')");
        command.Parameters.AddRange(new NpgsqlParameter[] { new() { Value = ScanAfterImport.Kind }, new() { Value = Guid.Empty } });
        return (bool)(await command.ExecuteScalarAsync(ct))!;
    }

    private async Task Queue(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentUser>().Become(Guid.Empty, "Karelia CRM", [Role.Admin]);
        await scope.ServiceProvider.GetRequiredService<IMediator>().Send(new QueueScan(), ct);
    }
}
