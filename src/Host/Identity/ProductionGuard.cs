using System.Net;

namespace Karelia.Crm.Host.Identity;

/// <summary>The host does not start with an identity provider that anybody could stand in for, nor where an erased person could come back. The environment's name decides: all but Development is production.</summary>
internal static class ProductionGuard
{
    private static readonly string[] DevelopmentIds =
        ["11111111-1111-4111-8111-111111111111", "22222222-2222-4222-8222-222222222222", "33333333-3333-4333-8333-333333333333"];

    private static readonly string[] PrivateNames = [".local", ".internal", ".test", ".localhost", ".example", ".invalid", ".home.arpa"];

    /// <summary>Why the host may not start, in sentences; null when it may.</summary>
    public static string? Refusal(IConfiguration settings, bool development) => Faults(settings, development).ToList() is { Count: > 0 } faults
        ? $"The CRM is not set up safely, so it does not start:{string.Concat(faults.Select(fault => $"\n  - {fault}"))}"
        : null;

    internal static IEnumerable<string> Faults(IConfiguration settings, bool development)
    {
        string[] parts = ["SignIn", "Api"];
        foreach (var key in parts.SelectMany(part => new[] { $"{part}:Instance", $"{part}:TenantId", $"{part}:ClientId" }).Append("SignIn:ClientSecret").Append("Api:Audience"))
        {
            if (string.IsNullOrWhiteSpace(settings[key]))
                yield return $"{key} is not set.";
        }

        foreach (var key in parts.SelectMany(part => new[] { $"{part}:Instance", $"{part}:Authority", $"{part}:MetadataAddress" }))
        {
            if (settings[key] is { Length: > 0 } address && AddressFault(address, development) is { } fault)
                yield return $"{key} {fault}";
        }

        foreach (var key in parts.Select(part => $"{part}:TenantId"))
        {
            if (settings[key] is "common" or "organizations" or "consumers")
                yield return $"{key} lets in people of other organisations: name your own tenant.";
        }

        if (settings["SignIn:ClientId"] is { Length: > 0 } client && client == settings["Api:ClientId"])
            yield return "SignIn:ClientId and Api:ClientId are the same: with one registration an id token would pass as an access token.";
        if (development)
            yield break;
        if ((settings["Erasure:Key"] ?? "").Length < 32)
            yield return "Erasure:Key is not set, or shorter than 32 characters: without it an import could bring an erased person back unseen.";
        if (string.IsNullOrWhiteSpace(settings["Erasure:Journal"]))
            yield return "Erasure:Journal is not set: without it a restored backup could bring an erased person back.";
        if (!Uri.TryCreate(settings["Site:Address"], UriKind.Absolute, out var site) || site.Scheme != "https")
            yield return "Site:Address is not set to the public https address: links in mails would lead elsewhere.";
        foreach (var key in parts.SelectMany(part => new[] { $"{part}:TenantId", $"{part}:ClientId" }).Append("Api:Audience"))
        {
            if (DevelopmentIds.Contains(settings[key]))
                yield return $"{key} is the one of development.";
        }

        if (settings["SignIn:ClientSecret"] == "development-only")
            yield return "SignIn:ClientSecret is the one of development.";
        foreach (var application in settings.GetSection("Applications").GetChildren().Where(application => !Guid.TryParse(application["ClientId"], out _)))
            yield return $"{application.Path}:ClientId is no client id of Entra ID: '{application["ClientId"]}'.";
    }

    private static string? AddressFault(string address, bool development)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out var uri) || uri.Scheme is not ("https" or "http"))
            return $"is no address: '{address}'.";
        if (development)
            return uri.Scheme == "http" && !uri.IsLoopback ? "is http and not on this machine: anybody on the way could sign in." : null;
        if (uri.Scheme != "https")
            return "is not https.";
        var host = uri.IdnHost.TrimEnd('.');
        return uri.IsLoopback || IPAddress.TryParse(host.Trim('[', ']'), out _) || !host.Contains('.', StringComparison.Ordinal)
            || PrivateNames.Any(name => host.EndsWith(name, StringComparison.OrdinalIgnoreCase))
            ? $"is no public name: '{host}'."
            : null;
    }
}
