using System.Buffers.Text;
using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Karelia.Crm.Kernel;
using Karelia.Crm.Local;

namespace Karelia.Crm.Tests.Identity;

internal sealed class BearerTests
{
    private const string Client = "crm-admin";

    private static readonly Dictionary<string, Func<string>> Bad = new()
    {
        ["for another audience"] = () => Spoiled(claims => claims["aud"] = "44444444-4444-4444-8444-444444444444"),
        ["an id token"] = () => Spoiled(claims => claims["aud"] = Issuer.WebClient),
        ["of another issuer"] = () => Spoiled(claims => claims["iss"] = "https://login.microsoftonline.com/44444444-4444-4444-8444-444444444444/v2.0"),
        ["expired"] = () => Spoiled(claims => (claims["nbf"], claims["iat"], claims["exp"]) = (Now(-7200), Now(-7200), Now(-60))),
        ["not valid yet"] = () => Spoiled(claims => claims["nbf"] = Now(600)),
        ["without an expiry"] = () => Spoiled(claims => claims.Remove("exp")),
        ["a user's delegated one"] = () => Spoiled(claims => claims["scp"] = "access_as_user"),
        ["of a public client"] = () => Spoiled(claims => claims["azpacr"] = "0"),
        ["of a client unknown to the CRM"] = () => Spoiled(claims => claims["azp"] = "somebody-else"),
        ["of no client"] = () => Spoiled(claims => claims.Remove("azp")),
        ["without roles"] = () => Spoiled(claims => claims.Remove("roles")),
        ["with a role of another product"] = () => Spoiled(claims => claims["roles"] = new[] { "Erp.Admin" }),
        ["without an object id"] = () => Spoiled(claims => claims.Remove("oid")),
        ["unsigned"] = () => Signed("none", _ => []),
        ["signed with a key made from the public one"] = () => Signed("HS256", data => HMACSHA256.HashData(Encoding.ASCII.GetBytes(PublicKey()), data)),
        ["signed with another key of the same name"] = () => Signed("RS256", data => Other(RSASignaturePadding.Pkcs1, HashAlgorithmName.SHA256, data)),
        ["signed with another algorithm"] = () => Signed("PS256", data => Other(RSASignaturePadding.Pss, HashAlgorithmName.SHA256, data)),
        ["changed after signing"] = () => Signed("RS256", _ => Base64Url.DecodeFromChars(Crm.Issuer.Token(Client).Split('.')[2])),
        ["garbage"] = () => "garbage",
        ["empty"] = () => "",
    };

    private static IEnumerable<string> BadOnes => Bad.Keys;

    [Test]
    public async Task An_application_that_the_crm_knows_comes_in_without_the_pages_header()
    {
        var me = await Crm.As(Role.IntegrationWrite).GetFromJsonAsync<JsonElement>("/api/v1/me");

        Assert.That(me.GetProperty("roles").EnumerateArray().Single().GetString(), Is.EqualTo(Role.IntegrationWrite));
    }

    [TestCaseSource(nameof(BadOnes))]
    public async Task A_bad_token_is_refused_and_changes_nothing(string token)
    {
        var user = await AUser();

        var answer = await Deactivate(user, $"Bearer {Bad[token]()}");

        Assert.That(await Problem.Of(answer), Is.EqualTo((401, "/problems/not-signed-in")));
        Assert.That(answer.Headers.Contains("Set-Cookie"), Is.False);
        Assert.That(await Sql.Value<bool>("select is_active from administration.users where id = $1", user), Is.True);
    }

    [Test]
    public async Task A_password_is_no_token() =>
        Assert.That((await Deactivate(await AUser(), "Basic Y3JtLWFkbWluOmRldmVsb3BtZW50LW9ubHk=")).StatusCode, Is.EqualTo(HttpStatusCode.Unauthorized));

    [Test]
    public async Task A_bad_token_beside_a_good_cookie_is_refused()
    {
        using var browser = await Browser.SignedIn("pauli.paakayttaja");

        var answer = await browser.Send(HttpMethod.Get, "/api/v1/me", null, ("Authorization", "Bearer garbage"));

        Assert.That(await Problem.Of(answer), Is.EqualTo((401, "/problems/not-signed-in")));
    }

    [Test]
    public async Task An_application_switched_off_is_out_at_once_and_back_when_switched_on()
    {
        await Sql.Run("insert into administration.applications (client_id, name, is_active) values ('switched', 'Switched', true)");
        var token = Spoiled(claims => claims["azp"] = "switched");
        Assert.That((await Me(token)).StatusCode, Is.EqualTo(HttpStatusCode.OK));

        await Sql.Run("update administration.applications set is_active = false where client_id = 'switched'");
        await Task.Delay(100);
        var off = await Me(token);
        await Sql.Run("update administration.applications set is_active = true where client_id = 'switched'");
        await Task.Delay(100);

        Assert.That(off.StatusCode, Is.EqualTo(HttpStatusCode.Unauthorized));
        Assert.That((await Me(token)).StatusCode, Is.EqualTo(HttpStatusCode.OK));
    }

    [Test]
    public async Task A_token_opens_none_of_the_browsers_addresses()
    {
        var program = Crm.As(Role.Admin);

        Assert.That((await program.GetAsync("/bff/user")).StatusCode, Is.EqualTo(HttpStatusCode.Unauthorized));
        Assert.That((await program.PostAsync("/bff/logout", null)).StatusCode, Is.EqualTo(HttpStatusCode.Unauthorized));
    }

    [Test]
    public async Task A_wrong_role_is_told_before_the_body_is_read()
    {
        var answer = await Crm.As(Role.Reader).PostAsync("/api/v1/contacts", new StringContent("{ no json", Encoding.UTF8, "application/json"));

        Assert.That(await Problem.Of(answer), Is.EqualTo((403, "/problems/forbidden")));
    }

    private static string Spoiled(Action<IDictionary<string, object>> spoil) => Crm.Issuer.Token(Client, spoil);

    private static long Now(int seconds) => DateTimeOffset.UtcNow.AddSeconds(seconds).ToUnixTimeSeconds();

    /// <summary>A token that says the same and is signed otherwise.</summary>
    private static string Signed(string algorithm, Func<byte[], byte[]> sign)
    {
        var parts = Crm.Issuer.Token(Client, claims => claims["more"] = "x").Split('.');
        var header = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(parts[0])).Replace("RS256", algorithm, StringComparison.Ordinal);
        var text = $"{Base64Url.EncodeToString(Encoding.UTF8.GetBytes(header))}.{parts[1]}";
        return $"{text}.{Base64Url.EncodeToString(sign(Encoding.ASCII.GetBytes(text)))}";
    }

    private static byte[] Other(RSASignaturePadding padding, HashAlgorithmName hash, byte[] data)
    {
        using var key = RSA.Create(2048);
        return key.SignData(data, hash, padding);
    }

    private static string PublicKey()
    {
        using var http = new HttpClient();
        return http.GetStringAsync(new Uri($"http://127.0.0.1:{Crm.Issuer.Port}/{Issuer.Tenant}/discovery/v2.0/keys")).GetAwaiter().GetResult();
    }

    private static async Task<Guid> AUser()
    {
        var id = Guid.CreateVersion7();
        await Sql.Run("insert into administration.users (id, name, preferred_username, roles, language, is_active, first_seen, last_seen) values ($1, 'Testi Henkilö', 'testi', '{}', 'fi', true, now(), now())", id);
        return id;
    }

    private static Task<HttpResponseMessage> Me(string token) => Send(HttpMethod.Get, "/api/v1/me", $"Bearer {token}");

    private static Task<HttpResponseMessage> Deactivate(Guid user, string authorization) => Send(HttpMethod.Post, $"/api/v1/users/{user}/deactivate", authorization);

    private static Task<HttpResponseMessage> Send(HttpMethod method, string path, string authorization)
    {
        var request = new HttpRequestMessage(method, path);
        request.Headers.TryAddWithoutValidation("Authorization", authorization);
        return Crm.Anonymous().SendAsync(request);
    }
}
