namespace Karelia.Crm.Alumni;

/// <summary>Graduates who registered for alumni activities.</summary>
public static class AlumniModule
{
    /// <summary>Registers the module.</summary>
    public static IServiceCollection AddAlumni(this IServiceCollection services) =>
        services.AddAlumniLists().AddScoped<Alumni.Degrees>().AddScoped<Finding.Fields>().AddScoped<Figures.Counting>().AddScoped<Kernel.Imports.IImportKind, Import.AlumniImport>().AddModule<AlumniDb>(AlumniDb.Schema);
}
