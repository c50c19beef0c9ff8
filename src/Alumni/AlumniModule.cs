using Karelia.Crm.Accounts;

namespace Karelia.Crm.Alumni;

/// <summary>Graduates who registered for alumni activities.</summary>
public static class AlumniModule
{
    // Those who may list requests and mentoring.
    private static readonly string[] coworkers =
        [Role.AlumniCoordinator, Role.Communications, Role.DataProtectionOfficer, Role.PartnershipManager, Role.CustomerManager, Role.ExpertCoordinator];

    /// <summary>Registers the module.</summary>
    public static IServiceCollection AddAlumni(this IServiceCollection services) =>
        services.AddSingleton(new TimelineSecret("alumni-request", coworkers)).AddSingleton(new TimelineSecret("mentoring", coworkers)).AddAlumniLists().AddScoped<Alumni.Degrees>().AddScoped<Finding.Fields>().AddScoped<Figures.Counting>().AddScoped<Kernel.Imports.IImportKind, Import.AlumniImport>().AddModule<AlumniDb>(AlumniDb.Schema);
}
