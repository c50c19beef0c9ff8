using Npgsql;
using NpgsqlTypes;

namespace Karelia.Crm.Accounts.Bulk;

/// <summary>
/// A bulk operation chunk by chunk, each by set: lock the records, decide, write, keep the history and the audit. All chunks are one transaction: a crash leaves
/// nothing half done, lists read on meanwhile, and only who edits one of these very records waits for the end.
/// </summary>
internal sealed class Steps(DbSession session, CurrentUser user, BulkOperation operation, Plan plan, DateTimeOffset now, CancellationToken ct)
{
    public const int Chunk = 1000;

    private const string Mine = "b.operation_id = $1 and b.sequence between $2 and $3";

    public async Task Do(int from)
    {
        await Lock(from);
        await Run(
            $"""
            update accounts.bulked_records t
            set outcome = y.outcome, before = case when y.outcome = 'changed' then y.before end, after = case when y.outcome = 'changed' then y.after end
            from (select b.sequence, {plan.Outcome} as outcome, x.before, x.after
                  from accounts.bulked_records b
                  cross join (select $4::jsonb as change, $5::timestamptz as at) p
                  left join {plan.Table} r on r.id = b.{plan.Key} {plan.Missing}
                  left join lateral (select {plan.Before} as before, {plan.After} as after) x on true
                  where {Mine}) y
            where t.operation_id = $1 and t.sequence = y.sequence
            """,
            from, Jsonb(operation.Change), now);
        await (plan.Change.Field switch
        {
            "giveRole" => GiveRole(from),
            "endRole" => EndRole(from),
            _ => Write(from, "before", "after", "b.outcome = 'changed'", plan.UseCase),
        });
    }

    /// <summary>A record goes back only where it still holds what the operation wrote, and where one may edit it.</summary>
    public async Task TakeBack(int from)
    {
        await Lock(from);
        var holds = plan.Change.Field switch
        {
            "giveRole" => "exists (select 1 from accounts.contact_roles h where h.id = (b.after->>'roleId')::uuid and h.contact_id = r.id and h.ended_on is null)",
            "endRole" => """
                exists (select 1 from accounts.contact_roles h where h.id = (b.after->>'roleId')::uuid and h.contact_id = r.id and h.ended_on = (b.after->>'endedOn')::date
                          and not exists (select 1 from accounts.contact_roles n where n.contact_id = r.id and n.role = h.role and n.ended_on is null))
                """,
            _ => plan.Holds,
        };
        await Run(
            $"""
            update accounts.bulked_records t set undo_outcome = y.outcome
            from (select b.sequence, case when r.id is null then 'gone' when {(plan.Change.Field == "passivate" ? "false" : "r.is_passive")} then 'passive'
                                          when {holds} then 'undone' else 'changed-since' end as outcome
                  from accounts.bulked_records b left join {plan.Table} r on r.id = b.{plan.Key} {plan.Missing}
                  where {Mine} and b.outcome = 'changed') y
            where t.operation_id = $1 and t.sequence = y.sequence
            """,
            from);
        await (plan.Change.Field switch
        {
            "giveRole" => UngiveRole(from),
            "endRole" => ReopenRole(from),
            _ => Write(from, "after", "before", "b.undo_outcome = 'undone'", "UndoBulk"),
        });
    }

    public static NpgsqlParameter Jsonb(string json) => new() { Value = json, NpgsqlDbType = NpgsqlDbType.Jsonb };

    /// <summary>In the order of ids: two operations on the same records wait for each other and never lock each other out.</summary>
    private Task<int> Lock(int from) => Run(
        $"select 1 from accounts.bulked_records b join {plan.Table} r on r.id = b.{plan.Key} where {Mine} order by r.id for no key update of r", from);

    private async Task Write(int from, string old, string wanted, string which, string useCase)
    {
        await Run(
            $"""
            update {plan.Table} r set {plan.Set(wanted)}, version = r.version + 1, updated_at = $4
            from accounts.bulked_records b where {Mine} and {which} and r.id = b.{plan.Key}
            """,
            from, now);
        if (plan.IsStatus)
            await Run(
                $"""
                insert into accounts.status_changes (id, {plan.Key}, status, at, by_id, by)
                select uuidv7(), b.{plan.Key}, b.{wanted}->>'status', $4, $5, $6 from accounts.bulked_records b where {Mine} and {which}
                """,
                from, now, user.Id, user.Name);
        await Audit(from, useCase, plan.Entity, "modified", $"b.{plan.Key}", plan.Values(old, wanted), which);
    }

    private async Task GiveRole(int from)
    {
        await Run(
            $"""
            with given as (
                insert into accounts.contact_roles (id, contact_id, role, basis, source, started_on)
                select uuidv7(), b.contact_id, $4::jsonb->>'value', $4::jsonb->>'basis', $4::jsonb->>'source', $5 from accounts.bulked_records b where {Mine} and b.outcome = 'changed'
                returning id, contact_id)
            update accounts.bulked_records b set after = jsonb_build_object('roleId', g.id) from given g where {Mine} and b.contact_id = g.contact_id and b.outcome = 'changed'
            """,
            from, Jsonb(operation.Change), Days.Of(now));
        await Audit(
            from, plan.UseCase, "ContactRole", "added", "(b.after->>'roleId')::uuid",
            "(select jsonb_build_object('Role', jsonb_build_array(null, h.role), 'Basis', jsonb_build_array(null, h.basis), 'Source', jsonb_build_array(null, h.source), 'StartedOn', jsonb_build_array(null, h.started_on)) from accounts.contact_roles h where h.id = (b.after->>'roleId')::uuid)",
            "b.outcome = 'changed'");
        await Touch(from, plan.UseCase, "b.outcome = 'changed'");
    }

    private async Task EndRole(int from)
    {
        await Run(
            $"""
            with ended as (
                update accounts.contact_roles h set ended_on = greatest($5::date, h.started_on) from accounts.bulked_records b
                where {Mine} and b.outcome = 'changed' and h.contact_id = b.contact_id and h.role = $4::jsonb->>'value' and h.ended_on is null
                returning h.id, h.contact_id, h.ended_on)
            update accounts.bulked_records b set after = jsonb_build_object('roleId', e.id, 'endedOn', e.ended_on) from ended e where {Mine} and b.contact_id = e.contact_id and b.outcome = 'changed'
            """,
            from, Jsonb(operation.Change), Days.Of(now));
        await Audit(from, plan.UseCase, "ContactRole", "modified", "(b.after->>'roleId')::uuid", "jsonb_build_object('EndedOn', jsonb_build_array(null, b.after->'endedOn'))", "b.outcome = 'changed'");
        await Touch(from, plan.UseCase, "b.outcome = 'changed'");
    }

    private async Task UngiveRole(int from)
    {
        await Audit(
            from, "UndoBulk", "ContactRole", "deleted", "(b.after->>'roleId')::uuid", "(select jsonb_build_object('Role', jsonb_build_array(h.role, null)) from accounts.contact_roles h where h.id = (b.after->>'roleId')::uuid)",
            "b.undo_outcome = 'undone'");
        await Run($"delete from accounts.contact_roles h using accounts.bulked_records b where {Mine} and b.undo_outcome = 'undone' and h.id = (b.after->>'roleId')::uuid", from);
        await Touch(from, "UndoBulk", "b.undo_outcome = 'undone'");
    }

    private async Task ReopenRole(int from)
    {
        await Run($"update accounts.contact_roles h set ended_on = null from accounts.bulked_records b where {Mine} and b.undo_outcome = 'undone' and h.id = (b.after->>'roleId')::uuid", from);
        await Audit(from, "UndoBulk", "ContactRole", "modified", "(b.after->>'roleId')::uuid", "jsonb_build_object('EndedOn', jsonb_build_array(b.after->'endedOn', null))", "b.undo_outcome = 'undone'");
        await Touch(from, "UndoBulk", "b.undo_outcome = 'undone'");
    }

    /// <summary>A changed part raises the version of its root.</summary>
    private async Task Touch(int from, string useCase, string which)
    {
        await Run($"update {plan.Table} r set version = r.version + 1, updated_at = $4 from accounts.bulked_records b where {Mine} and {which} and r.id = b.{plan.Key}", from, now);
        await Audit(from, useCase, plan.Entity, "modified", $"b.{plan.Key}", "jsonb_build_object('UpdatedAt', jsonb_build_array(null, $8))", which);
    }

    private Task<int> Audit(int from, string useCase, string entity, string kind, string id, string values, string which) => Run(
        $"""
        select kernel.audit_changes($8, $4, $5, $6, $7, '{kind}', array_agg({id}), array_agg(b.contact_id), array_agg({values}))
        from accounts.bulked_records b where {Mine} and {which}
        """,
        from, user.Id, user.Name, useCase, entity, now);

    private Task<int> Run(string sql, int from, params object?[] more) => session.Execute(sql, ct, [operation.Id, from, from + Chunk - 1, .. more]);
}
