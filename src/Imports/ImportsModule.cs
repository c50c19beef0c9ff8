using Karelia.Crm.Imports.Imports;

namespace Karelia.Crm.Imports;

/// <summary>Sheets that become people: upload, mapping, preview, commit, undo. What a sheet means is its kind's, in the module that owns the people.</summary>
public static class ImportsModule
{
    /// <summary>Registers the module; after the modules whose kinds it drives.</summary>
    public static IServiceCollection AddImports(this IServiceCollection services) => services
        .AddScoped<Staging>().AddScoped<Preview>().AddScoped<Correction>().AddScoped<ErasedLines>().AddScoped<Kinds>().AddScoped<RowItems>().AddScoped<PeopleInUse>().AddSingleton<ImportGate>().AddSingleton<StagingPurge>().AddHostedService<DailyPurge>()
        .AddModule<ImportsDb>(ImportsDb.Schema);
}
