using Karelia.Crm.Administration.Audit;
using Karelia.Crm.Administration.CodeLists;
using Karelia.Crm.Administration.Jobs;
using Karelia.Crm.Administration.Mail;
using Karelia.Crm.Administration.Users;

namespace Karelia.Crm.Administration;

/// <summary>Users and applications, the screens of the audit log and of jobs.</summary>
public static class AdministrationModule
{
    /// <summary>Registers the module.</summary>
    public static IServiceCollection AddAdministration(this IServiceCollection services) => services
        .AddModule<AdministrationDb>(AdministrationDb.Schema)
        .AddScoped<IUsers, SignedInUsers>()
        .AddScoped<Lists>()
        .AddScoped<ICodeLists>(scope => scope.GetRequiredService<Lists>())
        .AddHostedService<FirstCodes>()
        .AddCodeList(Regions.List)
        .AddScoped<JobProgress>()
        .AddScoped<IAuditRetention, AuditTrail>()
        .AddScoped<IAuditTrail, AuditTrail>()
        .AddSingleton<Postman>()
        .AddSingleton<Outbox>()
        .AddHostedService(all => all.GetRequiredService<Outbox>())
        .AddSingleton<Seals>()
        .AddHostedService(all => all.GetRequiredService<Seals>());
}
