using MailKit.Net.Smtp;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Karelia.Crm.Administration.Mail;

/// <summary>
/// Sends what lies in the outbox, one after another; several hosts share it by <c>for update skip locked</c>. What cannot be sent is tried again, later each time,
/// for three days; then, or when the server refuses the address, it is a dead letter that the administrator sees.
/// </summary>
internal sealed class Outbox(NpgsqlDataSource source, Postman postman, TimeProvider clock, ILogger<Outbox> log) : BackgroundService
{
    internal static readonly TimeSpan Patience = TimeSpan.FromDays(3);
    private static readonly TimeSpan LongestPause = TimeSpan.FromHours(2);
    private static readonly TimeSpan Kept = TimeSpan.FromDays(30);
    private DateTimeOffset tidied;

    /// <summary>Sends the mail that is due first. False: nothing is.</summary>
    public async Task<bool> SendNext(CancellationToken ct)
    {
        await using var connection = await source.OpenConnectionAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        if (await Take(connection, ct) is not { } mail)
            return false;
        var problem = await Try(mail, ct);
        // An address that is refused will be refused again.
        var isDead = problem is not null && (problem.IsFinal || clock.GetUtcNow() - mail.CreatedAt > Patience);
        await using var note = new NpgsqlCommand(problem is null
            ? "update kernel.outgoing set state = 'sent', finished_at = $2, problem = $3, attempts = attempts + 1, recipient = '', subject = '', text = '', contact_id = null where id = $1"
            : isDead
                ? "update kernel.outgoing set state = 'dead', finished_at = $2, problem = $3, attempts = attempts + 1 where id = $1"
                : "update kernel.outgoing set due_at = $2, problem = $3, attempts = attempts + 1 where id = $1", connection);
        Add(note, mail.Id, problem is null || isDead ? clock.GetUtcNow() : clock.GetUtcNow() + Pause(mail.Attempts), problem?.Name ?? (object)DBNull.Value);
        await note.ExecuteNonQueryAsync(CancellationToken.None);
        await transaction.CommitAsync(CancellationToken.None);
        if (isDead)
            log.LogError("Mail {Id} is given up: {Problem}", mail.Id, problem!.Name);
        return true;
    }

    /// <summary>Before the next attempt: 30 seconds, a minute, two ... two hours, each up to half shorter or longer, so that what failed together does not come back together.</summary>
    internal static TimeSpan Pause(int attempts) =>
        TimeSpan.FromSeconds(Math.Min(30 * Math.Pow(2, Math.Min(attempts, 20)), LongestPause.TotalSeconds)) * (0.5 + Random.Shared.NextDouble());

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!postman.IsKnownWhere)
            log.LogWarning("Neither Mail__Host nor Mail__Folder is set: mail waits in the outbox.");
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(1));
        while (postman.IsKnownWhere && await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                while (await SendNext(stoppingToken))
                    stoppingToken.ThrowIfCancellationRequested();
                await Forget(stoppingToken);
            }
            catch (Exception e) when (e is NpgsqlException or TimeoutException)
            {
                log.LogWarning("The outbox cannot be read: {Error}", e.GetType().Name);
            }
        }
    }

    private async Task<Waiting?> Take(NpgsqlConnection connection, CancellationToken ct)
    {
        await using var take = new NpgsqlCommand(
            "select id, recipient, subject, text, attempts, created_at from kernel.outgoing where state = 'queued' and due_at <= $1 order by due_at for update skip locked limit 1", connection);
        Add(take, clock.GetUtcNow());
        await using var row = await take.ExecuteReaderAsync(ct);
        return await row.ReadAsync(ct)
            ? new(row.GetGuid(0), row.GetString(1), row.GetString(2), row.GetString(3), row.GetInt32(4), row.GetFieldValue<DateTimeOffset>(5))
            : null;
    }

    /// <summary>Null when it is sent. The server's words may hold the address, so only their code is kept.</summary>
    private async Task<Problem?> Try(Waiting mail, CancellationToken ct)
    {
        try
        {
            await postman.Deliver(mail.Id, mail.To, mail.Subject, mail.Text, ct);
            return null;
        }
        catch (SmtpCommandException e)
        {
            return new($"{e.ErrorCode} {(int)e.StatusCode}", e.ErrorCode is SmtpErrorCode.RecipientNotAccepted or SmtpErrorCode.MessageNotAccepted && (int)e.StatusCode >= 500);
        }
        catch (Exception e) when (!ct.IsCancellationRequested)
        {
            return new(e.GetType().Name, false);
        }
    }

    /// <summary>What happened a month ago, dead letters too; looks once an hour.</summary>
    private async Task Forget(CancellationToken ct)
    {
        if (clock.GetUtcNow() - tidied < TimeSpan.FromHours(1))
            return;
        tidied = clock.GetUtcNow();
        await using var forget = source.CreateCommand("delete from kernel.outgoing where finished_at < $1");
        forget.Parameters.Add(new() { Value = clock.GetUtcNow() - Kept });
        await forget.ExecuteNonQueryAsync(ct);
    }

    private static void Add(NpgsqlCommand command, params object[] values)
    {
        foreach (var value in values)
            command.Parameters.Add(new() { Value = value });
    }

    private sealed record Waiting(Guid Id, string To, string Subject, string Text, int Attempts, DateTimeOffset CreatedAt);

    private sealed record Problem(string Name, bool IsFinal);
}
