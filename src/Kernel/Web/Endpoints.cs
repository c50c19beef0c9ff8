using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http.Metadata;

namespace Karelia.Crm.Kernel.Web;

/// <summary>The conventions of every route, said once: who may, which parameters, versions, idempotency, problems.</summary>
public static class Endpoints
{
    /// <summary>JSON as the contract has it, and problems for whatever goes wrong.</summary>
    public static IServiceCollection AddCrmEndpoints(this IServiceCollection services)
    {
        services.ConfigureHttpJsonOptions(json => Configure(json.SerializerOptions));
        return services.AddExceptionHandler<Problems>();
    }

    /// <summary>Maps every use case under <c>/api/v1</c>.</summary>
    public static void MapUseCases(this IEndpointRouteBuilder app)
    {
        var api = app.MapGroup("/api/v1").AddEndpointFilterFactory(Filter);
        ((IEndpointConventionBuilder)api).Finally(Describe);
        foreach (var route in app.ServiceProvider.GetServices<IRoute>())
            route.Map(api);
        var site = app.MapGroup("").WithMetadata(new WithoutSignInAttribute(isPage: true)).ExcludeFromDescription();
        foreach (var page in app.ServiceProvider.GetServices<IPage>())
            page.Map(site);
    }

    /// <summary>Answers 201 with the address of the new resource.</summary>
    public static Microsoft.AspNetCore.Http.HttpResults.Created<T> Created<T>(string path, T answer) => TypedResults.Created($"/api/v1{path}", answer);

    /// <summary>This change needs no <c>If-Match</c>.</summary>
    public static TBuilder WithoutVersion<TBuilder>(this TBuilder route) where TBuilder : IEndpointConventionBuilder => route.WithMetadata(new WithoutVersion());

    /// <summary>Answers with a problem, where there is nothing to throw it at.</summary>
    public static Task Refuse(this HttpContext http, Refusal refusal) => Problems.Write(http, refusal);

    internal static void Configure(JsonSerializerOptions json)
    {
        json.NumberHandling = JsonNumberHandling.Strict;
        json.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
        json.TypeInfoResolver = (json.TypeInfoResolver ?? new DefaultJsonTypeInfoResolver()).WithAddedModifier(DropWhatTheAddressSays).WithAddedModifier(LeaveOutWhatIsNotSet);
    }

    /// <summary>What comes from the address or a header is no member of the body: a body that names it is refused.</summary>
    private static void DropWhatTheAddressSays(JsonTypeInfo type)
    {
        for (var i = type.Properties.Count - 1; i >= 0; i--)
        {
            if (type.Type.IsAssignableTo(typeof(IBaseRequest)) && type.Properties[i].AttributeProvider?.IsDefined(typeof(FromRouteAttribute), false) == true)
                type.Properties.RemoveAt(i);
        }
    }

    private static void LeaveOutWhatIsNotSet(JsonTypeInfo type)
    {
        foreach (var property in type.Properties.Where(p => p.PropertyType.IsGenericType && p.PropertyType.GetGenericTypeDefinition() == typeof(Optional<>)))
            property.IsRequired = false;
    }

    /// <summary>The message's roles guard the address too, so that 403 comes before any body is read. A patch is a merge patch, by that name or as plain JSON.</summary>
    private static void Describe(EndpointBuilder endpoint)
    {
        if (endpoint.Metadata.OfType<MethodInfo>().FirstOrDefault() is not { } handler || Modules.MessageOf(handler) is not { } message)
            return;
        var roles = message.GetCustomAttribute<AllowAttribute>()?.Roles ?? [];
        endpoint.Metadata.Add(roles.Contains(Role.Public) ? new WithoutSignInAttribute() : new AuthorizationPolicyBuilder().RequireAuthenticatedUser()
            .RequireAssertion(call => call.Resource is HttpContext http && roles.Any(http.RequestServices.GetRequiredService<CurrentUser>().Is)).Build());
        if (endpoint.Metadata.OfType<IHttpMethodMetadata>().Any(method => method.HttpMethods.Contains(HttpMethods.Patch)))
            endpoint.Metadata.Add(new AcceptsMetadata(["application/merge-patch+json", "application/json"], message));
    }

    private static EndpointFilterDelegate Filter(EndpointFilterFactoryContext factory, EndpointFilterDelegate next)
    {
        var known = KnownQuery(factory.MethodInfo);
        return async context =>
        {
            var http = context.HttpContext;
            if (http.Request.Query.Keys.FirstOrDefault(key => !known.Contains(key)) is { } unknown)
                throw new Refusal("parameter-unknown", StatusCodes.Status400BadRequest, $"There is no parameter '{unknown[..Math.Min(unknown.Length, 60)]}' here.");
            ReadHeaders(http);
            await Idempotency.Read(http.RequestServices.GetRequiredService<Call>(), context);
            var answer = await next(context);
            if ((answer as IVersioned ?? (answer as IValueHttpResult)?.Value as IVersioned) is { } versioned)
                http.Response.Headers.ETag = $"\"{versioned.Version}\"";
            return answer;
        };
    }

    private static void ReadHeaders(HttpContext http)
    {
        var call = http.RequestServices.GetRequiredService<Call>();
        var needsVersion = http.Request.Method is "PATCH" or "PUT" or "DELETE" && http.GetEndpoint()?.Metadata.GetMetadata<WithoutVersion>() is null;
        var ifMatch = http.Request.Headers.IfMatch.ToString();
        if (needsVersion && ifMatch.Length == 0)
            throw new Refusal("version-missing", StatusCodes.Status428PreconditionRequired, "Say in If-Match which version you change: the ETag of what you read.");
        if (ifMatch.Length > 0)
            call.ExpectedVersion = long.TryParse(ifMatch.Trim('"'), out var version) ? version : -1;
    }

    private static HashSet<string> KnownQuery(MethodInfo handler)
    {
        var parameters = handler.GetParameters();
        var names = parameters.Where(p => p.IsDefined(typeof(FromQueryAttribute), false)).Select(p => p.Name!);
        var members = parameters.Where(p => p.IsDefined(typeof(AsParametersAttribute), false)).SelectMany(p => p.ParameterType.GetProperties()).Select(p => p.Name);
        return new(names.Concat(members), StringComparer.OrdinalIgnoreCase);
    }
}

/// <summary>Marks what answers without sign-in; who is signed in nevertheless is nobody there.</summary>
public sealed class WithoutSignInAttribute(bool isPage = false) : AllowAnonymousAttribute { public bool IsPage => isPage; }

/// <summary>Marks a change that needs no <c>If-Match</c>.</summary>
public sealed record WithoutVersion;
