using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Karelia.Crm.Consent.Requests;

/// <summary>Looks every hour whether the officer is to be reminded.</summary>
internal sealed class RequestReminders(IServiceScopeFactory scopes, TimeProvider clock, ILogger<RequestReminders> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromHours(1), clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                scope.ServiceProvider.GetRequiredService<CurrentUser>().Become(Guid.Empty, "Karelia CRM", [Role.DataProtectionOfficer]);
                await scope.ServiceProvider.GetRequiredService<IMediator>().Send(new RemindOfRequests(), stoppingToken);
            }
            catch (Exception e) when (e is NpgsqlException or DbUpdateException or InvalidOperationException && !stoppingToken.IsCancellationRequested)
            {
                log.LogWarning("The reminders of requests wait for the database: {Error}", e.GetType().Name);
            }
        }
    }
}
