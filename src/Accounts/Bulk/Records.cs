using System.Text.Json;

namespace Karelia.Crm.Accounts.Bulk;

/// <summary>A bulk operation and its records, as the use cases meet them.</summary>
internal static class Records
{
    /// <summary>One at a time does something with it.</summary>
    public static async Task<BulkOperation> Lock(this AccountsDb db, Guid id, CancellationToken ct) =>
        (await db.BulkOperations.FromSql($"select * from accounts.bulk_operations where id = {id} for update").ToListAsync(ct)).SingleOrDefault() ?? throw Refusal.Unknown();

    public static BulkChange Read(this BulkOperation operation) => JsonSerializer.Deserialize<BulkChange>(operation.Change, Bulks.Json)!;

    public static Plan Plan(this BulkOperation operation) => Bulk.Plan.Of(operation.List, operation.Read());

    public static async Task<Dictionary<string, int>> Counts(this DbSession session, string outcome, Guid operation, CancellationToken ct) => (await session.Rows(
        $"select {outcome}, count(*)::int from accounts.bulked_records where operation_id = $1 and {outcome} is not null group by 1",
        row => (Outcome: row.GetString(0), Count: row.GetInt32(1)), ct, operation)).ToDictionary(row => row.Outcome, row => row.Count);

    public static async Task<Guid[]> ChangedPeople(this DbSession session, Guid operation, CancellationToken ct) => (await session.Rows(
        "select array(select contact_id from accounts.bulked_records where operation_id = $1 and outcome = 'changed' and contact_id is not null)",
        row => row.GetFieldValue<Guid[]>(0), ct, operation))[0];

    /// <summary>Those of the jobs that did not succeed.</summary>
    public static async Task<HashSet<Guid>> FailedJobs(this DbSession session, IEnumerable<Guid> jobs, CancellationToken ct) => [.. await session.Rows(
        "select id from kernel.jobs where id = any($1) and state in ('failed', 'cancelled')", row => row.GetGuid(0), ct, jobs.ToArray())];
}
