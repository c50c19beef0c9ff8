using System.Text.Json;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace Karelia.Crm.Accounts.History;

/// <summary>
/// What the caller deleted by mistake, as the audit kept it: rows come back under the ids that they had, so that merges find them again. What an erasure took out of the audit meanwhile stays away.
/// </summary>
internal sealed class BringingBack(AccountsDb db, DbSession session, CurrentUser user, TimeProvider clock)
{
    private static readonly TimeSpan Patience = TimeSpan.FromHours(1);

    /// <summary>Adds the row again, and its parts. Answers it with the ids of the needs that had been heard in it. 404 when the caller has deleted no such row of late.</summary>
    public async Task<(T Row, Guid[] Needs)> Of<T>(Guid id, CancellationToken ct) where T : class
    {
        var entries = await session.Rows(
            """
            select e.entity, e.kind, e.entity_id, v.payload from kernel.audit_entries e join kernel.audit_values v on v.entry_id = e.id
            where e.tx = (select d.tx from kernel.audit_entries d where d.entity_id = $1 and d.entity = $2 and d.kind = 'deleted' and d.user_id = $3 and d.at > $4 order by d.id desc limit 1)
            """,
            row => (Entity: row.GetString(0), Kind: row.GetString(1), Id: row.GetGuid(2), Values: JsonSerializer.Deserialize<Dictionary<string, JsonElement[]>>(row.GetString(3))!),
            ct, id, typeof(T).Name, user.Id, clock.GetUtcNow() - Patience);
        var rows = entries.Where(e => e.Kind == "deleted").Select(e => Add(e.Entity, e.Values)).ToList();
        return (rows.OfType<T>().SingleOrDefault() ?? throw Refusal.Unknown(), [.. entries.Where(e => e is { Entity: nameof(Needs.Need), Kind: "modified" }).Select(e => e.Id)]);
    }

    private object Add(string entity, Dictionary<string, JsonElement[]> values)
    {
        var type = db.Model.GetEntityTypes().Single(type => type.ShortName() == entity);
        EntityEntry entry = db.Entry(Activator.CreateInstance(type.ClrType)!);
        foreach (var property in type.GetProperties().Where(property => property.GetComputedColumnSql() is null))
            entry.Property(property).CurrentValue = values[property.Name][0].Deserialize(property.ClrType);
        entry.State = EntityState.Added;
        return entry.Entity;
    }
}
