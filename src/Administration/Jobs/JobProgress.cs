using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using Npgsql;

namespace Karelia.Crm.Administration.Jobs;

/// <summary>How far a long piece of work is, and how it ended.</summary>
internal sealed record JobState(Guid Id, string Kind, string State, long Done, long? Total, DateTimeOffset? StartedAt, DateTimeOffset? FinishedAt)
{
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public JobProblem? Problem { get; init; }

    [JsonIgnore]
    public bool IsOver => FinishedAt is not null || State is "succeeded" or "failed" or "cancelled";
}

/// <summary>Why a job failed.</summary>
internal sealed record JobProblem(string Type, string? Detail);

/// <summary>Reads jobs, each time on a connection that goes back at once: a watcher stays for minutes.</summary>
internal sealed class JobProgress(NpgsqlDataSource source, CurrentUser user, TimeProvider clock)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);

    /// <summary>The job; unknown when it is somebody else's, but for the administrator and the officer.</summary>
    public async Task<JobState> Find(Guid id, CancellationToken ct)
    {
        await using var command = source.CreateCommand("""
            select kind, state, done, total, started_at, finished_at, problem_type, problem_detail
            from kernel.jobs where id = $1 and (user_id = $2 or $3)
            """);
        command.Parameters.AddRange(new NpgsqlParameter[]
        {
            new() { Value = id },
            new() { Value = user.Id },
            new() { Value = user.Is(Role.Admin) || user.Is(Role.DataProtectionOfficer) },
        });
        await using var row = await command.ExecuteReaderAsync(ct);
        if (!await row.ReadAsync(ct))
            throw Refusal.Unknown();
        return new(
            id, row.GetString(0), row.GetString(1), row.GetInt64(2), row.IsDBNull(3) ? null : row.GetInt64(3),
            row.IsDBNull(4) ? null : row.GetFieldValue<DateTimeOffset>(4), row.IsDBNull(5) ? null : row.GetFieldValue<DateTimeOffset>(5))
        {
            Problem = row.IsDBNull(6) ? null : new($"/problems/{row.GetString(6)}", row.IsDBNull(7) ? null : row.GetString(7)),
        };
    }

    /// <summary>The job whenever it has changed, until it is over.</summary>
    public async IAsyncEnumerable<JobState> Watch(JobState first, [EnumeratorCancellation] CancellationToken ct = default)
    {
        yield return first;
        for (var shown = first; !shown.IsOver;)
        {
            await Task.Delay(Pause, clock, ct);
            var now = await Find(first.Id, ct);
            if (now != shown)
                yield return now;
            shown = now;
        }
    }
}
