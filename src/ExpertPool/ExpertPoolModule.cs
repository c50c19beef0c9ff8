namespace Karelia.Crm.ExpertPool;

/// <summary>Outside experts who registered, and finding the right one among them.</summary>
public static class ExpertPoolModule
{
    /// <summary>Registers the module.</summary>
    public static IServiceCollection AddExpertPool(this IServiceCollection services) => services
        .AddModule<ExpertPoolDb>(ExpertPoolDb.Schema)
        .AddExpertLists()
        .AddSingleton(new Accounts.TimelineSecret("expert-assignment", Role.ExpertCoordinator, Role.CustomerManager, Role.DataProtectionOfficer))
        .AddSingleton<Search.Stems>()
        .AddScoped<Search.Asking>()
        .AddScoped<Kernel.Imports.IImportKind, Import.ExpertsImport>();
}
