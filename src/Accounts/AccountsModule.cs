using Karelia.Crm.Accounts.Activities;
using Karelia.Crm.Accounts.Bulk;
using Karelia.Crm.Accounts.Companies;
using Karelia.Crm.Accounts.Contacts;
using Karelia.Crm.Accounts.Timeline;

namespace Karelia.Crm.Accounts;

/// <summary>The register of organisations and people: the centre that other modules refer to.</summary>
public static class AccountsModule
{
    /// <summary>Registers the module.</summary>
    public static IServiceCollection AddAccounts(this IServiceCollection services)
    {
        services.AddHttpClient<ICompanyRegister, PrhOpenData>(http => http.Timeout = TimeSpan.FromSeconds(4));
        return services
            .AddModule<AccountsDb>(AccountsDb.Schema)
            .AddHostedService<Duplicates.ScanByNight>()
            .AddScoped<Merging.Links>()
            .AddScoped<Merging.Merging>()
            .AddScoped<Following>()
            .AddScoped<Groups>()
            .AddScoped<Selections>()
            .AddScoped<Bulks>()
            .AddScoped<Attending>()
            .AddScoped<Events>()
            .AddScoped<History.BringingBack>()
            .AddScoped<IPersonHistory, History.PersonHistory>()
            .AddScoped<IKnownPeople, People>()
            .AddScoped<IContactImports, ContactImport>()
            .AddScoped<Kernel.Imports.IImportKind, Import.ContactsImport>();
    }
}
