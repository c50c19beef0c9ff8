using Karelia.Crm.Accounts;

namespace Karelia.Crm.Events;

/// <summary>Continuing education, events and RDI events: who registered, who came, what they said of it.</summary>
public static class EventsModule
{
    /// <summary>Registers the module.</summary>
    public static IServiceCollection AddEvents(this IServiceCollection services) => services
        .AddSingleton<Attendance.Forgetting>()
        .AddHostedService(all => all.GetRequiredService<Attendance.Forgetting>())
        .AddScoped<Participants.Represented>()
        .AddScoped<IFollowsMerges, Participants.EventsMerges>()
        .AddScoped<Import.ParticipantRegister>()
        .AddScoped<Kernel.Imports.IImportKind, Import.ParticipantImport>()
        .AddModule<EventsDb>(EventsDb.Schema);
}
