using Karelia.Crm.Consent;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Karelia.Crm.Events.Attendance;

/// <summary>Diets, accessibility and the door's ticks go when their time is over (<c>events.needs_kept_until</c>, Sql/imports.sql).</summary>
internal sealed class Forgetting(NpgsqlDataSource source, TimeProvider clock, ILogger<Forgetting> log) : Hourly(clock, log)
{
    public override async Task<int> Run(CancellationToken ct)
    {
        var gone = 0;
        foreach (var sql in (string[])
        [
            "delete from events.special_needs t using events.participants p, events.events e where p.id = t.participant_id and e.id = p.event_id and events.needs_kept_until(e.ends_at) < $1",
            "delete from events.ticks t using events.events e where e.id = t.event_id and events.needs_kept_until(e.ends_at) < $1",
        ])
        {
            await using var connection = await source.OpenConnectionAsync(ct);
            await using var transaction = await connection.BeginTransactionAsync(ct);
            // Of passive people too.
            await using (var act = new NpgsqlCommand("select set_config('crm.act', 'erase', true)", connection, transaction))
                await act.ExecuteNonQueryAsync(ct);
            await using var forget = new NpgsqlCommand(sql, connection, transaction);
            forget.Parameters.Add(new() { Value = Clock.GetUtcNow() });
            gone += await forget.ExecuteNonQueryAsync(ct);
            await transaction.CommitAsync(ct);
        }

        return gone;
    }
}
