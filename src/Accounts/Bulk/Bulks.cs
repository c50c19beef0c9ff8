using System.Text.Json;
using Karelia.Crm.Administration;
using Karelia.Crm.Kernel.Imports;
using Karelia.Crm.Kernel.Jobs;
using NpgsqlTypes;

namespace Karelia.Crm.Accounts.Bulk;

/// <summary>The job that does it, and the operation that tells what became of it.</summary>
internal sealed record StartedBulk(Guid JobId, Guid OperationId);

/// <summary>How many records a change would reach, and why the others are left as they are.</summary>
internal sealed record BulkPreview(int Matching, int Changed, Dictionary<string, int> Skipped);

/// <summary>Bulk operations as they begin: counted first, then written down with the records they are meant for, and done by a job.</summary>
internal sealed class Bulks(AccountsDb db, DbSession session, IUsers users, JobQueue jobs, CurrentUser user, TimeProvider clock)
{
    /// <summary>So long can an operation be undone; what that needs is then forgotten.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    public static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { DefaultIgnoreCondition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull };

    public async Task<BulkPreview> Preview(string list, BulkChange change, List<Guid> ids, CancellationToken ct)
    {
        var plan = Plan.Of(list, await WithOwner(change, ct));
        var counts = (await session.Rows(
            $"""
            select {plan.Outcome}, count(*)::int
            from {plan.Table} r
            cross join (select $2::jsonb as change, now() as at) p
            cross join lateral (select {plan.Before} as before, {plan.After} as after) x
            where r.id = any($1) {plan.Missing}
            group by 1
            """,
            row => (Outcome: row.GetString(0), Count: row.GetInt32(1)), ct, ids.ToArray(), Steps.Jsonb(JsonSerializer.Serialize(plan.Change, Json)))).ToDictionary(row => row.Outcome, row => row.Count);
        counts.Remove(Outcomes.Changed, out var changed);
        return new(ids.Count, changed, counts);
    }

    public async Task<StartedBulk> Start(string list, BulkChange change, List<Guid> ids, CancellationToken ct)
    {
        var operation = new BulkOperation
        {
            List = list,
            Change = JsonSerializer.Serialize(await WithOwner(change, ct), Json),
            Total = ids.Count,
            UserId = user.Id,
            UserName = user.Name,
            At = clock.GetUtcNow(),
        };
        operation.JobId = jobs.Add("bulk-change", new RunBulk(operation.Id), ids.Count);
        db.BulkOperations.Add(operation);
        await session.Execute(
            "delete from accounts.bulked_records r using accounts.bulk_operations o where o.id = r.operation_id and o.at < $1", ct, operation.At - Kept);
        await session.Copy<(Guid Id, int Sequence)>(
            "accounts.bulked_records",
            [
                new("operation_id", NpgsqlDbType.Uuid, _ => operation.Id), new("sequence", NpgsqlDbType.Integer, r => r.Sequence),
                new(list == "contacts" ? "contact_id" : "account_id", NpgsqlDbType.Uuid, r => r.Id),
            ],
            [.. ids.Select((id, i) => (id, i + 1))], ct);
        return new(operation.JobId, operation.Id);
    }

    /// <summary>An owner is a member of staff; the name is kept with the record.</summary>
    private async Task<BulkChange> WithOwner(BulkChange change, CancellationToken ct)
    {
        if (change.Field != "ownerId" || change.Value is null)
            return change;
        var owner = await users.Find(Guid.Parse(change.Value), ct) ?? throw Refusal.Field("/change/ownerId", "There is no such member of staff, or the account is not in use.");
        return change with { Name = owner.Name };
    }
}
