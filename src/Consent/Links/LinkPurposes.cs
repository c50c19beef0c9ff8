namespace Karelia.Crm.Consent.Links;

/// <summary>What links open, and for how long.</summary>
internal static class LinkPurposes
{
    public const string Confirmation = "confirmation";
    public const string Preferences = "preferences";

    public static readonly TimeSpan ConfirmationLife = TimeSpan.FromHours(48);
    public static readonly TimeSpan PreferencesLife = TimeSpan.FromDays(30);

    /// <summary>Of a link that asks to renew: it is asked once, well before the day.</summary>
    public static readonly TimeSpan RenewalLife = TimeSpan.FromDays(90);
}
