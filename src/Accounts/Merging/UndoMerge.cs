using System.Text.Json;
using Karelia.Crm.Accounts.Contacts;
using Karelia.Crm.Kernel.Audit;

namespace Karelia.Crm.Accounts.Merging;

[Allow(Role.CustomerManager, Role.PartnershipManager, Role.AlumniCoordinator, Role.ExpertCoordinator, Role.Sales, Role.DataProtectionOfficer)]
internal sealed record UndoMerge([FromRoute] Guid Id) : ICommand<UndoneMerge>;

/// <summary>Records are apart again. Kept are the rows that stay with the survivor: later ones, and the few that could not return.</summary>
internal sealed record UndoneMerge(Guid Id, string Kind, Guid SurvivorId, Guid[] Restored, IReadOnlyList<KeptRow> Kept);

/// <summary>A row that stays with the survivor; reason is later or in-use.</summary>
internal sealed record KeptRow(string Table, IReadOnlyDictionary<string, string> Key, string Reason);

file sealed class Route : IRoute
{
    public void Map(IEndpointRouteBuilder api) => api
        .MapPost("/merges/{id:guid}/undo", ([AsParameters] UndoMerge command, IMediator crm, CancellationToken ct) => crm.Send(command, ct))
        .WithSummary("Takes a merge back: each row returns to whose it was, later ones stay with the survivor and are listed, the stricter consent stays on both");
}

file sealed class Handler(AccountsDb db, DbSession session, Links links, IEnumerable<IFollowsMerges> followers, AuditLog audit, CurrentUser user, TimeProvider clock) : IRequestHandler<UndoMerge, UndoneMerge>
{
    private static readonly string[] WithPrimary = ["contact_emails", "contact_phones", "affiliations"];

    public async Task<UndoneMerge> Handle(UndoMerge command, CancellationToken ct)
    {
        await session.Execute("select 1 from accounts.merges where id = $1 for update", ct, command.Id);
        var merge = await db.Merges.FindAsync([command.Id], ct) ?? throw Refusal.Unknown();
        var undone = merge.Kind == RecordKinds.Contact ? await TakeBack(merge, db.Contacts.To(user), ct) : await TakeBack(merge, db.Accounts.Where(a => a.MergedIntoId == null), ct);
        await audit.Bulk(nameof(UndoMerge), "undo", nameof(Merge), merge.Id, merge.Kind == RecordKinds.Contact ? [merge.SurvivorId, .. merge.OtherIds] : [], ct);
        return undone;
    }

    private async Task<UndoneMerge> TakeBack<T>(Merge merge, IQueryable<T> visible, CancellationToken ct) where T : Record
    {
        var (table, isPeople, now) = (Merging.TableOf<T>(), merge.Kind == RecordKinds.Contact, clock.GetUtcNow());
        Guid[] ids = [merge.SurvivorId, .. merge.OtherIds];
        await session.Execute($"select 1 from {table} where id = any($1) order by id for update", ct, ids);
        await RefuseUnlessPossible(merge, table, isPeople, ct);
        var survivor = await visible.FirstOrDefaultAsync(record => record.Id == merge.SurvivorId, ct) ?? throw Refusal.Unknown();
        await session.Execute("select set_config('crm.act', 'merge', true)", ct);
        var all = isPeople ? links.OfPeople() : await links.OfAccounts(ct);
        var kept = await session.Rows("select table_name, key from accounts.take_rows_back($1)", row => Kept(row.GetString(0), row.GetString(1), "in-use"), ct, merge.Id);
        await GiveOwnFieldsBack(merge, survivor, table, ct);
        await session.Execute($"update {table} set merged_into_id = null, version = version + 1, updated_at = $2 where id = any($1)", ct, merge.OtherIds, now);
        foreach (var primary in WithPrimary.Where(_ => isPeople))
            await session.Execute("select accounts.keep_one_primary($1::regclass, 'contact_id', $2, $3)", ct, $"accounts.{primary}", ids, primary != "affiliations");
        foreach (var link in all.Where(link => link.Column != "merged_into_id"))
            kept.AddRange(await session.Rows(
                "select key from accounts.later_rows($1, $2::regclass, $3, $4, $5)", row => Kept(link.Table, row.GetString(0), "later"), ct, merge.Id, link.Table, link.Column, merge.SurvivorId, merge.At));
        survivor.Touch(now);
        (merge.UndoneAt, merge.UndoneBy) = (now, user.Name);
        foreach (var follower in followers.Where(_ => isPeople))
            await follower.Undone(new(merge.Id, merge.SurvivorId, merge.OtherIds, merge.At), ct);
        return new(merge.Id, merge.Kind, merge.SurvivorId, merge.OtherIds, kept);
    }

    private async Task RefuseUnlessPossible(Merge merge, string table, bool isPeople, CancellationToken ct)
    {
        if (merge.UndoneAt is not null)
            throw new Refusal("merge-undone", detail: "The merge has been taken back already.");
        // The last one first: a later merge may have moved the same rows.
        if (await db.Merges.Where(m => m.UndoneAt == null && m.Id != merge.Id && m.At >= merge.At && (m.SurvivorId == merge.SurvivorId || m.OtherIds.Contains(merge.SurvivorId))).OrderByDescending(m => m.At).FirstOrDefaultAsync(ct) is { } later)
            throw new Refusal("merged-again", detail: "The record was merged again later. Take that back first.") { More = new Dictionary<string, object?> { ["mergeId"] = later.Id } };
        var whole = await session.Rows(
            $"""
            select (select count(*) from accounts.merge_rows where merge_id = $1) = $2
                   and (select count(*) from {table} where merged_into_id = $3 and id = any($4) {(isPeople ? "and erased_at is null" : "")}) = cardinality($4)
            """,
            row => row.GetBoolean(0), ct, merge.Id, merge.Rows, merge.SurvivorId, merge.OtherIds);
        if (!whole[0])
            throw new Refusal("merge-forgotten", detail: "Some of what was merged has been erased since: it can no longer be taken apart.");
    }

    /// <summary>Each field returns where it still holds what the merge wrote.</summary>
    private async Task GiveOwnFieldsBack<T>(Merge merge, T survivor, string table, CancellationToken ct) where T : Record
    {
        var kept = await session.Rows(
            "select before -> 'record', after -> 'record' from accounts.merge_rows where merge_id = $1 and table_name = $2 and after -> 'record' is not null",
            row => (Before: Fields(row.GetString(0)), After: Fields(row.GetString(1))), ct, merge.Id, table);
        foreach (var (before, after) in kept)
        {
            foreach (var property in after.Keys.Select(name => db.Entry(survivor).Property(name)))
            {
                var (name, type) = (property.Metadata.Name, property.Metadata.ClrType);
                if (JsonSerializer.Serialize(property.CurrentValue) == JsonSerializer.Serialize(after[name].Deserialize(type)))
                    property.CurrentValue = before[name].Deserialize(type);
            }

            // What is unique goes first, so that the other can have it back in this transaction.
            if (after.ContainsKey("BusinessId"))
                await session.Execute($"update {table} set business_id = null where id = $1", ct, survivor.Id);
        }
    }

    private static Dictionary<string, JsonElement> Fields(string json) => JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(json)!;

    private static KeptRow Kept(string table, string key, string reason) => new(table, JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(key)!.ToDictionary(k => k.Key, k => k.Value.ToString()), reason);
}
