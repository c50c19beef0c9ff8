using Karelia.Crm.Consent.Notice;
using Karelia.Crm.Consent.Purposes;
using Karelia.Crm.Consent.Retention;
using Karelia.Crm.Consent.Withdrawal;

namespace Karelia.Crm.Consent;

/// <summary>What the data protection officer's use cases stand on.</summary>
internal static class Officer
{
    public static IServiceCollection AddOfficer(this IServiceCollection services) => services
        .AddSingleton<FourEyes>()
        .AddScoped<ActivePurposes>()
        .AddScoped<Objections>()
        .AddScoped<Resting>()
        .AddScoped<LegalHolds>()
        .AddScoped<Due>()
        .AddScoped<OldEvidence>()
        .AddHostedService<RetentionReminders>()
        .AddScoped<NoticeWriter>()
        .AddScoped<Notices>();
}
