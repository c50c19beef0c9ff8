using System.Reflection;
using System.Text.RegularExpressions;
using Karelia.Crm.Kernel.Audit;
using Karelia.Crm.Kernel.Jobs;
using Karelia.Crm.Kernel.Web;
using Microsoft.Extensions.Configuration;
using Npgsql;

namespace Karelia.Crm.Kernel;

/// <summary>How a module registers itself and the host finds its parts.</summary>
public static class Modules
{
    /// <summary>The kernel's own services; modules come after it, in the order in which they are saved and migrated.</summary>
    public static IServiceCollection AddKernel(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton(_ => new NpgsqlDataSourceBuilder(
            configuration.GetConnectionString("Crm") ?? throw new InvalidOperationException("Set ConnectionStrings__Crm to the PostgreSQL database.")).Build());
        services.AddMemoryCache().AddSingleton(TimeProvider.System).AddSingleton<PublishedViews>().AddScoped<DbSession>().AddScoped<CurrentUser>().AddScoped<Call>().AddScoped<AuditLog>().AddScoped<Migrator>().AddScoped<Job>().AddScoped<JobQueue>().AddScoped<Mail.Mailbox>();
        services.AddSingleton<JobSignal>().AddHostedService<JobWorker>();
        services.AddSingleton(new Evidence("kernel.audit_entries", "id, at, user_id, user_name, use_case, kind, entity, entity_id, contact_ids, value_hash"));
        services.AddScoped<ServiceFactory>(scope => scope.GetRequiredService).AddScoped<IMediator, Mediator>();
        foreach (var behaviour in new[] { typeof(Trace<,>), typeof(Authorize<,>), typeof(Validate<,>), typeof(Transact<,>), typeof(Once<,>), typeof(LogRead<,>) })
            services.AddScoped(typeof(IPipelineBehavior<,>), behaviour);
        return services.AddModule<KernelDb>("kernel");
    }

    /// <summary>Brings the database to the code before the first request.</summary>
    public static async Task Migrate(this IServiceProvider services)
    {
        await using var scope = services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<Migrator>().Run(CancellationToken.None);
    }

    /// <summary>Registers the module of <typeparamref name="TDb"/>: its context, handlers, rules, routes and page of personal data.</summary>
    public static IServiceCollection AddModule<TDb>(this IServiceCollection services, string schema) where TDb : DbContext
    {
        var assembly = typeof(TDb).Assembly;
        var options = Options<TDb>(schema);
        services.AddSingleton(new ModuleDb(typeof(TDb), schema, () => (TDb)Activator.CreateInstance(typeof(TDb), options)!, assembly));
        services.AddScoped(scope => scope.GetRequiredService<DbSession>().Context<TDb>());
        services.AddValidatorsFromAssembly(assembly, ServiceLifetime.Singleton, includeInternalTypes: true);
        foreach (var type in assembly.GetTypes().Where(type => type is { IsClass: true, IsAbstract: false, IsGenericTypeDefinition: false }))
        {
            foreach (var handled in type.GetInterfaces().Where(IsHandler))
                services.AddTransient(handled, type);
            if (type.IsAssignableTo(typeof(IRoute)))
                services.AddSingleton(typeof(IRoute), type);
            if (type.IsAssignableTo(typeof(IPage)))
                services.AddSingleton(typeof(IPage), type);
            if (type.IsAssignableTo(typeof(PersonalData)))
                services.AddSingleton(typeof(PersonalData), type);
        }

        return services;
    }

    /// <summary>The message that an endpoint sends: the parameter of its handler that is one.</summary>
    public static Type? MessageOf(MethodInfo handler) =>
        handler.GetParameters().Select(parameter => parameter.ParameterType).FirstOrDefault(type => type.IsAssignableTo(typeof(IBaseRequest)));

    /// <summary>The module's name, from the assembly: <c>Karelia.Crm.Accounts</c> is Accounts.</summary>
    public static string NameOf(Assembly assembly) => Regex.Match(assembly.GetName().Name!, "[^.]+$").Value;

    internal static DbContextOptions<TDb> Options<TDb>(string schema) where TDb : DbContext => new DbContextOptionsBuilder<TDb>()
        .UseNpgsql(npgsql => npgsql.MigrationsHistoryTable("migrations", schema))
        .UseSnakeCaseNamingConvention()
        .Options;

    private static bool IsHandler(Type type) =>
        type.IsGenericType && (type.GetGenericTypeDefinition() == typeof(IRequestHandler<,>) || type.GetGenericTypeDefinition() == typeof(INotificationHandler<>));
}
