using System.Runtime.InteropServices;
using Karelia.Crm.Local;
using Karelia.Crm.Local.Sample;

using var stop = new CancellationTokenSource();
using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
using var hangUp = PosixSignalRegistration.Create(PosixSignal.SIGHUP, Stop);
try
{
    var options = Options.Parse(args);
    options.RequireFreePorts();
    await using var postgres = await EmbeddedPostgres.Start(options.Data);
    var sample = new SampleData(options.Data, wanted: postgres.IsNew && !options.Empty);
    stop.Token.ThrowIfCancellationRequested();
    await using var issuer = await Issuer.Start(options.Port + 1);
    await using var host = await HostProcess.Start(options.Port, options.Data, postgres, issuer, options.Built);
    using var http = new HttpClient { BaseAddress = new($"http://localhost:{options.Port}"), Timeout = TimeSpan.FromMinutes(2) };
    await host.Ready(http, stop.Token);
    await sample.Load(http, issuer, stop.Token);
    Console.WriteLine($"""

          Karelia CRM is ready:  http://localhost:{options.Port}
          Sign in as             Aino Esimerkki (alumni coordinator), Viivi Malli (communications),
                                 Alma Keksitty (both), or anybody else on the page: no passwords
          Interface              http://localhost:{options.Port}/swagger
          Tokens for scripts     client id crm-alumnicoordinator ..., secret {Issuer.Secret}, scope api://karelia-crm/.default,
                                 http://127.0.0.1:{options.Port + 1}/{Issuer.Tenant}/oauth2/v2.0/token
          Data                   {options.Data}
          Mail                   {Path.Combine(options.Data, "mail")}, as .eml
          Stop                   Ctrl+C

        """);
    return await host.End(stop.Token);
}
catch (OperationCanceledException) when (stop.IsCancellationRequested)
{
    return 0;
}
catch (Exception error) when (error is InvalidOperationException or ArgumentException or IOException)
{
    await Console.Error.WriteLineAsync(error.Message);
    return error is ArgumentException ? 2 : 1;
}

// A second signal is impatience: it ends at once, and the guards end the rest.
void Stop(PosixSignalContext signal)
{
    signal.Cancel = !stop.IsCancellationRequested;
    stop.Cancel();
}

// Internal, so that tests which see both executables mean the host when they say Program.
internal sealed partial class Program;
