using Microsoft.Extensions.Logging;

namespace Karelia.Crm.Consent.Requests;

/// <summary>Looks every hour whether the officer is to be reminded.</summary>
internal sealed class RequestReminders(IServiceScopeFactory scopes, TimeProvider clock, ILogger<RequestReminders> log) : Hourly(clock, log)
{
    public override async Task Run(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentUser>().Become(Guid.Empty, "Karelia CRM", [Role.DataProtectionOfficer]);
        await scope.ServiceProvider.GetRequiredService<IMediator>().Send(new RemindOfRequests(), ct);
    }
}
