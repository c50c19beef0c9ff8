using System.Text.Json;
using Karelia.Crm.Kernel.Audit;
using Karelia.Crm.Kernel.Imports;
using Karelia.Crm.Kernel.Jobs;
using Npgsql;

namespace Karelia.Crm.Imports.Imports;

/// <summary>The job of an undo: changes go back where nobody changed them since, people whom nobody used since become empty ids, consents are annulled.</summary>
[Allow(Role.AlumniCoordinator, Role.ExpertCoordinator, Role.CustomerManager, Role.Communications)]
internal sealed record TakeImportBack(Guid Id) : ICommand<UndoResult>;

file sealed class Handler(Kinds kinds, PeopleInUse inUse, DbSession session, AuditLog audit, Job job, TimeProvider clock) : IRequestHandler<TakeImportBack, UndoResult>
{
    public async Task<UndoResult> Handle(TakeImportBack command, CancellationToken ct)
    {
        var import = await kinds.Lock(command.Id, ct);
        if (import.State != States.Committed)
            throw new Refusal("import-not-committed", detail: "Only a committed import can be undone.");
        await session.Execute("select pg_advisory_xact_lock(hashtext('imports'))", ct);
        await session.Execute("select set_config('crm.act', 'undo', true)", ct);
        var (kind, sheet) = (kinds.Of(import.Kind), import.Sheet(clock.GetUtcNow()));
        var skipped = await Restore(import, kind, sheet, ct);
        await kind.Annul(sheet, ct);
        var kept = await Retract(import, kind, sheet, ct);
        import.Undo = JsonSerializer.Serialize(new UndoResult(kept, skipped) { KeptAccounts = await RetractAccounts(import, kind, ct) }, JsonSerializerOptions.Web);
        (import.State, import.UndoneAt) = (States.Undone, sheet.Now);
        await session.Execute("update imports.rows set contact_id = null, account_id = null where import_id = $1 and (contact_id is not null or account_id is not null)", ct, import.Id);
        return JsonSerializer.Deserialize<UndoResult>(import.Undo, JsonSerializerOptions.Web)!;
    }

    /// <summary>The latest change first.</summary>
    private async Task<int> Restore(Import import, IImportKind kind, ImportSheet sheet, CancellationToken ct)
    {
        var (before, skipped) = (long.MaxValue, 0);
        while (await session.Rows(
            $"""
            select sequence, coalesce(contact_id, account_id), "table", key, "column", before, after from imports.changes
            where import_id = $1 and sequence < $2 order by sequence desc limit {Staging.Chunk}
            """,
            row => (Sequence: row.GetInt64(0), Change: new ImportChange(row.GetGuid(1), row.GetString(2), row.GetString(3), Text(row, 4), Text(row, 5), Text(row, 6))),
            ct, import.Id, before) is { Count: > 0 } changes)
        {
            skipped += await kind.Restore(sheet, [.. changes.Select(change => change.Change)], ct);
            before = changes[^1].Sequence;
        }

        return skipped;
    }

    private async Task<List<KeptPerson>> Retract(Import import, IImportKind kind, ImportSheet sheet, CancellationToken ct)
    {
        var (after, done, kept) = (0, 0, new List<KeptPerson>());
        while (await session.Rows(
            $"select row, contact_id from imports.written_rows where import_id = $1 and act = 'created' and contact_id is not null and row > $2 order by row limit {Staging.Chunk}",
            row => (Row: row.GetInt32(0), Contact: row.GetGuid(1)), ct, import.Id, after) is { Count: > 0 } made)
        {
            after = made[^1].Row;
            var people = made.Select(row => row.Contact).ToArray();
            var used = await inUse.Find(people, import.Id, kind, ct);
            kept.AddRange(used);
            kept.AddRange(await kind.Retract(sheet, [.. people.Except(used.Select(person => person.ContactId))], ct));
            await audit.Bulk(nameof(TakeImportBack), "undo", nameof(Import), import.Id, people, ct);
            await job.Report(done += made.Count, import.Tally.Total, ct);
        }

        return kept;
    }

    /// <summary>Organisations that another import wrote to stay, like those in use.</summary>
    private async Task<IReadOnlyList<Guid>> RetractAccounts(Import import, IImportKind kind, CancellationToken ct)
    {
        var made = await session.Rows(
            """
            select w.account_id, exists (select 1 from imports.written_rows o join imports.imports i on i.id = o.import_id
                                         where o.account_id = w.account_id and o.import_id <> $1 and i.state = 'committed')
            from (select distinct account_id from imports.written_rows where import_id = $1 and account_act = 'created') w
            """,
            row => (Id: row.GetGuid(0), Elsewhere: row.GetBoolean(1)), ct, import.Id);
        return made.Count == 0
            ? []
            : [.. made.Where(account => account.Elsewhere).Select(account => account.Id), .. await kind.RetractAccounts([.. made.Where(account => !account.Elsewhere).Select(account => account.Id)], ct)];
    }

    private static string? Text(NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);
}
