using Karelia.Crm.Accounts;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Karelia.Crm.Consent.MailingLists.Monthly;

/// <summary>Monthly lists whose day has come begin to wait. Several hosts may do it at once; a day counts once.</summary>
internal sealed class MonthlyLists(NpgsqlDataSource source, TimeProvider clock, ILogger<MonthlyLists> log) : Hourly(clock, log)
{
    public override async Task<int> Run(CancellationToken ct)
    {
        await using var due = source.CreateCommand(
            """
            update consent.schedules s set waiting_since = s.next_on, next_on = (date_trunc('month', $1::date) + interval '1 month')::date + (s.day_of_month - 1)
            where s.next_on <= $1 and s.ended_at is null and exists (select 1 from consent.target_groups g where g.id = s.target_group_id and g.archived_at is null)
            """);
        due.Parameters.Add(new() { Value = Clock.Today() });
        return await due.ExecuteNonQueryAsync(ct);
    }

    /// <summary>The next such day of a month after today.</summary>
    public static DateOnly Next(DateOnly today, int dayOfMonth)
    {
        var day = new DateOnly(today.Year, today.Month, dayOfMonth);
        return day > today ? day : day.AddMonths(1);
    }
}
