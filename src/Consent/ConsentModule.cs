using Karelia.Crm.Accounts;
using Karelia.Crm.Consent.Erasure;
using Karelia.Crm.Consent.Ledger;
using Karelia.Crm.Consent.Links;
using Karelia.Crm.Consent.MailingLists;
using Karelia.Crm.Consent.Public;
using Karelia.Crm.Consent.Requests;
using Karelia.Crm.Kernel.Audit;
using Karelia.Crm.Kernel.Web;

namespace Karelia.Crm.Consent;

/// <summary>Consents, communication preferences and blocks, and what left the house.</summary>
public static class ConsentModule
{
    /// <summary>Registers the module.</summary>
    public static IServiceCollection AddConsent(this IServiceCollection services) => services
        .AddModule<ConsentDb>(ConsentDb.Schema)
        .AddMailings()
        .AddSingleton<PersonTables>()
        .AddScoped<PersonalLinks>()
        .AddScoped<OwnPage>()
        .AddSingleton<AddressLimit>()
        .AddSingleton<PublicPurge>()
        .AddHostedService(services => services.GetRequiredService<PublicPurge>())
        .AddSingleton<ProblemPage>(SitePage.Of)
        .AddSingleton<Journal>()
        .AddScoped<Tombstones>()
        .AddScoped<Kernel.Imports.IErasedPeople>(scope => scope.GetRequiredService<Tombstones>())
        .AddScoped<Erasing>()
        .AddScoped<Verifier>()
        .AddScoped<ConsentTexts>()
        .AddScoped<IConsents, RecordedConsents>()
        .AddScoped<IRenewals, RenewalMails>()
        .AddScoped<IConsentImports, Ledger.ConsentImport>()
        .AddScoped<IFollowsMerges, ConsentMerges>()
        .AddOfficer()
        .AddRequestDesk()
        .AddSingleton(new TimelineSecret("disclosure", Role.Communications, Role.DataProtectionOfficer))
        .AddSingleton(new Evidence("consent.events", "id, sequence, contact_id, purpose, kind, text_id, source, file_sha256, row, import_id, at, recorded_at, user_id, annuls"))
        .AddSingleton(new Evidence("consent.disclosures", "id, purpose, recipient, unit, kind, channel, topic, target_group_id, fields, included, excluded, at, user_id"))
        .AddSingleton(new Evidence("consent.disclosed_contacts", "disclosure_id, contact_id"));

    /// <summary>Erases again whom a restored backup brought back (<c>Erasure:Journal</c>), before anybody is served.</summary>
    public static Task ReplayErasures(this IServiceProvider services) => Replay.Run(services);
}
