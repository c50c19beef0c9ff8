using System.Text.Json;
using Karelia.Crm.Kernel.Audit;
using Npgsql;

namespace Karelia.Crm.Accounts.Merging;

/// <summary>Several records become one, within the command's transaction: the rows of every module follow, and what was done is kept for the way back.</summary>
internal sealed class Merging(AccountsDb db, DbSession session, Links links, IEnumerable<IFollowsMerges> followers, AuditLog audit, Call call, CurrentUser user, TimeProvider clock)
{
    /// <summary>
    /// The records, the survivor first, held until the transaction ends: two merges or a merge and an edit go one after the other. 404 unknown, 409 passive survivor or merged
    /// already, 412 a version that the caller did not see.
    /// </summary>
    public async Task<IReadOnlyList<T>> Hold<T>(IQueryable<T> visible, Guid survivor, IReadOnlyList<Guid> others, IReadOnlyDictionary<Guid, long>? versions, CancellationToken ct) where T : Record
    {
        Guid[] ids = [survivor, .. others];
        await session.Execute($"select 1 from {TableOf<T>()} where id = any($1) order by id for update", ct, ids);
        var found = await visible.Where(record => ids.Contains(record.Id)).ToDictionaryAsync(record => record.Id, ct);
        if (await session.Rows($"select id, merged_into_id from {TableOf<T>()} where id = any($1) and merged_into_id is not null", row => row.GetGuid(1), ct, ids) is [var into, ..])
            throw new Refusal("merged", detail: "One of the records was merged into another meanwhile. Look again.") { More = new Dictionary<string, object?> { ["survivorId"] = into } };
        var first = found.GetValueOrDefault(survivor) ?? throw Refusal.Unknown();
        first.RefuseIfPassive();
        call.Expect(first.Version);
        if (found.Count < ids.Length)
            throw Refusal.Unknown();
        if (versions?.Any(seen => found.TryGetValue(seen.Key, out var record) && record.Version != seen.Value) is true)
            throw new Refusal("stale", StatusCodes.Status412PreconditionFailed, "Somebody else changed one of the records meanwhile. Look again before you merge.");
        return [.. ids.Select(id => found[id])];
    }

    /// <summary>Moves the rows. The survivor's own fields are the caller's to choose, before; <paramref name="primaries"/> are the rows that shall be primary: table, column, value.</summary>
    public async Task<MergedRecords> Merge<T>(IReadOnlyList<T> records, IReadOnlyList<(string Table, string By, string Value)> primaries, CancellationToken ct) where T : Record
    {
        var (survivor, others, isPeople) = (records[0], records.Skip(1).ToList(), typeof(T) == typeof(Contacts.Contact));
        var merge = new Merge
        {
            Kind = isPeople ? RecordKinds.Contact : RecordKinds.Account,
            SurvivorId = survivor.Id,
            OtherIds = [.. others.Select(other => other.Id)],
            At = clock.Now(),
            ById = user.Id,
            By = user.Name,
        };
        var people = new MergedPeople(merge.Id, survivor.Id, merge.OtherIds, merge.At);
        await session.Execute("select set_config('crm.act', 'merge', true)", ct);
        foreach (var follower in followers.Where(_ => isPeople))
            await follower.Before(people, ct);
        foreach (var link in isPeople ? links.OfPeople() : await links.OfAccounts(ct))
            await session.Execute(
                "select accounts.move_rows($1, $2::regclass, $3, $4, $5, $6, $7)", ct, merge.Id, link.Table, link.Column, merge.OtherIds, survivor.Id, isPeople, link.IsOwned);
        foreach (var (table, by, value) in primaries)
            await session.Execute("select accounts.choose_primary($1, $2::regclass, 'contact_id', $3, $4, $5)", ct, merge.Id, table, survivor.Id, by, value);
        await KeepOwnFields(merge.Id, survivor, isPeople, ct);
        // By SQL and now: what is unique among the records that stand, such as a business id, is free for the survivor when its changes are saved.
        await session.Execute($"update {TableOf<T>()} set merged_into_id = $1, version = version + 1, updated_at = $2 where id = any($3)", ct, survivor.Id, merge.At, merge.OtherIds);
        survivor.Absorb(others, merge.At);
        foreach (var follower in followers.Where(_ => isPeople))
            await follower.After(people, ct);
        var moved = await session.Rows(
            "select table_name, count(*) from accounts.merge_rows where merge_id = $1 group by 1 order by 1", row => new MovedRows(row.GetString(0), row.GetInt64(1)), ct, merge.Id);
        merge.Rows = (int)moved.Sum(rows => rows.Count);
        db.Merges.Add(merge);
        await audit.Bulk(isPeople ? "MergeContacts" : "MergeAccounts", "merge", nameof(Merge), merge.Id, isPeople ? [survivor.Id, .. merge.OtherIds] : [], ct);
        return new(merge.Id, survivor.Id, merge.OtherIds, moved, survivor.Version);
    }

    /// <summary>The survivor's fields that the caller changed, for the way back.</summary>
    private async Task KeepOwnFields(Guid mergeId, Record survivor, bool isPeople, CancellationToken ct)
    {
        db.ChangeTracker.DetectChanges();
        var changed = db.Entry(survivor).Properties.Where(p => p.IsModified && JsonSerializer.Serialize(p.OriginalValue) != JsonSerializer.Serialize(p.CurrentValue)).ToList();
        if (changed.Count > 0)
        {
            await session.Execute(
                "insert into accounts.merge_rows (merge_id, owner_id, contact_id, table_name, key, before, after) values ($1, $2, $3, $4, $5, $6, $7)",
                ct, mergeId, survivor.Id, new NpgsqlParameter { Value = isPeople ? survivor.Id : DBNull.Value, NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Uuid }, isPeople ? "accounts.contacts" : "accounts.accounts",
                Json(new { id = survivor.Id }), Json(new { record = changed.ToDictionary(p => p.Metadata.Name, p => p.OriginalValue) }),
                Json(new { record = changed.ToDictionary(p => p.Metadata.Name, p => p.CurrentValue) }));
        }
    }

    public static string TableOf<T>() where T : Record => typeof(T) == typeof(Contacts.Contact) ? "accounts.contacts" : "accounts.accounts";

    private static NpgsqlParameter Json(object value) => new() { Value = JsonSerializer.Serialize(value), NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Jsonb };
}

/// <summary>What a merge did: rows by table, the survivor's own record among them.</summary>
internal sealed record MergedRecords(Guid MergeId, Guid SurvivorId, Guid[] OtherIds, IReadOnlyList<MovedRows> Moved, long Version) : IVersioned;

/// <summary>Rows of a table that a merge moved, changed or copied.</summary>
internal sealed record MovedRows(string Table, long Count);

/// <summary>A field that a person chooses for the survivor: how it is taken from another, and whether a record has none.</summary>
internal sealed record Choosable<T>(Action<T, T> Take, Func<T, bool> IsEmpty);

/// <summary>The survivor's fields as chosen; what nobody chose stays, and is filled where the survivor has nothing.</summary>
internal static class Choice
{
    public static void Take<T>(this IReadOnlyDictionary<string, Choosable<T>> fields, IReadOnlyList<T> records, IReadOnlyDictionary<string, Guid>? chosen) where T : Record
    {
        foreach (var (name, field) in fields)
        {
            if (records.Source(name, chosen, field.IsEmpty) is { } source && source != records[0])
                field.Take(records[0], source);
        }
    }

    /// <summary>The record that a field comes from: the chosen one, else the first that has it.</summary>
    public static T? Source<T>(this IReadOnlyList<T> records, string field, IReadOnlyDictionary<string, Guid>? chosen, Func<T, bool> isEmpty) where T : Record =>
        chosen?.TryGetValue(field, out var id) is true ? records.Single(record => record.Id == id) : records.FirstOrDefault(record => !isEmpty(record));
}

internal static class MergeRules
{
    public const int MostOthers = 4;

    public static IRuleBuilderOptions<T, IReadOnlyList<Guid>?> AreOthers<T>(this IRuleBuilder<T, IReadOnlyList<Guid>?> rule, Func<T, Guid> survivor) =>
        rule.NotEmpty().IsShortList(MostOthers).Must((merge, others) => others is null || (others.Distinct().Count() == others.Count && !others.Contains(survivor(merge)))).WithMessage("Each record once, and not the survivor itself.");

    public static IRuleBuilderOptions<T, IReadOnlyDictionary<Guid, long>?> AreVersions<T>(this IRuleBuilder<T, IReadOnlyDictionary<Guid, long>?> rule) =>
        rule.Must(versions => versions is null || versions.Count <= 1 + MostOthers).WithMessage("The versions of the records, by id.");

    public static IRuleBuilderOptions<T, IReadOnlyDictionary<string, Guid>?> AreChoices<T>(this IRuleBuilder<T, IReadOnlyDictionary<string, Guid>?> rule, IReadOnlyList<string> fields, Func<T, IEnumerable<Guid>> records) =>
        rule.Must((merge, chosen) => chosen is null || chosen.All(choice => fields.Contains(choice.Key) && records(merge).Contains(choice.Value)))
            .WithMessage($"Names of fields ({string.Join(", ", fields)}), each with the id of one of the records.");
}
