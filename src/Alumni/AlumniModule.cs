namespace Karelia.Crm.Alumni;

/// <summary>Graduates who registered for alumni activities.</summary>
public static class AlumniModule
{
    /// <summary>Registers the module.</summary>
    public static IServiceCollection AddAlumni(this IServiceCollection services) =>
        services.AddAlumniLists().AddScoped<Kernel.Imports.IImportKind, Import.AlumniImport>().AddModule<AlumniDb>(AlumniDb.Schema);
}
