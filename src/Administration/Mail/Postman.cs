using System.Globalization;
using MailKit.Net.Smtp;
using MailKit.Security;
using Microsoft.Extensions.Configuration;
using MimeKit;

namespace Karelia.Crm.Administration.Mail;

/// <summary>Hands mail over: to an SMTP server, or as files into a folder where there is none (development).</summary>
internal sealed class Postman(IConfiguration settings, TimeProvider clock)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly string? folder = settings["Mail:Folder"];
    private readonly string? server = settings["Mail:Host"];
    private readonly string from = settings["Mail:From"] ?? "karelia-crm@localhost";

    /// <summary>Whether anybody said where mail goes; until then it waits.</summary>
    public bool IsKnownWhere => folder is { Length: > 0 } || server is { Length: > 0 };

    /// <summary>The same id is the same message: who gets it twice, because we fell between sending and noting it, can tell.</summary>
    public async Task Deliver(Guid id, string to, string subject, string text, CancellationToken ct)
    {
        using var message = new MimeMessage { Subject = subject, Date = clock.GetUtcNow(), Body = new TextPart("plain") { Text = text, ContentTransferEncoding = ContentEncoding.EightBit } };
        message.From.Add(MailboxAddress.Parse(from));
        message.To.Add(new MailboxAddress("", to));
        message.MessageId = string.Create(CultureInfo.InvariantCulture, $"{id:N}@{from[(from.LastIndexOf('@') + 1)..].TrimEnd('>')}");
        message.Headers.Add(HeaderId.AutoSubmitted, "auto-generated");
        if (folder is { Length: > 0 })
            await Write(message, Path.Combine(Directory.CreateDirectory(folder).FullName, $"{id}.eml"), ct);
        else
            await Send(message, ct);
    }

    private static async Task Write(MimeMessage message, string file, CancellationToken ct)
    {
        await message.WriteToAsync($"{file}.part", ct);
        File.Move($"{file}.part", file, overwrite: true);
    }

    private async Task Send(MimeMessage message, CancellationToken ct)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(ct);
        patience.CancelAfter(Patience);
        using var smtp = new SmtpClient();
        await smtp.ConnectAsync(server!, settings.GetValue("Mail:Port", 587), settings.GetValue("Mail:Tls", true) ? SecureSocketOptions.StartTls : SecureSocketOptions.None, patience.Token);
        if (settings["Mail:User"] is { Length: > 0 } user)
            await smtp.AuthenticateAsync(user, settings["Mail:Password"] ?? "", patience.Token);
        await smtp.SendAsync(message, patience.Token);
        await smtp.DisconnectAsync(quit: true, patience.Token);
    }
}
