using Karelia.Crm.Consent.Ledger;
using Karelia.Crm.Consent.MailingLists;

namespace Karelia.Crm.Consent;

/// <summary>Consents, communication preferences and blocks, and what left the house.</summary>
public static class ConsentModule
{
    /// <summary>Registers the module.</summary>
    public static IServiceCollection AddConsent(this IServiceCollection services) => services
        .AddModule<ConsentDb>(ConsentDb.Schema)
        .AddScoped<Targets>()
        .AddScoped<ConsentTexts>();
}
