using System.Text.Json;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Karelia.Crm.Kernel.Jobs;

/// <summary>
/// Takes jobs with <c>for update skip locked</c> and sends their commands. The job is marked done in the command's own transaction, so its effect
/// happens exactly once; a job whose worker died is taken again when its lease has run out.
/// </summary>
internal sealed class JobWorker(IServiceScopeFactory scopes, NpgsqlDataSource source, JobSignal signal, ILogger<JobWorker> log) : BackgroundService
{
    private const int AtOnce = 2;
    private const int MostAttempts = 5;

    private const string Take = """
        update kernel.jobs set state = 'running', started_at = coalesce(started_at, now()), leased_until = now() + interval '30 seconds', attempts = attempts + 1
        where id = (select id from kernel.jobs
                    where (state = 'queued' or (state = 'running' and leased_until < now()))
                    -- One of a kind at a time: slow work of one kind must not keep all workers from the rest.
                    and not exists (select from kernel.jobs other where other.kind = jobs.kind and other.state = 'running' and other.leased_until >= now())
                    order by created_at for update skip locked limit 1)
        returning id, command, payload, user_id, user_name, user_roles, attempts
        """;

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(Enumerable.Range(0, AtOnce).Select(_ => Work(stoppingToken)));

    private async Task Work(CancellationToken ct)
    {
        while (!ct.IsCancellationRequested)
        {
            try
            {
                if (await Next(ct) is { } job)
                    await Run(job, ct);
                else
                    await signal.Wait(ct);
            }
            catch (OperationCanceledException) when (ct.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e) when (e is NpgsqlException or TimeoutException)
            {
                log.LogWarning("The queue cannot be read: {Error}", e.GetType().Name);
                await Task.Delay(TimeSpan.FromSeconds(1), ct);
            }
        }
    }

    private async Task<Taken?> Next(CancellationToken ct)
    {
        await using var take = source.CreateCommand(Take);
        await using var row = await take.ExecuteReaderAsync(ct);
        return await row.ReadAsync(ct)
            ? new(row.GetGuid(0), row.GetString(1), row.GetString(2), row.GetGuid(3), row.GetString(4), row.GetFieldValue<string[]>(5), row.GetInt32(6))
            : null;
    }

    private async Task Run(Taken job, CancellationToken ct)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var lease = KeepLease(job.Id, stop.Token);
        try
        {
            if (job.Attempts > MostAttempts)
                throw new Refusal("job-gave-up", detail: "The work was interrupted too many times.");
            await using var scope = scopes.CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<CurrentUser>().Become(job.UserId, job.UserName, job.UserRoles);
            scope.ServiceProvider.GetRequiredService<Job>().Id = job.Id;
            scope.ServiceProvider.GetRequiredService<DbSession>().IsPatient = true;
            var command = JsonSerializer.Deserialize(job.Payload, Type.GetType(job.Command, throwOnError: true)!)!;
            await Send(scope.ServiceProvider.GetRequiredService<IMediator>(), command, ct);
        }
        catch (Exception e) when (!ct.IsCancellationRequested && e is not NpgsqlException { IsTransient: true })
        {
            var refusal = e as Refusal;
            if (refusal is null)
                log.LogError(e, "Job {Job} failed", job.Id);
            await Fail(job.Id, refusal?.Type ?? "unexpected", refusal?.Detail ?? "Something went wrong on our side; nothing was changed.");
        }
        finally
        {
            await stop.CancelAsync();
            await lease;
        }
    }

    /// <summary>The answer's type is known only at run time.</summary>
    private static Task Send(IMediator mediator, object command, CancellationToken ct)
    {
        var answer = command.GetType().GetInterfaces().Single(type => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IRequest<>)).GetGenericArguments()[0];
        return (Task)typeof(IMediator).GetMethods().Single(method => method is { Name: nameof(IMediator.Send), IsGenericMethod: true })
            .MakeGenericMethod(answer).Invoke(mediator, [command, ct])!;
    }

    private async Task Fail(Guid id, string type, string detail)
    {
        await using var fail = source.CreateCommand(
            "update kernel.jobs set state = 'failed', finished_at = now(), problem_type = $2, problem_detail = $3 where id = $1 and state = 'running'");
        fail.Parameters.AddRange(new NpgsqlParameter[] { new() { Value = id }, new() { Value = type }, new() { Value = detail } });
        await fail.ExecuteNonQueryAsync();
    }

    private async Task KeepLease(Guid id, CancellationToken ct)
    {
        try
        {
            while (true)
            {
                await Task.Delay(TimeSpan.FromSeconds(10), ct);
                await using var renew = source.CreateCommand("update kernel.jobs set leased_until = now() + interval '30 seconds' where id = $1");
                renew.Parameters.Add(new() { Value = id });
                await renew.ExecuteNonQueryAsync(ct);
            }
        }
        catch (Exception e) when (e is OperationCanceledException or NpgsqlException)
        {
            // Over, or the next round renews it.
        }
    }

    private sealed record Taken(Guid Id, string Command, string Payload, Guid UserId, string UserName, string[] UserRoles, int Attempts);
}
