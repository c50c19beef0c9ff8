namespace Karelia.Crm.Consent;

/// <summary>What a consent can be for: a processing of data, or messages about a topic in a channel (<c>email.alumni</c>).</summary>
public static class ConsentPurposes
{
    public const string Alumni = "alumni";
    public const string ExpertPool = "expert-pool";

    /// <summary>The alumni letter and other messages to alumni.</summary>
    public const string AlumniMessages = "email.alumni";

    /// <summary>Invitations to events.</summary>
    public const string EventInvitations = "email.events";

    /// <summary>Messages: channel and topic.</summary>
    public static string Messages(string channel, string topic) => $"{channel}.{topic}";

    /// <summary>Messages in each channel about each topic.</summary>
    public static IReadOnlyList<string> AllMessages { get; } = [.. Channels.All.SelectMany(channel => Topics.All.Select(topic => Messages(channel, topic)))];

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } = [Alumni, ExpertPool, .. AllMessages];
}

/// <summary>How one is reached.</summary>
public static class Channels
{
    public const string Email = "email";
    public const string Sms = "sms";
    public const string Phone = "phone";
    public const string Post = "post";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } = [Email, Sms, Phone, Post];
}

/// <summary>What messages are about.</summary>
public static class Topics
{
    public const string Newsletter = "newsletter";
    public const string Events = "events";
    public const string Training = "training";
    public const string Alumni = "alumni";
    public const string Partnership = "partnership";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } = [Newsletter, Events, Training, Alumni, Partnership];
}
