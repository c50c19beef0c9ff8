using System.Net;
using Karelia.Crm.Kernel;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using YamlDotNet.RepresentationModel;

namespace Karelia.Crm.Tests.Rules;

/// <summary>Who may what: <c>authorisation.yaml</c> beside this file says it, the running product must do it.</summary>
internal sealed class AuthorisationTests
{
    private const string Matrix = "tests/Crm.Tests/Rules/authorisation.yaml";

    /// <summary>Everything outside the contract; nothing else answers.</summary>
    private static readonly string[] outside =
    [
        "/openapi.yaml", "/health/live", "/health/ready", "/bff/login", "/bff/logout", "/bff/user", "/sign-in-problem", "/signed-out", "/popup-done.html",
        "/api/{**path}", "{*path:nonfile}",
        // Pages for people without sign-in.
        "/pages.css", "/poistopyynto", "/poistopyynto/kiitos", "/en/deletion-request", "/en/deletion-request/thank-you",
        "/vahvistus/{token}", "/en/confirmation/{token}", "/viestit/{token}", "/en/messages/{token}",
        "/saavutettavuus", "/saavutettavuus/kiitos", "/en/accessibility", "/en/accessibility/thank-you", "/tietosuojaseloste", "/en/privacy-notice",
        "/tietosi/{token}", "/tietosi/{token}/code", "/tietosi/files/{token}", "/tietosi/files/{token}/{format}",
        "/en/your-data/{token}", "/en/your-data/{token}/code", "/en/your-data/files/{token}", "/en/your-data/files/{token}/{format}",
    ];

    /// <summary>Operations that need no sign-in; each was decided (docs/decisions/0014-without-sign-in.md).</summary>
    private static readonly string[] withoutSignIn = ["requestDeletion", "confirmRequest", "getMyPreferences", "setMyPreferences", "getPrivacyNotice"];

    private static Dictionary<string, string[]> Allowed()
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(Repository.Text(Matrix)));
        return ((YamlMappingNode)stream.Documents[0].RootNode).ToDictionary(row => ((YamlScalarNode)row.Key).Value!, row => ((YamlSequenceNode)row.Value).Select(role => ((YamlScalarNode)role).Value!).ToArray());
    }

    [Test]
    public void The_matrix_has_a_row_for_each_operation_and_no_other()
    {
        if (Environment.GetEnvironmentVariable("CRM_REWRITE_AUTHORISATION") == "1")
            Propose();
        Assert.That(Allowed().Keys, Is.EquivalentTo(ApiDocument.Committed.Operations.Select(operation => operation.Id)));
        Assert.That(Allowed().Values.SelectMany(roles => roles).Distinct(), Is.SubsetOf(Role.All.Append(Role.Public)));
        Assert.That(Allowed().Where(row => row.Value.Contains(Role.Public)).Select(row => row.Key), Is.EquivalentTo(withoutSignIn));
        Assert.That(Allowed().Where(row => row.Value.Contains(Role.Public)).Select(row => row.Value), Is.All.EqualTo(new[] { Role.Public }));
    }

    [Test]
    public void Nothing_answers_that_is_neither_in_the_contract_nor_on_the_list()
    {
        var contract = ApiDocument.Committed.Operations.Select(operation => $"{operation.Method} {operation.Path}").ToHashSet();
        var endpoints = Crm.Services.GetServices<EndpointDataSource>().SelectMany(source => source.Endpoints).OfType<RouteEndpoint>().ToList();
        Assert.That(endpoints, Has.Count.GreaterThan(contract.Count));
        foreach (var endpoint in endpoints)
        {
            var path = System.Text.RegularExpressions.Regex.Replace($"/{endpoint.RoutePattern.RawText!.TrimStart('/')}", @"\{(\w+):\w+\}", "{$1}");
            if (outside.Contains(endpoint.RoutePattern.RawText) || outside.Contains(path))
                continue;
            foreach (var method in endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? ["any"])
                Assert.That(contract, Does.Contain($"{method} {path}"), "Neither in the contract nor on the list");
            if (withoutSignIn.Contains(OperationOf(endpoint)))
                continue;
            Assert.That(endpoint.Metadata.GetMetadata<IAllowAnonymous>(), Is.Null, path);
            Assert.That(endpoint.Metadata.GetMetadata<AuthorizationPolicy>(), Is.Not.Null, $"{path} names no message that says who may");
        }
    }

    [Test]
    public async Task Each_role_may_what_the_matrix_says_and_a_refusal_changes_nothing()
    {
        var matrix = Allowed();
        await using var crm = await QuietCrm.Start();
        var clients = Role.All.ToDictionary(role => role, role => crm.As(role));
        // Everyone comes once before we look: an application may be noted when it first calls.
        foreach (var client in clients.Values)
            await client.GetAsync("/api/v1/me");
        var before = await crm.Contents();

        foreach (var operation in ApiDocument.Committed.Operations.Where(operation => !withoutSignIn.Contains(operation.Id)))
        {
            var anonymous = await crm.As().SendAsync(operation.Example());
            Assert.That(anonymous.StatusCode, Is.EqualTo(HttpStatusCode.Unauthorized), operation.ToString());
            Assert.That(anonymous.Content.Headers.ContentType?.MediaType, Is.EqualTo("application/problem+json"), operation.ToString());
            foreach (var role in Role.All.Except(matrix[operation.Id]))
            {
                var answer = await clients[role].SendAsync(operation.Example());
                Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.Forbidden), $"{role}: {operation}");
                Assert.That(answer.Content.Headers.ContentType?.MediaType, Is.EqualTo("application/problem+json"), operation.ToString());
            }
        }

        Assert.That(await crm.Contents(), Is.EqualTo(before), "refused, and yet something changed");

        foreach (var operation in ApiDocument.Committed.Operations)
        {
            foreach (var role in matrix[operation.Id])
            {
                using var answer = await (role == Role.Public ? crm.As() : clients[role]).SendAsync(operation.Example(), HttpCompletionOption.ResponseHeadersRead);
                Assert.That(answer.StatusCode, Is.Not.EqualTo(HttpStatusCode.Forbidden).And.Not.EqualTo(HttpStatusCode.Unauthorized), $"{role}: {operation}");
            }
        }
    }

    [Test]
    public async Task A_role_without_the_operation_gets_403_before_the_body_is_read()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/contacts") { Content = new StringContent("this is no JSON", null, "application/json") };

        Assert.That((await Crm.As(Role.Sales).SendAsync(request)).StatusCode, Is.EqualTo(HttpStatusCode.Forbidden));
    }

    private static string? OperationOf(RouteEndpoint endpoint) =>
        endpoint.Metadata.OfType<System.Reflection.MethodInfo>().Select(Modules.MessageOf).FirstOrDefault() is { } message ? char.ToLowerInvariant(message.Name[0]) + message.Name[1..] : null;

    /// <summary>Writes what the code allows, for people to read and to sign.</summary>
    private static void Propose()
    {
        var roles = Crm.Services.GetServices<EndpointDataSource>().SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()
            .Select(endpoint => endpoint.Metadata.OfType<System.Reflection.MethodInfo>().Select(Modules.MessageOf).FirstOrDefault()).OfType<Type>()
            .ToDictionary(message => char.ToLowerInvariant(message.Name[0]) + message.Name[1..], message => ((AllowAttribute)message.GetCustomAttributes(typeof(AllowAttribute), false)[0]).Roles);
        var rows = ApiDocument.Committed.Operations.Select(operation => operation.Id).Select(id =>
            $"{id}: [{string.Join(", ", roles[id].Contains(Role.Public) ? [Role.Public] : Role.All.Where(role => roles[id].Contains(Role.Anyone) || Role.WithIncluded([role]).Any(roles[id].Contains)))}]");
        File.WriteAllText(Path.Combine(Repository.Root, Matrix), $"# Who may what. A role that is not named is refused with 403, whatever the id.\n{string.Join('\n', rows)}\n");
    }
}
