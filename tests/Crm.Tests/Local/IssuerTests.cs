using System.Buffers.Text;
using System.Net;
using System.Net.Http.Json;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Web;
using Karelia.Crm.Local;

namespace Karelia.Crm.Tests.Local;

internal sealed class IssuerTests
{
    private const string Callback = "http://localhost:5080/signin-oidc";
    private const string Verifier = "a-verifier-that-is-long-enough-for-the-rules-of-pkce";
    private Issuer issuer = null!;
    private HttpClient http = null!;

    [SetUp]
    public async Task Start()
    {
        issuer = await Issuer.Start(0);
        http = new(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = new($"http://127.0.0.1:{issuer.Port}/{Issuer.Tenant}/oauth2/v2.0/") };
    }

    [TearDown]
    public async Task Stop()
    {
        http.Dispose();
        await issuer.DisposeAsync();
    }

    [Test]
    public async Task Each_script_client_gets_its_role()
    {
        foreach (var client in Issuer.ClientIds)
        {
            var claims = Claims(await Tokens(ForClient(client)), "access_token");
            Assert.That(claims.GetProperty("roles")[0].GetString()!.Replace('.', '-').ToLowerInvariant(), Is.EqualTo(client));
            Assert.That(claims.TryGetProperty("scp", out _), Is.False);
        }
    }

    [TestCase("client_secret", "guessed", HttpStatusCode.Unauthorized)]
    [TestCase("client_id", "crm-nobody", HttpStatusCode.BadRequest)]
    [TestCase("scope", "api://another/.default", HttpStatusCode.BadRequest)]
    [TestCase("grant_type", "password", HttpStatusCode.BadRequest)]
    public async Task Anything_else_gets_none(string field, string value, HttpStatusCode status)
    {
        var form = ForClient("crm-reader");
        form[field] = value;
        Assert.That((await http.PostAsync("token", new FormUrlEncodedContent(form))).StatusCode, Is.EqualTo(status));
    }

    [Test]
    public async Task A_picked_person_signs_in_by_a_code_that_works_once()
    {
        var grant = ForCode(await Pick("alma.keksitty"));
        var claims = Claims(await Tokens(grant), "id_token");

        Assert.That(claims.GetProperty("name").GetString(), Is.EqualTo("Alma Keksitty"));
        Assert.That(claims.GetProperty("roles").EnumerateArray().Select(role => role.GetString()), Is.EqualTo(new[] { "Crm.AlumniCoordinator", "Crm.Communications" }));
        Assert.That(claims.GetProperty("nonce").GetString(), Is.EqualTo("n"));
        Assert.That((await http.PostAsync("token", new FormUrlEncodedContent(grant))).StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
    }

    [TestCase("code_verifier")]
    [TestCase("redirect_uri")]
    [TestCase("client_id")]
    public async Task A_code_is_worth_nothing_to_another(string field)
    {
        var grant = ForCode(await Pick("leo.lukija"));
        grant[field] = "another";
        Assert.That((await http.PostAsync("token", new FormUrlEncodedContent(grant))).IsSuccessStatusCode, Is.False);
    }

    [Test]
    public async Task A_code_goes_to_the_app_only() =>
        Assert.That((await http.GetAsync(Authorize("leo.lukija", "http://evil.example/signin-oidc"))).StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));

    [Test]
    public async Task The_page_names_each_person_by_title_and_name() =>
        Assert.That(await http.GetStringAsync(Authorize("")), Does.Contain("value=\"aino.esimerkki\"").And.Contain("Alumnivastaava").And.Contain("Aino Esimerkki"));

    [Test]
    public void The_product_does_not_know_the_development_stack()
    {
        var seen = new HashSet<string>();
        Walk(typeof(Program).Assembly);
        Assert.That(seen, Does.Contain("Karelia.Crm.Kernel").And.Not.Contain("Karelia.Crm.Local"));

        void Walk(Assembly assembly)
        {
            foreach (var name in assembly.GetReferencedAssemblies().Where(name => name.Name!.StartsWith("Karelia.", StringComparison.Ordinal) && seen.Add(name.Name!)))
                Walk(Assembly.Load(name));
        }
    }

    private static string Authorize(string user, string callback = Callback) =>
        $"authorize?client_id={Issuer.WebClient}&redirect_uri={Uri.EscapeDataString(callback)}&response_type=code&nonce=n&state=s&user={user}"
        + $"&code_challenge_method=S256&code_challenge={Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(Verifier)))}";

    private async Task<string> Pick(string user)
    {
        var answer = HttpUtility.ParseQueryString((await http.GetAsync(Authorize(user))).Headers.Location!.Query);
        Assert.That(answer["state"], Is.EqualTo("s"));
        return answer["code"]!;
    }

    private async Task<JsonElement> Tokens(Dictionary<string, string> form) =>
        await (await http.PostAsync("token", new FormUrlEncodedContent(form))).EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonElement>();

    private static JsonElement Claims(JsonElement tokens, string which) =>
        JsonSerializer.Deserialize<JsonElement>(Base64Url.DecodeFromChars(tokens.GetProperty(which).GetString()!.Split('.')[1]));

    private static Dictionary<string, string> ForClient(string client) => new()
    {
        ["grant_type"] = "client_credentials",
        ["client_id"] = client,
        ["client_secret"] = Issuer.Secret,
        ["scope"] = "api://karelia-crm/.default",
    };

    private static Dictionary<string, string> ForCode(string code) => new()
    {
        ["grant_type"] = "authorization_code",
        ["client_id"] = Issuer.WebClient,
        ["client_secret"] = Issuer.Secret,
        ["code"] = code,
        ["redirect_uri"] = Callback,
        ["code_verifier"] = Verifier,
    };
}
