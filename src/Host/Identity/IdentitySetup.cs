using System.Security.Cryptography.X509Certificates;
using Karelia.Crm.Administration;
using Karelia.Crm.Kernel.Web;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;

namespace Karelia.Crm.Host.Identity;

/// <summary>
/// Who calls: people by a browser session, programs by a bearer token. Any Authorization header means the latter, and the cookie is then never read.
/// </summary>
internal static class IdentitySetup
{
    public static WebApplicationBuilder AddIdentity(this WebApplicationBuilder builder)
    {
        // Else anyone could fill the log with tokens that are none.
        builder.Logging.AddFilter("Microsoft.IdentityModel", LogLevel.None);
        var services = builder.Services;
        services.Configure<SessionLimits>(builder.Configuration.GetSection("Sessions"));
        services.AddSingleton<RememberedSignIns>().AddSingleton<IRememberedSignIns>(all => all.GetRequiredService<RememberedSignIns>());
        services.AddSingleton<SessionStore>().AddSingleton<KnownApplications>().AddSingleton<KeyRing>();
        services.AddHostedService<StartIdentity>().AddHostedService(all => all.GetRequiredService<RememberedSignIns>());
        var protection = services.AddDataProtection().SetApplicationName("karelia-crm");
        // The keys lie in the database; with a certificate, encrypted. A key alone opens no session, whose own random key it does not hold.
        if (builder.Configuration["DataProtection:Certificate"] is { Length: > 0 } file)
            protection.ProtectKeysWithCertificate(X509CertificateLoader.LoadPkcs12FromFile(file, builder.Configuration["DataProtection:CertificatePassword"]));
        else
            builder.Logging.AddFilter("Microsoft.AspNetCore.DataProtection.KeyManagement.XmlKeyManager", LogLevel.Error);
        services.AddOptions<KeyManagementOptions>().Configure<KeyRing>((options, ring) => options.XmlRepository = ring);
        services.AddOptions<CookieAuthenticationOptions>(BrowserSession.Scheme).Configure<SessionStore>((options, store) => options.SessionStore = store);

        services.AddAuthentication(options =>
            {
                options.DefaultScheme = "crm";
                options.DefaultSignInScheme = options.DefaultSignOutScheme = BrowserSession.Scheme;
            })
            .AddPolicyScheme("crm", null, options => options.ForwardDefaultSelector = http => http.HasAuthorization() ? Bearer.Scheme : BrowserSession.Scheme)
            .AddBrowserSession(builder.Configuration.GetSection("Sessions"))
            .AddBrowserSignIn(builder.Configuration.GetSection("SignIn"), builder.Environment.IsDevelopment())
            .AddBearer(builder.Configuration.GetSection("Api"), builder.Environment.IsDevelopment());
        services.AddAuthorizationBuilder().SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
        return builder;
    }

    /// <summary>Between routing and the endpoints.</summary>
    public static WebApplication UseIdentity(this WebApplication app)
    {
        // Where nobody needs to sign in nobody is signed in: no cookie is read or renewed, so there is nothing that another site could make use of.
        app.UseWhen(http => !http.IsWithoutSignIn(), branch => branch.UseAuthentication());
        // Else the builder, which sees no branches, would put authentication before everything.
        ((IApplicationBuilder)app).Properties["__AuthenticationMiddlewareSet"] = true;
        app.Use(CrossSite.Refuse);
        app.Use((http, next) =>
        {
            if (http.User.Identity?.IsAuthenticated == true)
                Claims.Become(http.RequestServices.GetRequiredService<CurrentUser>(), http.User);
            return next(http);
        });
        app.UseRateLimiter();
        app.UseAuthorization();
        app.MapBff();
        return app;
    }

    internal static bool IsWithoutSignIn(this HttpContext http) => http.GetEndpoint()?.Metadata.GetMetadata<WithoutSignInAttribute>() is not null;

    internal static bool HasAuthorization(this HttpContext http) => http.Request.Headers.ContainsKey("Authorization");
}
