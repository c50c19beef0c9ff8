using System.Text.Json;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Npgsql;

namespace Karelia.Crm.Kernel.Jobs;

/// <summary>Long work: a command that a worker sends, kept as a row so that it survives a restart.</summary>
public sealed class JobRow
{
    public Guid Id { get; init; }

    /// <summary>What it does, such as <c>import-commit</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>queued, running, succeeded, failed or cancelled.</summary>
    public required string State { get; set; }

    public long Done { get; set; }
    public long? Total { get; set; }

    /// <summary>The command's type and content; ids only, no personal data.</summary>
    public required string Command { get; init; }
    public required string Payload { get; init; }

    public Guid UserId { get; init; }
    public required string UserName { get; init; }
    public required string[] UserRoles { get; init; }
    public DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset? StartedAt { get; set; }
    public DateTimeOffset? FinishedAt { get; set; }

    /// <summary>Until when the worker that runs it has it to itself.</summary>
    public DateTimeOffset? LeasedUntil { get; set; }
    public int Attempts { get; set; }

    /// <summary>Why it failed: a problem's type and detail.</summary>
    public string? ProblemType { get; set; }
    public string? ProblemDetail { get; set; }
}

/// <summary>Wakes the worker of this host at once; other hosts look every second.</summary>
public sealed class JobSignal : IDisposable
{
    private readonly SemaphoreSlim signal = new(0);

    public void Dispose() => signal.Dispose();

    internal void Raise() => signal.Release();

    internal Task Wait(CancellationToken ct) => signal.WaitAsync(TimeSpan.FromSeconds(1), ct);
}

/// <summary>Puts commands in the queue, in the caller's transaction.</summary>
public sealed class JobQueue(DbSession session, CurrentUser user, TimeProvider clock, JobSignal signal)
{
    /// <summary>The job's id. The worker sends the command as the present user, in one transaction.</summary>
    public Guid Add<TMessage>(string kind, TMessage command, long? total = null) where TMessage : IChange
    {
        var job = new JobRow
        {
            Id = Guid.CreateVersion7(),
            Kind = kind,
            State = "queued",
            Total = total,
            Command = typeof(TMessage).AssemblyQualifiedName!,
            Payload = JsonSerializer.Serialize(command),
            UserId = user.Id,
            UserName = user.Name,
            UserRoles = [.. user.Roles],
            CreatedAt = clock.GetUtcNow(),
        };
        session.Context<KernelDb>().Jobs.Add(job);
        session.AfterCommit(signal.Raise);
        return job.Id;
    }
}

/// <summary>The job that runs in this scope, if one does; says how far it is, on a connection of its own so that others see it.</summary>
public sealed class Job(NpgsqlDataSource source, TimeProvider clock)
{
    private long reported;

    /// <summary>Null outside a job.</summary>
    public Guid? Id { get; internal set; }

    /// <summary>Rows done so far; written at most three times a second.</summary>
    public async Task Report(long done, long total, CancellationToken ct)
    {
        if (Id is null || (done < total && clock.GetElapsedTime(reported).TotalMilliseconds < 300))
            return;
        reported = clock.GetTimestamp();
        await using var command = source.CreateCommand("update kernel.jobs set done = $2, total = $3 where id = $1");
        command.Parameters.AddRange(new NpgsqlParameter[] { new() { Value = Id }, new() { Value = done }, new() { Value = total } });
        await command.ExecuteNonQueryAsync(ct);
    }

    /// <summary>Marks the job done in the transaction of its command, so that its effect happens exactly once.</summary>
    internal Task Succeed(DbSession session, CancellationToken ct) => Id is null
        ? Task.CompletedTask
        : session.Execute("update kernel.jobs set state = 'succeeded', done = coalesce(total, done), finished_at = now() where id = $1", ct, Id);
}

file sealed class Mapping : IEntityTypeConfiguration<JobRow>
{
    public void Configure(EntityTypeBuilder<JobRow> builder)
    {
        builder.ToTable("jobs");
        builder.Property(job => job.Payload).HasColumnType("jsonb");
        builder.HasIndex(job => new { job.State, job.CreatedAt }).HasDatabaseName("ix_jobs_queue").HasFilter("state in ('queued', 'running')");
    }
}
