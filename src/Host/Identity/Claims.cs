using System.Security.Claims;

namespace Karelia.Crm.Host.Identity;

/// <summary>The few claims that are kept of a token, the same for people and programs.</summary>
internal static class Claims
{
    public const string Id = "oid";
    public const string Name = "name";
    public const string UserName = "preferred_username";
    public const string Roles = "roles";

    /// <summary>The caller with nothing but what the CRM needs; null when the token names nobody or gives no role here.</summary>
    public static ClaimsPrincipal? Of(ClaimsPrincipal token, string name, string scheme)
    {
        var roles = token.FindAll(Roles).Select(claim => claim.Value).Intersect(Role.All).ToArray();
        if (!Guid.TryParse(token.FindFirstValue(Id), out var id) || roles.Length == 0)
            return null;
        Claim[] kept = [new(Id, id.ToString()), new(Name, name), .. roles.Select(role => new Claim(Roles, role))];
        return new(new ClaimsIdentity(kept, scheme, Name, Roles));
    }

    public static void Become(CurrentUser user, ClaimsPrincipal caller) =>
        user.Become(Guid.Parse(caller.FindFirstValue(Id)!), caller.FindFirstValue(Name)!, caller.FindAll(Roles).Select(claim => claim.Value));
}
