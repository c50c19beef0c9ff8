using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Karelia.Crm.Tests.Administration;

/// <summary>A mail server on loopback that keeps what it gets, and refuses addresses that begin with <c>refused</c> until it takes them.</summary>
internal sealed class SmtpStub : IAsyncDisposable
{
    private readonly TcpListener listener;
    private readonly CancellationTokenSource stop = new();
    private readonly Task accepting;

    public SmtpStub(int port)
    {
        listener = new(IPAddress.Loopback, port);
        listener.Start();
        accepting = Accept();
    }

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    public bool Takes { get; set; }

    public ConcurrentQueue<string> Received { get; } = [];

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        await accepting;
        listener.Dispose();
        stop.Dispose();
    }

    private async Task Accept()
    {
        try
        {
            while (true)
            {
                var client = await listener.AcceptTcpClientAsync(stop.Token);
                _ = Talk(client);
            }
        }
        catch (OperationCanceledException)
        {
            // The test is over.
        }
    }

    private async Task Talk(TcpClient client)
    {
        using var connection = client;
        using var reader = new StreamReader(connection.GetStream(), Encoding.UTF8);
        await using var writer = new StreamWriter(connection.GetStream(), new UTF8Encoding(false)) { NewLine = "\r\n", AutoFlush = true };
        await writer.WriteLineAsync("220 stub");
        while (await reader.ReadLineAsync() is { } line)
        {
            switch (line.Split(' ', ':')[0].ToUpperInvariant())
            {
                case "RCPT" when line.Contains("<refused", StringComparison.Ordinal) && !Takes:
                    await writer.WriteLineAsync("550 no such mailbox: refused@example.com");
                    break;
                case "DATA":
                    await writer.WriteLineAsync("354 go on");
                    var mail = new StringBuilder();
                    while (await reader.ReadLineAsync() is { } text && text != ".")
                        mail.Append(text).Append('\n');
                    Received.Enqueue(mail.ToString());
                    await writer.WriteLineAsync("250 taken");
                    break;
                case "QUIT":
                    await writer.WriteLineAsync("221 bye");
                    return;
                default:
                    await writer.WriteLineAsync("250 ok");
                    break;
            }
        }
    }
}
