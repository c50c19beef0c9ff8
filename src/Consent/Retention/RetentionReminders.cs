using Karelia.Crm.Accounts;
using Microsoft.Extensions.Logging;

namespace Karelia.Crm.Consent.Retention;

/// <summary>Looks each morning whether the officer is to be reminded of the retention rules.</summary>
internal sealed class RetentionReminders(IServiceScopeFactory scopes, TimeProvider clock, ILogger<RetentionReminders> log) : Hourly(clock, log)
{
    private const int Morning = 7;

    public override async Task Run(CancellationToken ct)
    {
        if (Days.Local(Clock.GetUtcNow()).Hour != Morning)
            return;
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentUser>().Become(Guid.Empty, "Karelia CRM", [Role.DataProtectionOfficer]);
        await scope.ServiceProvider.GetRequiredService<IMediator>().Send(new RemindOfRetention(Clock.Today()), ct);
    }
}
