namespace Karelia.Crm.Consent.Public;

/// <summary>Who acts where a link of one's own was used.</summary>
internal static class ThePerson
{
    public const string Name = "Rekisteröity itse";

    /// <summary>The person acts on its own data, whoever may know of it: the link proved who it is, and opens nothing else.</summary>
    public static void BecomeThePerson(this CurrentUser user) => user.Become(Guid.Empty, Name, [Role.DataProtectionOfficer]);
}
