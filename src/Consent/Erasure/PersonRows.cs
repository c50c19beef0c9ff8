using Karelia.Crm.Kernel.Audit;

namespace Karelia.Crm.Consent.Erasure;

/// <summary>A person's rows in one table, and what becomes of them.</summary>
internal sealed class PersonRows(PersonTable table, PersonTable whole, Traces traces, DbSession session, Evidence? seal)
{
    private readonly Holding holding = table.Holding;

    private string NotKept => holding.Kept is { } kept ? $"not ({kept.When})" : "true";

    /// <summary>Rows that are about others or something else too: they stay without the person.</summary>
    private string? Shared => holding.Shared is { } shared ? $"({table.Where}) and ({shared})" : null;

    private string Gone => $"(({table.Where}) and {NotKept} and not ({holding.Shared ?? "false"}))";

    /// <summary>How many rows would go, stay without the person, and stay because of a law.</summary>
    public async Task<PlannedRows> Plan(CancellationToken ct)
    {
        var counts = await session.Rows(
            $"select count(*) filter (where {Gone}), count(*) filter (where {Shared ?? "false"}) from {table.Table} t where {table.Where}", row => (row.GetInt64(0), row.GetInt64(1)), ct, Parameters);
        return new(counts[0].Item1, counts[0].Item2, await Kept(ct));
    }

    /// <summary>What the law obliges to keep, stripped to what it asks for.</summary>
    public async Task<IReadOnlyList<KeptRows>> Keep(CancellationToken ct)
    {
        var kept = await Kept(ct);
        if (kept.Count == 0)
            return kept;
        var others = table.Columns.Where(column => column is { Field: not null, IsComputed: false, IsKey: false } && !holding.Kept!.Properties.Contains(column.Property)).ToList();
        if (others.Count > 0)
            await session.Execute($"update {table.Table} t set {Blanks(others)} where ({table.Where}) and ({holding.Kept!.When})", ct, Parameters);
        return kept;
    }

    /// <summary>Erases the rest. Answers how many rows went or lost the person.</summary>
    public async Task<long> Erase(DateTimeOffset now, CancellationToken ct)
    {
        var personal = table.Columns.Where(column => column is { Field: not null, IsComputed: false, IsKey: false }).ToList();
        if (holding.IsPersonItself || personal.Count < whole.Columns.Count(column => column is { Field: not null, IsComputed: false, IsKey: false }))
            return await Empty(personal, now, ct);
        if (holding.AppendOnly && seal is not null)
            return (await session.Rows("select kernel.erase_evidence($1::regclass, $2, $3, $4)", row => row.GetInt64(0), ct, table.Table, seal.Columns, table.PersonColumn, traces.Ids))[0];
        return await Strike(ct) + await Delete(ct);
    }

    private async Task<long> Empty(List<PersonColumn> columns, DateTimeOffset now, CancellationToken ct)
    {
        var isTombstone = holding.IsPersonItself && table.Columns.Count == whole.Columns.Count;
        var more = isTombstone ? ", erased_at = $2, updated_at = $2, version = t.version + 1, restricted_at = null, owner_id = null, owner_name = null" : "";
        return columns.Count == 0 ? 0 : await session.Execute(
            $"update {table.Table} t set {Blanks(columns)}{more} where ({table.Where}) and {NotKept}", ct, traces.Ids, now);
    }

    private async Task<long> Strike(CancellationToken ct)
    {
        if (Shared is null || await Ids(Shared, ct) is not { Length: > 0 } ids)
            return 0;
        var texts = table.Columns.Where(column => holding.Texts.Contains(column.Property)).Select(column => column.Name).ToArray();
        foreach (var (pattern, flags) in new[] { (traces.Whole, "gi"), (traces.Parts, "g") })
        {
            if (pattern is not null && texts.Length > 0)
                await session.Execute("select kernel.strike($1::regclass, $2, $3, $4, $5)", ct, table.Table, texts, pattern, flags, ids);
        }

        if (table.PersonColumn.Length > 0)
            await session.Execute($"update {table.Table} set {table.PersonColumn} = null where id = any($1)", ct, ids);
        return ids.Length;
    }

    private async Task<long> Delete(CancellationToken ct)
    {
        if (whole.Columns.Any(column => column is { Name: "id", IsKey: true, SqlType: "uuid" }))
        {
            var ids = await Ids($"{Gone} or ({holding.ErasedWith ?? "false"})", ct);
            foreach (var (end, column) in table.LooseEnds)
                await session.Execute($"update {end} set {column} = null where {column} = any($1)", ct, ids);
        }

        return await session.Execute($"delete from {table.Table} t where {Gone} or ({holding.ErasedWith ?? "false"})", ct, Parameters);
    }

    private async Task<IReadOnlyList<KeptRows>> Kept(CancellationToken ct) => holding.Kept is not { } kept
        ? []
        : await session.Rows(
            $"select {kept.Until} as until, count(*) from {table.Table} t where ({table.Where}) and ({kept.When}) group by 1 order by 1",
            row => new KeptRows(kept, row.IsDBNull(0) ? null : row.GetFieldValue<DateOnly>(0), row.GetInt64(1)), ct, Parameters);

    private async Task<Guid[]> Ids(string where, CancellationToken ct)
    {
        var ids = await session.Rows($"select t.id from {table.Table} t where {where}", row => row.GetGuid(0), ct, Parameters);
        traces.Touched.AddRange(ids);
        return [.. ids];
    }

    private object[] Parameters => [traces.Ids, traces.Reach ?? Traces.Nothing, traces.FullNames];

    private static string Blanks(List<PersonColumn> columns) => string.Join(", ", columns.Select(column => $"{column.Name} = {Blank(column)}"));

    private static string Blank(PersonColumn column) => column switch
    {
        { IsNullable: true } => "null",
        { SqlType: "jsonb" or "json" } or { SqlType: [.., '[', ']'] } => "'{}'",
        { SqlType: "uuid" } => "'00000000-0000-0000-0000-000000000000'",
        { SqlType: "boolean" } => "false",
        { SqlType: "date" or "timestamp with time zone" } => "'-infinity'",
        { IsText: true } => "''",
        _ => "0",
    };
}

/// <summary>What would become of a person's rows in a table.</summary>
internal sealed record PlannedRows(long Gone, long Shared, IReadOnlyList<KeptRows> Kept);

/// <summary>Rows that a law keeps.</summary>
internal sealed record KeptRows(KeptByLaw Law, DateOnly? Until, long Count);
