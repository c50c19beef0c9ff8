using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.Identity.Web;

namespace Karelia.Crm.Host.Identity;

/// <summary>Programs come with a token of their own (client credentials), and only those that the CRM knows.</summary>
internal static class Bearer
{
    public const string Scheme = "crm-bearer";

    public static AuthenticationBuilder AddBearer(this AuthenticationBuilder authentication, IConfigurationSection settings, bool development)
    {
        var issuer = development ? LocalIssuer.Of(settings) : null;
        authentication.AddMicrosoftIdentityWebApi(settings, Scheme);
        authentication.Services.Configure<JwtBearerOptions>(Scheme, options => options.RequireHttpsMetadata = issuer is null);
        authentication.Services.PostConfigure<JwtBearerOptions>(Scheme, options =>
        {
            options.MapInboundClaims = false;
            options.TokenValidationParameters.NameClaimType = "azp";
            options.TokenValidationParameters.RoleClaimType = Claims.Roles;
            options.TokenValidationParameters.ValidTypes = ["JWT", "at+jwt"];
            options.TokenValidationParameters.ValidAlgorithms = ["RS256"];
            options.TokenValidationParameters.ClockSkew = TimeSpan.FromSeconds(30);
            if (issuer is not null)
            {
                options.TokenValidationParameters.IssuerValidator = null;
                options.TokenValidationParameters.ValidIssuer = issuer;
            }

            var before = options.Events.OnTokenValidated;
            options.Events.OnTokenValidated = async context =>
            {
                await before(context);
                if (context.Result is null)
                    await Enter(context);
            };
        });
        return authentication;
    }

    /// <summary>A user's delegated token and an id token are refused: people come by the browser session, where a session can be ended.</summary>
    private static async Task Enter(TokenValidatedContext context)
    {
        var token = context.Principal!;
        var client = token.FindFirstValue("azp");
        if (client is null || token.FindFirstValue("azpacr") is not ("1" or "2") || token.HasClaim(claim => claim.Type == "scp"))
        {
            context.Fail("Not an application's token.");
            return;
        }

        var name = await context.HttpContext.RequestServices.GetRequiredService<KnownApplications>().ActiveName(client, context.HttpContext.RequestAborted);
        if (name is not null && Claims.Of(token, name, Scheme) is { } caller)
            context.Principal = caller;
        else
            context.Fail("An application that the CRM does not know, or without a role.");
    }
}
