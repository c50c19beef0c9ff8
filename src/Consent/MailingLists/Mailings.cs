using Karelia.Crm.Consent.Disclosures;
using Karelia.Crm.Consent.MailingLists.Monthly;
using Karelia.Crm.Consent.Preferences;
using Karelia.Crm.Consent.Suppressions;
using Karelia.Crm.Consent.TargetGroups;
using Karelia.Crm.Kernel.Imports;

namespace Karelia.Crm.Consent.MailingLists;

/// <summary>Whom we write to: the parts behind target groups, lists and what comes back of them.</summary>
internal static class Mailings
{
    public static IServiceCollection AddMailings(this IServiceCollection services) => services
        .AddScoped<GroupFields>().AddScoped<GroupPeople>().AddScoped<Objections>().AddScoped<Targets>().AddScoped<DisclosedFiles>().AddSingleton<FileExpiry>()
        .AddScoped<Suppressing>().AddScoped<IImportKind, SuppressionImport>()
        .AddSingleton<MonthlyLists>().AddHostedService(services => services.GetRequiredService<MonthlyLists>());
}
