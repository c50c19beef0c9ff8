using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.RegularExpressions;
using MimeKit;

namespace Karelia.Crm.Tests.Consent;

/// <summary>The mail that the hosts sent, as the one who gets it sees it.</summary>
internal static partial class Post
{
    private static readonly ConcurrentDictionary<string, (string To, string Subject, string Text)> read = [];

    /// <summary>The mail to an address, waited for.</summary>
    public static async Task<(string Subject, string Text)> To(string address, int count = 1)
    {
        for (var patience = Stopwatch.StartNew(); patience.Elapsed < TimeSpan.FromSeconds(60); await Task.Delay(100))
        {
            if (All(address) is { } mails && mails.Count >= count)
                return (mails[^1].Subject, mails[^1].Text);
        }

        throw new TimeoutException($"No mail came to {address}.");
    }

    /// <summary>The path of the link in it.</summary>
    public static async Task<string> LinkTo(string address, int count = 1) => new Uri(Link().Match((await To(address, count)).Text).Value).AbsolutePath;

    public static string TokenOf(string path) => path[(path.LastIndexOf('/') + 1)..];

    /// <summary>In the order of their making, which their names tell.</summary>
    public static List<(string To, string Subject, string Text)> All(string address) =>
        [.. Directory.EnumerateFiles(Crm.MailFolder, "*.eml").Order().Select(Read).Where(mail => mail.To == address)];

    private static (string To, string Subject, string Text) Read(string file) => read.GetOrAdd(file, static file =>
    {
        using var message = MimeMessage.Load(file);
        return (((MailboxAddress)message.To[0]).Address, message.Subject ?? "", message.TextBody ?? "");
    });

    [GeneratedRegex(@"https?://\S+")]
    private static partial Regex Link();
}
