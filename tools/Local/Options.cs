using System.Net;
using System.Net.Sockets;

namespace Karelia.Crm.Local;

/// <summary>What the command line asks for.</summary>
internal sealed record Options(int Port, string Data, bool Empty, bool Built)
{
    public const string Usage = """
        ./run [--port 5080] [--data .data] [--empty]
          --port   the app's port; the local sign-in takes the next one
          --data   where the database lies; a second start finds it there
          --empty  no sample data
        """;

    public static Options Parse(string[] arguments)
    {
        var options = new Options(5080, Path.Combine(Checkout.Root, ".data"), Empty: false, Built: false);
        for (var i = 0; i < arguments.Length; i++)
        {
            var (name, value) = arguments[i].Split('=', 2) is [var before, var after] ? (before, after) : (arguments[i], null);
            options = name switch
            {
                "--empty" => options with { Empty = true },
                "--built" => options with { Built = true },
                "--port" when int.TryParse(Value(), out var port) && port is > 1023 and < 65535 => options with { Port = port },
                "--data" when Value() is { Length: > 0 } folder => options with { Data = Path.GetFullPath(folder) },
                _ => throw new ArgumentException($"{arguments[i]}: not understood.\n{Usage}"),
            };

            string? Value() => value ??= i + 1 < arguments.Length ? arguments[++i] : null;
        }
        return options;
    }

    /// <summary>Found out before anything starts, so that the message is the whole answer.</summary>
    public void RequireFreePorts()
    {
        foreach (var (port, what) in new[] { (Port, "the app"), (Port + 1, "the local sign-in") })
        {
            try
            {
                Try(IPAddress.Loopback, port);
                if (Socket.OSSupportsIPv6)
                {
                    Try(IPAddress.IPv6Loopback, port);
                }
            }
            catch (SocketException error) when (error.SocketErrorCode == SocketError.AddressAlreadyInUse)
            {
                throw new InvalidOperationException($"Port {port} ({what}) is in use. Stop what listens there, or choose another: ./run --port {Port + 100}");
            }
            catch (SocketException error) when (error.SocketErrorCode == SocketError.AddressNotAvailable)
            {
                // No IPv6 here.
            }
        }
    }

    private static void Try(IPAddress address, int port)
    {
        using var listener = new TcpListener(address, port);
        listener.Start();
    }
}
