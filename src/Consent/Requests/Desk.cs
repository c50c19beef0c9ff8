using Karelia.Crm.Consent.Package;

namespace Karelia.Crm.Consent.Requests;

/// <summary>The parts of the request desk.</summary>
internal static class Desk
{
    public static IServiceCollection AddRequestDesk(this IServiceCollection services) => services
        .AddScoped<RequestDesk>()
        .AddScoped<RequestFiles>()
        .AddScoped<ErasureRequests>()
        .AddScoped<Packing>()
        .AddScoped<PackageFiles>()
        .AddScoped<PackageLink>()
        .AddSingleton<Letters>()
        .AddHostedService<RequestReminders>();
}
