using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.WebUtilities;

namespace Karelia.Crm.Local;

/// <summary>
/// Imitates Entra's v2.0 endpoints for development and tests: a page to pick a made-up user from, and client
/// credentials for scripts. On 127.0.0.1 while the app is on localhost, so that cookies behave as they do with Entra.
/// </summary>
public sealed class Issuer : IAsyncDisposable
{
    public const string Tenant = "11111111-1111-4111-8111-111111111111";
    public const string WebClient = "22222222-2222-4222-8222-222222222222";
    public const string Api = "33333333-3333-4333-8333-333333333333";
    public const string Secret = "development-only";

    private readonly WebApplication app;
    private readonly IssuerKey key = new();
    private readonly ConcurrentDictionary<string, Grant> grants = new();

    private Issuer(WebApplication app) => this.app = app;

    public int Port => new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First()).Port;

    /// <summary>The client ids that scripts may use.</summary>
    public static IEnumerable<string> ClientIds => Staff.Clients.Keys;

    private string Base => $"http://127.0.0.1:{Port}/{Tenant}";

    /// <summary>Port 0 takes a free one.</summary>
    public static async Task<Issuer> Start(int port)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls($"http://127.0.0.1:{port}");
        builder.Logging.ClearProviders();
        // Signals are for whoever started the issuer.
        builder.Services.AddSingleton<IHostLifetime, NoLifetime>();
        var issuer = new Issuer(builder.Build());
        issuer.Map();
        await issuer.app.StartAsync();
        return issuer;
    }

    /// <summary>A bearer token as the client of that id would get it. A test may spoil its claims.</summary>
    public string Token(string clientId, Action<IDictionary<string, object>>? change = null)
    {
        var id = Staff.ObjectId(clientId).ToString();
        var claims = Claims(Api, ("azp", clientId), ("azpacr", "1"), ("oid", id), ("sub", id), ("roles", new[] { Staff.Clients[clientId] }));
        change?.Invoke(claims);
        return key.Sign(claims);
    }

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
        key.Dispose();
    }

    private void Map()
    {
        var tenant = app.MapGroup($"/{Tenant}");
        tenant.MapGet("/v2.0/.well-known/openid-configuration", () => new
        {
            issuer = $"{Base}/v2.0",
            authorization_endpoint = $"{Base}/oauth2/v2.0/authorize",
            token_endpoint = $"{Base}/oauth2/v2.0/token",
            end_session_endpoint = $"{Base}/oauth2/v2.0/logout",
            jwks_uri = $"{Base}/discovery/v2.0/keys",
            response_types_supported = Only("code"),
            response_modes_supported = Only("query"),
            subject_types_supported = Only("pairwise"),
            id_token_signing_alg_values_supported = Only("RS256"),
            token_endpoint_auth_methods_supported = Only("client_secret_post", "client_secret_basic"),
            code_challenge_methods_supported = Only("S256"),
            scopes_supported = Only("openid", "profile"),
        });
        tenant.MapGet("/discovery/v2.0/keys", () => new { keys = new[] { key.Public } });
        tenant.MapGet("/oauth2/v2.0/authorize", Authorize);
        tenant.MapPost("/oauth2/v2.0/token", async (HttpRequest request) => Token(Credentials(await request.ReadFormAsync(), request)));
        tenant.MapGet("/oauth2/v2.0/logout", (HttpRequest request) =>
            Query(request) is var query && IsOurs(query["post_logout_redirect_uri"], "/signout-callback-oidc")
                ? Results.Redirect(QueryHelpers.AddQueryString(query["post_logout_redirect_uri"], "state", query["state"]))
                : Results.Text("Signed out."));
    }

    private IResult Authorize(HttpRequest request)
    {
        var query = Query(request);
        if (query["client_id"] != WebClient || !IsOurs(query["redirect_uri"], "/signin-oidc"))
        {
            return Results.Text("AADSTS50011: unknown client or redirect address.", statusCode: 400);
        }
        string? error = query["response_type"] != "code" ? "unsupported_response_type"
            : query["response_mode"] is not ("" or "query") || query["code_challenge_method"] != "S256" || query["code_challenge"] == "" ? "invalid_request"
            : query["user"] == "cancel" ? "access_denied"
            : null;
        if (error is not null)
        {
            return Back(("error", error), ("error_description", "The local issuer refused."));
        }
        if (Staff.People.FirstOrDefault(person => person.Key == query["user"]) is not { } picked)
        {
            return query["prompt"] == "none" ? Back(("error", "login_required")) : Results.Text(PickPage.Html(query), "text/html", Encoding.UTF8);
        }
        var code = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
        grants[code] = new(picked, query["redirect_uri"], query["nonce"], query["code_challenge"], DateTimeOffset.UtcNow.AddMinutes(5));
        return Back(("code", code));

        IResult Back(params (string Name, string Value)[] answer) => Results.Redirect(QueryHelpers.AddQueryString(
            query["redirect_uri"], answer.Append((Name: "state", Value: query["state"])).ToDictionary(pair => pair.Name, pair => (string?)pair.Value)));
    }

    private IResult Token(Values form)
    {
        if (form["client_secret"] != Secret)
        {
            return Refuse("invalid_client", "AADSTS7000215: wrong client secret.", 401);
        }
        switch (form["grant_type"])
        {
            case "client_credentials" when !Staff.Clients.ContainsKey(form["client_id"]):
                return Refuse("unauthorized_client", "AADSTS700016: unknown client.", 400);
            case "client_credentials" when form["scope"] is not ("api://karelia-crm/.default" or Api + "/.default"):
                return Refuse("invalid_scope", "AADSTS70011: the scope is api://karelia-crm/.default.", 400);
            case "client_credentials":
                return Results.Json(new { token_type = "Bearer", expires_in = 3600, access_token = Token(form["client_id"]) });
            case "authorization_code" when form["client_id"] == WebClient && grants.TryRemove(form["code"], out var grant) && grant.Fits(form):
                return Results.Json(new
                {
                    token_type = "Bearer",
                    scope = "openid profile",
                    expires_in = 3600,
                    access_token = key.Sign(About(grant.Person, Api, ("azp", WebClient), ("azpacr", "1"), ("scp", "access_as_user"))),
                    id_token = key.Sign(About(grant.Person, WebClient, ("nonce", grant.Nonce))),
                });
            default:
                return Refuse("invalid_grant", "AADSTS70008: unknown, used or expired grant.", 400);
        }
    }

    private Dictionary<string, object> About(Person person, string audience, params (string Name, object Value)[] more) => Claims(
        audience,
        [("oid", Staff.ObjectId(person.Key).ToString()), ("sub", Staff.ObjectId(person.Key + audience).ToString()), ("name", person.Name),
            ("preferred_username", person.Address), .. person.Roles.Length > 0 ? [("roles", (object)person.Roles)] : Array.Empty<(string, object)>(), .. more]);

    private Dictionary<string, object> Claims(string audience, params (string Name, object Value)[] more)
    {
        var now = DateTimeOffset.UtcNow.ToUnixTimeSeconds();
        (string Name, object Value)[] all =
            [("iss", $"{Base}/v2.0"), ("aud", audience), ("tid", Tenant), ("iat", now), ("nbf", now), ("exp", now + 3600), ("ver", "2.0"), .. more];
        return all.ToDictionary(claim => claim.Name, claim => claim.Value);
    }

    private static string[] Only(params string[] values) => values;

    private static IResult Refuse(string error, string description, int status) =>
        Results.Json(new { error, error_description = description }, statusCode: status);

    /// <summary>The app is on localhost, at any port; nowhere else does a code go.</summary>
    private static bool IsOurs(string address, string path) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Host == "localhost" && uri.Scheme is "http" or "https"
        && uri.AbsolutePath == path && uri.Query == "" && uri.UserInfo == "";

    private static Values Query(HttpRequest request) => new(request.Query.ToDictionary(pair => pair.Key, pair => pair.Value.ToString()));

    private static Values Credentials(IFormCollection form, HttpRequest request)
    {
        var values = form.ToDictionary(pair => pair.Key, pair => pair.Value.ToString());
        if (request.Headers.Authorization.ToString() is ['B', 'a', 's', 'i', 'c', ' ', .. var basic])
        {
            var pair = Encoding.UTF8.GetString(Convert.FromBase64String(basic)).Split(':', 2);
            (values["client_id"], values["client_secret"]) = (Uri.UnescapeDataString(pair[0]), Uri.UnescapeDataString(pair[^1]));
        }
        return new(values);
    }

    private sealed record Grant(Person Person, string RedirectUri, string Nonce, string Challenge, DateTimeOffset Ends)
    {
        public bool Fits(Values form) => form["redirect_uri"] == RedirectUri && DateTimeOffset.UtcNow < Ends
            && Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(form["code_verifier"]))) == Challenge;
    }

    private sealed class NoLifetime : IHostLifetime
    {
        public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}

/// <summary>Parameters of a request; one that is not there is empty.</summary>
internal sealed class Values(Dictionary<string, string> values)
{
    public string this[string name] => values.GetValueOrDefault(name, "");

    public IEnumerable<KeyValuePair<string, string>> All => values;
}
