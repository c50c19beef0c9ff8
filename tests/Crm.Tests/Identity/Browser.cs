using System.Net;
using System.Net.Http.Json;
using Microsoft.AspNetCore.Mvc.Testing;

namespace Karelia.Crm.Tests.Identity;

/// <summary>A browser with its own cookies. It follows no redirect by itself, and sends what a page of ours would.</summary>
internal sealed class Browser : IDisposable
{
    private static readonly HttpClient Outside = new(new HttpClientHandler { AllowAutoRedirect = false });
    private readonly Jar cookies = new();

    public Browser(WebApplicationFactory<Program>? host = null) =>
        Http = (host ?? Crm.Host).CreateDefaultClient(new Uri("https://localhost"), cookies);

    public HttpClient Http { get; }

    /// <summary>The session's cookie as the browser holds it; null without one.</summary>
    public string? Session
    {
        get => cookies.Kept.GetValueOrDefault("__Host-crm");
        set => cookies.Kept["__Host-crm"] = value!;
    }

    public static async Task<Browser> SignedIn(string person, WebApplicationFactory<Program>? host = null)
    {
        var browser = new Browser(host);
        var answer = await browser.SignIn(person);
        Assert.That((answer.StatusCode, answer.Headers.Location?.OriginalString), Is.EqualTo((HttpStatusCode.Redirect, "/")), await answer.Content.ReadAsStringAsync());
        return browser;
    }

    /// <summary>The whole way: to the issuer, a person picked there, and back. Answers with what the callback says.</summary>
    public async Task<HttpResponseMessage> SignIn(string person, string returnUrl = "/")
    {
        var login = await Http.GetAsync($"/bff/login?returnUrl={Uri.EscapeDataString(returnUrl)}");
        Assert.That(login.StatusCode, Is.EqualTo(HttpStatusCode.Redirect));
        var picked = await Outside.GetAsync($"{login.Headers.Location!.OriginalString}&user={person}");
        return await Http.GetAsync(picked.Headers.Location);
    }

    /// <summary>A script of ours changes something.</summary>
    public Task<HttpResponseMessage> Send(HttpMethod method, string path, object? body = null, params (string Name, string Value)[] headers)
    {
        var request = new HttpRequestMessage(method, path) { Content = body is null ? null : JsonContent.Create(body) };
        if (headers.Length == 0)
            headers = [("X-CSRF", "1")];
        foreach (var (name, value) in headers)
            request.Headers.Add(name, value);
        return Http.SendAsync(request);
    }

    public void Dispose() => Http.Dispose();

    /// <summary>Keeps cookies by name. .NET's own container would hide what the tests look at.</summary>
    private sealed class Jar : DelegatingHandler
    {
        public Dictionary<string, string> Kept { get; } = [];

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (Kept.Count > 0)
                request.Headers.Add("Cookie", string.Join("; ", Kept.Select(cookie => $"{cookie.Key}={cookie.Value}")));
            var answer = await base.SendAsync(request, cancellationToken);
            foreach (var cookie in answer.Headers.TryGetValues("Set-Cookie", out var set) ? set : [])
            {
                var pair = cookie.Split(';')[0].Split('=', 2);
                if (pair[1].Length == 0)
                    Kept.Remove(pair[0]);
                else
                    Kept[pair[0]] = pair[1];
            }

            return answer;
        }
    }
}
