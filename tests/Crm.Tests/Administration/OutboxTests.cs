using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text.Json;
using Karelia.Crm.Administration.Mail;
using Karelia.Crm.Kernel;
using Karelia.Crm.Kernel.Mail;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Karelia.Crm.Tests.Administration;

/// <summary>Mail leaves when its command holds, once the server is there, and not twice.</summary>
internal sealed class OutboxTests
{
    [Test]
    public async Task A_server_that_is_down_loses_nothing()
    {
        var port = FreePort();
        await using var crm = await Hosts.Start(1, port);
        await crm.Send("later@example.com");

        await Until(async () => await crm.Value<int>("select attempts from kernel.outgoing") > 0);
        Assert.That(await crm.Value<string>("select concat_ws(' ', state, recipient, due_at > now(), problem is not null) from kernel.outgoing"), Is.EqualTo("queued later@example.com t t"));

        await using var server = new SmtpStub(port);
        await crm.Run("update kernel.outgoing set due_at = now()");
        await Until(() => crm.Value<bool>("select state = 'sent' from kernel.outgoing"));

        Assert.That(server.Received.Single(), Does.Contain("To: later@example.com").And.Contain($"{await crm.Value<Guid>("select id from kernel.outgoing"):N}@example.com").And.Contain("Auto-Submitted: auto-generated"));
        Assert.That(await crm.Value<string>("select concat(recipient, subject, text, contact_id) from kernel.outgoing"), Is.Empty, "forgotten once it is sent");
    }

    [Test]
    public async Task An_address_that_is_refused_is_a_dead_letter_that_the_administrator_sees_and_may_send_again()
    {
        await using var server = new SmtpStub(FreePort());
        await using var crm = await Hosts.Start(1, server.Port);
        await crm.Send("refused@example.com");
        await Until(() => crm.Value<bool>("select state = 'dead' from kernel.outgoing"));

        var state = await crm.As(Role.Admin).GetFromJsonAsync<JsonElement>("/api/v1/outgoing-mail");
        Assert.That(state.GetProperty("dead")[0].GetProperty("problem").GetString(), Is.EqualTo("RecipientNotAccepted 550"));
        Assert.That(state.ToString(), Does.Not.Contain("refused@example.com"));

        server.Takes = true;
        var id = state.GetProperty("dead")[0].GetProperty("id").GetGuid();
        Assert.That((await crm.As(Role.Admin).PostAsync($"/api/v1/outgoing-mail/{id}/retry", null)).StatusCode, Is.EqualTo(HttpStatusCode.OK));
        await Until(() => crm.Value<bool>("select state = 'sent' from kernel.outgoing"));
        Assert.That((await crm.As(Role.Admin).PostAsync($"/api/v1/outgoing-mail/{id}/retry", null)).StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
    }

    [Test]
    public async Task After_three_days_without_a_server_a_mail_is_given_up()
    {
        await using var crm = await Hosts.Start(1, FreePort());
        await crm.Send("a@example.com");
        await Until(async () => await crm.Value<int>("select attempts from kernel.outgoing") > 0);
        Assert.That(await crm.Value<string>("select state from kernel.outgoing"), Is.EqualTo("queued"));

        await crm.Run("update kernel.outgoing set created_at = now() - interval '73 hours', due_at = now()");

        await Until(() => crm.Value<bool>("select state = 'dead' from kernel.outgoing"));
        Assert.That(await crm.Value<string>("select recipient from kernel.outgoing"), Is.EqualTo("a@example.com"), "it may be sent again");
    }

    [Test]
    public async Task Two_hosts_share_the_outbox_and_send_each_mail_once()
    {
        await using var server = new SmtpStub(FreePort());
        await using var crm = await Hosts.Start(2, server.Port);
        await Task.WhenAll(Enumerable.Range(0, 60).Select(i => crm.Send($"a{i}@example.com")));

        await Until(async () => await crm.Value<long>("select count(*) from kernel.outgoing where state <> 'sent'") == 0);

        Assert.That(server.Received, Has.Count.EqualTo(60));
        Assert.That(server.Received.Select(mail => mail.Split('\n').Single(line => line.StartsWith("To: ", StringComparison.Ordinal))), Is.Unique);
    }

    [Test]
    public async Task A_mail_of_a_command_that_fails_is_none()
    {
        await using var scope = Crm.Services.CreateAsyncScope();
        var session = scope.ServiceProvider.GetRequiredService<DbSession>();
        var address = $"a{Guid.CreateVersion7():n}@example.com";
        await session.Begin(default);
        await scope.ServiceProvider.GetRequiredService<Mailbox>().Send(new(address, "x", "y"), default);
        await session.Rollback();

        Assert.That(await Identity.Sql.Value<long>("select count(*) from kernel.outgoing where recipient = $1", address), Is.Zero);
    }

    [Test]
    public void Pauses_grow_to_two_hours_and_scatter()
    {
        foreach (var (attempts, seconds) in new[] { (0, 30d), (1, 60d), (4, 480d), (8, 7200d), (100, 7200d) })
        {
            var pauses = Enumerable.Range(0, 200).Select(_ => Outbox.Pause(attempts).TotalSeconds).ToList();
            Assert.That(pauses, Is.All.InRange(seconds * 0.5, seconds * 1.5));
            Assert.That(pauses.Max() - pauses.Min(), Is.GreaterThan(seconds / 2));
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static async Task Until(Func<Task<bool>> holds)
    {
        for (var patience = Stopwatch.StartNew(); !await holds(); await Task.Delay(100))
            Assert.That(patience.Elapsed, Is.LessThan(TimeSpan.FromSeconds(60)));
    }

    /// <summary>Hosts over one database of their own, whose mail goes to a server at a port.</summary>
    private sealed class Hosts(List<WebApplicationFactory<Program>> hosts, NpgsqlDataSource database) : IAsyncDisposable
    {
        public static async Task<Hosts> Start(int count, int port)
        {
            var connection = await FreshDatabase.Create("outbox");
            var hosts = new List<WebApplicationFactory<Program>>();
            for (var i = 0; i < count; i++)
            {
                hosts.Add(Crm.Host.WithWebHostBuilder(web => web.UseSetting("ConnectionStrings:Crm", connection).UseSetting("Seals:Every", "00:00:00")
                    .UseSetting("Mail:Folder", "").UseSetting("Mail:Host", "127.0.0.1").UseSetting("Mail:Port", $"{port}").UseSetting("Mail:Tls", "false")));
                _ = hosts[i].Server;
            }

            return new(hosts, NpgsqlDataSource.Create(connection));
        }

        public HttpClient As(string role)
        {
            var client = hosts[0].CreateClient(new() { BaseAddress = new("https://localhost") });
            client.DefaultRequestHeaders.Authorization = new("Bearer", Crm.Issuer.Token(role.Replace('.', '-').ToLowerInvariant()));
            return client;
        }

        public async Task Send(string email)
        {
            using var client = hosts[0].CreateClient(new() { BaseAddress = new("https://localhost") });
            Assert.That((await client.PostAsJsonAsync("/api/v1/public/deletion-requests", Consent.PublicRequestTests.Asks(email))).StatusCode, Is.EqualTo(HttpStatusCode.Accepted));
        }

        public async Task Run(string sql)
        {
            await using var command = database.CreateCommand(sql);
            await command.ExecuteNonQueryAsync();
        }

        public async Task<T> Value<T>(string sql)
        {
            await using var command = database.CreateCommand(sql);
            return (T)(await command.ExecuteScalarAsync())!;
        }

        public async ValueTask DisposeAsync()
        {
            foreach (var host in hosts)
                await host.DisposeAsync();
            await database.DisposeAsync();
        }
    }
}
