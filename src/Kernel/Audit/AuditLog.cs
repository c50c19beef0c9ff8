using System.Security.Cryptography;
using System.Text.Json;
using NpgsqlTypes;

namespace Karelia.Crm.Kernel.Audit;

/// <summary>
/// Who read, changed and exported what (tiedonhallintalaki 17 §). Rows are append-only; personal values stand in a side table keyed by person,
/// and the row holds only their salted hash, so that erasing a person leaves the log whole.
/// </summary>
public sealed class AuditLog(DbSession session, CurrentUser user, TimeProvider clock, IEnumerable<PersonalData> pages)
{
    private const string InsertEntry = """
        insert into kernel.audit_entries (at, user_id, user_name, use_case, kind, entity, entity_id, contact_ids, value_hash)
        values ($1, $2, $3, $4, $5, $6, $7, $8, sha256($9 || convert_to($10::text, 'UTF8'))) returning id
        """;

    private readonly Dictionary<Type, Holding> holdings = pages.SelectMany(page => page.Holdings).DistinctBy(h => h.Entity).ToDictionary(h => h.Entity);

    /// <summary>Reading is logged as one row with the ids; losing it in a power cut is accepted, waiting for the disk is not.</summary>
    public async Task Read(string useCase, Guid[] contacts, bool isSearch, CancellationToken ct)
    {
        if (contacts.Length == 0 && !isSearch)
            return;
        var scope = session.Transaction is null ? "session" : "local";
        await session.Execute($"set {scope} synchronous_commit = off", ct);
        await Insert(useCase, isSearch ? "search" : "read", "contact", contacts.Length == 1 ? contacts[0] : null, contacts, null, ct);
        await session.Execute($"set {scope} synchronous_commit = on", ct);
    }

    /// <summary>An act that changes no entity, or many people at once: an import, an export, a look at a guarded field with its reason. One row with the ids.</summary>
    public Task Bulk(string useCase, string kind, string entity, Guid? entityId, Guid[] contacts, CancellationToken ct, string? reason = null) =>
        Insert(useCase, kind, entity, entityId, contacts, reason is null ? null : JsonSerializer.Serialize(new { reason }), ct);

    internal async Task Write(string useCase, List<EntityChange> changes, CancellationToken ct)
    {
        foreach (var change in changes)
        {
            var holding = holdings.GetValueOrDefault(change.Type);
            var person = holding?.Person is { } property ? change.Entry.Property(property).CurrentValue as Guid? : null;
            await Insert(useCase, change.Kind, change.Entity, change.Id, person is { } id ? [id] : [], JsonSerializer.Serialize(change.Values), ct);
        }
    }

    private async Task Insert(string useCase, string kind, string entity, Guid? entityId, Guid[] contacts, string? values, CancellationToken ct)
    {
        var salt = values is null ? null : RandomNumberGenerator.GetBytes(16);
        await using var insert = await session.Sql(
            InsertEntry, ct, clock.GetUtcNow(), user.Id, user.Name, useCase, kind, entity, DbSession.Parameter(entityId, NpgsqlDbType.Uuid), contacts, DbSession.Parameter(salt, NpgsqlDbType.Bytea),
            DbSession.Parameter(values, NpgsqlDbType.Jsonb));
        var entry = (long)(await insert.ExecuteScalarAsync(ct))!;
        if (values is not null)
            await session.Execute("insert into kernel.audit_values (entry_id, contact_id, salt, payload) values ($1, $2, $3, $4)", ct, entry,
                DbSession.Parameter(contacts.Length == 1 ? contacts[0] : null, NpgsqlDbType.Uuid), salt, DbSession.Parameter(values, NpgsqlDbType.Jsonb));
    }
}
