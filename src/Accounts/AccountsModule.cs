using Karelia.Crm.Accounts.Contacts;

namespace Karelia.Crm.Accounts;

/// <summary>The register of organisations and people: the centre that other modules refer to.</summary>
public static class AccountsModule
{
    /// <summary>Registers the module.</summary>
    public static IServiceCollection AddAccounts(this IServiceCollection services) => services
        .AddModule<AccountsDb>(AccountsDb.Schema)
        .AddScoped<Following>()
        .AddScoped<IKnownPeople, People>()
        .AddScoped<IContactImports, Contacts.ContactImport>();
}
